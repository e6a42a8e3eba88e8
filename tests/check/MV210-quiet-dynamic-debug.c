// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A debug message behind the static key of its descriptor, as dynamic debug
 * has it: whoever wonders can turn it on.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct unit_key {
	int enabled;
};

struct _ddebug {
	const char *format;
	struct unit_key key;
};

bool arch_static_branch(struct unit_key *key, bool branch);

#define unit_dbg(dev, text)                                                \
	do {                                                               \
		static struct _ddebug descriptor = { .format = text };     \
		if (arch_static_branch(&descriptor.key, false))            \
			__dynamic_dev_dbg(&descriptor, dev, text);         \
	} while (0)

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		unit_dbg(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
