// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Alder FPGA: the type attributes. The handlers only fetch the driver data and
 * take the newline off; the judgement is in alder_compat.c, which has to be
 * followed to prove anything about store().
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>

#include "alder.h"

static ssize_t description_show(struct kobject *kobj, struct device *dev,
				char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "half of the programmable region\n");
}
static MDEV_TYPE_ATTR_RO(description);

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	const struct alder_fpga *fpga = dev_get_drvdata(dev);
	size_t len;

	if (!fpga)
		return -ENODEV;

	len = alder_version_string(fpga, buf, ALDER_VERSION_LEN);
	buf[len] = '\n';
	return len + 1;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	const struct alder_fpga *fpga = dev_get_drvdata(dev);
	size_t len = count;
	int err;

	if (!fpga) {
		dev_dbg(dev, "no FPGA behind this type any more\n");
		return -ENODEV;
	}

	if (len && buf[len - 1] == '\n')
		len--;

	err = alder_version_check(fpga, buf, len);
	if (err)
		return err;

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *alder_attrs[] = {
	&mdev_type_attr_description.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group alder_half_group = {
	.name = "half",
	.attrs = alder_attrs,
};

struct attribute_group *alder_type_groups[] = {
	&alder_half_group,
	NULL,
};
