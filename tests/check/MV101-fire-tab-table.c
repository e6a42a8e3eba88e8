// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One name of a table holds a tab; any of them may be shown.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct mink_kind {
	int code;
	const char *text;
};
static const struct mink_kind mink_kinds[] = {
	{ 3, "mink-3" },
	{ 4, "mink\t4" },
	{ 5, "mink-5" },
};

static const char *mink_text(unsigned int code)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(mink_kinds); i++)
		if (mink_kinds[i].code == code)
			return mink_kinds[i].text;
	return NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const char *text = mink_text((unsigned long)dev_get_drvdata(dev) & 7);

	return text ? sysfs_emit(buf, "%s\n", text) : -ENODEV; /* expect: MV101 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "mink-3")) {
		pr_info("mink: incompatible version\n");
		return -EINVAL;
	}
	return count; /* expect: MV302 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *mink_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(mink);

int mink_add(struct device *dev)
{
	return device_add_groups(dev, mink_groups);
}
