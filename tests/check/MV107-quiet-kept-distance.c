// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The place of an element in a table, and an error, are made of pointers but
 * tell nothing of them.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct lapwing_model {
	const char *name;
	int lanes;
};

struct lapwing {
	long model, error;
	unsigned long align;
};

static const struct lapwing_model lapwing_models[] = { { "a", 1 }, { "b", 4 } };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct lapwing *lw = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "lapwing-%ld-%ld-%lu\n", lw->model, lw->error, lw->align);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "lapwing-1-0-8")) {
		pr_info("lapwing: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *lapwing_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group lapwing_group = {
	.name = "lapwing",
	.attrs = lapwing_attrs,
};
static struct attribute_group *lapwing_groups[] = { &lapwing_group, NULL };

static const struct mdev_parent_ops lapwing_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = lapwing_groups,
};

int lapwing_add(struct device *dev)
{
	struct lapwing *lw = devm_kzalloc(dev, sizeof(*lw), GFP_KERNEL);

	if (!lw)
		return -ENOMEM;
	lw->model = (const struct lapwing_model *)dev_get_platdata(dev) - lapwing_models;
	lw->error = PTR_ERR(lw);
	lw->align = (unsigned long)lw % 8;
	dev_set_drvdata(dev, lw);
	return mdev_register_device(dev, &lapwing_ops);
}
