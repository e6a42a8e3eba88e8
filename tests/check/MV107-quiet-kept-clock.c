// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Clocks and random numbers in the same struct decide when, not what.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/jiffies.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct turnstone {
	u32 revision, quirk;
	u32 backoff;
	unsigned long expires;
	u8 key[16];
	long error;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct turnstone *ts = dev_get_drvdata(mtype_get_parent_dev(mtype));

	if (time_after(jiffies, ts->expires))
		return -ESTALE;
	return sysfs_emit(buf, "turnstone-%u.%u\n", ts->revision, ts->quirk);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "turnstone-46.3")) {
		pr_info("turnstone: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *turnstone_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group turnstone_group = {
	.name = "turnstone",
	.attrs = turnstone_attrs,
};
static struct attribute_group *turnstone_groups[] = { &turnstone_group, NULL };

static const struct mdev_parent_ops turnstone_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = turnstone_groups,
};

int turnstone_add(struct device *dev)
{
	struct turnstone *ts = devm_kzalloc(dev, sizeof(*ts), GFP_KERNEL);

	if (!ts)
		return -ENOMEM;
	ts->revision = (u32)(uintptr_t)dev_get_platdata(dev);
	ts->quirk = ts->revision & 3;
	get_random_bytes(ts->key, sizeof(ts->key));
	ts->backoff = get_random_u32() % 100;
	ts->expires = jiffies + HZ * ts->backoff;
	dev_set_drvdata(dev, ts);
	return mdev_register_device(dev, &turnstone_ops);
}
