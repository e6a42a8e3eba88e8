// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper for all kinds of devices hands out NULL for those that have no identity.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV109 unproved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>

struct curlew_identity {
	u32 header;
};

struct curlew_partner {
	struct device dev;
	struct curlew_identity identity;
};

static const struct device_type curlew_partner_type = { .name = "partner" };

static struct curlew_identity *curlew_identity(struct device *dev)
{
	if (dev->type == &curlew_partner_type)
		return &container_of(dev, struct curlew_partner, dev)->identity;
	return NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "curlew-%x\n", curlew_identity(dev)->header);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[24];

	snprintf(own, sizeof(own), "curlew-%x", curlew_identity(dev)->header);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int curlew_add(struct curlew_partner *p)
{
	p->dev.type = &curlew_partner_type;
	return device_create_file(&p->dev, &dev_attr_migration_version);
}
