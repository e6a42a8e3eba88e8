// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Whole attributes assigned: a compound literal, a template, memcpy(), kmemdup().
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

static const struct device_attribute template =
	__ATTR(migration_version, 0644, migration_version_show, migration_version_store);

struct unit {
	struct device_attribute literal, assigned, copied, *dup;
};

int unit_probe(struct device *dev)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	unit->literal = (struct device_attribute)__ATTR(literal, 0444, migration_version_show,
							NULL);
	unit->assigned = template;
	memcpy(&unit->copied, &template, sizeof(template));
	unit->dup = kmemdup(&template, sizeof(template), GFP_KERNEL);
	if (!unit->dup)
		return -ENOMEM;
	return device_create_file(dev, &unit->literal) ?: device_create_file(dev, unit->dup);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "literal" at tests/discover/copies.c:35:2
	object struct unit.literal: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/copies.c:35:2, body at tests/discover/copies.c:11:16
	store none
	registered by device_create_file() at tests/discover/copies.c:42:9
attribute "migration_version" at tests/discover/copies.c:37:2
	object struct unit.assigned: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/copies.c:37:2, body at tests/discover/copies.c:11:16
	store migration_version_store at tests/discover/copies.c:37:2, body at tests/discover/copies.c:16:16
	not registered
attribute "migration_version" at tests/discover/copies.c:38:2
	object struct unit.copied: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/copies.c:38:2, body at tests/discover/copies.c:11:16
	store migration_version_store at tests/discover/copies.c:38:2, body at tests/discover/copies.c:16:16
	not registered
attribute "migration_version" at tests/discover/copies.c:39:14
	object struct device_attribute: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/copies.c:39:14, body at tests/discover/copies.c:11:16
	store migration_version_store at tests/discover/copies.c:39:14, body at tests/discover/copies.c:16:16
	registered by device_create_file() at tests/discover/copies.c:42:52
 * check-output-end
 */
