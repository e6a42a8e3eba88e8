// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Haverthwaite codec: "%16s" for an array of 16. The kernel's sscanf() puts a
 * NUL behind the sixteenth character.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/platform_device.h>
#include <linux/string.h>

#define HAVER_MODEL	"haver900"
#define HAVER_LEVEL	5

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%d %s\n", HAVER_LEVEL, HAVER_MODEL);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	unsigned int level;
	char model[16];
	int end = 0;

	if (sscanf(buf, "%3u %16s%n", &level, model, &end) != 2) { /* expect: MV205 */
		dev_info(dev, "level and model expected\n");
		return -EINVAL;
	}
	if (buf[end] == '\n')
		end++;
	if (end != count) {
		dev_info(dev, "text behind the model\n");
		return -EINVAL;
	}
	if (level != HAVER_LEVEL || strcmp(model, HAVER_MODEL)) {
		dev_info(dev, "level %u of another model\n", level);
		return -EOPNOTSUPP;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *haver_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group haver_group = {
	.name = "stream",
	.attrs = haver_attrs,
};
static struct attribute_group *haver_groups[] = { &haver_group, NULL };

static int haver_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int haver_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops haver_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = haver_groups,
	.create = haver_create,
	.remove = haver_destroy,
};

static int haver_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &haver_ops);
}

static int haver_remove(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver haver_driver = {
	.driver = { .name = "haverthwaite" },
	.probe = haver_probe,
	.remove = haver_remove,
};
module_platform_driver(haver_driver);
MODULE_LICENSE("GPL");
