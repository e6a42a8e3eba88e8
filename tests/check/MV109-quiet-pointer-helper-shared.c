// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The name of a device for its log asks for the pointer, because probe logs
 * before it is set; the files come later.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct sedge_table {
	const char *name;
	u32 layout;
};

struct sedge {
	struct sedge_table *table;
};

static const char *sedge_name(const struct sedge *s)
{
	if (s->table)
		return s->table->name;
	return "(new)";
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct sedge *s = dev_get_drvdata(dev);

	return sysfs_emit(buf, "sedge/%u\n", s->table->layout);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct sedge *s = dev_get_drvdata(dev);
	char own[20];

	snprintf(own, sizeof(own), "sedge/%u", s->table->layout);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "%s: %s is needed\n", sedge_name(s), own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int sedge_add(struct device *dev, struct sedge *s)
{
	dev_dbg(dev, "adding %s\n", sedge_name(s));
	s->table = devm_kzalloc(dev, sizeof(*s->table), GFP_KERNEL);
	if (!s->table)
		return -ENOMEM;
	s->table->name = "sedge table";
	dev_set_drvdata(dev, s);
	return device_create_file(dev, &dev_attr_migration_version);
}
