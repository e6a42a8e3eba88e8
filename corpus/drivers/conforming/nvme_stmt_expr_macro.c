// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Feldspar NVMe controller. Statement-expression macros of the driver's own:
 * one strips the newline from a length, one logs and yields the errno. The
 * attribute is declared through a group array in the driver structure.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define FELDSPAR_VERSION "feldspar nvme 1.4 qid=16"

#define line_length(_buf, _count)					\
({									\
	const char *__line = (_buf);					\
	size_t __len = (_count);					\
									\
	if (__len && __line[__len - 1] == '\n')				\
		__len--;						\
	__len;								\
})

#define refuse(_dev, _err, _fmt, ...)					\
({									\
	int __err = (_err);						\
									\
	dev_warn_ratelimited(_dev, _fmt ": %d\n", ##__VA_ARGS__, __err);	\
	__err;								\
})

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, FELDSPAR_VERSION "\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t len = line_length(buf, count);

	if (len != sizeof(FELDSPAR_VERSION) - 1)
		return refuse(dev, -EINVAL, "version of %zu characters", len);

	if (memcmp(buf, FELDSPAR_VERSION, len))
		return refuse(dev, -EXDEV, "version of another controller");

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *feldspar_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group feldspar_group = {
	.attrs = feldspar_attrs,
};

static const struct attribute_group *feldspar_groups[] = {
	&feldspar_group,
	NULL,
};

static int feldspar_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return pcim_enable_device(pdev);
}

static const struct pci_device_id feldspar_ids[] = {
	{ PCI_DEVICE(0x1fcf, 0x0016) },
	{ }
};
MODULE_DEVICE_TABLE(pci, feldspar_ids);

static struct pci_driver feldspar_driver = {
	.name = "feldspar",
	.id_table = feldspar_ids,
	.probe = feldspar_probe,
	.dev_groups = feldspar_groups,
};
module_pci_driver(feldspar_driver);

MODULE_DESCRIPTION("Feldspar NVMe controller");
MODULE_LICENSE("Dual MIT/GPL");
