// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show asks for a function that every table of the driver has, store does not:
 * nothing comes of it.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct skua;

struct skua_ops {
	u32 (*layout)(const struct skua *s);
};

struct skua {
	const struct skua_ops *ops;
	u32 rom;
};

static u32 skua_old_layout(const struct skua *s)
{
	return s->rom & 0xff;
}

static u32 skua_new_layout(const struct skua *s)
{
	return s->rom >> 16;
}

static const struct skua_ops skua_old_ops = { .layout = skua_old_layout };
static const struct skua_ops skua_new_ops = { .layout = skua_new_layout };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct skua *s = dev_get_drvdata(dev);

	if (!s->ops->layout)
		return -ENODEV;
	return sysfs_emit(buf, "%u\n", s->ops->layout(s));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct skua *s = dev_get_drvdata(dev);
	char own[16];

	sprintf(own, "%u", s->ops->layout(s));
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "the source is not %s\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int skua_add(struct device *dev, struct skua *s, bool is_new)
{
	s->ops = is_new ? &skua_new_ops : &skua_old_ops;
	dev_set_drvdata(dev, s);
	return device_create_file(dev, &dev_attr_migration_version);
}
