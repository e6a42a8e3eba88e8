// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Before each entry the loop asks whether there is room for another.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

struct sora {
	char port[500][64];
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct sora *sr = dev_get_drvdata(mtype_get_parent_dev(mtype));
	int i, len = 0;

	for (i = 0; i < 500; i++) {
		if (len > PAGE_SIZE - 80)
			break;
		len += sprintf(buf + len, "%.63s,", sr->port[i]);
	}
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "sora")) {
		pr_info("sora: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *sora_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group sora_group = {
	.name = "sora",
	.attrs = sora_attrs,
};
static struct attribute_group *sora_groups[] = { &sora_group, NULL };

static const struct mdev_parent_ops sora_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = sora_groups,
};

int sora_add(struct device *dev)
{
	return mdev_register_device(dev, &sora_ops);
}
