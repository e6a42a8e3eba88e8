// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The status of the loop hides that of the function, which returns its own success.
 *
 * migver-era: device
 * migver-expect: defective
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
	struct regmap *map;
	struct clk *clk;
};

static const unsigned int unit_regs[] = { 4, 8, 16 };

static int unit_read(struct unit *unit, u32 *word)
{
	int ret = clk_prepare_enable(unit->clk);

	if (ret)
		return ret;
	memset(word, 0, sizeof(*word) * ARRAY_SIZE(unit_regs));
	for (int i = 0; i < ARRAY_SIZE(unit_regs); i++) {
		unsigned int v;
		int ret = regmap_read(unit->map, unit_regs[i], &v);

		if (ret)
			break;
		word[i] = v;
	}
	clk_disable_unprepare(unit->clk);
	return ret;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	u32 word[ARRAY_SIZE(unit_regs)];
	int ret = unit ? unit_read(unit, word) : -ENODEV;

	if (ret)
		return ret;
	return sysfs_emit(buf, "%08x.%08x.%08x\n", word[0], word[1], word[2]); /* expect: MV213 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	u32 word[ARRAY_SIZE(unit_regs)];
	char own[40];
	int ret = unit ? unit_read(unit, word) : -ENODEV;

	if (ret) {
		dev_info(dev, "nothing to compare with\n");
		return ret;
	}
	scnprintf(own, sizeof(own), "%08x.%08x.%08x", word[0], word[1], word[2]);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "not the version of a peer\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
