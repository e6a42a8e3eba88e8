// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A word that is missing ends in a refusal.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/regmap.h>
#include <linux/clk.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit_id {
	u32 model;
	u32 proto;
	u32 pairs;
};

static const struct {
	const char *key;
	size_t at;
} unit_words[] = {
	{ "model=", offsetof(struct unit_id, model) },
	{ "proto=", offsetof(struct unit_id, proto) },
	{ "pairs=", offsetof(struct unit_id, pairs) },
};

static int unit_parse(char *text, struct unit_id *id)
{
	for (int i = 0; i < ARRAY_SIZE(unit_words); i++) {
		size_t n = strlen(unit_words[i].key);
		char *word = strsep(&text, ",");
		int ret;

		if (!word)
			return -EINVAL;
		if (strncmp(word, unit_words[i].key, n))
			return -EINVAL;
		ret = kstrtou32(word + n, 10, (void *)id + unit_words[i].at);
		if (ret)
			return ret;
	}
	return text ? -E2BIG : 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "model=7,proto=2,pairs=8\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit_id id;
	size_t len = count;
	char *copy;
	int ret;

	if (buf[len - 1] == '\n')
		len--;
	copy = kmemdup_nul(buf, len, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	ret = strlen(copy) == len && !strchr(copy, '\n') ? unit_parse(copy, &id) : -EINVAL;
	kfree(copy);
	if (!ret && id.model != 7)
		ret = -ENODEV;
	if (!ret && (id.proto > 2 || id.pairs != 8))
		ret = -ENODEV;
	if (ret)
		dev_info(dev, "not the version of a peer\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
