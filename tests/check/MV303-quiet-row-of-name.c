// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Both nodes know the same types, the one by name and the other by its pointer. Their
 * limits have two names, but are the same in each row.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct dunlin_type {
	const char *name;
	unsigned int layout;
	unsigned int oldest; /* that is released */
	unsigned int loads; /* that the loader knows */
};

static const struct dunlin_type dunlin_types[] = {
	{ "one", 3, 2, 2 },
	{ "two", 9, 6, 6 },
};

struct dunlin_unit {
	const struct dunlin_type *type;
};

/* The directory of a type is "<driver>-<name>". */
static const struct dunlin_type *dunlin_type_of(struct kobject *kobj, struct device *dev)
{
	const char *driver = dev_driver_string(dev);
	const char *name = kobject_name(kobj);
	size_t n = strlen(driver), i;

	if (strncmp(name, driver, n) || name[n] != '-')
		return NULL;
	for (i = 0; i < ARRAY_SIZE(dunlin_types); i++)
		if (!strcmp(name + n + 1, dunlin_types[i].name))
			return &dunlin_types[i];
	return NULL;
}

static ssize_t dunlin_print(const struct dunlin_type *t, char *buf)
{
	return sysfs_emit(buf, "dunlin/%s/%u\n", t->name, t->layout);
}

static int dunlin_judge(struct device *dev, const struct dunlin_type *t, unsigned int oldest,
			const char *buf, size_t count)
{
	unsigned int layout;
	char own[32];

	if (strlen(buf) != count) {
		dev_info(dev, "a version has no NUL\n");
		return -EINVAL;
	}
	for (layout = oldest; layout <= t->layout; layout++) {
		snprintf(own, sizeof(own), "dunlin/%s/%u", t->name, layout);
		if (sysfs_streq(buf, own))
			return 0;
	}
	dev_info(dev, "layouts %u to %u of %s are loaded\n", oldest, t->layout, t->name);
	return -EINVAL;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev, char *buf)
{
	const struct dunlin_type *t = dunlin_type_of(kobj, dev);

	return t ? dunlin_print(t, buf) : -ENODEV;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	const struct dunlin_type *t = dunlin_type_of(kobj, dev);
	int ret;

	if (!t) {
		dev_info(dev, "no such type\n");
		return -ENODEV;
	}
	ret = dunlin_judge(dev, t, t->oldest, buf, count);
	return ret ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static ssize_t dunlin_unit_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct dunlin_unit *u = mdev_get_drvdata(mdev_from_dev(dev));

	return u ? dunlin_print(u->type, buf) : -ENODEV;
}

static ssize_t dunlin_unit_store(struct device *dev, struct device_attribute *attr,
				 const char *buf, size_t count)
{
	struct dunlin_unit *u = mdev_get_drvdata(mdev_from_dev(dev));
	int ret;

	if (!u) {
		dev_info(dev, "no such unit\n");
		return -ENODEV;
	}
	ret = dunlin_judge(dev, u->type, u->type->loads, buf, count);
	return ret ? ret : count;
}

static struct device_attribute dunlin_unit_version =
	__ATTR(migration_version, 0644, dunlin_unit_show, dunlin_unit_store);

static struct attribute *dunlin_attrs[] = { &mdev_type_attr_migration_version.attr, NULL };
static struct attribute_group dunlin_one = { .name = "one", .attrs = dunlin_attrs };
static struct attribute_group dunlin_two = { .name = "two", .attrs = dunlin_attrs };
static struct attribute_group *dunlin_groups[] = { &dunlin_one, &dunlin_two, NULL };

static struct attribute *dunlin_unit_attrs[] = { &dunlin_unit_version.attr, NULL };
ATTRIBUTE_GROUPS(dunlin_unit);

static int dunlin_create(struct kobject *kobj, struct mdev_device *mdev)
{
	struct dunlin_unit *u = kzalloc(sizeof(*u), GFP_KERNEL);

	if (!u)
		return -ENOMEM;
	u->type = dunlin_type_of(kobj, mdev_parent_dev(mdev));
	if (!u->type) {
		kfree(u);
		return -ENODEV;
	}
	mdev_set_drvdata(mdev, u);
	return 0;
}

static int dunlin_remove(struct mdev_device *mdev)
{
	kfree(mdev_get_drvdata(mdev));
	mdev_set_drvdata(mdev, NULL);
	return 0;
}

static const struct mdev_parent_ops dunlin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = dunlin_groups,
	.mdev_attr_groups = dunlin_unit_groups,
	.create = dunlin_create,
	.remove = dunlin_remove,
};

int dunlin_add(struct device *dev)
{
	return mdev_register_device(dev, &dunlin_ops);
}
