// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Quillon printer engine: the helper that fills the buffer reports 0 for
 * success, and show hands that on as if it were a length.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static struct kobject *quillon_kobj;
static bool quillon_ready = true;
module_param_named(ready, quillon_ready, bool, 0444);

static int quillon_fill(char *buf)
{
	if (!quillon_ready)
		return -EAGAIN;

	strcpy(buf, "quillon-a4\n");
	return 0;
}

static ssize_t quillon_show(struct kobject *kobj, struct kobj_attribute *attr,
			    char *buf)
{
	int ret;

	ret = quillon_fill(buf);
	if (ret < 0)
		return ret;

	return ret; /* expect: MV104 */
}

static ssize_t quillon_store(struct kobject *kobj, struct kobj_attribute *attr,
			     const char *buf, size_t count)
{
	if (!quillon_ready) {
		pr_info("quillon: engine not ready\n");
		return -EAGAIN;
	}

	switch (count) {
	case 10 ... 11:
		if (strlen(buf) == count && sysfs_streq(buf, "quillon-a4"))
			return count;
		fallthrough;
	default:
		pr_info("quillon: foreign version\n");
		return -EINVAL;
	}
}

static struct kobj_attribute quillon_attr =
	__ATTR(migration_version, 0644, quillon_show, quillon_store);

static int __init quillon_init(void)
{
	int ret;

	quillon_kobj = kobject_create_and_add("quillon", kernel_kobj);
	if (!quillon_kobj)
		return -ENOMEM;
	ret = sysfs_create_file(quillon_kobj, &quillon_attr.attr);
	if (ret)
		kobject_put(quillon_kobj);
	return ret;
}

static void __exit quillon_exit(void)
{
	sysfs_remove_file(quillon_kobj, &quillon_attr.attr);
	kobject_put(quillon_kobj);
}

module_init(quillon_init);
module_exit(quillon_exit);
MODULE_LICENSE("GPL");
