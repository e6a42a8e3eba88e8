// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show prints through memory that it may not have got.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static unsigned int unit_generation;

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	char *text = kmalloc(64, GFP_KERNEL);
	ssize_t ret;

	snprintf(text, 64, "unit-%u", unit_generation); /* expect: MV402 */
	ret = sysfs_emit(buf, "%s\n", text);
	kfree(text);
	return ret;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
{
	unsigned int generation;
	int err = kstrtouint(buf, 10, &generation);

	if (err || generation != unit_generation) {
		pr_info("unit: incompatible version\n");
		return err ? err : -EINVAL;
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
