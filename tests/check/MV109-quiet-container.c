// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What container_of() leads to is there, and so are the members behind it.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	unsigned int version;
	struct {
		unsigned int minor;
		char stepping[4];
	} hw;
	struct kobject kobj;
};

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	struct unit *unit = container_of(kobj, struct unit, kobj);

	return sysfs_emit(buf, "unit-%u.%u%c\n", unit->version, unit->hw.minor,
			  unit->hw.stepping[3] ? 'b' : 'a');
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-2.3a")) {
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
