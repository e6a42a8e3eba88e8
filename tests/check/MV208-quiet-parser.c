// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A parser's own state holds the pointer: on the stack, or in memory that is freed again.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_parser {
	const char *at;
	size_t left;
};

static struct unit_parser *unit_parser_new(const char *text, size_t size)
{
	struct unit_parser *parser = kmalloc(sizeof(*parser), GFP_KERNEL);

	if (!parser)
		return NULL;
	parser->at = text;
	parser->left = size;
	return parser;
}

static bool unit_parser_reads(struct unit_parser *parser, const char *word)
{
	size_t n = strlen(word);

	if (parser->left < n || strncmp(parser->at, word, n))
		return false;
	parser->at += n;
	parser->left -= n;
	return true;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit_parser *parser = unit_parser_new(buf, count);
	ssize_t ret = -EINVAL;

	if (!parser)
		return -ENOMEM;
	if (unit_parser_reads(parser, "unit-") && sysfs_streq(parser->at, "1"))
		ret = count;
	kfree(parser);
	if (ret < 0)
		pr_info("unit: incompatible version\n");
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
