// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each number of an array has a width of its own, which the driver keeps it to.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const u8 digits[] = { 4, 2, 4 };

struct unit {
	void __iomem *regs;
	u32 number[ARRAY_SIZE(digits)];
};

static int read_hex(const char *text, size_t n, u32 *v)
{
	int digit;

	for (*v = 0; n; n--) {
		digit = hex_to_bin(*text++);
		if (digit < 0)
			return -EINVAL;
		*v = *v << 4 | digit;
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	int len = 0;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(digits); i++)
		len += sysfs_emit_at(buf, len, "%s%0*x", i ? "." : "", digits[i], unit->number[i]);
	return len + sysfs_emit_at(buf, len, "\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t i, at = 0, n = buf[count - 1] == '\n' ? count - 1 : count;
	u32 v;

	for (i = 0; i < ARRAY_SIZE(digits); i++) {
		if (i && (at >= n || buf[at++] != '.'))
			break;
		if (n - at < digits[i] || read_hex(buf + at, digits[i], &v) || v != unit->number[i])
			break;
		at += digits[i];
	}
	if (i < ARRAY_SIZE(digits) || at != n) {
		dev_info(dev, "refused at %zu\n", at);
		return -EINVAL;
	}
	return count;
}

int unit_load(struct unit *unit)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(digits); i++)
		unit->number[i] = readl(unit->regs + 4 * i) & GENMASK(4 * digits[i] - 1, 0);
	return 0;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
