// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Lodestone channel subsystem, pass-through of subchannels. store() works on a
 * private copy that it may cut up: kstrndup(), strim(), strcmp(), and one exit
 * that frees. The copy is as long as the write, or the write held a NUL.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 * migver-verdict: MV301 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct lode_subchannel {
	struct device dev;
	u16 devno;
	u8 cssid;
};

static struct lode_subchannel *lode_sch;

static int lode_version(const struct lode_subchannel *sch, char *out, size_t size)
{
	return scnprintf(out, size, "ccw.%x.%04x/io1", sch->cssid, sch->devno);
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct lode_subchannel *sch = dev_get_drvdata(dev);
	int len;

	if (!sch)
		return -EIO;
	len = lode_version(sch, buf, PAGE_SIZE - 1);
	len += sprintf(buf + len, "\n");
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	struct lode_subchannel *sch = dev_get_drvdata(dev);
	ssize_t ret = -EINVAL;
	char own[32], *copy;

	copy = kstrndup(buf, count, GFP_KERNEL);
	if (!copy) {
		ret = -ENOMEM;
		goto out;
	}
	if (!sch) {
		ret = -EIO;
		goto out;
	}
	if (strlen(copy) != count)
		goto out;

	lode_version(sch, own, sizeof(own));
	if (!strcmp(strim(copy), own))
		ret = count;
out:
	if (ret < 0)
		dev_dbg(dev, "subchannel state not acceptable, error %zd\n", ret);
	kfree(copy);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *lode_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group lode_io_group = {
	.name = "io",
	.attrs = lode_attrs,
};

static struct attribute_group *lode_groups[] = { &lode_io_group, NULL };

static int lode_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int lode_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops lode_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = lode_groups,
	.create = lode_create,
	.remove = lode_remove,
};

static void lode_release(struct device *dev)
{
	kfree(container_of(dev, struct lode_subchannel, dev));
}

static int __init lode_init(void)
{
	int ret;

	lode_sch = kzalloc(sizeof(*lode_sch), GFP_KERNEL);
	if (!lode_sch)
		return -ENOMEM;

	lode_sch->devno = 0x0a1f;
	lode_sch->dev.release = lode_release;
	device_initialize(&lode_sch->dev);
	dev_set_drvdata(&lode_sch->dev, lode_sch);
	ret = dev_set_name(&lode_sch->dev, "lode0");
	if (ret)
		goto put;
	ret = device_add(&lode_sch->dev);
	if (ret)
		goto put;
	ret = mdev_register_device(&lode_sch->dev, &lode_ops);
	if (ret)
		goto del;
	return 0;
del:
	device_del(&lode_sch->dev);
put:
	put_device(&lode_sch->dev);
	return ret;
}

static void __exit lode_exit(void)
{
	mdev_unregister_device(&lode_sch->dev);
	device_unregister(&lode_sch->dev);
}

module_init(lode_init);
module_exit(lode_exit);

MODULE_DESCRIPTION("Lodestone subchannel pass-through");
MODULE_LICENSE("Dual MIT/GPL");
