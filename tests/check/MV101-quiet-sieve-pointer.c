// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The same with a pointer that walks to the NUL, and the tests of ctype.h.
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

struct knot {
	void __iomem *vpd;
};

static int knot_model(struct knot *u, char *to)
{
	char *p;

	memcpy_fromio(to, u->vpd, 32);
	to[32] = '\0';
	for (p = to; *p; p++)
		if (!isascii(*p) || !isprint(*p))
			*p = '?';
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot *u = dev_get_drvdata(dev);
	char own[33];
	int ret = knot_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct knot *u = dev_get_drvdata(dev);
	char own[33];
	int ret = knot_model(u, own);

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

int knot_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
