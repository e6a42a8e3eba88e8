// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Random bytes go into another buffer, and a symbol has the same name everywhere.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/random.h>

static int plover_probe(void)
{
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u8 salt[8];

	get_random_bytes(salt, sizeof(salt));
	add_device_randomness(salt, sizeof(salt));
	return sysfs_emit(buf, "plover %ps\n", plover_probe);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "plover plover_probe")) {
		pr_info("plover: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *plover_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(plover);

int plover_add(struct device *dev)
{
	return device_add_groups(dev, plover_groups);
}
