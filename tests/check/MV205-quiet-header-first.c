// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A command is sent by the address of its header, and its whole size.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>

struct godwit_header {
	u16 code, size;
};

struct godwit_query {
	struct godwit_header header;
	u32 what, unit;
};

struct godwit {
	u8 mailbox[64];
	u32 version;
};

static int godwit_send(struct godwit *g, const struct godwit_header *h, size_t size)
{
	if (size > sizeof(g->mailbox))
		return -EINVAL;
	memcpy(g->mailbox, h, size);
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct godwit *g = dev_get_drvdata(dev);

	return sysfs_emit(buf, "godwit-%u\n", g->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct godwit *g = dev_get_drvdata(dev);
	struct godwit_query query = { .what = 7 };
	struct godwit local;
	char own[24];

	if (godwit_send(&local, &query.header, sizeof(query))) {
		dev_info(dev, "queries are too long\n");
		return -EIO;
	}
	snprintf(own, sizeof(own), "godwit-%u", g->version);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int godwit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
