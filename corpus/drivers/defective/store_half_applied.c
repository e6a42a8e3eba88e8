// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Strathie transcoder, judged as any attribute of sysfs: a write chooses the
 * format that the next save will use. The major number is set before the
 * minor one is known to be good.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define STRATH_MAX_MAJOR	4
#define STRATH_MAX_MINOR	9

struct strath {
	struct mutex lock;	/* guards the format */
	unsigned int major;
	unsigned int minor;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct strath *st = dev_get_drvdata(dev);
	ssize_t len;

	if (!st)
		return -ENODEV;
	mutex_lock(&st->lock);
	len = sysfs_emit(buf, "%u.%u\n", st->major, st->minor);
	mutex_unlock(&st->lock);
	return len;
}

static int strath_set_format(struct strath *st, unsigned int major,
			     unsigned int minor)
{
	if (major > STRATH_MAX_MAJOR)
		return -ERANGE;
	st->major = major; /* expect: MV216 */
	if (minor > STRATH_MAX_MINOR)
		return -ERANGE;
	st->minor = minor;
	return 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct strath *st = dev_get_drvdata(dev);
	unsigned int major, minor;
	int ret, end = 0;

	if (!st)
		return -ENODEV;
	if (sscanf(buf, "%3u.%3u%n", &major, &minor, &end) != 2)
		return -EINVAL;
	if (buf[end] == '\n')
		end++;
	if (end != count)
		return -EINVAL;

	mutex_lock(&st->lock);
	ret = strath_set_format(st, major, minor);
	mutex_unlock(&st->lock);
	return ret ?: count;
}
static DEVICE_ATTR_RW(migration_version);

static int strath_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct strath *st = devm_kzalloc(&pdev->dev, sizeof(*st), GFP_KERNEL);

	if (!st)
		return -ENOMEM;
	mutex_init(&st->lock);
	st->major = STRATH_MAX_MAJOR;
	pci_set_drvdata(pdev, st);
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static void strath_remove(struct pci_dev *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
}

static const struct pci_device_id strath_ids[] = {
	{ PCI_DEVICE(0x1fd7, 0x0049) },
	{ }
};
MODULE_DEVICE_TABLE(pci, strath_ids);

static struct pci_driver strath_driver = {
	.name = "strathie",
	.id_table = strath_ids,
	.probe = strath_probe,
	.remove = strath_remove,
};
module_pci_driver(strath_driver);
MODULE_LICENSE("GPL");
