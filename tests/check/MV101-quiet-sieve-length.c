// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only letters and digits remain; the loop asks for the length.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV101 proved
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>

struct rail {
	char raw[24];
};

static int rail_model(struct rail *u, char *to)
{
	size_t i, n;

	strscpy(to, u->raw, 24);
	n = strlen(to);
	for (i = 0; i < n; i++) {
		char c = to[i];

		if (c >= 'a' && c <= 'z')
			continue;
		if (c >= '0' && c <= '9')
			continue;
		to[i] = '-';
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct rail *u = dev_get_drvdata(dev);
	char own[24];
	int ret = rail_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct rail *u = dev_get_drvdata(dev);
	char own[24];
	int ret = rail_model(u, own);

	if (ret) {
		dev_info(dev, "no model\n");
		return ret;
	}
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "the source is another model\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int rail_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
