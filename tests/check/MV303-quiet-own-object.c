// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One function, but whether the device's data are those of its parent is not known.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV303 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct nic {
	u32 proto;
	u32 oldest;
};

static int nic_check(const struct nic *nic, const char *buf, size_t count)
{
	unsigned int proto;
	int ret;

	if (strlen(buf) != count)
		return -EINVAL;
	ret = kstrtouint(buf, 10, &proto);
	if (ret)
		return ret;
	if (proto < nic->oldest || proto > nic->proto)
		return -ERANGE;
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct nic *nic = dev_get_drvdata(dev);

	return sprintf(buf, "%u\n", nic->proto);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	struct nic *nic = dev_get_drvdata(dev);
	int ret = nic_check(nic, buf, count);

	if (ret) {
		dev_info(dev, "incompatible version\n");
		return ret;
	}
	return count;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *nic_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group nic_group = {
	.name = "nic",
	.attrs = nic_attrs,
};
static struct attribute_group *nic_groups[] = { &nic_group, NULL };

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	struct nic *nic = dev_get_drvdata(dev);

	return sprintf(buf, "%u\n", nic->proto);
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	struct nic *nic = dev_get_drvdata(dev);
	int ret = nic_check(nic, buf, count);

	if (ret) {
		dev_info(dev, "incompatible version\n");
		return ret;
	}
	return count;
}

static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops nic_ops = {
	.supported_type_groups = nic_groups,
	.mdev_attr_groups = node_groups,
};

int nic_add(struct device *dev)
{
	return mdev_register_device(dev, &nic_ops);
}
