// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A parser stores into an element of one array; the length beside it stays what it was.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static const char *const unit_keys[] = { "gen", "rev", "abi" };

struct unit_scan {
	u16 out[ARRAY_SIZE(unit_keys)];
	u32 used;
	char text[12];
};

static int unit_put(struct unit_scan *u, char c)
{
	if (u->used + 1 == sizeof(u->text))
		return -E2BIG;
	u->text[u->used++] = c;
	return 0;
}

static int unit_word(struct unit_scan *u, const char *key)
{
	int f = match_string(unit_keys, ARRAY_SIZE(unit_keys), key);
	int ret;

	u->text[u->used] = '\0';
	u->used = 0;
	ret = f < 0 ? f : kstrtou16(u->text, 16, &u->out[f]);
	if (!ret)
		ret = unit_put(u, 'x');
	u->used = 0;
	return ret;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7;8\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit_scan u = { };
	size_t i;
	int ret = memchr(buf, '\0', count) ? -EBADMSG : 0;

	for (i = 0; i < count && buf[i] != ';' && !ret; i++)
		ret = unit_put(&u, buf[i]);
	if (!ret)
		ret = unit_word(&u, "gen");
	for (i++; i < count && buf[i] != '\n' && !ret; i++)
		ret = unit_put(&u, buf[i]);
	if (!ret && i + 1 < count)
		ret = -EINVAL;
	if (!ret)
		ret = unit_word(&u, "rev");
	if (!ret && (u.out[0] != 7 || u.out[1] > 8))
		ret = -ENODEV;
	if (ret)
		dev_info(dev, "not the version of a peer\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
