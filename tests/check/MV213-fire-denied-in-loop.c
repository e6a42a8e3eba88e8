// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Asks for one ability after the other: one that cannot be read counts as there.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/i2c.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct probe_unit {
	struct i2c_client *client;
	u8 model;
};

static const u8 abilities[] = { 0x01, 0x02, 0x04 };

static int has_ability(struct probe_unit *p, u8 ability)
{
	int all = i2c_smbus_read_byte_data(p->client, 0x11);

	if (all < 0) {
		pr_err("probe: abilities cannot be read: %d\n", all);
		return all;
	}
	return (all & ability) ? 1 : 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct probe_unit *p = dev_get_drvdata(dev);
	int all = i2c_smbus_read_byte_data(p->client, 0x11);

	if (all < 0)
		return all;
	return sysfs_emit(buf, "probe/%02x/%02x\n", p->model, all & 0x07);
}

static int take(char **rest, u8 *out)
{
	char *word = strsep(rest, "/");

	return word ? kstrtou8(word, 16, out) : -EINVAL;
}

static int compare(struct probe_unit *p, char *text)
{
	u8 model, wanted;
	unsigned int i;
	char *word = strsep(&text, "/");

	if (strcmp(word, "probe") || take(&text, &model) || take(&text, &wanted) || text)
		return -EINVAL;
	if (model != p->model)
		return -ENODEV;
	for (i = 0; i < ARRAY_SIZE(abilities); i++) {
		if ((wanted & abilities[i]) && !has_ability(p, abilities[i]))
			return -EOPNOTSUPP;
		wanted &= ~abilities[i];
	}
	return wanted ? -EOPNOTSUPP : 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct probe_unit *p = dev_get_drvdata(dev);
	char *text;
	int ret;

	if (memchr(buf, '\0', count)) {
		pr_info("probe: not a text\n");
		return -EINVAL;
	}
	text = kmemdup_nul(buf, count, GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	ret = compare(p, text);
	kfree(text);
	if (ret) {
		pr_info("probe: refused: %d\n", ret);
		return ret;
	}
	return count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

int probe_unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
