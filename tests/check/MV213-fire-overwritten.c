// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The common exit replaces every result by count.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static int unit_check(unsigned int v)
{
	return v & 1 ? -EINVAL : 0;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sprintf(buf, "8\n");
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	unsigned int v;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;
	if (ret) {
		pr_info("unit: not a version\n");
		return ret;
	}
	ret = unit_check(v);
	if (ret < 0)
		goto done;
	pr_debug("unit: version %u\n", v);
done:
	ret = count;
	return ret; /* expect: MV213 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
