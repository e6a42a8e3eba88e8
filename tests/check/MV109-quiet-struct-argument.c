// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Structs are passed by value, from callee to callee, as the kernel does with
 * kuid_t: the parameter is set, by the call.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 * migver-verdict: MV109 proved
 * migver-verdict: MV104 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>

struct owner {
	unsigned int id;
	char letter;
};

struct unit {
	int minor;
	struct owner owner;
};

static unsigned int owner_id(struct owner owner)
{
	return owner.id;
}

static bool owner_exists(struct owner owner)
{
	return owner_id(owner) != -1U;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	struct owner last = { .id = 7, .letter = 'x' };

	if (!owner_exists(unit->owner))
		return sysfs_emit(buf, "unit-%u%c\n", owner_id(last), last.letter);
	return sysfs_emit(buf, "unit-%u\n", owner_id(unit->owner));
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
