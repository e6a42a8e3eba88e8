// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What match_token() finds is an index, but for the token that means nothing was found.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/parser.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum { OPT_ABI, OPT_RINGS, OPT_UNKNOWN };

static const match_table_t tokens = {
	{ OPT_ABI, "abi=%u" },
	{ OPT_RINGS, "rings=%u" },
	{ OPT_UNKNOWN, NULL },
};

struct unit {
	u32 value[OPT_UNKNOWN];
};

static int parse(char *text, u32 *value)
{
	substring_t args[MAX_OPT_ARGS];
	unsigned long seen = 0;
	char *token;
	int key;

	while ((token = strsep(&text, ","))) {
		key = match_token(token, tokens, args);
		if (key == OPT_UNKNOWN || seen & BIT(key))
			return -EINVAL;
		if (match_uint(&args[0], &value[key]))
			return -EINVAL;
		seen |= BIT(key);
	}
	return seen == (BIT(OPT_ABI) | BIT(OPT_RINGS)) ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "abi=%u,rings=%u\n", unit->value[OPT_ABI], unit->value[OPT_RINGS]);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	u32 value[OPT_UNKNOWN] = { 0 };
	char *text;
	int ret;

	text = kmemdup_nul(buf, buf[count - 1] == '\n' ? count - 1 : count, GFP_KERNEL);
	if (!text) {
		dev_info(dev, "no memory\n");
		return -ENOMEM;
	}
	ret = strnlen(buf, count) == count ? parse(text, value) : -EINVAL;
	if (!ret && memcmp(value, unit->value, sizeof(value)))
		ret = -ENODEV;
	kfree(text);
	if (ret)
		dev_info(dev, "refused\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
