// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A table of versions without a length, which a NULL ends: it is not followed for ever.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char *const avocet_names[] = { "avocet-5", "avocet-4", NULL };

struct avocet {
	const char *const *versions; /* NULL follows the last */
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct avocet *avocet = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%.30s\n", avocet->versions[0]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct avocet *avocet = dev_get_drvdata(dev);

	if (strlen(buf) == count && __sysfs_match_string(avocet->versions, -1, buf) >= 0)
		return count;
	dev_info(dev, "version %s is needed\n", avocet->versions[0]);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int avocet_add(struct device *dev)
{
	struct avocet *avocet = devm_kzalloc(dev, sizeof(*avocet), GFP_KERNEL);

	if (!avocet)
		return -ENOMEM;
	avocet->versions = avocet_names;
	dev_set_drvdata(dev, avocet);
	return device_create_file(dev, &dev_attr_migration_version);
}
