// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One function for both, but the device node gives it another limit.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define SSD_PROTO 7

static int ssd_check(const char *buf, size_t count, unsigned int oldest)
{
	unsigned int proto;
	int ret;

	if (strlen(buf) != count)
		return -EINVAL;
	ret = kstrtouint(buf, 10, &proto);
	if (ret)
		return ret;
	if (proto < oldest || proto > SSD_PROTO)
		return -ERANGE;
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sprintf(buf, "%u\n", SSD_PROTO);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int ret = ssd_check(buf, count, SSD_PROTO);

	if (ret) {
		pr_info("ssd: refused\n");
		return ret; /* expect: MV303 */
	}
	return count;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ssd_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ssd_group = {
	.name = "ssd",
	.attrs = ssd_attrs,
};
static struct attribute_group *ssd_groups[] = { &ssd_group, NULL };

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	return sprintf(buf, "%u\n", SSD_PROTO);
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	int ret = ssd_check(buf, count, 5);

	if (ret) {
		pr_info("ssd: refused\n");
		return ret;
	}
	return count; /* expect: MV303 */
}

static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops ssd_ops = {
	.supported_type_groups = ssd_groups,
	.mdev_attr_groups = node_groups,
};

int ssd_add(struct device *dev)
{
	return mdev_register_device(dev, &ssd_ops);
}
