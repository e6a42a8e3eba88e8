// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Records of a tag, a size and so many bytes, each looked at before it is read.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/kernel.h>

struct unit_rev {
	u32 val[3];
};

static int unit_parse(const u8 *rec, size_t len, struct unit_rev *rev)
{
	unsigned long seen = 0;
	size_t pos = 0;

	while (pos < len) {
		const u8 *v = rec + pos + 2;
		u8 tag, size;

		if (pos + 2 > len)
			return -EBADMSG;
		tag = rec[pos];
		size = rec[pos + 1];
		if (pos + 2 + size > len)
			return -EBADMSG;
		if (tag > 2 || size != sizeof(u32) || seen & BIT(tag))
			return -EBADMSG;
		rev->val[tag] = (u32)v[0] << 24 | v[1] << 16 | v[2] << 8 | v[3];
		seen |= BIT(tag);
		pos += 2 + size;
	}
	return seen == 7 ? 0 : -EBADMSG;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "000400000001010400000002020400000003\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit_rev rev = { };
	size_t digits = count;
	u8 *rec;
	int err;

	if (buf[digits - 1] == '\n')
		digits--;
	if (!digits || digits % 2) {
		dev_info(dev, "not in pairs of digits\n");
		return -EINVAL;
	}
	rec = kmalloc(digits / 2, GFP_KERNEL);
	if (!rec)
		return -ENOMEM;
	err = hex2bin(rec, buf, digits / 2);
	if (!err)
		err = unit_parse(rec, digits / 2, &rev);
	kfree(rec);
	if (err || rev.val[0] != 1 || rev.val[1] > 2 || rev.val[2] != 3) {
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
