// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Fields are counted by a loop that the text ends, however many there are.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define LAPWING_PROTO 4

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "lapwing-%u\n", LAPWING_PROTO);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int fields = 0, proto = 0;
	char *copy, *rest, *field;
	int ret = -EINVAL;

	copy = kmemdup_nul(buf, count, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	rest = copy;
	if (strlen(copy) != count)
		goto out;
	while ((field = strsep(&rest, "-")) != NULL) {
		if (fields == 0 && strcmp(field, "lapwing"))
			goto out;
		if (fields == 1 && kstrtouint(field, 10, &proto))
			goto out;
		fields++;
	}
	if (fields == 2 && proto == LAPWING_PROTO)
		ret = count;
out:
	if (ret < 0)
		dev_dbg(dev, "another version\n");
	kfree(copy);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *lapwing_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(lapwing);

static struct platform_driver lapwing_driver = {
	.driver = { .name = "lapwing", .dev_groups = lapwing_groups },
};
module_platform_driver(lapwing_driver);
MODULE_LICENSE("GPL");
