// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Some rows of a table cannot migrate. Each has a version of its own, so what
 * store accepts there is not what show prints for another row.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct gannet_model {
	const char *code;
	unsigned int stream;
	bool fixed_in_place;
};

struct gannet {
	unsigned int model;
};

static const struct gannet_model gannet_models[] = {
	{ .code = "G100", .stream = 3 },
	{ .code = "G200", .stream = 3 },
	{ .code = "G210", .stream = 4 },
	{ .code = "G300", .stream = 5, .fixed_in_place = true },
};

static const struct gannet_model *gannet_model(struct device *dev)
{
	struct gannet *g = dev_get_drvdata(dev);

	return g->model < ARRAY_SIZE(gannet_models) ? &gannet_models[g->model] : NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct gannet_model *m = gannet_model(dev);

	if (!m)
		return -EINVAL;
	if (m->fixed_in_place)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "%s:%u\n", m->code, m->stream);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct gannet_model *m = gannet_model(dev);
	char own[24];

	if (!m) {
		dev_info(dev, "unknown model\n");
		return -EINVAL;
	}
	snprintf(own, sizeof(own), "%s:%u", m->code, m->stream);
	if (sysfs_streq(own, buf) && strlen(buf) == count)
		return count; /* expect: MV302 */
	dev_info(dev, "the source is not %s\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int gannet_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
