// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each version that can be taken over is printed and compared: hundreds of texts with
 * a check letter each, which a trial has to print, too. What follows one is not looked at.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

#define TWITE_OLDEST 200

struct twite {
	u8 major;
	u8 minor;
};

static size_t twite_print(const struct twite *t, unsigned int minor, char *text, size_t size)
{
	size_t n = scnprintf(text, size, "twite-%u.%u-", t->major, minor), i;
	unsigned int sum = 0;

	for (i = 0; i < n; i++)
		sum += text[i];
	return n + scnprintf(text + n, size - n, "%c", 'a' + sum % 26);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct twite *t = dev_get_drvdata(dev);
	char text[32];

	if (t->minor < TWITE_OLDEST)
		return -EOPNOTSUPP;
	twite_print(t, t->minor, text, sizeof(text));
	return sysfs_emit(buf, "%s\n", text);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct twite *t = dev_get_drvdata(dev);
	unsigned int minor;
	char text[32];
	size_t n;

	if (t->minor < TWITE_OLDEST) {
		dev_info(dev, "revision %u takes nothing over\n", t->minor);
		return -EOPNOTSUPP;
	}
	for (minor = 0; minor <= t->minor; minor++) {
		n = twite_print(t, minor, text, sizeof(text));
		if (count >= n && !memcmp(buf, text, n)) /* expect: MV207 */
			return count;
	}
	dev_info(dev, "twite-%u.0 to twite-%u.%u are taken over\n", t->major, t->major,
		 t->minor);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int twite_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
