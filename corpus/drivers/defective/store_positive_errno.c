// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Inverey fabric switch: one refusal of three lost its minus sign. A wrong
 * version of up to 22 bytes is then a success.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct device *inverey_root;

static ssize_t inverey_show(struct device *dev, struct device_attribute *attr,
			    char *buf)
{
	return sysfs_emit(buf, "inverey 4 fabric\n");
}

static ssize_t inverey_store(struct device *dev, struct device_attribute *attr,
			     const char *buf, size_t count)
{
	if (count > 64) {
		pr_info("inverey: version too long\n");
		return -E2BIG;
	}
	if (strlen(buf) != count) {
		pr_info("inverey: version has a NUL\n");
		return -EILSEQ;
	}
	if (!sysfs_streq(buf, "inverey 4 fabric")) {
		pr_info("inverey: version differs\n");
		return EINVAL; /* expect: MV201 */
	}
	return count;
}

static struct device_attribute inverey_attr =
	__ATTR(migration_version, 0644, inverey_show, inverey_store);

static int __init inverey_init(void)
{
	int ret;

	inverey_root = root_device_register("inverey");
	if (IS_ERR(inverey_root))
		return PTR_ERR(inverey_root);
	ret = sysfs_create_file(&inverey_root->kobj, &inverey_attr.attr);
	if (ret)
		root_device_unregister(inverey_root);
	return ret;
}

static void __exit inverey_exit(void)
{
	sysfs_remove_file(&inverey_root->kobj, &inverey_attr.attr);
	root_device_unregister(inverey_root);
}

module_init(inverey_init);
module_exit(inverey_exit);
MODULE_LICENSE("GPL");
