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

/* Keys in any order; where the number of each goes lies in an array. All have to be there. */

struct ident {
	u32 model;
	u32 layout;
	u32 fw;
};

static const struct ident own = { 0x21, 3, 0x104 };
static const char *const keys[] = { "model", "layout", "fw" };

static int read_ident(char *text, struct ident *id)
{
	u32 *const to[] = { &id->model, &id->layout, &id->fw };
	unsigned long seen = 0;
	char *item, *key;
	int k;

	while ((item = strsep(&text, ";"))) {
		key = strsep(&item, "=");
		k = match_string(keys, ARRAY_SIZE(keys), key);
		if (k < 0 || !item || seen & BIT(k) || kstrtou32(item, 16, to[k]))
			return -EINVAL;
		seen |= BIT(k);
	}
	return seen == GENMASK(2, 0) ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "model=%x;layout=%x;fw=%x\n", own.model, own.layout, own.fw);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ident id;
	char text[64];

	if (strscpy(text, buf, sizeof(text)) < 0 || strlen(text) != count) {
		dev_err(dev, "not a version\n");
		return -EINVAL;
	}
	if (text[count - 1] == '\n')
		text[count - 1] = '\0';
	if (strchr(text, '\n') || read_ident(text, &id)) {
		dev_err(dev, "not a version\n");
		return -EINVAL;
	}
	if (id.model != own.model || id.layout != own.layout || id.fw != own.fw) {
		dev_err(dev, "%x, %x, %x is another version\n", id.model, id.layout, id.fw);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int ident_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
