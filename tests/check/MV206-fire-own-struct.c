// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The newline of echo is a byte too many, behind sysfs_ops of the driver.
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

union wigeon_ver {
	struct {
		u32 patch : 8, minor : 8, major : 12, rel : 4;
	};
	u32 raw;
};
struct wigeon {
	struct kobject kobj;
	union wigeon_ver ver;
	u8 gen;
};
struct wigeon_attr {
	struct attribute attr;
	ssize_t (*show)(struct wigeon *rk, char *buf);
	ssize_t (*store)(struct wigeon *rk, const char *buf, size_t len);
};
#define to_wigeon(k)	  container_of(k, struct wigeon, kobj)
#define to_wigeon_attr(a) container_of(a, struct wigeon_attr, attr)

static const char *wigeon_gen(u8 gen)
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

static int wigeon_format(const struct wigeon *rk, char *out, size_t size)
{
	const char *gen = wigeon_gen(rk->gen);

	if (!gen)
		return -EOPNOTSUPP;
	return scnprintf(out, size, "wigeon-%s-%u.%u.%u", gen, rk->ver.major, rk->ver.minor,
			 rk->ver.patch);
}

static ssize_t migration_version_show(struct wigeon *rk, char *buf)
{
	int n = wigeon_format(rk, buf, PAGE_SIZE - 1);

	if (n < 0)
		return n;
	buf[n++] = '\n';
	return n;
}

static ssize_t migration_version_store(struct wigeon *rk, const char *buf, size_t len)
{
	char own[40];
	int n = wigeon_format(rk, own, sizeof(own));

	if (n < 0) {
		pr_info("wigeon: generation %u cannot migrate\n", rk->gen);
		return n;
	}
	if (len != n || memcmp(buf, own, n)) { /* expect: MV206 */
		pr_info("wigeon: source is not %s\n", own);
		return -EINVAL;
	}
	return len;
}
static struct wigeon_attr wigeon_mig =
	__ATTR(migration_version, 0644, migration_version_show, migration_version_store);

static ssize_t wigeon_show(struct kobject *k, struct attribute *a, char *buf)
{
	struct wigeon_attr *ra = to_wigeon_attr(a);

	return ra->show ? ra->show(to_wigeon(k), buf) : -EIO;
}
static ssize_t wigeon_store(struct kobject *k, struct attribute *a, const char *buf, size_t len)
{
	struct wigeon_attr *ra = to_wigeon_attr(a);

	return ra->store ? ra->store(to_wigeon(k), buf, len) : -EIO;
}
static const struct sysfs_ops wigeon_sysfs_ops = { .show = wigeon_show, .store = wigeon_store };
static struct attribute *wigeon_attrs[] = { &wigeon_mig.attr, NULL };
ATTRIBUTE_GROUPS(wigeon);
static void wigeon_release(struct kobject *k)
{
	kfree(to_wigeon(k));
}
static struct kobj_type wigeon_type = { .release = wigeon_release,
					.sysfs_ops = &wigeon_sysfs_ops,
					.default_groups = wigeon_groups };
struct wigeon *wigeon_new(struct kobject *parent, u32 raw, u8 gen)
{
	struct wigeon *rk = kzalloc(sizeof(*rk), GFP_KERNEL);

	if (!rk)
		return NULL;
	rk->ver.raw = raw;
	rk->gen = gen;
	if (kobject_init_and_add(&rk->kobj, &wigeon_type, parent, "wigeon")) {
		kobject_put(&rk->kobj);
		return NULL;
	}
	return rk;
}
