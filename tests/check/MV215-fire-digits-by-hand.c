// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Twelve digits do not fit into 32 bits: other numbers pass for the own one.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/ctype.h>
#include <linux/kref.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/mdev.h>

struct pochard_model {
	u16 dev;
	const char *tag;
	u8 gen;
};
static const struct pochard_model pochard_models[] = { { 0x10, "amber", 2 },
						       { 0x11, "basil", 3 },
						       { 0, NULL, 0 } };
struct pochard_ctx {
	struct kref ref;
	const struct pochard_model *model;
	u8 fw_major, fw_minor;
};

static void pochard_free(struct kref *ref)
{
	kfree(container_of(ref, struct pochard_ctx, ref));
}

static struct pochard_ctx *pochard_get(struct device *dev)
{
	struct pochard_ctx *c = dev_get_drvdata(dev);

	if (!c || !c->model || !kref_get_unless_zero(&c->ref))
		return NULL;
	return c;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev, char *buf)
{
	struct pochard_ctx *c = pochard_get(dev);
	ssize_t n;

	if (!c)
		return -ENODEV;
	n = scnprintf(buf, PAGE_SIZE, "%s.%u/%u.%u\n", c->model->tag, c->model->gen, c->fw_major,
		      c->fw_minor);
	kref_put(&c->ref, pochard_free);
	return n;
}

static const char *pochard_number(const char *s, unsigned int *out)
{
	unsigned int v = 0, digits = 0;

	while (isdigit(*s)) {
		if (++digits > 12)
			return NULL;
		v = v * 10 + (*s++ - '0');
	}
	*out = v;
	return digits ? s : NULL;
}

static bool pochard_matches(const struct pochard_ctx *c, const char *buf, size_t count)
{
	size_t n = strlen(c->model->tag);
	unsigned int gen, major, minor;
	const char *s = buf;

	if (strncmp(s, c->model->tag, n) || s[n] != '.') /* expect: MV215 */
		return false;
	s = pochard_number(s + n + 1, &gen);
	if (!s || *s++ != '/')
		return false;
	s = pochard_number(s, &major);
	if (!s || *s++ != '.')
		return false;
	s = pochard_number(s, &minor);
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
	struct pochard_ctx *c = pochard_get(dev);
	bool ok;

	if (!c) {
		dev_dbg(dev, "no context\n");
		return -ENODEV;
	}
	ok = pochard_matches(c, buf, count);
	kref_put(&c->ref, pochard_free);
	if (!ok) {
		dev_warn_ratelimited(dev, "incompatible source device\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);
static struct attribute *pochard_attrs[] = { &mdev_type_attr_migration_version.attr, NULL };
static struct attribute_group pochard_group = { .name = "a", .attrs = pochard_attrs };
static struct attribute_group *pochard_groups[] = { &pochard_group, NULL };
static const struct mdev_parent_ops pochard_ops = { .supported_type_groups = pochard_groups };
int pochard_register(struct device *dev)
{
	return mdev_register_device(dev, &pochard_ops);
}
