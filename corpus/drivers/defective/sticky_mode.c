// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ostrava sensor hub. An array of hand-written attributes, one of which
 * carries the sticky bit; somebody read it as "keep this file".
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/stat.h>
#include <linux/sysfs.h>
#include <linux/string.h>

#define OSTRAVA_VERSION	"ostrava-hub-1.1"

static ssize_t model_show(struct device *dev, struct device_attribute *attr,
			  char *buf)
{
	return sysfs_emit(buf, "hub\n");
}

static ssize_t version_show(struct device *dev, struct device_attribute *attr,
			    char *buf)
{
	return sysfs_emit(buf, "%s\n", OSTRAVA_VERSION);
}

static ssize_t version_store(struct device *dev, struct device_attribute *attr,
			     const char *buf, size_t count)
{
	bool ok = strnlen(buf, count) == count &&
		  sysfs_streq(buf, OSTRAVA_VERSION);

	if (!ok)
		dev_warn(dev, "peer is not %s\n", OSTRAVA_VERSION);
	return ok ? count : -EINVAL;
}

static struct device_attribute ostrava_files[] = { {
		.attr = {
			.name = "migration_version", /* expect: MV003 */
			.mode = S_ISVTX | S_IRUGO | S_IWUSR,
		},
		.show = version_show,
		.store = version_store,
	}, {
		.attr = { .name = "model", .mode = 0444 },
		.show = model_show,
	},
};

static struct attribute *ostrava_attrs[] = {
	&ostrava_files[0].attr,
	&ostrava_files[1].attr,
	NULL,
};

static const struct attribute_group ostrava_group = {
	.attrs = ostrava_attrs,
};

static int ostrava_probe(struct platform_device *pdev)
{
	return devm_device_add_group(&pdev->dev, &ostrava_group);
}

static struct platform_driver ostrava_driver = {
	.driver = { .name = "ostrava-hub" },
	.probe = ostrava_probe,
};
module_platform_driver(ostrava_driver);

MODULE_LICENSE("GPL");
