// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The work that is queued looks at the text later.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/workqueue.h>

struct unit_request {
	struct work_struct work;
	const char *text;
};

static struct unit_request unit_request;

static void unit_work(struct work_struct *work)
{
	struct unit_request *request = container_of(work, struct unit_request, work);

	pr_info("unit: asked for %.16s\n", request->text);
}

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
	if (!sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	unit_request.text = buf; /* expect: MV208 MV209 */
	INIT_WORK(&unit_request.work, unit_work);
	schedule_work(&unit_request.work);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
