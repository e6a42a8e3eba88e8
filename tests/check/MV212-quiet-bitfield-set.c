/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* A register of bit-fields is filled in one by one on the stack: none is read before. */

struct latch {
	u32 slot : 5;
	u32 update : 1;
	u32 enable : 1;
	u32 spare : 25;
};

union latch_word {
	u32 word;
	struct latch bits;
};

static void __iomem *regs;

static void latch(unsigned int slot, bool enable)
{
	union latch_word w;

	w.bits.slot = slot;
	w.bits.update = 1;
	w.bits.enable = enable;
	w.bits.spare = 0;
	writel(w.word, regs);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "latch-4\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct latch mine;

	mine.slot = 3;
	mine.spare = 0;
	if (mine.slot != 3 || !sysfs_streq(buf, "latch-4")) {
		dev_err(dev, "not latch-4\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int latch_add(struct device *dev)
{
	latch(3, false);
	return device_create_file(dev, &dev_attr_migration_version);
}
