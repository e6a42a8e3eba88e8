// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Nine characters do not fit into a size of eight: seven arrive, nine are
 * claimed.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static unsigned int unit_id = 0x1000;

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return snprintf(buf, 8, "%08x\n", unit_id); /* expect: MV104 */
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	unsigned int id;

	if (strlen(buf) != count || kstrtouint(buf, 16, &id) || id != unit_id) {
		pr_info("unit: incompatible id\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
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
