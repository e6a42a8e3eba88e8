// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Bytes of a device are shown as they are only where they can be printed.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static u8 badger_id[8];
module_param_array_named(id, badger_id, byte, NULL, 0444);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int i;

	for (i = 0; i < 8; i++) {
		u8 c = badger_id[i];

		if (c >= 0x21 && c <= 0x7e)
			buf[i] = c;
		else
			buf[i] = '_';
	}
	buf[8] = '\n';
	return 9;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "badger-1")) {
		pr_info("badger: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *badger_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group badger_group = {
	.name = "badger",
	.attrs = badger_attrs,
};
static struct attribute_group *badger_groups[] = { &badger_group, NULL };

static const struct mdev_parent_ops badger_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = badger_groups,
};

int badger_add(struct device *dev)
{
	return mdev_register_device(dev, &badger_ops);
}
