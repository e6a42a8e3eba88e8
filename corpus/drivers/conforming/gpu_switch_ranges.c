// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Quill vector graphics. The version is one number behind a fixed prefix. After
 * kstrtou16(), which sees to digits, range, newline and tail alike, a switch
 * with case ranges sorts the generations.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define QUILL_PREFIX	"quill-"
#define QUILL_NEWEST	312

static struct device *quill_dev;

static int quill_judge(u16 version)
{
	switch (version) {
	case 0 ... 99:
		return -EPROTO;		/* prototypes */
	case 100 ... 199:
		return -ESTALE;		/* another page table format */
	case 200 ... QUILL_NEWEST:
		return 0;
	default:
		return -EOVERFLOW;
	}
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, QUILL_PREFIX "%d\n", QUILL_NEWEST);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	const size_t skip = strlen(QUILL_PREFIX);
	u16 version;
	int err;

	err = -EINVAL;
	if (memchr(buf, 0, count) || strncmp(buf, QUILL_PREFIX, skip))
		goto refuse;

	err = kstrtou16(buf + skip, 10, &version);
	if (err)
		goto refuse;

	err = quill_judge(version);
	if (err)
		goto refuse;

	return count;

refuse:
	dev_dbg(dev, "version refused with error %d, newest is %d\n", err,
		QUILL_NEWEST);
	return err;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *quill_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group quill_group = {
	.name = "canvas",
	.attrs = quill_attrs,
};

static struct attribute_group *quill_groups[] = { &quill_group, NULL };

static int quill_create(struct mdev_device *mdev)
{
	return 0;
}

static int quill_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops quill_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = quill_groups,
	.create = quill_create,
	.remove = quill_remove,
};

static int __init quill_init(void)
{
	int ret;

	quill_dev = root_device_register("quill");
	if (IS_ERR(quill_dev))
		return PTR_ERR(quill_dev);

	ret = mdev_register_device(quill_dev, &quill_ops);
	if (ret)
		root_device_unregister(quill_dev);
	return ret;
}

static void __exit quill_exit(void)
{
	mdev_unregister_device(quill_dev);
	root_device_unregister(quill_dev);
}

module_init(quill_init);
module_exit(quill_exit);

MODULE_DESCRIPTION("Quill vector graphics");
MODULE_LICENSE("Dual MIT/GPL");
