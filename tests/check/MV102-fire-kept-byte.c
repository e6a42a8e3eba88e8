// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A register of eight bits says how many words are shown: all of them fill the page.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct fabric {
	void __iomem *regs;
	u8 n;
	u8 id[256][8];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct fabric *f = dev_get_drvdata(dev);
	char *p = buf;
	unsigned int i;

	memcpy(p, "fabric-version1:", 16);
	p += 16;
	for (i = 0; i < f->n; i++)
		p = bin2hex(p, f->id[i], 8);
	return p - buf; /* expect: MV102 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct fabric *f = dev_get_drvdata(dev);
	char own[17];
	unsigned int i;

	if (count - (buf[count - 1] == '\n') != 16 + 16 * f->n ||
	    memcmp(buf, "fabric-version1:", 16))
		goto refuse;
	for (i = 0; i < f->n; i++) {
		bin2hex(own, f->id[i], 8);
		if (memcmp(own, buf + 16 + 16 * i, 16))
			goto refuse;
	}
	return count;

refuse:
	dev_info(dev, "not the version of this fabric\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static void fabric_scan(struct fabric *f)
{
	f->n = readl(f->regs + 8) & 0xff;
}

int fabric_probe(struct device *dev, void __iomem *regs)
{
	struct fabric *f = devm_kzalloc(dev, sizeof(*f), GFP_KERNEL);

	if (!f)
		return -ENOMEM;
	f->regs = regs;
	fabric_scan(f);
	dev_set_drvdata(dev, f);
	return device_create_file(dev, &dev_attr_migration_version);
}
