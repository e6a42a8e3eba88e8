// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Neither a number as the last field nor the tag of a prerelease minds the newline.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	u32 model, build;
	u32 stage;
};

static const char *const stages[] = { "", "alpha", "beta" };

static const char *tag_of(const struct unit *u)
{
	return u->stage < ARRAY_SIZE(stages) ? stages[u->stage] : NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *u = dev_get_drvdata(dev);
	const char *tag = tag_of(u);

	if (!tag)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "unit,%u,%u%s%s", u->model, u->build, *tag ? "," : "", tag);
}

static int next_number(char **rest, u32 *out)
{
	char *word = strsep(rest, ",");

	return word ? kstrtou32(word, 10, out) : -EINVAL;
}

static int compare(struct unit *u, char *text)
{
	const char *tag = tag_of(u), *word = strsep(&text, ",");
	u32 model, build;

	if (!tag)
		return -EOPNOTSUPP;
	if (strcmp(word, "unit") || next_number(&text, &model) || next_number(&text, &build))
		return -EINVAL;
	if (model != u->model || build > u->build)
		return -ENODEV;
	return sysfs_streq(text ? text : "", tag) ? 0 : -EOPNOTSUPP;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *u = dev_get_drvdata(dev);
	char *text;
	int ret;

	if (memchr(buf, '\0', count)) {
		pr_info("unit: not a text\n");
		return -EINVAL;
	}
	text = kmemdup_nul(buf, count, GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	ret = compare(u, text);
	if (ret)
		pr_info("unit: refused: %d\n", ret);
	kfree(text);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
