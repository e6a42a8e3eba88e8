// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A mediated driver without migration support needs no attribute.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static struct mdev_parent unit_parent;
static struct mdev_driver unit_driver = { .driver = { .name = "unit" } };
static struct mdev_type unit_type = { .sysfs_name = "unit" };
static struct mdev_type *unit_types[] = { &unit_type };

int unit_add(struct device *dev)
{
	return mdev_register_parent(&unit_parent, dev, &unit_driver,
				    unit_types, 1);
}
