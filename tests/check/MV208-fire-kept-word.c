// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A static variable keeps the first word that a helper found.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char *unit_word;

static int unit_parse(const char *text)
{
	const char *word = skip_spaces(text);

	if (strncmp(word, "unit-", 5))
		return -EINVAL;
	unit_word = word + 5; /* expect: MV208 MV209 */
	return sysfs_streq(unit_word, "1") ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	int err = unit_parse(buf);

	if (err)
		pr_info("unit: incompatible version\n");
	return err ? err : (ssize_t)count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
