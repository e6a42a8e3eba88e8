// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Errors in pointers are tested as such.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/err.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_state {
	const char *version;
};

static unsigned int unit_generation;

static struct unit_state *unit_get(void)
{
	static struct unit_state state = { "unit-1" };

	if (unit_generation == 7)
		return NULL;
	return unit_generation ? &state : ERR_PTR(-ENODEV);
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	struct unit_state *state = unit_get();

	if (IS_ERR_OR_NULL(state))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", state->version);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit_state *state = unit_get();

	if (IS_ERR_OR_NULL(state))
		return -ENODEV;
	if (!sysfs_streq(buf, state->version)) {
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
