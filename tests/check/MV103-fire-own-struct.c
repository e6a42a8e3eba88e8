// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What failed is taken for a length, behind sysfs_ops of the driver.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/bitfield.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

union garganey_ver {
	struct {
		u32 patch : 8, minor : 8, major : 12, rel : 4;
	};
	u32 raw;
};
struct garganey {
	struct kobject kobj;
	union garganey_ver ver;
	u8 gen;
};
struct garganey_attr {
	struct attribute attr;
	ssize_t (*show)(struct garganey *rk, char *buf);
	ssize_t (*store)(struct garganey *rk, const char *buf, size_t len);
};
#define to_garganey(k)	    container_of(k, struct garganey, kobj)
#define to_garganey_attr(a) container_of(a, struct garganey_attr, attr)

static const char *garganey_gen(u8 gen)
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

static int garganey_format(const struct garganey *rk, char *out, size_t size)
{
	const char *gen = garganey_gen(rk->gen);

	if (!gen)
		return -EOPNOTSUPP;
	return scnprintf(out, size, "garganey-%s-%u.%u.%u", gen, rk->ver.major, rk->ver.minor,
			 rk->ver.patch);
}

static ssize_t migration_version_show(struct garganey *rk, char *buf)
{
	int n = garganey_format(rk, buf, PAGE_SIZE - 1);

	buf[n++] = '\n'; /* expect: MV103 */
	return n;
}

static ssize_t migration_version_store(struct garganey *rk, const char *buf, size_t len)
{
	char own[40];
	int n = garganey_format(rk, own, sizeof(own));

	if (n < 0) {
		pr_info("garganey: generation %u cannot migrate\n", rk->gen);
		return n;
	}
	if (strnlen(buf, len) != len || !sysfs_streq(buf, own)) {
		pr_info("garganey: source is not %s\n", own);
		return -EINVAL;
	}
	return len;
}
static struct garganey_attr garganey_mig =
	__ATTR(migration_version, 0644, migration_version_show, migration_version_store);

static ssize_t garganey_show(struct kobject *k, struct attribute *a, char *buf)
{
	struct garganey_attr *ra = to_garganey_attr(a);

	return ra->show ? ra->show(to_garganey(k), buf) : -EIO;
}
static ssize_t garganey_store(struct kobject *k, struct attribute *a, const char *buf, size_t len)
{
	struct garganey_attr *ra = to_garganey_attr(a);

	return ra->store ? ra->store(to_garganey(k), buf, len) : -EIO;
}
static const struct sysfs_ops garganey_sysfs_ops = { .show = garganey_show,
						     .store = garganey_store };
static struct attribute *garganey_attrs[] = { &garganey_mig.attr, NULL };
ATTRIBUTE_GROUPS(garganey);
static void garganey_release(struct kobject *k)
{
	kfree(to_garganey(k));
}
static struct kobj_type garganey_type = { .release = garganey_release,
					  .sysfs_ops = &garganey_sysfs_ops,
					  .default_groups = garganey_groups };
struct garganey *garganey_new(struct kobject *parent, u32 raw, u8 gen)
{
	struct garganey *rk = kzalloc(sizeof(*rk), GFP_KERNEL);

	if (!rk)
		return NULL;
	rk->ver.raw = raw;
	rk->gen = gen;
	if (kobject_init_and_add(&rk->kobj, &garganey_type, parent, "garganey")) {
		kobject_put(&rk->kobj);
		return NULL;
	}
	return rk;
}
