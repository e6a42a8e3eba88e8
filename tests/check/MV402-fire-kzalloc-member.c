// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A member of fresh memory is set before the test.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_request {
	unsigned int length;
	char text[20];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit_request *r = kzalloc(sizeof(*r), GFP_KERNEL);
	ssize_t ret = count;

	r->length = count; /* expect: MV402 */
	if (!r)
		return -ENOMEM;
	strscpy(r->text, buf, sizeof(r->text));
	if (!sysfs_streq(r->text, "unit-1")) {
		pr_info("unit: incompatible version of %u bytes\n", r->length);
		ret = -EINVAL;
	}
	kfree(r);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
