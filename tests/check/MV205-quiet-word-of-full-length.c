// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A word is shorter than its array.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/regmap.h>
#include <linux/clk.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit_words {
	unsigned int nr;
	unsigned int len;
	char text[3][12];
};

static int unit_put(struct unit_words *w, char c)
{
	if (w->len + 1 == sizeof(w->text[0]))
		return -ENAMETOOLONG;
	w->text[w->nr][w->len++] = c;
	return 0;
}

static int unit_close(struct unit_words *w)
{
	if (!w->len || w->nr == 3)
		return -EINVAL;
	w->text[w->nr++][w->len] = '\0';
	w->len = 0;
	return 0;
}

static int unit_words(struct unit_words *w, const char *p, size_t len)
{
	int ret = 0;

	for (; len && !ret; len--, p++) {
		switch (*p) {
		case '/':
			ret = w->nr < 2 ? unit_close(w) : -E2BIG;
			break;
		case 'a' ... 'z':
		case '0' ... '9':
			ret = unit_put(w, *p);
			break;
		default:
			ret = -EILSEQ;
		}
	}
	return ret ? ret : unit_close(w);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit/small/4\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit_words w = { 0 };
	size_t len = count;
	int ret;

	if (buf[len - 1] == '\n')
		len--;
	ret = unit_words(&w, buf, len);
	if (!ret && (w.nr != 3 || strcmp(w.text[0], "unit") || strcmp(w.text[1], "small") ||
		     strcmp(w.text[2], "4")))
		ret = -ENODEV;
	if (ret)
		dev_info(dev, "not the version of a peer\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
