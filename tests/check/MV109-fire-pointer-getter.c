// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A getter that counts a reference on what there is, and returns it even if
 * that is nothing.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kref.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct smew_link {
	struct kref ref;
	char peer[20];
};

static DEFINE_MUTEX(smew_lock);
static struct smew_link *smew_active;

static void smew_free(struct kref *ref)
{
	kfree(container_of(ref, struct smew_link, ref));
}

static struct smew_link *smew_get(void)
{
	struct smew_link *link;

	mutex_lock(&smew_lock);
	link = smew_active;
	if (link)
		kref_get(&link->ref);
	mutex_unlock(&smew_lock);
	return link;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct smew_link *link = smew_get();
	ssize_t n = sysfs_emit(buf, "v%u\n", kref_read(&link->ref) ? 2 : 1); /* expect: MV109 */

	kref_put(&link->ref, smew_free);
	return n;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && (sysfs_streq(buf, "v1") || sysfs_streq(buf, "v2")))
		return count;
	dev_info(dev, "unknown version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

void smew_connect(struct smew_link *link)
{
	mutex_lock(&smew_lock);
	smew_active = link;
	mutex_unlock(&smew_lock);
}

int smew_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
