// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Registered out of sight, perhaps: by another file, or a function that is not given.
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "unit-1") ? count : -EINVAL;
}

struct vendor_ops {
	const struct attribute_group **groups;
};
int vendor_register(const struct vendor_ops *ops);
int vendor_add(struct device_attribute *attr);
extern struct device_attribute external;
extern struct attribute *external_attrs[];

struct device_attribute external = __ATTR(external, 0644, migration_version_show,
					  migration_version_store);
static struct device_attribute listed = __ATTR(listed, 0444, migration_version_show, NULL);
static struct device_attribute passed = __ATTR(passed, 0444, migration_version_show, NULL);
static struct device_attribute in_ops = __ATTR(in_ops, 0444, migration_version_show, NULL);

struct attribute *external_attrs[] = { &listed.attr, NULL };

static const struct device_attribute template =
	__ATTR(template, 0444, migration_version_show, NULL);

static struct attribute *ops_attrs[] = { &in_ops.attr, NULL };
static const struct attribute_group ops_group = { .attrs = ops_attrs };
static const struct attribute_group *ops_groups[] = { &ops_group, NULL };
static const struct vendor_ops ops = { .groups = ops_groups };

int unit_add(void)
{
	return vendor_add(&passed) ?: vendor_register(&ops);
}

/* The file of each port is made of the template. */
int unit_add_port(struct device *port)
{
	struct device_attribute *attr = devm_kzalloc(port, sizeof(*attr), GFP_KERNEL);

	if (!attr)
		return -ENOMEM;
	sysfs_attr_init(&attr->attr);
	attr->attr.name = dev_name(port);
	attr->attr.mode = template.attr.mode;
	attr->show = template.show;
	return device_create_file(port, attr);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "external" at tests/discover/doubts.c:30:25
	object external: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/doubts.c:30:59, body at tests/discover/doubts.c:11:16
	store migration_version_store at tests/discover/doubts.c:31:8, body at tests/discover/doubts.c:16:16
	not registered, perhaps: external has external linkage; another file may register it
attribute "listed" at tests/discover/doubts.c:32:32
	object listed: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/doubts.c:32:62, body at tests/discover/doubts.c:11:16
	store none
	not registered, perhaps: external_attrs has external linkage; another file may register it
attribute "passed" at tests/discover/doubts.c:33:32
	object passed: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/doubts.c:33:62, body at tests/discover/doubts.c:11:16
	store none
	not registered, perhaps: passed to vendor_add(), which is not among the files given
attribute "in_ops" at tests/discover/doubts.c:34:32
	object in_ops: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/doubts.c:34:62, body at tests/discover/doubts.c:11:16
	store none
	not registered, perhaps: passed to vendor_register(), which is not among the files given
attribute "template" at tests/discover/doubts.c:38:38
	object template: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/doubts.c:39:25, body at tests/discover/doubts.c:11:16
	store none
	not registered, perhaps: read by unit_add_port(), which may register an attribute with its handlers
attribute "?" at tests/discover/doubts.c:59:2
	object struct device_attribute: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/doubts.c:61:2, body at tests/discover/doubts.c:11:16
	store none
	registered by device_create_file() at tests/discover/doubts.c:62:9
 * check-output-end
 */
