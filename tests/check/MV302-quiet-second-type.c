// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The first type needs no feature, others do: store asks for those, too.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	const struct unit_type *type;
	u32 features;
};

static const struct unit_type {
	const char *name;
	u32 needs;
} types[] = { { "plain", 0 }, { "secure", BIT(0) }, { "logged", BIT(0) | BIT(1) } };

static const struct unit_type *type_of(struct device *dev)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(types); i++)
		if (!strcmp(dev_name(dev), types[i].name))
			return &types[i];
	return NULL;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	const struct unit_type *type = type_of(dev);

	if (!type)
		return -ENODEV;
	if (type->needs & ~unit->features)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "unit %s\n", type->name);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	const struct unit_type *type = type_of(dev);
	char own[32];

	if (!type || type->needs & ~unit->features) {
		dev_info(dev, "no version\n");
		return -EOPNOTSUPP;
	}
	scnprintf(own, sizeof(own), "unit %s", type->name);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "other than %s, features %x\n", own, unit->features);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
