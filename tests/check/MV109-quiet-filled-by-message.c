// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The bytes are read by a bus that gets them in a message: what is handed to a
 * function that lint does not know may be set by it, and so may all that
 * pointers in there lead to.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/slab.h>

struct message {
	unsigned short flags;
	unsigned short length;
	unsigned char *bytes;
};

struct transfer {
	struct message *messages;
	int n;
};

int bus_send(struct device *dev, struct message *messages, int n);
int bus_queue(struct device *dev, struct transfer *transfer);

static int unit_read(struct device *dev, unsigned char reg, unsigned char *value)
{
	struct message messages[2];
	int n = 0;

	messages[n].flags = 0;
	messages[n].length = 1;
	messages[n++].bytes = &reg;
	messages[n].flags = 1;
	messages[n].length = 1;
	messages[n++].bytes = value;
	return bus_send(dev, messages, n) == n ? 0 : -EIO;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	unsigned char value[2], *third;
	struct message last = { .flags = 1, .length = 1 };
	struct transfer transfer = { .messages = &last, .n = 1 };
	ssize_t ret = unit_read(dev, 0x10, value);

	if (!ret)
		ret = unit_read(dev, 0x11, value + 1);
	if (ret)
		return ret;
	third = kmalloc(1, GFP_KERNEL);
	if (!third)
		return -ENOMEM;
	last.bytes = third;
	ret = bus_queue(dev, &transfer);
	if (!ret)
		ret = sysfs_emit(buf, "unit-%u.%u.%u\n", value[0], value[1], *third);
	kfree(third);
	return ret;
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
