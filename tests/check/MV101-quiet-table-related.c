// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * How many rows there are is told by the device: whether it ever is all is not
 * known.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV101 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static const char * const twite_names[] = {
	"studio", "buehne", "funkhaus", "labor", "kino", "caf\xc3\xa9", "garten", "halle",
};

struct twite {
	unsigned int model, nr_models;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct twite *tw = dev_get_drvdata(mtype_get_parent_dev(mtype));

	if (tw->model >= tw->nr_models || tw->model >= ARRAY_SIZE(twite_names))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", twite_names[tw->model]);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "twite")) {
		pr_info("twite: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *twite_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group twite_group = {
	.name = "twite",
	.attrs = twite_attrs,
};
static struct attribute_group *twite_groups[] = { &twite_group, NULL };

static const struct mdev_parent_ops twite_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = twite_groups,
};

int twite_add(struct device *dev)
{
	return mdev_register_device(dev, &twite_ops);
}
