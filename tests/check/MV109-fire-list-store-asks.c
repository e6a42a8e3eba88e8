// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The first engine of a list that store, but not show, knows to be empty at times.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/string.h>

struct brant_engine {
	u32 revision;
	struct list_head node;
};

struct brant {
	u32 flags;
	struct list_head engines;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct brant *b = dev_get_drvdata(dev);
	struct brant_engine *lead = list_first_entry(&b->engines, struct brant_engine, node);

	return sysfs_emit(buf, "rev%u\n", lead->revision); /* expect: MV109 */
}

static bool brant_has_engines(const struct brant *b)
{
	return !list_empty(&b->engines);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct brant *b = dev_get_drvdata(dev);
	struct brant_engine *lead;
	char own[16];

	if (!brant_has_engines(b)) {
		dev_info(dev, "no engine\n");
		return -ENODEV;
	}
	lead = list_first_entry(&b->engines, struct brant_engine, node);
	snprintf(own, sizeof(own), "rev%u", lead->revision);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "revision %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int brant_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
