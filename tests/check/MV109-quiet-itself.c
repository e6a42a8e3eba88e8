// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Initialised with itself: an asm sets it.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>


static inline u32 gate_state(void)
{
	u32 v = v;

	asm volatile("" : "=r"(v));
	return v;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "gate-%u\n", gate_state());
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "gate-1") ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int gate_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
