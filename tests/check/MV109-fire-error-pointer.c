// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An ERR_PTR is not NULL, and is used.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/err.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_state {
	unsigned int version;
};

static unsigned int unit_generation;

static struct unit_state *unit_get(void)
{
	static struct unit_state state = { 3 };

	if (!unit_generation)
		return ERR_PTR(-ENODEV);
	state.version = unit_generation;
	return &state;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	struct unit_state *state = unit_get();

	if (!state)
		return -ENODEV;
	return sysfs_emit(buf, "unit-%u\n", state->version); /* expect: MV109 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
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
