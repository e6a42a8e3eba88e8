// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An attribute struct and sysfs_ops that the driver has made up.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/bitfield.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

union pintail_ver {
	struct {
		u32 patch : 8, minor : 8, major : 12, rel : 4;
	};
	u32 raw;
};
struct pintail {
	struct kobject kobj;
	union pintail_ver ver;
	u8 gen;
};
struct pintail_attr {
	struct attribute attr;
	ssize_t (*show)(struct pintail *rk, char *buf);
	ssize_t (*store)(struct pintail *rk, const char *buf, size_t len);
};
#define to_pintail(k)	   container_of(k, struct pintail, kobj)
#define to_pintail_attr(a) container_of(a, struct pintail_attr, attr)

static const char *pintail_gen(u8 gen)
{
	switch (gen) {
	case 1:
		return "one";
	case 2:
		return "two";
	default:
		return NULL;
	}
}

static int pintail_format(const struct pintail *rk, char *out, size_t size)
{
	const char *gen = pintail_gen(rk->gen);

	if (!gen)
		return -EOPNOTSUPP;
	return scnprintf(out, size, "pintail-%s-%u.%u.%u", gen, rk->ver.major, rk->ver.minor,
			 rk->ver.patch);
}

static ssize_t migration_version_show(struct pintail *rk, char *buf)
{
	int n = pintail_format(rk, buf, PAGE_SIZE - 1);

	if (n < 0)
		return n;
	buf[n++] = '\n';
	return n;
}

static ssize_t migration_version_store(struct pintail *rk, const char *buf, size_t len)
{
	char own[40];
	int n = pintail_format(rk, own, sizeof(own));

	if (n < 0) {
		pr_info("pintail: generation %u cannot migrate\n", rk->gen);
		return n;
	}
	if (strnlen(buf, len) != len || !sysfs_streq(buf, own)) {
		pr_info("pintail: source is not %s\n", own);
		return -EINVAL;
	}
	return len;
}
static struct pintail_attr pintail_mig =
	__ATTR(migration_version, 0644, migration_version_show, migration_version_store);

static ssize_t pintail_show(struct kobject *k, struct attribute *a, char *buf)
{
	struct pintail_attr *ra = to_pintail_attr(a);

	return ra->show ? ra->show(to_pintail(k), buf) : -EIO;
}
static ssize_t pintail_store(struct kobject *k, struct attribute *a, const char *buf, size_t len)
{
	struct pintail_attr *ra = to_pintail_attr(a);

	return ra->store ? ra->store(to_pintail(k), buf, len) : -EIO;
}
static const struct sysfs_ops pintail_sysfs_ops = { .show = pintail_show, .store = pintail_store };
static struct attribute *pintail_attrs[] = { &pintail_mig.attr, NULL };
ATTRIBUTE_GROUPS(pintail);
static void pintail_release(struct kobject *k)
{
	kfree(to_pintail(k));
}
static struct kobj_type pintail_type = { .release = pintail_release,
					 .sysfs_ops = &pintail_sysfs_ops,
					 .default_groups = pintail_groups };
struct pintail *pintail_new(struct kobject *parent, u32 raw, u8 gen)
{
	struct pintail *rk = kzalloc(sizeof(*rk), GFP_KERNEL);

	if (!rk)
		return NULL;
	rk->ver.raw = raw;
	rk->gen = gen;
	if (kobject_init_and_add(&rk->kobj, &pintail_type, parent, "pintail")) {
		kobject_put(&rk->kobj);
		return NULL;
	}
	return rk;
}
