// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The state in which a byte gets its second digit comes after the one that sets its first.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum place { PLACE_NAME, PLACE_HIGH, PLACE_LOW, PLACE_END, PLACE_WRONG };

struct record {
	u8 raw[6];
};

struct heron {
	struct record own;
};

static const char name[] = "heron:";

static int read_record(const char *text, size_t n, struct record *r)
{
	enum place place = PLACE_NAME;
	size_t k = 0;
	int digit;

	for (size_t i = 0; i < n && place != PLACE_WRONG; i++) {
		switch (place) {
		case PLACE_NAME:
			place = text[i] != name[i] ? PLACE_WRONG
				: name[i + 1]	   ? PLACE_NAME
						   : PLACE_HIGH;
			break;
		case PLACE_HIGH:
			digit = hex_to_bin(text[i]);
			place = digit < 0 ? PLACE_WRONG : PLACE_LOW;
			if (digit >= 0)
				r->raw[k] = digit << 4;
			break;
		case PLACE_LOW:
			digit = hex_to_bin(text[i]);
			if (digit < 0) {
				place = PLACE_WRONG;
				break;
			}
			r->raw[k++] |= digit;
			place = k < sizeof(r->raw) ? PLACE_HIGH : PLACE_END;
			break;
		default:
			place = PLACE_WRONG;
		}
	}
	return place == PLACE_END ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct heron *h = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s%*phN\n", name, (int)sizeof(h->own), &h->own);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct heron *h = dev_get_drvdata(dev);
	size_t n = count - (buf[count - 1] == '\n');
	struct record theirs;

	if (read_record(buf, n, &theirs) || memcmp(&theirs, &h->own, sizeof(theirs))) {
		dev_info(dev, "not the version of this heron\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int heron_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
