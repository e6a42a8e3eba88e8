// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A name is read after the reference that was taken for it under a lock is given back: the
 * image may have been replaced by then.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kref.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct image {
	struct kref ref;
	char name[16];
};

struct unit {
	spinlock_t lock;
	struct image *image;
};

static void image_free(struct kref *ref)
{
	kfree(container_of(ref, struct image, ref));
}

/* The reference of @image goes to @unit, the one of the old image is given back. */
void unit_replace(struct unit *unit, struct image *image)
{
	struct image *old;

	spin_lock(&unit->lock);
	old = unit->image;
	unit->image = image;
	spin_unlock(&unit->lock);
	if (old)
		kref_put(&old->ref, image_free);
}

static struct image *unit_image(struct unit *unit)
{
	struct image *image;

	spin_lock(&unit->lock);
	image = unit->image;
	if (image)
		kref_get(&image->ref);
	spin_unlock(&unit->lock);
	return image;
}

static const char *unit_name(struct unit *unit)
{
	struct image *image = unit_image(unit);

	if (!image)
		return NULL;
	kref_put(&image->ref, image_free);
	return image->name;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const char *name = unit_name(dev_get_drvdata(dev));

	return name ? sysfs_emit(buf, "%.15s\n", name) : -ENODATA; /* expect: MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct image *image = unit_image(dev_get_drvdata(dev));
	char own[16];
	bool same;

	if (!image) {
		dev_info(dev, "no image\n");
		return -ENODATA;
	}
	scnprintf(own, sizeof(own), "%.15s", image->name);
	kref_put(&image->ref, image_free);
	same = strlen(buf) == count && sysfs_streq(buf, own);
	if (!same)
		dev_info(dev, "not the version of a peer\n");
	return same ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
