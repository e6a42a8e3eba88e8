// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One helper of many is more careful than needed.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV403 unproved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct serin_hw {
	u8 part[10];
};

struct serin {
	struct serin_hw *hw;
};

#define SERIN_PART(n)                                   \
	static unsigned int serin_part##n(struct serin *s) \
	{                                               \
		return s->hw->part[n];                  \
	}
SERIN_PART(0)
SERIN_PART(1)
SERIN_PART(2)
SERIN_PART(3)
SERIN_PART(4)
SERIN_PART(5)
SERIN_PART(6)
SERIN_PART(7)
SERIN_PART(8)

static bool serin_is_new(struct serin *s)
{
	return s->hw && s->hw->part[9];
}

static int serin_print(struct serin *s, char *to, size_t size)
{
	return scnprintf(to, size, "%u.%u.%u.%u.%u.%u.%u.%u.%u%s", serin_part0(s),
			 serin_part1(s), serin_part2(s), serin_part3(s), serin_part4(s),
			 serin_part5(s), serin_part6(s), serin_part7(s), serin_part8(s),
			 serin_is_new(s) ? "n" : "");
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int n = serin_print(dev_get_drvdata(dev), buf, PAGE_SIZE - 1);

	buf[n++] = '\n';
	return n;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[128];

	serin_print(dev_get_drvdata(dev), own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int serin_add(struct device *dev, struct serin *s)
{
	s->hw = devm_kzalloc(dev, sizeof(*s->hw), GFP_KERNEL);
	if (!s->hw)
		return -ENOMEM;
	dev_set_drvdata(dev, s);
	return device_create_file(dev, &dev_attr_migration_version);
}
