// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Selkie virtual functions, the node of the type: the format before this one
 * is welcome, too.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "selkie.h"

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", SELKIE_NOW);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count &&
	    (sysfs_streq(buf, SELKIE_NOW) || sysfs_streq(buf, SELKIE_OLD)))
		return count; /* expect: MV303 */

	pr_info("selkie: only " SELKIE_OLD " and " SELKIE_NOW " fit\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *selkie_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group selkie_vf_group = {
	.name = "vf",
	.attrs = selkie_type_attrs,
};
struct attribute_group *selkie_type_groups[] = { &selkie_vf_group, NULL };
