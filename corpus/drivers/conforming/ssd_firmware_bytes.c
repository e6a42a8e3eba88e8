// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Travertine solid state disk. The firmware's revision is eight bytes that may
 * hold anything; show() replaces all that is not a printable ASCII character,
 * so the attribute stays one line of ASCII. store() renders the same text and
 * compares with lengths. The attribute is for root only.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define TRAVERTINE_FW_BYTES	8
#define TRAVERTINE_TEXT		(3 + TRAVERTINE_FW_BYTES)

struct travertine {
	u8 fw[TRAVERTINE_FW_BYTES];	/* as the device reports it */
};

/* writes exactly TRAVERTINE_TEXT characters and no terminator */
static void travertine_text(const struct travertine *ssd, char *out)
{
	int i;

	memcpy(out, "tv-", 3);
	for (i = 0; i < TRAVERTINE_FW_BYTES; i++) {
		u8 c = ssd->fw[i];

		out[3 + i] = c > 0x20 && c < 0x7f ? c : '.';
	}
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct travertine *ssd = dev_get_drvdata(dev);

	if (!ssd)
		return -ENODEV;

	travertine_text(ssd, buf);
	buf[TRAVERTINE_TEXT] = '\n';
	return TRAVERTINE_TEXT + 1;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct travertine *ssd = dev_get_drvdata(dev);
	char own[TRAVERTINE_TEXT];
	bool ok = false;

	if (!ssd) {
		dev_dbg(dev, "disk without firmware\n");
		return -ENODEV;
	}

	travertine_text(ssd, own);
	switch (count) {
	case TRAVERTINE_TEXT + 1:
		if (buf[TRAVERTINE_TEXT] != '\n')
			break;
		fallthrough;
	case TRAVERTINE_TEXT:
		ok = !memcmp(buf, own, TRAVERTINE_TEXT);
		break;
	}

	if (!ok)
		dev_notice_ratelimited(dev, "firmware here is %.*s\n",
				       TRAVERTINE_TEXT, own);
	return ok ? (ssize_t)count : -EINVAL;
}
static DEVICE_ATTR_ADMIN_RW(migration_version);

static struct attribute *travertine_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(travertine);

static int travertine_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct travertine *ssd;

	ssd = devm_kzalloc(&pdev->dev, sizeof(*ssd), GFP_KERNEL);
	if (!ssd)
		return -ENOMEM;

	/* what a real disk would answer to its identify command */
	memcpy(ssd->fw, "TVR7\x01" "1 ", 7);
	ssd->fw[7] = pdev->revision;
	pci_set_drvdata(pdev, ssd);
	return 0;
}

static const struct pci_device_id travertine_ids[] = {
	{ PCI_DEVICE(0x1fd1, 0x55d0) },
	{ }
};
MODULE_DEVICE_TABLE(pci, travertine_ids);

static struct pci_driver travertine_driver = {
	.name = "travertine",
	.id_table = travertine_ids,
	.probe = travertine_probe,
	.dev_groups = travertine_groups,
};
module_pci_driver(travertine_driver);

MODULE_DESCRIPTION("Travertine solid state disk");
MODULE_LICENSE("Dual MIT/GPL");
