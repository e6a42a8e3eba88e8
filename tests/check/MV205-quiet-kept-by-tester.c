// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What limits a kept number is read through a pointer that show tests.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct pipit_hw {
	u32 ports;
};

struct pipit {
	struct pipit_hw *hw;
	u32 ports;
	u8 lane[4];
};

static int pipit_print(struct pipit *p, char *to, size_t size)
{
	return scnprintf(to, size, "pipit-%u\n", p->hw ? p->lane[p->ports] : 0);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return pipit_print(dev_get_drvdata(dev), buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[24];

	pipit_print(dev_get_drvdata(dev), own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int pipit_add(struct device *dev, struct pipit *p)
{
	p->hw = devm_kzalloc(dev, sizeof(*p->hw), GFP_KERNEL);
	if (!p->hw)
		return -ENOMEM;
	dev_set_drvdata(dev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

void pipit_update(struct pipit *p)
{
	p->ports = p->hw->ports & 3;
}
