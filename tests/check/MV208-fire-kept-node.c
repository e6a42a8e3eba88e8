// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The text hangs in a list of requests.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_request {
	struct list_head node;
	const char *text;
};

static LIST_HEAD(unit_requests);

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
	struct unit_request *request = kzalloc(sizeof(*request), GFP_KERNEL);

	if (!request)
		return -ENOMEM;
	request->text = buf; /* expect: MV208 */
	if (!sysfs_streq(request->text, "unit-1")) {
		kfree(request);
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	list_add_tail(&request->node, &unit_requests); /* expect: MV209 */
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
