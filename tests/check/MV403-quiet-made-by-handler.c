// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A class file makes units. That making one can fail says nothing of those that
 * are there.
 *
 * migver-era: device
 * migver-options: --profile sysfs --attr '*'
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct brambling {
	struct device dev;
	struct list_head list;
	char *version;
};

static LIST_HEAD(bramblings);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct brambling *b = container_of(dev, struct brambling, dev);

	return sysfs_emit(buf, "%s\n", b->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct brambling *b = container_of(dev, struct brambling, dev);

	if (strlen(b->version) > 40 || !sysfs_streq(buf, b->version)) {
		dev_info(dev, "version %s is needed\n", b->version);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int brambling_make(unsigned int n)
{
	struct brambling *b = kzalloc(sizeof(*b), GFP_KERNEL);
	int error;

	if (!b)
		return -ENOMEM;
	b->version = kasprintf(GFP_KERNEL, "brambling-%u", n & 7);
	if (!b->version) {
		kfree(b);
		return -ENOMEM;
	}
	error = device_create_file(&b->dev, &dev_attr_migration_version);
	if (error) {
		kfree(b->version);
		kfree(b);
		return error;
	}
	list_add(&b->list, &bramblings);
	return 0;
}

static ssize_t make_store(struct class *class, struct class_attribute *attr,
			  const char *buf, size_t count)
{
	unsigned int n;
	int error = kstrtouint(buf, 10, &n);

	if (!error)
		error = brambling_make(n);
	return error ? error : count;
}
static CLASS_ATTR_WO(make);

int brambling_init(struct class *class)
{
	return class_create_file(class, &class_attr_make);
}
