// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Of six numbers that a loop reads, one that is less than what the device still loads is
 * refused without a word: a run shows it where there are too many paths.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum { MODEL, BOARD, MAJOR, MINOR, PATCH, RING, NUMBERS };

struct kind {
	const char *name;
	u16 oldest_ring;
};

static const struct kind kinds[] = { { "storm", 3 }, { "giant", 2 } };

struct petrel {
	const struct kind *kind;
	u16 own[NUMBERS];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct petrel *p = dev_get_drvdata(dev);
	int len = 0;

	for (int i = 0; i < NUMBERS; i++)
		len += sysfs_emit_at(buf, len, "%s%02x", i ? "." : "", p->own[i]);
	return len;
}

static const char *read_number(const char *s, const char *end, u16 *out)
{
	unsigned int v = 0;

	if (s == end || !isxdigit(*s))
		return NULL;
	for (; s < end && isxdigit(*s); s++) {
		v = v << 4 | hex_to_bin(*s);
		if (v > 0xffff)
			return NULL;
	}
	*out = v;
	return s;
}

static int read_numbers(const char *s, const char *end, u16 *out)
{
	for (int i = 0; i < NUMBERS; i++) {
		if (i && (s == end || *s++ != '.'))
			return -EINVAL;
		s = read_number(s, end, &out[i]);
		if (!s)
			return -EINVAL;
	}
	return s == end ? 0 : -EINVAL;
}

static int compare(struct device *dev, const struct petrel *p, const u16 *their)
{
	for (int i = MODEL; i < PATCH; i++)
		if (their[i] != p->own[i]) {
			dev_info(dev, "number %d is another\n", i);
			return -ENODEV;
		}
	if (their[RING] > p->own[RING]) {
		dev_info(dev, "ring %u is too new\n", their[RING]);
		return -EPROTO;
	}
	return their[RING] < p->kind->oldest_ring ? -ESTALE : 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct petrel *p = dev_get_drvdata(dev);
	const char *end = buf + count - (buf[count - 1] == '\n');
	u16 their[NUMBERS];
	int ret = read_numbers(buf, end, their);

	if (ret) {
		dev_info(dev, "not a version\n");
		return ret;
	}
	ret = compare(dev, p, their);
	return ret ? ret : count; /* expect: MV210 */
}
static DEVICE_ATTR_RW(migration_version);

int petrel_add(struct device *dev)
{
	struct petrel *p = dev_get_drvdata(dev);

	p->kind = &kinds[p->own[MODEL] & 1];
	return device_create_file(dev, &dev_attr_migration_version);
}
