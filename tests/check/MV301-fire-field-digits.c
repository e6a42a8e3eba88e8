// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A build of 24 bits has up to eight digits; store reads five of them.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/bitfield.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

#define KNOT_RELEASE GENMASK(31, 24)
#define KNOT_BUILD   GENMASK(23, 0)

struct knot {
	u32 release;
	u32 build;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot *k = dev_get_drvdata(dev);

	return sysfs_emit(buf, "knot-%u.%u\n", k->release, k->build);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct knot *k = dev_get_drvdata(dev);
	unsigned int release, build;
	int used = 0;

	if (sscanf(buf, "knot-%3u.%5u%n", &release, &build, &used) != 2) {
		dev_info(dev, "this is no version of a knot\n");
		return -EINVAL;
	}
	if (buf[used] == '\n')
		used++;
	if (used != count) {
		dev_info(dev, "%zu bytes instead of %d\n", count, used);
		return -EINVAL; /* expect: MV301 */
	}
	if (release != k->release || build > k->build) {
		dev_info(dev, "release %u up to build %u is loaded\n", k->release, k->build);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int knot_add(struct device *dev, struct knot *k, void __iomem *regs)
{
	u32 id = readl(regs);

	k->release = FIELD_GET(KNOT_RELEASE, id);
	k->build = FIELD_GET(KNOT_BUILD, id);
	dev_set_drvdata(dev, k);
	return device_create_file(dev, &dev_attr_migration_version);
}
