// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The tag is printed once, from a random number, and shown as a string.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct knot {
	char tag[24];
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct knot *kn = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "%s\n", kn->tag); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "knot")) {
		pr_info("knot: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *knot_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group knot_group = {
	.name = "knot",
	.attrs = knot_attrs,
};
static struct attribute_group *knot_groups[] = { &knot_group, NULL };

static const struct mdev_parent_ops knot_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = knot_groups,
};

int knot_add(struct device *dev)
{
	struct knot *kn = devm_kzalloc(dev, sizeof(*kn), GFP_KERNEL);

	if (!kn)
		return -ENOMEM;
	snprintf(kn->tag, sizeof(kn->tag), "knot-%08x", get_random_u32());
	dev_set_drvdata(dev, kn);
	return mdev_register_device(dev, &knot_ops);
}
