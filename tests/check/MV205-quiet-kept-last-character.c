// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The last character of a kept name: the length is neither 0 nor beyond the array.
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

struct unit {
	unsigned int len;
	char name[16];
};

enum { AT_MAGIC, AT_GEN, AT_REV, AT_FEAT };

struct unit_id {
	u32 gen, rev, feat;
};

static ssize_t unit_scan(const char *buf, size_t count, struct unit_id *id)
{
	static const char magic[] = "unit/";
	u32 number[AT_FEAT + 1] = { 0 };
	unsigned int at = AT_MAGIC, digits = 0;
	size_t i;
	int d;

	for (i = 0; i < count && buf[i] != '\n'; i++) {
		if (at == AT_MAGIC) {
			if (buf[i] != magic[i])
				return -EINVAL;
			if (!magic[i + 1])
				at = AT_GEN;
			continue;
		}
		if (at < AT_FEAT && buf[i] == '.' && digits) {
			at++;
			digits = 0;
			continue;
		}
		d = hex_to_bin(buf[i]);
		if (d < 0 || ++digits > 8 || (at < AT_FEAT && (d > 9 || digits > 5)))
			return -EINVAL;
		number[at] = number[at] * (at < AT_FEAT ? 10 : 16) + d;
	}
	if (at != AT_FEAT || digits != 8 || (i < count && i + 1 != count))
		return -EINVAL;
	id->gen = number[AT_GEN];
	id->rev = number[AT_REV];
	id->feat = number[AT_FEAT];
	return count;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit/3.12.000000f1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	struct unit_id id;
	ssize_t ret = unit_scan(buf, count, &id);

	if (ret >= 0 && (id.gen != 3 || id.rev > 12 || id.feat & ~0xf1))
		ret = -EXDEV;
	if (unit->name[unit->len - 1] == 'x')
		ret = -EXDEV;
	if (ret < 0)
		dev_info(dev, "not the version of a peer\n");
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
