// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Three digits fit into any number; the reference is put on each way.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/ctype.h>
#include <linux/kref.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/mdev.h>

struct gadwall_model {
	u16 dev;
	const char *tag;
	u8 gen;
};
static const struct gadwall_model gadwall_models[] = { { 0x10, "amber", 2 },
						       { 0x11, "basil", 3 },
						       { 0, NULL, 0 } };
struct gadwall_ctx {
	struct kref ref;
	const struct gadwall_model *model;
	u8 fw_major, fw_minor;
};

static void gadwall_free(struct kref *ref)
{
	kfree(container_of(ref, struct gadwall_ctx, ref));
}

static struct gadwall_ctx *gadwall_get(struct device *dev)
{
	struct gadwall_ctx *c = dev_get_drvdata(dev);

	if (!c || !c->model || !kref_get_unless_zero(&c->ref))
		return NULL;
	return c;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev, char *buf)
{
	struct gadwall_ctx *c = gadwall_get(dev);
	ssize_t n;

	if (!c)
		return -ENODEV;
	n = scnprintf(buf, PAGE_SIZE, "%s.%u/%u.%u\n", c->model->tag, c->model->gen, c->fw_major,
		      c->fw_minor);
	kref_put(&c->ref, gadwall_free);
	return n;
}

static const char *gadwall_number(const char *s, unsigned int *out)
{
	unsigned int v = 0, digits = 0;

	while (isdigit(*s)) {
		if (++digits > 3)
			return NULL;
		v = v * 10 + (*s++ - '0');
	}
	*out = v;
	return digits ? s : NULL;
}

static bool gadwall_matches(const struct gadwall_ctx *c, const char *buf, size_t count)
{
	size_t n = strlen(c->model->tag);
	unsigned int gen, major, minor;
	const char *s = buf;

	if (strncmp(s, c->model->tag, n) || s[n] != '.')
		return false;
	s = gadwall_number(s + n + 1, &gen);
	if (!s || *s++ != '/')
		return false;
	s = gadwall_number(s, &major);
	if (!s || *s++ != '.')
		return false;
	s = gadwall_number(s, &minor);
	if (!s)
		return false;
	if (*s == '\n')
		s++;
	return s == buf + count && gen == c->model->gen && major == c->fw_major &&
	       minor <= c->fw_minor;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev, const char *buf,
				       size_t count)
{
	struct gadwall_ctx *c = gadwall_get(dev);
	bool ok;

	if (!c) {
		dev_dbg(dev, "no context\n");
		return -ENODEV;
	}
	ok = gadwall_matches(c, buf, count);
	kref_put(&c->ref, gadwall_free);
	if (!ok) {
		dev_warn_ratelimited(dev, "incompatible source device\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);
static struct attribute *gadwall_attrs[] = { &mdev_type_attr_migration_version.attr, NULL };
static struct attribute_group gadwall_group = { .name = "a", .attrs = gadwall_attrs };
static struct attribute_group *gadwall_groups[] = { &gadwall_group, NULL };
static const struct mdev_parent_ops gadwall_ops = { .supported_type_groups = gadwall_groups };
int gadwall_register(struct device *dev)
{
	return mdev_register_device(dev, &gadwall_ops);
}
