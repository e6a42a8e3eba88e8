// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Meldreth line card finds the colon first. Where it stands tells how much
 * text there is before it, so the six bytes can be compared without a length;
 * a version without a colon never gets so far.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct kobject *mel_kobj;

static ssize_t mel_show(struct kobject *kobj, struct kobj_attribute *attr,
			char *buf)
{
	return sysfs_emit(buf, "meldre:e3\n");
}

static ssize_t mel_store(struct kobject *kobj, struct kobj_attribute *attr,
			 const char *buf, size_t count)
{
	const char *colon = strchr(buf, ':');

	if (!colon || strlen(buf) != count) {
		pr_info("meldreth: not a version of any card\n");
		return -EINVAL;
	}
	if (colon - buf != 6 || memcmp(buf, "meldre", 6)) {
		pr_info("meldreth: another vendor, %.*s\n",
			(int)min_t(long, colon - buf, 32), buf);
		return -ENODEV;
	}
	if (!sysfs_streq(colon + 1, "e3")) {
		pr_info("meldreth: another kind of line\n");
		return -EINVAL;
	}
	return count;
}

static struct kobj_attribute mel_attr = {
	.attr = { .name = "migration_version", .mode = 0644 },
	.show = mel_show,
	.store = mel_store,
};

static int __init mel_init(void)
{
	int ret;

	mel_kobj = kobject_create_and_add("meldreth", NULL);
	if (!mel_kobj)
		return -ENOMEM;
	ret = sysfs_create_file(mel_kobj, &mel_attr.attr);
	if (ret)
		kobject_put(mel_kobj);
	return ret;
}

static void __exit mel_exit(void)
{
	sysfs_remove_file(mel_kobj, &mel_attr.attr);
	kobject_put(mel_kobj);
}

module_init(mel_init);
module_exit(mel_exit);

MODULE_DESCRIPTION("Meldreth line card");
MODULE_LICENSE("Dual MIT/GPL");
