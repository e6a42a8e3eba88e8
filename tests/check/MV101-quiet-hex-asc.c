// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Digits out of the kernel's table, of a snapshot that a seqlock guards.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV101 proved
 * migver-verdict: MV106 proved
 * migver-verdict: MV109 proved
 * migver-verdict: MV205 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/seqlock.h>
#include <linux/sysfs.h>

struct ident {
	u32 model;
	u32 abi;
};

struct unit {
	seqlock_t lock;
	struct ident ident;
};

static void snapshot(struct unit *unit, struct ident *out)
{
	unsigned int seq;

	do {
		seq = read_seqbegin(&unit->lock);
		*out = unit->ident;
	} while (read_seqretry(&unit->lock, seq));
}

static void put_byte(char *out, u8 byte)
{
	out[0] = hex_asc_hi(byte);
	out[1] = hex_asc_lo(byte);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct ident own;

	snapshot(dev_get_drvdata(dev), &own);
	put_byte(buf, own.model);
	buf[2] = '/';
	put_byte(buf + 3, own.abi);
	buf[5] = '\n';
	return 6;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t n = buf[count - 1] == '\n' ? count - 1 : count;
	struct ident own;
	char text[5];

	snapshot(dev_get_drvdata(dev), &own);
	put_byte(text, own.model);
	text[2] = '/';
	put_byte(text + 3, own.abi);
	if (n == sizeof(text) && !memcmp(buf, text, n))
		return count;
	dev_info(dev, "refused\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
