// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The device node changes what the check looks at before it asks.
 *
 * migver-era: A
 * migver-expect: defective
 * migver-verdict: MV303 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static unsigned int dsp_proto = 4;

static int dsp_check(const char *buf, size_t count)
{
	unsigned int proto;
	int ret;

	if (strlen(buf) != count)
		return -EINVAL;
	ret = kstrtouint(buf, 10, &proto);
	if (ret)
		return ret;
	return proto == dsp_proto ? 0 : -ERANGE;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sprintf(buf, "%u\n", dsp_proto);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int ret = dsp_check(buf, count);

	if (ret) {
		pr_info("dsp: refused\n");
		return ret;
	}
	return count;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *dsp_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group dsp_group = {
	.name = "dsp",
	.attrs = dsp_attrs,
};
static struct attribute_group *dsp_groups[] = { &dsp_group, NULL };

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	return sprintf(buf, "%u\n", dsp_proto);
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	int ret;

	dsp_proto = count > 9 ? 3 : 4; /* expect: MV209 */
	ret = dsp_check(buf, count);
	if (ret) {
		pr_info("dsp: refused\n");
		return ret;
	}
	return count;
}

static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops dsp_ops = {
	.supported_type_groups = dsp_groups,
	.mdev_attr_groups = node_groups,
};

int dsp_add(struct device *dev)
{
	return mdev_register_device(dev, &dsp_ops);
}
