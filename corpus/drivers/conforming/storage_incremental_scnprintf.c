// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Cairn storage shelf. The version is the sequence of its slots' formats,
 * appended with the classic scnprintf(buf + len, PAGE_SIZE - len, ...) loop.
 * store() renders the same line into a page of its own, the whole of it, and
 * compares; the buffer is freed on the one way out.
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

#define CAIRN_SLOTS	12

struct cairn_shelf {
	u8 format[CAIRN_SLOTS];
};

static size_t cairn_render(const struct cairn_shelf *shelf, char *page)
{
	size_t len = 0;
	int i;

	for (i = 0; i < CAIRN_SLOTS; i++)
		len += scnprintf(page + len, PAGE_SIZE - len, "%s%u",
				 i ? "-" : "cairn ", shelf->format[i]);
	len += scnprintf(page + len, PAGE_SIZE - len, "\n");

	return len;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct cairn_shelf *shelf = dev_get_drvdata(dev);

	if (!shelf)
		return -ENODEV;
	return cairn_render(shelf, buf);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct cairn_shelf *shelf = dev_get_drvdata(dev);
	ssize_t ret = -ENODEV;
	size_t len;
	char *page;

	if (!shelf)
		goto out;

	page = kmalloc(PAGE_SIZE, GFP_KERNEL);
	if (!page) {
		ret = -ENOMEM;
		goto out;
	}

	/* the line ends in a newline, which the writer may have left out */
	len = cairn_render(shelf, page);
	if ((count == len || count == len - 1) && !memcmp(page, buf, count))
		ret = count;
	else
		ret = -EMEDIUMTYPE;
	kfree(page);
out:
	if (ret < 0)
		dev_dbg(dev, "shelf version refused: %zd\n", ret);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *cairn_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(cairn);

static int cairn_probe(struct platform_device *pdev)
{
	struct cairn_shelf *shelf;
	int i;

	shelf = devm_kzalloc(&pdev->dev, sizeof(*shelf), GFP_KERNEL);
	if (!shelf)
		return -ENOMEM;

	for (i = 0; i < CAIRN_SLOTS; i++)
		shelf->format[i] = i < 4 ? 2 : 1;
	platform_set_drvdata(pdev, shelf);
	return 0;
}

static struct platform_driver cairn_driver = {
	.driver = {
		.name = "cairn-shelf",
		.dev_groups = cairn_groups,
	},
	.probe = cairn_probe,
};
module_platform_driver(cairn_driver);

MODULE_ALIAS("platform:cairn-shelf");
MODULE_DESCRIPTION("Cairn storage shelf");
MODULE_LICENSE("Dual MIT/GPL");
