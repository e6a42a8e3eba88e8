/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* Of each token as much is compared as was written, which may be its first letter. */

#define NTOKENS 5

struct token {
	const char *s;
	size_t len;
};

static const char *const own[NTOKENS] = { "teal", "b", "n16", "zip", "f0300" };

static unsigned int cut(const char *s, size_t len, struct token *tok)
{
	const char *end = s + len, *dash;
	unsigned int n = 0;

	for (;;) {
		if (n == NTOKENS)
			return n + 1;
		dash = memchr(s, '-', end - s);
		tok[n].s = s;
		tok[n].len = (dash ?: end) - s;
		n++;
		if (!dash)
			return n;
		s = dash + 1;
	}
}

static bool is(const struct token *t, const char *word)
{
	return t->len && !strncmp(t->s, word, t->len); /* expect: MV207 */
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s-%s-%s-%s-%s\n", own[0], own[1], own[2], own[3], own[4]);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct token tok[NTOKENS];
	size_t len = buf[count - 1] == '\n' ? count - 1 : count;
	unsigned int i, n = strlen(buf) == count ? cut(buf, len, tok) : 0;

	for (i = 0; n == NTOKENS && i < NTOKENS; i++)
		if (!is(&tok[i], own[i]))
			n = 0;
	if (n != NTOKENS) {
		dev_err(dev, "not the version that is here\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int teal_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
