// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Rows of a table of templates, two indices deep: it is their copies that appear.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV002 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct stall {
	struct device_attribute attr[4];
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "stall-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (sysfs_streq(buf, "stall-1"))
		return count;
	dev_info(dev, "stall-1 is needed\n");
	return -EINVAL;
}

static const struct device_attribute rows[2][2] = {
	{ __ATTR_RO(migration_version), __ATTR_RW(migration_version) },
	{ __ATTR_RW(migration_version), __ATTR_RW(migration_version) },
};

int stall_add(struct device *dev, int kind)
{
	struct stall *s = devm_kzalloc(dev, sizeof(*s), GFP_KERNEL);
	int i, ret = 0;

	if (!s)
		return -ENOMEM;
	for (i = 1; i < 2 && !ret; i++) {
		s->attr[i] = rows[kind & 1][i];
		ret = device_create_file(dev, &s->attr[i]);
	}
	return ret;
}
