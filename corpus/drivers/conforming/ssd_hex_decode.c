// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Drumlin storage accelerator. The version is an eight byte record printed in
 * hex. store() wants exactly sixteen digits and perhaps a newline, decodes them
 * into a local buffer and compares field by field; an older revision of the
 * same layout is welcome.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV207 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/types.h>

#define DRUMLIN_BYTES	8
#define DRUMLIN_DIGITS	(2 * DRUMLIN_BYTES)
#define DRUMLIN_REV	6	/* index of the revision in the record */

static const u8 drumlin_record[DRUMLIN_BYTES] = {
	0xd5, 0x4d, 0x00, 0x10, 0x02, 0x00, 0x09, 0x5a,
};

static struct device *drumlin_dev;

static int drumlin_accepts(const u8 *record)
{
	if (memcmp(record, drumlin_record, DRUMLIN_REV))
		return -ENODEV;
	if (record[DRUMLIN_REV] > drumlin_record[DRUMLIN_REV])
		return -EOVERFLOW;
	if (record[DRUMLIN_REV + 1] != drumlin_record[DRUMLIN_REV + 1])
		return -EBADMSG;
	return 0;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%*phN\n", DRUMLIN_BYTES, drumlin_record);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	u8 record[DRUMLIN_BYTES];
	int err;

	if (count != DRUMLIN_DIGITS &&
	    !(count == DRUMLIN_DIGITS + 1 && buf[DRUMLIN_DIGITS] == '\n')) {
		dev_dbg(dev, "a version has %d digits\n", DRUMLIN_DIGITS);
		return -EINVAL;
	}

	err = hex2bin(record, buf, DRUMLIN_BYTES);
	if (err) {
		dev_dbg(dev, "a version has hex digits only\n");
		return -EINVAL;
	}

	err = drumlin_accepts(record);
	if (err) {
		dev_dbg(dev, "record %*ph: error %d\n", DRUMLIN_BYTES, record, err);
		return err;
	}

	return count;
}
static MDEV_TYPE_ATTR(migration_version, 0644, migration_version_show,
		      migration_version_store);

static struct attribute *drumlin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group drumlin_group = {
	.name = "volume",
	.attrs = drumlin_attrs,
};

static struct attribute_group *drumlin_groups[] = { &drumlin_group, NULL };

static int drumlin_create(struct mdev_device *mdev)
{
	return 0;
}

static int drumlin_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops drumlin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = drumlin_groups,
	.create = drumlin_create,
	.remove = drumlin_remove,
};

static int __init drumlin_init(void)
{
	int ret;

	drumlin_dev = root_device_register("drumlin");
	if (IS_ERR(drumlin_dev))
		return PTR_ERR(drumlin_dev);

	ret = mdev_register_device(drumlin_dev, &drumlin_ops);
	if (ret)
		root_device_unregister(drumlin_dev);
	return ret;
}

static void __exit drumlin_exit(void)
{
	mdev_unregister_device(drumlin_dev);
	root_device_unregister(drumlin_dev);
}

module_init(drumlin_init);
module_exit(drumlin_exit);

MODULE_DESCRIPTION("Drumlin storage accelerator");
MODULE_LICENSE("Dual MIT/GPL");
