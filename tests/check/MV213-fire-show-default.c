// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The failed read is logged, then a default is shown.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static bool unit_up;
module_param_named(up, unit_up, bool, 0444);

static int unit_read(unsigned int *rev)
{
	if (!unit_up)
		return -EIO;
	*rev = 8;
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	unsigned int rev = 0;

	if (unit_read(&rev) < 0)
		pr_warn("unit: cannot read the revision\n");
	return sysfs_emit(buf, "%u\n", rev); /* expect: MV213 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v, rev;

	if (unit_read(&rev) || strlen(buf) != count ||
	    kstrtouint(buf, 10, &v) || v != rev) {
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
