// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The test lets no text pass that is as long as the page.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	const u8 *desc;
	size_t desc_len;
};

/* Characters of the text with its newline. */
static ssize_t unit_length(const struct unit *unit)
{
	size_t need;

	if (!unit || !unit->desc_len)
		return -EOPNOTSUPP;
	need = strlen("unit:") + 2 * unit->desc_len + 1;
	if (need >= PAGE_SIZE)
		return -EFBIG;
	return need;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);
	ssize_t len = unit_length(unit);
	char *p = buf;

	if (len < 0)
		return len;
	memcpy(p, "unit:", 5);
	p = bin2hex(p + 5, unit->desc, unit->desc_len);
	*p = '\n';
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	ssize_t want = unit_length(unit);
	size_t len = count;

	if (want < 0) {
		dev_info(dev, "not supported\n");
		return want;
	}
	if (buf[len - 1] == '\n')
		len--;
	if (len != want - 1 || memcmp(buf, "unit:", 5)) {
		dev_info(dev, "another kind of unit\n");
		return -EINVAL;
	}
	for (size_t i = 0; i < unit->desc_len; i++) {
		int hi = hex_to_bin(buf[5 + 2 * i]), lo = hex_to_bin(buf[6 + 2 * i]);

		if (hi < 0 || lo < 0 || (hi << 4 | lo) != unit->desc[i]) {
			dev_info(dev, "differs at %zu\n", i);
			return -EINVAL;
		}
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
