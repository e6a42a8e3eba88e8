// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One of two tables has no such function, and show asks which table it has.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV109 unproved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/io.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct knot;

struct knot_ops {
	unsigned int generation;
	u32 (*revision)(struct knot *knot);
};

struct knot {
	const struct knot_ops *ops;
	void __iomem *regs;
};

static u32 knot_revision(struct knot *knot)
{
	return readl(knot->regs) & 0xff;
}

static const struct knot_ops knot_old_ops = { .generation = 1 };
static const struct knot_ops knot_ops = { .generation = 2, .revision = knot_revision };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot *knot = dev_get_drvdata(dev);
	u32 revision = 0;

	if (knot->ops == &knot_ops)
		revision = knot->ops->revision(knot);
	return sysfs_emit(buf, "knot-%u\n", revision);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct knot *knot = dev_get_drvdata(dev);
	u32 revision = 0;
	char own[24];

	if (knot->ops->revision)
		revision = knot->ops->revision(knot);
	snprintf(own, sizeof(own), "knot-%u", revision);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int knot_probe(struct device *dev, void __iomem *regs, bool old)
{
	struct knot *knot = devm_kzalloc(dev, sizeof(*knot), GFP_KERNEL);

	if (!knot)
		return -ENOMEM;
	knot->regs = regs;
	knot->ops = old ? &knot_old_ops : &knot_ops;
	dev_set_drvdata(dev, knot);
	return device_create_file(dev, &dev_attr_migration_version);
}
