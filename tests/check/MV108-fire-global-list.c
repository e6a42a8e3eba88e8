// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A read adds to a list that the whole driver walks.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/list.h>
#include <linux/slab.h>

struct reader {
	struct list_head node;
	int number;
};

static LIST_HEAD(readers);
static int reader_count;

int unit_readers(void);
int unit_readers(void)
{
	return reader_count > 3 || !list_empty(&readers);
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	reader_count = 1; /* expect: MV108 */
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
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
