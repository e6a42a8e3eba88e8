/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* A source that can do less is welcome: its list is shorter, at the end or in the middle. */

static const char *const names[] = { "xts", "gcm", "sha3", "sm4" };

struct engine {
	unsigned long can;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct engine *engine = dev_get_drvdata(dev);
	int i, len = sysfs_emit(buf, "abi3");

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (engine->can & BIT(i))
			len += sysfs_emit_at(buf, len, ",%s", names[i]);
	return len + sysfs_emit_at(buf, len, "\n");
}

static bool can_all(const struct engine *engine, char *list)
{
	char *name = strsep(&list, ",");
	int i;

	if (strcmp(name, "abi3"))
		return false;
	while ((name = strsep(&list, ","))) {
		i = match_string(names, ARRAY_SIZE(names), name);
		if (i < 0 || !(engine->can & BIT(i)))
			return false;
	}
	return true;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char text[64];

	if (strscpy(text, buf, sizeof(text)) != count) {
		dev_err(dev, "too long or no text\n");
		return -EINVAL;
	}
	if (text[count - 1] == '\n')
		text[count - 1] = '\0';
	if (!can_all(dev_get_drvdata(dev), text)) {
		dev_err(dev, "the source can do more\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int engine_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
