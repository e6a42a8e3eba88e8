// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A list is searched with the lock held. Its end is the head again, a variable
 * of the driver: the way out past all ports leaves the lock held.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/mutex.h>

struct port {
	unsigned int number;
	bool is_enabled;
	struct list_head node;
};

static LIST_HEAD(unit_ports);
static DEFINE_MUTEX(unit_lock);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static int port_enable(unsigned int number)
{
	struct port *found = NULL, *port;

	mutex_lock(&unit_lock);
	list_for_each_entry(port, &unit_ports, node)
		if (port->number == number) {
			found = port;
			break;
		}
	if (!found) {
		return -ENODEV;
	}
	found->is_enabled = true;
	mutex_unlock(&unit_lock);
	return 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int number;
	int ret = kstrtouint(buf, 0, &number);

	if (ret)
		return ret;
	ret = port_enable(number);
	return ret ? ret : count; /* expect: MV401 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
