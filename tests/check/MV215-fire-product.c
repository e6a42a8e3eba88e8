// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The product of two parsed numbers wraps round before it is widened.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct geometry {
	u32 rev;
	u32 queues;
	u32 depth;
};

struct unit {
	struct geometry own;
	u64 ring_limit;
};

static u64 ring_bytes(const struct geometry *g)
{
	return g->queues * g->depth * 32U; /* expect: MV215 */
}

static int geometry_parse(const char *s, struct geometry *g)
{
	int at = 0;

	if (sscanf(s, "rev=%u,q=%u,d=%u%n", &g->rev, &g->queues, &g->depth, &at) != 3 ||
	    !sysfs_streq(s + at, ""))
		return -EINVAL;
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "rev=%u,q=%u,d=%u\n", unit->own.rev,
			  unit->own.queues, unit->own.depth);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	struct geometry peer;

	if (strlen(buf) != count || geometry_parse(buf, &peer)) {
		dev_info(dev, "not a geometry\n");
		return -EINVAL;
	}
	if (peer.rev < 3 || peer.rev > 5 || ring_bytes(&peer) > unit->ring_limit) {
		dev_info(dev, "too large for this one\n");
		return -E2BIG;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev, struct unit *unit)
{
	int at;

	unit->own.rev = 5;
	if (sscanf(dev_name(dev), "unit-%ux%u%n", &unit->own.queues, &unit->own.depth, &at) != 2)
		return -EINVAL;
	unit->ring_limit = ring_bytes(&unit->own);
	dev_set_drvdata(dev, unit);
	return device_create_file(dev, &dev_attr_migration_version);
}
