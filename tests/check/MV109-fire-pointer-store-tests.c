// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The microcode comes and goes. store knows, show does not.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct dunlin_code {
	u32 api;
};

struct dunlin {
	struct dunlin_code *code;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dunlin *d = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", d->code->api); /* expect: MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dunlin *d = dev_get_drvdata(dev);
	char own[12];

	if (!d->code) {
		dev_info(dev, "no microcode\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "%u", d->code->api);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "microcode %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int dunlin_load(struct dunlin *d, u32 api)
{
	struct dunlin_code *code = kzalloc(sizeof(*code), GFP_KERNEL);

	if (!code)
		return -ENOMEM;
	code->api = api;
	d->code = code;
	return 0;
}

void dunlin_unload(struct dunlin *d)
{
	kfree(d->code);
	d->code = NULL;
}

int dunlin_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
