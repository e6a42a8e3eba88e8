// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop of prints that know where the page ends.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char *const unit_features[] = { "dirty-log", "precopy", "stop-copy" };

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	size_t i;
	int len = 0;

	for (i = 0; i < ARRAY_SIZE(unit_features); i++)
		len += sysfs_emit_at(buf, len, "%s ", unit_features[i]);
	len += sysfs_emit_at(buf, len, "\n");
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
