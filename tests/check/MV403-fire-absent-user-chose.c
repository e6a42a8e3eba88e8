// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number that was written is compared with one of the driver's own before
 * the call: that says nothing of the driver's generation, as any number can be
 * written.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>

struct scoter;

struct scoter_ops {
	bool (*takes)(const struct scoter *s, u32 layout);
	u32 base;
};

struct scoter {
	const struct scoter_ops *ops;
	u32 minor;
};

static bool scoter_takes(const struct scoter *s, u32 layout)
{
	return layout >= s->ops->base;
}

static const struct scoter_ops scoter_ops[2] = {
	{ .base = 16 },
	{ .base = 32, .takes = scoter_takes },
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct scoter *s = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", s->ops->base + (s->minor & 7));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct scoter *s = dev_get_drvdata(dev);
	u32 layout;
	int ret = kstrtou32(buf, 10, &layout); /* expect: MV214 */

	if (ret) {
		dev_info(dev, "no number\n");
		return ret;
	}
	if (layout == s->ops->base + (s->minor & 7) ||
	    s->ops->takes(s, layout)) /* expect: MV403 */
		return count;
	dev_info(dev, "layout %u is unknown\n", layout);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int scoter_add(struct device *dev, struct scoter *s, bool is_new)
{
	s->ops = &scoter_ops[is_new];
	dev_set_drvdata(dev, s);
	return device_create_file(dev, &dev_attr_migration_version);
}
