// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The bitmap, which ends in a newline of its own, comes last.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/bitmap.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/kernel.h>

#define UNIT_ALGS 48

struct unit_chip {
	const char *name;
	unsigned int abi;
};

struct unit {
	const struct unit_chip *chip;
	unsigned int rings;
	DECLARE_BITMAP(algs, UNIT_ALGS);
};

static const struct unit_chip unit_small = { "unit-s", 5 };
static const struct unit_chip unit_large = { "unit-l", 6 };

/* @page is a whole one */
static int unit_compose(const struct unit *unit, char *page)
{
	int at;

	at = scnprintf(page, PAGE_SIZE, "%s;abi=%u;rings=%u;algs=", unit->chip->name,
		       unit->chip->abi, unit->rings);
	at += bitmap_print_to_pagebuf(true, page + at, unit->algs, UNIT_ALGS);
	return at;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);

	return unit ? unit_compose(unit, buf) : -ENODEV;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	bool same = false;
	char *page;

	page = (char *)get_zeroed_page(GFP_KERNEL);
	if (unit && page && strnlen(buf, count) == count) {
		unit_compose(unit, page);
		same = sysfs_streq(page, buf);
	}
	free_page((unsigned long)page);
	if (!same)
		dev_info(dev, "not the version of a peer\n");
	return same ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev, struct unit *unit, bool large, const unsigned long *algs)
{
	unit->chip = large ? &unit_large : &unit_small;
	bitmap_copy(unit->algs, algs, UNIT_ALGS);
	dev_set_drvdata(dev, unit);
	return device_create_file(dev, &dev_attr_migration_version);
}
