// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The version names a row of a table; what the device keeps is one of the rows.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct kind {
	const char *name;
	u32 rev;
	int (*check)(u32 v);
};

struct unit {
	const struct kind *kind;
};

static int check_old(u32 v)
{
	return v > 9 ? -EINVAL : 0;
}

static int check_new(u32 v)
{
	return v < 2 ? -EINVAL : 0;
}

static const struct kind kinds[] = {
	{ "alpha", 3, check_old },
	{ "beta", 7, check_old },
	{ "gamma", 8, check_new },
};

static const struct kind *find(const char *s, size_t n)
{
	for (int i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strlen(kinds[i].name) == n && !strncmp(s, kinds[i].name, n))
			return &kinds[i];
	return NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *u = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s-%u\n", u->kind->name, u->kind->rev);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *u = dev_get_drvdata(dev);
	const char *dash = strchr(buf, '-');
	u32 rev;

	if (strlen(buf) != count || !dash || find(buf, dash - buf) != u->kind)
		goto bad;
	if (kstrtou32(dash + 1, 10, &rev) || rev > u->kind->rev || u->kind->check(rev))
		goto bad;
	return count;
bad:
	dev_info(dev, "not this\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev, struct unit *u, int n)
{
	u->kind = &kinds[n % 3];
	dev_set_drvdata(dev, u);
	return device_create_file(dev, &dev_attr_migration_version);
}
