// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop over the bytes first, then one over the tokens of a copy: each round
 * cuts the copy, wherever its cursor stands by then.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV202 proved
 * migver-verdict: MV208 proved
 * migver-verdict: MV212 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#define PLOVER_PARTS 3

static int plover_check(const char *buf, size_t len)
{
	static const char * const parts[PLOVER_PARTS] = { "plover", "rx2", "fw7" };
	char *list, *pos, *item;
	unsigned int n = 0;
	int ret = 0;
	size_t i;

	for (i = 0; i < len; i++)
		if (buf[i] <= ' ' || buf[i] > '~')
			return -EINVAL;
	list = kmemdup_nul(buf, len, GFP_KERNEL);
	if (!list)
		return -ENOMEM;

	pos = list;
	while (!ret && (item = strsep(&pos, ":")) != NULL) {
		if (n >= PLOVER_PARTS || strcmp(item, parts[n]))
			ret = -EINVAL;
		n++;
	}
	if (!ret && n != PLOVER_PARTS)
		ret = -EINVAL;
	kfree(list);
	return ret;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "plover:rx2:fw7\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret;

	ret = plover_check(buf, count - (buf[count - 1] == '\n'));
	if (ret) {
		dev_warn(dev, "no stream of plover:rx2:fw7 (%d)\n", ret);
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int plover_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
