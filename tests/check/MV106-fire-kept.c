// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The only text that is ever put into the member ends with a newline, and show adds another.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct wheatear {
	char version[16];
};

static void wheatear_init(struct wheatear *w)
{
	strscpy(w->version, "wheatear 1\n", sizeof(w->version));
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct wheatear *w = dev_get_drvdata(dev);

	if (!w)
		return -ENODEV;
	return sprintf(buf, "%s\n", w->version); /* expect: MV106 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct wheatear *w = dev_get_drvdata(dev);

	if (!w || strlen(buf) != count || strncmp(buf, w->version, strlen(w->version)) ||
	    !sysfs_streq(buf + strlen(w->version), "")) {
		pr_info("wheatear: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int wheatear_add(struct device *dev, struct wheatear *w)
{
	wheatear_init(w);
	dev_set_drvdata(dev, w);
	return device_create_file(dev, &dev_attr_migration_version);
}
