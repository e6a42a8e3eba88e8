// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A text that does not match is not freed before the next one is allocated.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct rail {
	struct mutex lock;
	u32 oldest, newest;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct rail *rail = dev_get_drvdata(dev);

	return sysfs_emit(buf, "rail-%u\n", rail->newest);
}

static int rail_match(struct rail *rail, const char *buf)
{
	int ret = -EINVAL;
	u32 abi;

	mutex_lock(&rail->lock);
	for (abi = rail->oldest; abi <= rail->newest; abi++) {
		char *want = kasprintf(GFP_KERNEL, "rail-%u", abi);

		if (!want) {
			ret = -ENOMEM;
			break;
		}
		if (!sysfs_streq(buf, want))
			continue;
		kfree(want);
		ret = 0;
		break;
	}
	mutex_unlock(&rail->lock);
	return ret;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = -EINVAL;

	if (strlen(buf) == count)
		ret = rail_match(dev_get_drvdata(dev), buf);
	if (ret) {
		dev_notice_ratelimited(dev, "another version is needed: %d\n", ret);
		return ret; /* expect: MV401 */
	}
	return count; /* expect: MV401 */
}
static DEVICE_ATTR_RW(migration_version);

int rail_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
