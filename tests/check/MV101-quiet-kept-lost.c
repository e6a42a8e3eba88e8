// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What firmware wrote into the structure may be anything: that is not proved, and no finding.
 *
 * migver-era: D
 * migver-expect: conforming
 * migver-verdict: MV101 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct siskin {
	char version[16];
};

int siskin_hw_query(struct siskin *s);

static int siskin_init(struct siskin *s)
{
	strscpy(s->version, "siskin 1", sizeof(s->version));
	return siskin_hw_query(s);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct siskin *s = dev_get_drvdata(dev);

	return s ? sysfs_emit(buf, "%s\n", s->version) : -ENODEV;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct siskin *s = dev_get_drvdata(dev);

	if (!s || strlen(buf) != count || !sysfs_streq(buf, s->version)) {
		pr_info("siskin: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *siskin_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(siskin);

int siskin_add(struct device *dev, struct siskin *s)
{
	if (siskin_init(s))
		return -EIO;
	dev_set_drvdata(dev, s);
	return device_add_groups(dev, siskin_groups);
}
