// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The room left on the page is counted down. No page of registers is so long
 * that it would be used up; that is more than lint can tell, but nothing says
 * that the text does not fit.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/kernel.h>

#define UNIT_PAGES 4
#define UNIT_BYTES 42

int unit_read(struct device *dev, u8 *to, int n);
unsigned int unit_sum(const u8 *from, int n);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u8 bytes[UNIT_PAGES * UNIT_BYTES] = { 0 };
	ssize_t left = PAGE_SIZE;
	int page, i, got = 0, value;

	for (page = 0; page < UNIT_PAGES; page++) {
		got += unit_read(dev, bytes + page * UNIT_BYTES, UNIT_BYTES);
		for (i = 0; i < UNIT_BYTES; i++)
			left -= snprintf(buf + PAGE_SIZE - left, left, "%02x ",
					 bytes[page * UNIT_BYTES + i]);
		if (got != (page + 1) * UNIT_BYTES) {
			left -= snprintf(buf + PAGE_SIZE - left, left, "short\n");
			continue;
		}
		if (unit_sum(bytes, got) != 7) {
			left -= snprintf(buf + PAGE_SIZE - left, left, "bad\n");
			continue;
		}
		value = 0;
		for (i = 4; i > 0; i--) {
			value <<= 8;
			value |= bytes[page * UNIT_BYTES + i];
		}
		left -= snprintf(buf + PAGE_SIZE - left, left, "value=%d\n", value);
	}
	return PAGE_SIZE - left;
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
