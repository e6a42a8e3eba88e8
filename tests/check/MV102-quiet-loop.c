// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The loop ends long before the page does.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define FULMAR_SLOTS 16
static u32 fulmar_slot[FULMAR_SLOTS];
module_param_array_named(slots, fulmar_slot, uint, NULL, 0444);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	ssize_t len = 0;
	unsigned int i = 0;

	do {
		len += sysfs_emit_at(buf, len, "%u,", fulmar_slot[i]);
	} while (++i < FULMAR_SLOTS);
	buf[len - 1] = '\n';
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "fulmar")) {
		pr_info("fulmar: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *fulmar_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group fulmar_group = {
	.name = "fulmar",
	.attrs = fulmar_attrs,
};
static struct attribute_group *fulmar_groups[] = { &fulmar_group, NULL };

static struct mdev_driver fulmar_ops = {
	.supported_type_groups = fulmar_groups,
};

int fulmar_add(struct device *dev)
{
	return mdev_register_device(dev, &fulmar_ops);
}
