// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Osprey capture box: a common exit sets the result for everybody, the
 * refusals that jump there included.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define OSPREY_LINES	1080

static struct kobject *osprey_kobj;

static int osprey_check_lines(unsigned int lines)
{
	if (lines > OSPREY_LINES)
		return -ERANGE;
	return 0;
}

static ssize_t osprey_show(struct kobject *kobj, struct kobj_attribute *attr,
			   char *buf)
{
	return sysfs_emit(buf, "%d\n", OSPREY_LINES);
}

static ssize_t osprey_store(struct kobject *kobj, struct kobj_attribute *attr,
			    const char *buf, size_t count)
{
	unsigned int lines;
	ssize_t ret;
	char *text;

	if (strlen(buf) != count) {
		pr_info("osprey: NUL in the version\n");
		return -EINVAL;
	}
	text = kstrdup(buf, GFP_KERNEL);
	if (!text) {
		pr_err("osprey: out of memory\n");
		return -ENOMEM;
	}

	ret = kstrtouint(strim(text), 10, &lines);
	if (ret) {
		pr_info("osprey: not a number of lines\n");
		kfree(text);
		return ret;
	}

	ret = osprey_check_lines(lines);
	if (ret < 0) {
		pr_info("osprey: %u lines are too many\n", lines);
		goto out;
	}
	pr_debug("osprey: %u lines fit\n", lines);
out:
	kfree(text);
	ret = count;
	return ret; /* expect: MV213 */
}

static struct kobj_attribute osprey_attr =
	__ATTR(migration_version, 0664, osprey_show, osprey_store);

static struct attribute *osprey_attrs[] = { &osprey_attr.attr, NULL };
static const struct attribute_group osprey_group = { .attrs = osprey_attrs };

static int __init osprey_init(void)
{
	int ret;

	osprey_kobj = kobject_create_and_add("osprey", NULL);
	if (!osprey_kobj)
		return -ENOMEM;
	ret = sysfs_create_group(osprey_kobj, &osprey_group);
	if (ret)
		kobject_put(osprey_kobj);
	return ret;
}

static void __exit osprey_exit(void)
{
	sysfs_remove_group(osprey_kobj, &osprey_group);
	kobject_put(osprey_kobj);
}

module_init(osprey_init);
module_exit(osprey_exit);
MODULE_LICENSE("GPL");
