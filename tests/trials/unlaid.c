// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A struct of a header that nobody has lies before the members that are shown: where
 * they are is not known, but each of them is somewhere else.
 *
 * check-command: lint --dump trials $file
 * check-status: 3
 * check-output-start
trials dev_attr_migration_version
  "gannet-3.4-tR9" accepted (the own version)
  "gannet-3.4-tR9\n" accepted (the own version and a newline)
  "gannet-39.48-tR9mid4end" accepted (the own version)
  "gannet-39.48-tR9mid4end\n" accepted (the own version and a newline)
  "gannet-39.48-tR9mid4end" accepted (the own version)
  "gannet-39.48-tR9mid4end\n" accepted (the own version and a newline)
  "gannet-39.48-tR9mid4endx" refused -22 (the own version and more text)
  "gannet-39.48-tR9mid4end x" refused -22 (the own version and more text)
  "gannet-39.48-tR9mid4end-x" refused -22 (the own version and more text)
  "gannet-39.48-tR9mid4end.x" refused -22 (the own version and more text)
  "gannet-39.48-tR9mid4end\nx" refused -22 (the own version, a newline and more text)
  "g" refused -22 (the beginning of the own version)
  "gann" refused -22 (the beginning of the own version)
  "gannet" refused -22 (the beginning of the own version)
  "gannet-" refused -22 (the beginning of the own version)
  "gannet-39" refused -22 (the beginning of the own version)
  "gannet-39." refused -22 (the beginning of the own version)
  "gannet-39.48" refused -22 (the beginning of the own version)
  "gannet-39.48-" refused -22 (the beginning of the own version)
  "gannet-39.48-tR9" refused -22 (the beginning of the own version)
  "gannet-39.48-tR9mid" refused -22 (the beginning of the own version)
  "gannet-39.48-tR9mid4en" refused -22 (the beginning of the own version)
  "g\n" refused -22 (the beginning of the own version)
  "xannet-39.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gaxnet-39.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gannxt-39.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gannex-39.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gannetx39.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gannet-30.48-tR9mid4end" refused -22 (the own version with one character changed)
  "gannet-39.58-tR9mid4end" refused -22 (the own version with one character changed)
  "gannet-39.49-tR9mid4end" refused -22 (the own version with one character changed)
  "gannet-39.48xtR9mid4end" refused -22 (the own version with one character changed)
  "gannet-39.48-tx9mid4end" refused -22 (the own version with one character changed)
  "gannet-39.48-tR9xid4end" refused -22 (the own version with one character changed)
  "gannet-39.48-tR9mix4end" refused -22 (the own version with one character changed)
  "gannet-39.48-tR9mid4xnd" refused -22 (the own version with one character changed)
  "gannet-39.48-tR9mid4enx" refused -22 (the own version with one character changed)
  "~~~~~~~~~~~~~~~~~~~~~~~" refused -22 (as many characters as the own version has, all of them others)
  "\n" refused -22 (an empty line)
  "gannet-39.48-tR9mid4end\x00junk" refused -22 (the own version, a NUL and more text)
  "gannet-39.48-tR9mid4end\r\n" refused -22 (the own version with the line end of another system)
  "Foreign_V5_4-8086-1912" refused -22 (the version of another vendor)
  "gannet-39.0-tR9mid4end" accepted (a text that store compares with)
  "gannet-39.0-tR9mid4end\n" accepted (the same and a newline)
  "gannet-39.1-tR9mid4end" accepted (a text that store compares with)
  "gannet-39.1-tR9mid4end\n" accepted (the same and a newline)
  "gannet-39.2-tR9mid4end" accepted (a text that store compares with)
  "gannet-39.2-tR9mid4end\n" accepted (the same and a newline)
  "gannet-39.3-tR9mid4end" accepted (a text that store compares with)
  "gannet-39.3-tR9mid4end\n" accepted (the same and a newline)
migver: tests/trials/unlaid.c: incomplete
  tests/trials/unlaid.c:72:20: field has incomplete type 'struct gannet_hub'
 * check-output-end
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct gannet_hub;

struct gannet {
	struct gannet_hub hub;
	u32 major;
	u32 minor;
	char tag[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct gannet *g = dev_get_drvdata(dev);

	return sysfs_emit(buf, "gannet-%u.%u-%s\n", g->major, g->minor, g->tag);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct gannet *g = dev_get_drvdata(dev);
	char own[64];
	u32 minor;

	if (strlen(buf) != count) {
		dev_info(dev, "a version has no NUL\n");
		return -EINVAL;
	}
	for (minor = 0; minor <= g->minor; minor++) {
		scnprintf(own, sizeof(own), "gannet-%u.%u-%s", g->major, minor, g->tag);
		if (sysfs_streq(buf, own))
			return count;
	}
	dev_info(dev, "gannet-%u.0 to %u with %s are taken over\n", g->major, g->minor, g->tag);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int gannet_add(struct device *dev, const char *tag, struct gannet *g)
{
	char *p;

	strscpy(g->tag, tag, sizeof(g->tag));
	for (p = g->tag; *p; p++)
		if (*p < 'a' || *p > 'z')
			*p = '_';
	dev_set_drvdata(dev, g);
	return device_create_file(dev, &dev_attr_migration_version);
}
