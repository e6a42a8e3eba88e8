// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A name is copied into the object: its pointers are those that probe has put there.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>


struct post {
	char name[16];
	u8 raw[8];
	struct post *peer;
	unsigned int seen;
};

struct post *post_setup(struct device *dev, struct post *peer)
{
	struct post *p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);

	if (!p)
		return NULL;
	p->peer = peer;
	return p;
}

static void post_note(struct post *p, unsigned int n)
{
	p->seen = n & 0xff;
	p->peer->seen = p->seen;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "post-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct post *p = dev_get_drvdata(dev);
	u8 raw[8] = { 0 };

	if (count > sizeof(raw))
		return -EINVAL;
	memcpy(raw, buf, count);
	memcpy(p->raw, raw, sizeof(raw));
	snprintf(p->name, sizeof(p->name), "%zu", count);
	post_note(p, p->seen + 1);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int post_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
