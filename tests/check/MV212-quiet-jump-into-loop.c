// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop that may be entered in its middle: what was set before lives on from round to round.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV212 proved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct garganey {
	u32 oldest, newest;
	bool has_draft;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct garganey *garganey = dev_get_drvdata(dev);

	return sysfs_emit(buf, "garganey-%u\n", garganey->newest);
}

static int garganey_match(struct garganey *garganey, const char *buf)
{
	if (garganey->newest) {
		u32 i = garganey->oldest;
		char *want;

		if (garganey->has_draft)
			goto middle;
again:
		i++;
middle:
		want = kasprintf(GFP_KERNEL, "garganey-%u", i);
		if (!want)
			return -ENOMEM;
		if (sysfs_streq(buf, want)) {
			kfree(want);
			return 0;
		}
		kfree(want);
		if (i < garganey->newest)
			goto again;
	}
	return -EINVAL;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = -EINVAL;

	if (strlen(buf) == count)
		ret = garganey_match(dev_get_drvdata(dev), buf);
	if (!ret)
		return count;
	dev_info(dev, "another version is needed\n");
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int garganey_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
