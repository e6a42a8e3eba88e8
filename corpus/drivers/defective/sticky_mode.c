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

static struct device_attribute ostrava_files[] = { { /* expect: MV003 */
		.attr = {
			.name = "migration_version",
			.mode = S_ISVTX | S_IRUGO | S_IWUSR,
		},
		.show = version_show,
		.store = version_store,
	}, {
		.attr = { .name = "model", .mode = 0444 },
		.show = model_show,
	},
};

static int ostrava_probe(struct platform_device *pdev)
{
	int i, ret;

	for (i = 0; i < ARRAY_SIZE(ostrava_files); i++) {
		ret = device_create_file(&pdev->dev, &ostrava_files[i]);
		if (ret)
			goto undo;
	}
	return 0;

undo:
	while (i--)
		device_remove_file(&pdev->dev, &ostrava_files[i]);
	return ret;
}

static int ostrava_remove(struct platform_device *pdev)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(ostrava_files); i++)
		device_remove_file(&pdev->dev, &ostrava_files[i]);
	return 0;
}

static struct platform_driver ostrava_driver = {
	.driver = { .name = "ostrava-hub" },
	.probe = ostrava_probe,
	.remove = ostrava_remove,
};
module_platform_driver(ostrava_driver);

MODULE_LICENSE("GPL");
