// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A pointer that one handler expects to be absent is loaded on two paths: where
 * it is there, it carries no error.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct siskin_code {
	u32 api, minor;
};

struct siskin {
	struct siskin_code *code;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct siskin *s = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", s->code ? s->code->minor : 0);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct siskin *s = dev_get_drvdata(dev);
	char own[24];

	if (buf[0] == 'v')
		snprintf(own, sizeof(own), "v%u", s->code ? s->code->minor : 0);
	else
		snprintf(own, sizeof(own), "%u", s->code ? s->code->minor : 0);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "microcode %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int siskin_load(struct siskin *s, u32 api)
{
	struct siskin_code *code = kzalloc(sizeof(*code), GFP_KERNEL);

	if (!code)
		return -ENOMEM;
	code->api = api;
	s->code = code;
	return 0;
}

int siskin_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
