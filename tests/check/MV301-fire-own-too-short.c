// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The longest version does not fit into what store makes its own one in.
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

union shelduck_ver {
	struct {
		u32 patch : 8, minor : 8, major : 12, rel : 4;
	};
	u32 raw;
};
struct shelduck {
	struct kobject kobj;
	union shelduck_ver ver;
	u8 gen;
};
struct shelduck_attr {
	struct attribute attr;
	ssize_t (*show)(struct shelduck *rk, char *buf);
	ssize_t (*store)(struct shelduck *rk, const char *buf, size_t len);
};
#define to_shelduck(k)	    container_of(k, struct shelduck, kobj)
#define to_shelduck_attr(a) container_of(a, struct shelduck_attr, attr)

static const char *shelduck_gen(u8 gen)
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

static int shelduck_format(const struct shelduck *rk, char *out, size_t size)
{
	const char *gen = shelduck_gen(rk->gen);

	if (!gen)
		return -EOPNOTSUPP;
	return scnprintf(out, size, "sd-%s-%u.%u.%u", gen, rk->ver.major, rk->ver.minor,
			 rk->ver.patch);
}

static ssize_t migration_version_show(struct shelduck *rk, char *buf)
{
	int n = shelduck_format(rk, buf, PAGE_SIZE - 1);

	if (n < 0)
		return n;
	buf[n++] = '\n';
	return n;
}

static ssize_t migration_version_store(struct shelduck *rk, const char *buf, size_t len)
{
	char own[16];
	int n = shelduck_format(rk, own, sizeof(own));

	if (n < 0) {
		pr_info("sd: generation %u cannot migrate\n", rk->gen);
		return n;
	}
	if (strnlen(buf, len) != len || !sysfs_streq(buf, own)) {
		pr_info("sd: source is not %s\n", own);
		return -EINVAL; /* expect: MV301 */
	}
	return len;
}
static struct shelduck_attr shelduck_mig =
	__ATTR(migration_version, 0644, migration_version_show, migration_version_store);

static ssize_t shelduck_show(struct kobject *k, struct attribute *a, char *buf)
{
	struct shelduck_attr *ra = to_shelduck_attr(a);

	return ra->show ? ra->show(to_shelduck(k), buf) : -EIO;
}
static ssize_t shelduck_store(struct kobject *k, struct attribute *a, const char *buf, size_t len)
{
	struct shelduck_attr *ra = to_shelduck_attr(a);

	return ra->store ? ra->store(to_shelduck(k), buf, len) : -EIO;
}
static const struct sysfs_ops shelduck_sysfs_ops = { .show = shelduck_show,
						     .store = shelduck_store };
static struct attribute *shelduck_attrs[] = { &shelduck_mig.attr, NULL };
ATTRIBUTE_GROUPS(shelduck);
static void shelduck_release(struct kobject *k)
{
	kfree(to_shelduck(k));
}
static struct kobj_type shelduck_type = { .release = shelduck_release,
					  .sysfs_ops = &shelduck_sysfs_ops,
					  .default_groups = shelduck_groups };
struct shelduck *shelduck_new(struct kobject *parent, u32 raw, u8 gen)
{
	struct shelduck *rk = kzalloc(sizeof(*rk), GFP_KERNEL);

	if (!rk)
		return NULL;
	rk->ver.raw = raw;
	rk->gen = gen;
	if (kobject_init_and_add(&rk->kobj, &shelduck_type, parent, "sd")) {
		kobject_put(&rk->kobj);
		return NULL;
	}
	return rk;
}
