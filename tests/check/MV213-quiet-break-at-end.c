// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The manifest ends where the window does, which answers nothing there.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/regmap.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct manifest {
	struct regmap *map;
};

static int find_version(struct device *dev, struct manifest *m, u32 *found)
{
	unsigned int off;
	u32 word;
	int ret;

	*found = 0;
	for (off = 0; off < 64; off += 4) {
		ret = regmap_read(m->map, off, &word);
		if (ret)
			break;
		if (word >> 16 == 1 && (word & 0xffff) > *found)
			*found = word & 0xffff;
	}
	return *found ? 0 : -ENODATA;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u32 found;
	int ret = find_version(dev, dev_get_drvdata(dev), &found);

	if (ret)
		return ret;
	return sysfs_emit(buf, "%u\n", found);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	u32 found, theirs;
	int ret = find_version(dev, dev_get_drvdata(dev), &found);

	if (!ret)
		ret = kstrtou32(buf, 10, &theirs);
	if (!ret && theirs != found)
		ret = -EOPNOTSUPP;
	if (ret) {
		dev_info(dev, "refused: %d\n", ret);
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int manifest_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
