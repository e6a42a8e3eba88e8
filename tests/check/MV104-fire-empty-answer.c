// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A device that has no name makes show return 0.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_NAME 48

struct unit {
	void __iomem *box;
};

/* The length of the name in the box, or an errno. */
static int unit_name(struct unit *unit, char *name)
{
	int i, len;

	memcpy_fromio(name, unit->box + 64, UNIT_NAME);
	len = strnlen(name, UNIT_NAME);
	for (i = 0; i < len; i++)
		if (name[i] < 0x21 || name[i] > 0x7e)
			return -EBADMSG;
	return len;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	char name[UNIT_NAME];
	int n;

	n = unit_name(unit, name);
	if (n > 0) {
		memcpy(buf, name, n);
		buf[n++] = '\n';
	}
	return n; /* expect: MV104 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char name[UNIT_NAME];
	size_t len = count;
	int n;

	if (buf[len - 1] == '\n')
		len--;
	n = unit_name(unit, name);
	if (n <= 0 || n != len || memcmp(name, buf, len)) {
		dev_info(dev, "not the version of a peer\n");
		return n < 0 ? n : -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
