// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Registered out of sight, perhaps: by another file, or a function that is not given.
 *
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
 * check-output-end
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "unit-1") ? count : -EINVAL;
}

struct vendor_ops {
	const struct attribute_group **groups;
};
int vendor_register(const struct vendor_ops *ops);
int vendor_add(struct device_attribute *attr);

struct device_attribute external = __ATTR(external, 0644, migration_version_show,
					  migration_version_store);
static struct device_attribute listed = __ATTR(listed, 0444, migration_version_show, NULL);
static struct device_attribute passed = __ATTR(passed, 0444, migration_version_show, NULL);
static struct device_attribute in_ops = __ATTR(in_ops, 0444, migration_version_show, NULL);

struct attribute *external_attrs[] = { &listed.attr, NULL };

static struct attribute *ops_attrs[] = { &in_ops.attr, NULL };
static const struct attribute_group ops_group = { .attrs = ops_attrs };
static const struct attribute_group *ops_groups[] = { &ops_group, NULL };
static const struct vendor_ops ops = { .groups = ops_groups };

int unit_add(void)
{
	return vendor_add(&passed) ?: vendor_register(&ops);
}
