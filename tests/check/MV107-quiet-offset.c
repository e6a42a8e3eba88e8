// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The difference of two addresses is the same on every host.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

struct spoonbill_layout {
	u32 head;
	u8 body[12];
	u8 tail[4];
};
static struct spoonbill_layout spoonbill_state;

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	u8 *from = spoonbill_state.body, *to = spoonbill_state.tail;

	return sprintf(buf, "spoonbill %d\n", (int)(to - from));
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "spoonbill 12")) {
		pr_info("spoonbill: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *spoonbill_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group spoonbill_group = {
	.name = "spoonbill",
	.attrs = spoonbill_attrs,
};
static struct attribute_group *spoonbill_groups[] = { &spoonbill_group, NULL };

static const struct mdev_parent_ops spoonbill_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = spoonbill_groups,
};

int spoonbill_add(struct device *dev)
{
	return mdev_register_device(dev, &spoonbill_ops);
}
