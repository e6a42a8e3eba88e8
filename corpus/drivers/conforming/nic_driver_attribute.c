// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sanderling network adapter. All adapters of one driver share one version, so
 * the author put the attribute on the driver and not on the devices: a
 * driver_attribute in driver.groups. No struct device is at hand for messages,
 * pr_debug() does.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/printk.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define SANDERLING_EPOCH	6

static ssize_t migration_version_show(struct device_driver *drv, char *buf)
{
	return sysfs_emit(buf, "epoch %d\n", SANDERLING_EPOCH);
}

static int sanderling_accept(const char *buf, size_t count)
{
	unsigned char epoch;
	int err;

	if (strnlen(buf, count) != count || strncmp(buf, "epoch ", 6))
		return -EINVAL;

	err = kstrtou8(buf + 6, 10, &epoch);
	if (err)
		return err;

	/* epoch 4 was never released */
	return epoch == SANDERLING_EPOCH || epoch == 5 || epoch == 3 ? 0 : -EPERM;
}

static ssize_t migration_version_store(struct device_driver *drv,
				       const char *buf, size_t count)
{
	int err = sanderling_accept(buf, count);

	if (err) {
		pr_debug("sanderling: %*pE refused: %d\n",
			 (int)min_t(size_t, count, 16), buf, err);
		return err;
	}

	return count;
}
static DRIVER_ATTR_RW(migration_version);

static struct attribute *sanderling_drv_attrs[] = {
	&driver_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(sanderling_drv);

static int sanderling_probe(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver sanderling_driver = {
	.driver = {
		.name = "sanderling",
		.groups = sanderling_drv_groups,
	},
	.probe = sanderling_probe,
};
module_platform_driver(sanderling_driver);

MODULE_ALIAS("platform:sanderling");
MODULE_DESCRIPTION("Sanderling network adapter");
MODULE_LICENSE("Dual MIT/GPL");
