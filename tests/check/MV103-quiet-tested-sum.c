// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The test in front of each name counts the separator and the NUL.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/limits.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct profile {
	char name[32];
	u32 crc;
};

struct package {
	u32 n;
	struct profile profile[];
};

struct parser {
	struct package *package;
};

static ssize_t list(const struct package *p, char *buf)
{
	size_t len = 0;
	u32 i;

	for (i = 0; i < p->n; i++) {
		const char *name = p->profile[i].name;

		if (len + strlen(name) + 1 >= PATH_MAX)
			return -EOVERFLOW;
		len += sprintf(buf + len, "%c%s", i ? ',' : ' ', name);
	}
	if (len + 1 >= PATH_MAX)
		return -EOVERFLOW;
	buf[len++] = '\n';
	return len;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct parser *parser = dev_get_drvdata(dev);

	return list(parser->package, buf);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct parser *parser = dev_get_drvdata(dev);
	char *own = kzalloc(2 * PAGE_SIZE, GFP_KERNEL);
	ssize_t ret;

	if (!own)
		return -ENOMEM;
	ret = list(parser->package, own);
	if (ret >= 0)
		ret = strlen(buf) == count && sysfs_streq(buf, own) ? count : -EINVAL;
	if (ret < 0)
		dev_info(dev, "refused: %zd\n", ret);
	kfree(own);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int parser_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
