// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Words between plus signs, each of which is compared with as many names as there are.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/bitops.h>
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char *const engines[] = { "gfx", "cmp", "ce0", "ce1", "dec" };

static int check(const char *s, size_t n)
{
	const char *end = s + n;
	unsigned long seen = 0;

	for (;;) {
		const char *plus = memchr(s, '+', end - s);
		size_t len = (plus ? plus : end) - s;
		unsigned int i;

		for (i = 0; i < ARRAY_SIZE(engines); i++)
			if (strlen(engines[i]) == len && !memcmp(engines[i], s, len))
				break;
		if (i == ARRAY_SIZE(engines) || seen & BIT(i))
			return -EINVAL;
		seen |= BIT(i);
		if (!plus)
			return seen == (BIT(0) | BIT(2)) ? 0 : -EOPNOTSUPP;
		s = plus + 1;
	}
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "eng%s+%s\n", engines[0], engines[2]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t n = count - (buf[count - 1] == '\n');
	int ret = -EINVAL;

	if (n > 3 && !memcmp(buf, "eng", 3))
		ret = check(buf + 3, n - 3);
	if (ret)
		dev_info(dev, "refused: %d\n", ret);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int engines_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
