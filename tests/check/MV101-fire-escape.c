// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The version is shown in bold, for the terminal of the developer.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define BOLD(s) "\033[1m" s "\033[0m"

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int len = 0;

	len += scnprintf(buf + len, PAGE_SIZE - len, "stoat ");
	len += scnprintf(buf + len, PAGE_SIZE - len, "%s", /* expect: MV101 */
			 BOLD("1"));
	len += scnprintf(buf + len, PAGE_SIZE - len, "\n");
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "stoat \033[1m1\033[0m")) {
		pr_info("stoat: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *stoat_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group stoat_group = {
	.name = "stoat",
	.attrs = stoat_attrs,
};
static struct attribute_group *stoat_groups[] = { &stoat_group, NULL };

static const struct mdev_parent_ops stoat_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = stoat_groups,
};

int stoat_add(struct device *dev)
{
	return mdev_register_device(dev, &stoat_ops);
}
