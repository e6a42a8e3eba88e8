// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Turnstone network adapter. The version is a list of features with their
 * revisions. show() appends them with sysfs_emit_at(); store() walks through
 * the same table with a cursor that each field moves on, and the cursor must
 * have reached the end of the write.
 *
 * migver-era: C
 * migver-expect: conforming
 * migver-verdict: MV207 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const struct turnstone_feature {
	const char *name;
	char rev;
} turnstone_features[] = {
	{ "rss", 'b' },
	{ "tso", 'd' },
	{ "vlan", 'a' },
};

static struct device *turnstone_dev;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	int len = sysfs_emit(buf, "turnstone");
	int i;

	for (i = 0; i < ARRAY_SIZE(turnstone_features); i++)
		len += sysfs_emit_at(buf, len, " %s=%c",
				     turnstone_features[i].name,
				     turnstone_features[i].rev);
	len += sysfs_emit_at(buf, len, "\n");

	return len;
}

/* number of bytes that the feature takes at @text, 0 if it is not there */
static size_t turnstone_match(const struct turnstone_feature *feature,
			      const char *text)
{
	size_t len = strlen(feature->name);

	if (text[0] != ' ' || strncmp(text + 1, feature->name, len))
		return 0;
	if (text[1 + len] != '=')
		return 0;
	if (text[2 + len] < 'a' || text[2 + len] > feature->rev)
		return 0;

	return len + 3;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	const size_t head = strlen("turnstone");
	const char *cursor = buf;
	size_t step, i;

	if (strncmp(cursor, "turnstone", head)) {
		dev_dbg(dev, "version of another driver\n");
		return -EINVAL;
	}
	cursor += head;

	for (i = 0; i < ARRAY_SIZE(turnstone_features); i++) {
		step = turnstone_match(&turnstone_features[i], cursor);
		if (!step) {
			dev_dbg(dev, "feature %s missing or too new\n",
				turnstone_features[i].name);
			return -EOPNOTSUPP;
		}
		cursor += step;
	}

	if (*cursor == '\n')
		cursor++;
	if (cursor != buf + count) {
		dev_dbg(dev, "%zu byte(s) behind the last feature\n",
			(size_t)(buf + count - cursor));
		return -E2BIG;
	}

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *turnstone_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group turnstone_group = {
	.name = "vf",
	.attrs = turnstone_attrs,
};

static struct attribute_group *turnstone_groups[] = { &turnstone_group, NULL };

static int turnstone_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void turnstone_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver turnstone_mdev_driver = {
	.driver = {
		.name = "turnstone_mdev",
		.owner = THIS_MODULE,
	},
	.probe = turnstone_mdev_probe,
	.remove = turnstone_mdev_remove,
	.supported_type_groups = turnstone_groups,
};

static int __init turnstone_init(void)
{
	int ret;

	ret = mdev_register_driver(&turnstone_mdev_driver);
	if (ret)
		return ret;

	turnstone_dev = root_device_register("turnstone");
	if (IS_ERR(turnstone_dev)) {
		ret = PTR_ERR(turnstone_dev);
		goto err_driver;
	}

	ret = mdev_register_device(turnstone_dev, &turnstone_mdev_driver);
	if (ret)
		goto err_device;
	return 0;

err_device:
	root_device_unregister(turnstone_dev);
err_driver:
	mdev_unregister_driver(&turnstone_mdev_driver);
	return ret;
}

static void __exit turnstone_exit(void)
{
	mdev_unregister_device(turnstone_dev);
	root_device_unregister(turnstone_dev);
	mdev_unregister_driver(&turnstone_mdev_driver);
}

module_init(turnstone_init);
module_exit(turnstone_exit);

MODULE_DESCRIPTION("Turnstone network adapter");
MODULE_LICENSE("Dual MIT/GPL");
