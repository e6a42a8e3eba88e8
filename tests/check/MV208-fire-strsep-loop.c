// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * strsep() ends words in the buffer, again and again.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit rev=1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *line = skip_spaces(buf), *word;
	unsigned int seen = 0;

	if (strlen(buf) != count) {
		dev_info(dev, "not a text\n");
		return -EINVAL;
	}
	while ((word = strsep(&line, " \n"))) { /* expect: MV208 */
		if (!*word)
			continue;
		if (strcmp(word, seen ? "rev=1" : "unit") || seen == 2) {
			dev_info(dev, "not the version of a peer\n");
			return -EINVAL;
		}
		seen++;
	}
	if (seen != 2) {
		dev_info(dev, "half a version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
