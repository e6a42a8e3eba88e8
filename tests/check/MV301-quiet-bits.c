// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The numbers of the features, up to the last one that is set.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/bitops.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define FEATURES 12

struct unit {
	unsigned long features; /* of the first FEATURES */
};

static size_t describe(struct unit *unit, char *out, size_t size, size_t n)
{
	size_t len = 0;
	int i;

	for_each_set_bit(i, &unit->features, n)
		len += scnprintf(out + len, size - len, "%s%d", len ? "," : "", i);
	return len;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t len = scnprintf(buf, PAGE_SIZE, "features=");

	len += describe(unit, buf + len, PAGE_SIZE - len, FEATURES);
	return len + scnprintf(buf + len, PAGE_SIZE - len, "\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[64] = "features=";

	describe(unit, own + strlen(own), sizeof(own) - strlen(own), fls(unit->features));
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "refused\n");
	return -EINVAL;
}

void unit_load(struct unit *unit, u32 features)
{
	unit->features = features & GENMASK(FEATURES - 1, 0);
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
