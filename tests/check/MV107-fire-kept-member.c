// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper fills the member when the device is added.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct ruff_id {
	u32 low, high;
};

struct ruff {
	struct ruff_id id;
	int users;
};

static void ruff_fill(u32 *words, size_t n)
{
	get_random_bytes(words, n * sizeof(*words));
}

static void ruff_name(struct ruff_id *id)
{
	ruff_fill(&id->low, 1);
	id->high = 7;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct ruff *rf = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "ruff-%u-%08x\n", 3, rf->id.low); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "ruff")) {
		pr_info("ruff: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ruff_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ruff_group = {
	.name = "ruff",
	.attrs = ruff_attrs,
};
static struct attribute_group *ruff_groups[] = { &ruff_group, NULL };

static const struct mdev_parent_ops ruff_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = ruff_groups,
};

int ruff_add(struct device *dev)
{
	struct ruff *rf = devm_kzalloc(dev, sizeof(*rf), GFP_KERNEL);

	if (!rf)
		return -ENOMEM;
	ruff_name(&rf->id);
	dev_set_drvdata(dev, rf);
	return mdev_register_device(dev, &ruff_ops);
}
