// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Character devices: misc devices, regions of numbers, cdevs. */
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>

#include "driver.h"
#include "tree.h"

void krt_misc_boot(void)
{
	krt.misc_class = krt_class_new("misc");
}

int misc_register(struct miscdevice *misc)
{
	struct device *dev;

	if (misc->minor == MISC_DYNAMIC_MINOR)
		misc->minor = 256 + krt.next_id++;
	dev = device_create_with_groups(krt.misc_class, misc->parent, MKDEV(10, misc->minor), misc,
					misc->groups, "%s", misc->name);
	if (IS_ERR(dev))
		return PTR_ERR(dev);
	misc->this_device = dev;
	return 0;
}

void misc_deregister(struct miscdevice *misc)
{
	device_destroy(krt.misc_class, MKDEV(10, misc->minor));
}

int alloc_chrdev_region(dev_t *dev, unsigned baseminor, unsigned count, const char *name)
{
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	*dev = MKDEV(240 + krt.next_id++ % 256, baseminor);
	return 0;
}

int register_chrdev_region(dev_t from, unsigned count, const char *name)
{
	return krt_must_fail(KRT_PC) ? -ENOMEM : 0;
}

void unregister_chrdev_region(dev_t from, unsigned count)
{
}

int __register_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
		      const char *name, const struct file_operations *fops)
{
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	return major ? 0 : 240 + (int)(krt.next_id++ % 256);
}

void __unregister_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
			 const char *name)
{
}

#ifdef KRT_BUNDLED
int register_chrdev(unsigned int major, const char *name, const struct file_operations *fops)
{
	return __register_chrdev(major, 0, 256, name, fops);
}

void unregister_chrdev(unsigned int major, const char *name)
{
}
#endif

void cdev_init(struct cdev *cdev, const struct file_operations *fops)
{
	memset(cdev, 0, sizeof(*cdev));
	cdev->ops = fops;
}

struct cdev *cdev_alloc(void)
{
	return krt_must_fail(KRT_PC) ? NULL : krt_own_alloc(sizeof(struct cdev));
}

int cdev_add(struct cdev *cdev, dev_t dev, unsigned count)
{
	cdev->dev = dev;
	cdev->count = count;
	return krt_must_fail(KRT_PC) ? -ENOMEM : 0;
}

void cdev_del(struct cdev *cdev)
{
}

int cdev_device_add(struct cdev *cdev, struct device *dev)
{
	return device_add(dev);
}

void cdev_device_del(struct cdev *cdev, struct device *dev)
{
	device_del(dev);
}
