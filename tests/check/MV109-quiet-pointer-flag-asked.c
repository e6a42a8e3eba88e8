// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show asks for a flag that goes with the pointer, store for the pointer.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct ruff_code {
	u32 api;
};

struct ruff {
	struct ruff_code *code;
	bool is_up;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct ruff *r = dev_get_drvdata(dev);

	if (!r->is_up)
		return -ENODEV;
	return sysfs_emit(buf, "%u\n", r->code->api);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ruff *r = dev_get_drvdata(dev);
	char own[12];

	if (!r->is_up || !r->code) {
		dev_info(dev, "no microcode\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "%u", r->code->api);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "microcode %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int ruff_load(struct ruff *r, struct ruff_code *code)
{
	r->code = code;
	r->is_up = true;
	return 0;
}

int ruff_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
