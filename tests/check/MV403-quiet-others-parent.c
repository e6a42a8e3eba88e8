// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Some devices of the driver have no parent: those with the attribute have one.
 *
 * migver-era: device
 * migver-options: --profile sysfs --attr '*'
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static ssize_t hub_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", dev->parent ? dev_name(dev->parent) : "none");
}
static DEVICE_ATTR_RO(hub);

static ssize_t generation_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", dev->parent->id);
}
static DEVICE_ATTR_RO(generation);

int ruff_add(struct device *hub, struct device *port)
{
	int error = device_create_file(hub, &dev_attr_hub);

	port->parent = hub;
	return error ? error : device_create_file(port, &dev_attr_generation);
}
