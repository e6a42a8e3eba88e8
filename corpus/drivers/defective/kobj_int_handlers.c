// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Lowick flash adapter. The store came from a sysctl handler: it takes an int
 * length. The cast hides that size_t arguments arrive.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

#define LOWICK_VERSION	"lowick 3.1"

typedef ssize_t (*lowick_store_fn)(struct kobject *, struct kobj_attribute *,
				   const char *, size_t);

static struct kobject *lowick_kobj;

static ssize_t lowick_show(struct kobject *kobj, struct kobj_attribute *attr,
			   char *buf)
{
	return sysfs_emit(buf, "%s\n", LOWICK_VERSION);
}

static int lowick_store(struct kobject *kobj, struct kobj_attribute *attr,
			const char *buf, int count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, LOWICK_VERSION)) {
		pr_info("lowick: version refused\n");
		return -EINVAL;
	}
	return count;
}

static struct kobj_attribute lowick_version = {
	.attr = { .name = "migration_version", .mode = 0600 },
	.show = lowick_show,
	.store = (lowick_store_fn)lowick_store, /* expect: MV004 */
};

static struct attribute *lowick_attrs[] = { &lowick_version.attr, NULL };
static const struct attribute_group lowick_group = { .attrs = lowick_attrs };

static int __init lowick_init(void)
{
	int ret;

	lowick_kobj = kobject_create_and_add("lowick", NULL);
	if (!lowick_kobj)
		return -ENOMEM;
	ret = sysfs_create_group(lowick_kobj, &lowick_group);
	if (ret)
		kobject_put(lowick_kobj);
	return ret;
}

static void __exit lowick_exit(void)
{
	sysfs_remove_group(lowick_kobj, &lowick_group);
	kobject_put(lowick_kobj);
}

module_init(lowick_init);
module_exit(lowick_exit);
MODULE_LICENSE("GPL");
