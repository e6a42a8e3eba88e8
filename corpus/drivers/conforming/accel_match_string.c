// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Gannet storage accelerator. The versions it can load are an array of strings
 * ordered from old to new; sysfs_match_string() finds the written one, newline
 * or not, and its negative errno is handed on as it is.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV207 proved
 * migver-verdict: MV301 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char * const gannet_versions[] = {
	"gannet-2021a",
	"gannet-2021b",
	"gannet-2022a",
};

static struct device *gannet_dev;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n",
			  gannet_versions[ARRAY_SIZE(gannet_versions) - 1]);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	int index;

	if (strlen(buf) < count) {
		dev_info_ratelimited(dev, "version with an embedded NUL\n");
		return -EILSEQ;
	}

	index = sysfs_match_string(gannet_versions, buf);
	if (index < 0) {
		dev_info_ratelimited(dev, "%*pE is none of %zu known versions\n",
				     (int)min_t(size_t, count, 32), buf,
				     ARRAY_SIZE(gannet_versions));
		return index;
	}

	dev_dbg(dev, "accepting %s\n", gannet_versions[index]);
	return count;
}

static struct mdev_type_attribute gannet_version_attr =
	__ATTR_RW(migration_version);

static struct attribute *gannet_attrs[] = {
	&gannet_version_attr.attr,
	NULL,
};

static struct attribute_group gannet_group = {
	.name = "lun",
	.attrs = gannet_attrs,
};

static struct attribute_group *gannet_groups[] = { &gannet_group, NULL };

static int gannet_create(struct mdev_device *mdev)
{
	return 0;
}

static int gannet_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops gannet_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = gannet_groups,
	.create = gannet_create,
	.remove = gannet_remove,
};

static int __init gannet_init(void)
{
	int ret;

	gannet_dev = root_device_register("gannet");
	if (IS_ERR(gannet_dev))
		return PTR_ERR(gannet_dev);

	ret = mdev_register_device(gannet_dev, &gannet_ops);
	if (ret)
		root_device_unregister(gannet_dev);
	return ret;
}

static void __exit gannet_exit(void)
{
	mdev_unregister_device(gannet_dev);
	root_device_unregister(gannet_dev);
}

module_init(gannet_init);
module_exit(gannet_exit);

MODULE_DESCRIPTION("Gannet storage accelerator");
MODULE_LICENSE("Dual MIT/GPL");
