// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Who finds the answer's address in the device sets it while the store waits.
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
#include <linux/completion.h>


struct answer {
	struct completion done;
	int status;
};

struct mast {
	struct answer *waiting;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "mast-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct mast *m = dev_get_drvdata(dev);
	struct answer a;

	if (!sysfs_streq(buf, "mast-1"))
		return -EINVAL;
	init_completion(&a.done);
	m->waiting = &a;
	wait_for_completion(&a.done);
	m->waiting = NULL;
	return a.status < 0 ? -EIO : count;
}
static DEVICE_ATTR_RW(migration_version);

int mast_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
