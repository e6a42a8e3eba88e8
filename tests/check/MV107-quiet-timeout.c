// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The clock decides whether the device answered, not what is shown.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/jiffies.h>

static u32 avocet_version;
module_param(avocet_version, uint, 0444);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned long end = jiffies + HZ;
	int len;

	while (!READ_ONCE(avocet_version))
		if (time_after(jiffies, end))
			return -ETIMEDOUT;
	len = scnprintf(buf, PAGE_SIZE, "avocet %u\n", avocet_version);
	pr_debug("avocet: read at %lu by %ps\n", jiffies,
		 __builtin_return_address(0));
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "avocet 1")) {
		pr_info("avocet: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *avocet_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group avocet_group = {
	.name = "avocet",
	.attrs = avocet_attrs,
};
static struct attribute_group *avocet_groups[] = { &avocet_group, NULL };

static const struct mdev_parent_ops avocet_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = avocet_groups,
};

int avocet_add(struct device *dev)
{
	return mdev_register_device(dev, &avocet_ops);
}
