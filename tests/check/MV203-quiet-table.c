// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A function chosen from a table looks at the text.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct unit_ops {
	int (*match)(const char *text);
};

static int unit_match(const char *text)
{
	return sysfs_streq(text, "unit-1") ? 0 : -EINVAL;
}

static const struct unit_ops unit_ops = { .match = unit_match };

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = strlen(buf) == count ? unit_ops.match(buf) : -EILSEQ;

	if (ret)
		pr_info("unit: incompatible version\n");
	return ret < 0 ? ret : count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
