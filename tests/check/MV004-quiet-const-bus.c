// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * From Linux 6.4 on the handlers of a bus get what they must not change.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(const struct bus_type *bus,
				      char *buf)
{
	return sysfs_emit(buf, "egret-3\n");
}

static ssize_t migration_version_store(const struct bus_type *bus,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "egret-3"))
		return count;
	pr_info("egret: version 3 is needed\n");
	return -EINVAL;
}
static BUS_ATTR_RW(migration_version);

static struct attribute *egret_attrs[] = {
	&bus_attr_migration_version.attr,
	NULL
};
ATTRIBUTE_GROUPS(egret);

static const struct bus_type egret_bus = {
	.name = "egret",
	.bus_groups = egret_groups,
};

int egret_init(void)
{
	return bus_register(&egret_bus);
}
