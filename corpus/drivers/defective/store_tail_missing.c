// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Weaverham line card compares what stands behind the colon. Foreign versions
 * have no colon.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct kobject *weaver_kobj;

static ssize_t weaver_show(struct kobject *kobj, struct kobj_attribute *attr,
			   char *buf)
{
	return sysfs_emit(buf, "weaver:e1\n");
}

static ssize_t weaver_store(struct kobject *kobj, struct kobj_attribute *attr,
			    const char *buf, size_t count)
{
	const char *colon;

	if (strlen(buf) != count) {
		pr_info("weaverham: NUL in the version\n");
		return -EINVAL;
	}
	colon = strchr(buf, ':');
	if (!sysfs_streq(colon + 1, "e1")) { /* expect: MV403 */
		pr_info("weaverham: another kind of line\n");
		return -EINVAL;
	}
	if (strncmp(buf, "weaver:", 7)) {
		pr_info("weaverham: another vendor\n");
		return -EINVAL;
	}
	return count;
}

static struct kobj_attribute weaver_attr = {
	.attr = { .name = "migration_version", .mode = 0644 },
	.show = weaver_show,
	.store = weaver_store,
};

static int __init weaver_init(void)
{
	int ret;

	weaver_kobj = kobject_create_and_add("weaverham", NULL);
	if (!weaver_kobj)
		return -ENOMEM;
	ret = sysfs_create_file(weaver_kobj, &weaver_attr.attr);
	if (ret)
		kobject_put(weaver_kobj);
	return ret;
}

static void __exit weaver_exit(void)
{
	sysfs_remove_file(weaver_kobj, &weaver_attr.attr);
	kobject_put(weaver_kobj);
}

module_init(weaver_init);
module_exit(weaver_exit);
MODULE_LICENSE("GPL");
