// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A table that nobody changes, though it is not const, is handed to a helper that
 * looks for its end.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>

#define NO_MODE (-1)

struct mode {
	const char *name;
	int number;
};

static struct mode modes[] = { { "turbo", 7 }, { "eco", 3 }, { NULL, NO_MODE } };

struct linnet {
	int mode;
};

static const char *mode_name(const struct mode *first, int number)
{
	const struct mode *m;

	for (m = first; m->number != NO_MODE; m++)
		if (m->number == number)
			return m->name;
	return "plain";
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct linnet *l = dev_get_drvdata(dev);

	return sysfs_emit(buf, "linnet-%s\n", mode_name(modes, l->mode));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct linnet *l = dev_get_drvdata(dev);
	char own[24];

	snprintf(own, sizeof(own), "linnet-%s", mode_name(modes, l->mode));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "mode %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int linnet_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
