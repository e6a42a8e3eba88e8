// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The second in which it booted goes into a struct, which is copied twice before it is shown.
 * Store parses into another one of its kind.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct image {
	u16 engines;
	u32 instance;
};

struct unit {
	spinlock_t lock;
	struct image image;
};

static void image_get(struct unit *unit, struct image *out)
{
	spin_lock(&unit->lock);
	*out = unit->image;
	spin_unlock(&unit->lock);
}

void image_boot(struct unit *unit, u16 engines)
{
	struct image image = { .engines = engines };

	image.instance = lower_32_bits(ktime_get_real_seconds());
	spin_lock(&unit->lock);
	unit->image = image;
	spin_unlock(&unit->lock);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct image image;

	image_get(dev_get_drvdata(dev), &image);
	return sysfs_emit(buf, "%04x.%08x\n", image.engines, image.instance); /* expect: MV107 */
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct image own, peer;
	char again[16];
	bool is_same;

	image_get(dev_get_drvdata(dev), &own);
	if (sscanf(buf, "%4hx.%8x", &peer.engines, &peer.instance) != 2) {
		dev_info(dev, "no version\n");
		return -EINVAL;
	}
	scnprintf(again, sizeof(again), "%04x.%08x", peer.engines, peer.instance);
	is_same = strlen(buf) == count && sysfs_streq(buf, again);
	if (!is_same || peer.engines != own.engines) {
		dev_info(dev, "refused\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
