// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The fields are compared as far as there are any: the first of them is enough.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const struct field {
	const char *key;
	u32 value;
} fields[] = { { "chip=", 0x1940 }, { "abi=", 7 }, { "rings=", 16 } };

static int check_field(const struct field *f, const char *text)
{
	size_t n = str_has_prefix(text, f->key);
	u32 v;
	int ret = n ? kstrtou32(text + n, 10, &v) : -EINVAL; /* expect: MV207 */

	if (ret)
		return ret;
	return v == f->value ? 0 : -ENODEV;
}

static int check_fields(char *text)
{
	size_t i = 0;
	char *field;
	int ret;

	while ((field = strsep(&text, ","))) {
		if (i == ARRAY_SIZE(fields))
			return -E2BIG;
		ret = check_field(&fields[i++], field);
		if (ret)
			return ret;
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s%u,%s%u,%s%u\n", fields[0].key, fields[0].value, fields[1].key,
			  fields[1].value, fields[2].key, fields[2].value);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t n = buf[count - 1] == '\n' ? count - 1 : count;
	char *text;
	int ret = -EINVAL;

	text = kmemdup_nul(buf, n, GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	if (strlen(text) == n)
		ret = check_fields(text);
	kfree(text);
	if (ret)
		dev_info(dev, "refused: %d\n", ret);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
