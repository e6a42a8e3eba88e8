/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* A list of names fills the page but for its last byte, which read(2) does not get. */

#define MAX_PARTS 64

struct unit {
	struct mutex lock;
	unsigned int nparts;
	struct {
		char name[64];
		unsigned int version;
	} part[MAX_PARTS];
};

static ssize_t list_parts(struct unit *unit, char *out, size_t room)
{
	char item[80];
	size_t len = 0;
	unsigned int i;
	int n;

	mutex_lock(&unit->lock);
	for (i = 0; i < unit->nparts; i++) {
		n = scnprintf(item, sizeof(item), "%s=%u,", unit->part[i].name,
			      unit->part[i].version);
		if (len + n + 1 > room) {
			mutex_unlock(&unit->lock);
			return -EOVERFLOW;
		}
		memcpy(out + len, item, n);
		len += n;
	}
	mutex_unlock(&unit->lock);
	out[len++] = '\n';
	return len;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return list_parts(dev_get_drvdata(dev), buf, PAGE_SIZE - 1);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char *own = kzalloc(PAGE_SIZE, GFP_KERNEL);
	ssize_t ret;

	if (!own)
		return -ENOMEM;
	ret = list_parts(unit, own, PAGE_SIZE - 1);
	if (ret > 0)
		ret = sysfs_streq(buf, own) && strlen(buf) == count ? count : -EINVAL;
	if (ret < 0)
		dev_err(dev, "not the parts that are here\n");
	kfree(own);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
