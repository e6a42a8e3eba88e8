// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A nonce that no host will ever make again.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/random.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	u32 nonce;

	get_random_bytes(&nonce, sizeof(nonce));
	return scnprintf(buf, PAGE_SIZE, "stork-%u\n", nonce); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "stork")) {
		pr_info("stork: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *stork_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group stork_group = {
	.name = "stork",
	.attrs = stork_attrs,
};
static struct attribute_group *stork_groups[] = { &stork_group, NULL };

static const struct mdev_parent_ops stork_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = stork_groups,
};

int stork_add(struct device *dev)
{
	return mdev_register_device(dev, &stork_ops);
}
