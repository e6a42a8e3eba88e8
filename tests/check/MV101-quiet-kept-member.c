// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The string is made once, when the device is found; the format tells what it is made of.
 *
 * migver-era: D
 * migver-expect: conforming
 * migver-verdict: MV101 proved
 * migver-verdict: MV106 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

struct redstart {
	int users;
	char version[24];
	const char *kind;
};

static const char *const redstart_kinds[] = { "half", "full" };

static struct redstart *redstart_new(struct device *dev, u16 chip, bool full)
{
	struct redstart *r = devm_kzalloc(dev, sizeof(*r), GFP_KERNEL);

	if (!r)
		return NULL;
	r->kind = redstart_kinds[full];
	snprintf(r->version, sizeof(r->version), "redstart-%04x", chip);
	return r;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct redstart *r = dev_get_drvdata(dev);

	if (!r)
		return -ENODEV;
	return sysfs_emit(buf, "%s/%s\n", r->version, r->kind);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct redstart *r = dev_get_drvdata(dev);
	size_t n;

	if (!r || strlen(buf) != count)
		goto refuse;
	n = strlen(r->version);
	if (!strncmp(buf, r->version, n) && buf[n] == '/' &&
	    sysfs_streq(buf + n + 1, r->kind))
		return count;
refuse:
	pr_info("redstart: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *redstart_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(redstart);

int redstart_add(struct device *dev, u16 chip)
{
	struct redstart *r = redstart_new(dev, chip, chip & 1);

	if (!r)
		return -ENOMEM;
	dev_set_drvdata(dev, r);
	return device_add_groups(dev, redstart_groups);
}
