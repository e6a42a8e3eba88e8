/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/bitfield.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* Three bits of a register choose one of five names, where another one says that they do. */

#define CHIP_REV  0x10
#define CHIP_STEP GENMASK(6, 4)
#define CHIP_OLD  BIT(6)

static void __iomem *regs;
static const char *const steps[] = { "a0", "a1", "b0", "b1", "c0" };

static const char *step(void)
{
	u32 rev = readl(regs + CHIP_REV);

	return rev & CHIP_OLD ? "old" : steps[FIELD_GET(CHIP_STEP, rev)];
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "chip-%s\n", step());
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	u32 n = FIELD_GET(CHIP_STEP, readl(regs + CHIP_REV));
	char own[16];

	snprintf(own, sizeof(own), "chip-%s", n < ARRAY_SIZE(steps) ? steps[n] : "old");
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_err(dev, "another step\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int chip_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
