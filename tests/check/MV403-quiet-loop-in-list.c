// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An inner loop that goes round any number of times does not make the entry of the
 * outer one the head of its list.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct port {
	struct list_head next;
	struct list_head remotes;
	struct kref ref;
	unsigned int lost;
};

struct remote {
	struct list_head next;
	unsigned int seen;
};

static LIST_HEAD(ports);
static DEFINE_MUTEX(ports_lock);

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "port-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct port *p;
	struct remote *r;

	if (!sysfs_streq(buf, "port-1"))
		return -EINVAL;
	mutex_lock(&ports_lock);
	list_for_each_entry(p, &ports, next) {
		list_for_each_entry(r, &p->remotes, next) {
			if (p->lost)
				continue;
			r->seen++;
		}
	}
	mutex_unlock(&ports_lock);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int port_add(struct device *dev, struct port *p)
{
	mutex_lock(&ports_lock);
	list_add(&p->next, &ports);
	mutex_unlock(&ports_lock);
	return device_create_file(dev, &dev_attr_migration_version);
}
