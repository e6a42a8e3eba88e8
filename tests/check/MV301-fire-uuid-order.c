// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show prints the bytes of a UUID in another order than store takes them.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/uuid.h>

struct plover {
	void __iomem *regs;
};

struct plover_image {
	uuid_t id;
	u16 interface;
};

static int plover_read(struct plover *plover, struct plover_image *image)
{
	__le16 interface;

	memcpy_fromio(image->id.b, plover->regs, UUID_SIZE);
	memcpy_fromio(&interface, plover->regs + UUID_SIZE, sizeof(interface));
	if (uuid_is_null(&image->id))
		return -ENOENT;
	image->interface = le16_to_cpu(interface);
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct plover_image image;
	int ret = plover_read(dev_get_drvdata(dev), &image);

	if (ret)
		return ret;
	return sysfs_emit(buf, "%pUl/%u\n", &image.id, image.interface);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct plover_image image;
	char rest[16];
	uuid_t id;
	int ret = plover_read(dev_get_drvdata(dev), &image);

	if (ret) {
		dev_info(dev, "there is no image\n");
		return ret;
	}
	snprintf(rest, sizeof(rest), "/%u", image.interface);
	if (strlen(buf) != count || uuid_parse(buf, &id) || !uuid_equal(&id, &image.id) ||
	    !sysfs_streq(buf + UUID_STRING_LEN, rest)) {
		dev_info(dev, "image %pUb, interface %u is needed\n", &image.id, image.interface);
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int plover_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
