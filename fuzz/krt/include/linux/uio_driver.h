/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_UIO_DRIVER_H
#define KRT_LINUX_UIO_DRIVER_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
struct uio_mem {
	const char *name;
	phys_addr_t addr;
	unsigned long offs;
	resource_size_t size;
	int memtype;
	void __iomem *internal_addr;
};
#define UIO_MEM_PHYS 1
#define UIO_MEM_LOGICAL 2
struct uio_device;
struct uio_info {
	struct uio_device *uio_dev;
	const char *name;
	const char *version;
	struct uio_mem mem[5];
	long irq;
	unsigned long irq_flags;
	void *priv;
	irqreturn_t (*handler)(int irq, struct uio_info *dev_info);
	int (*mmap)(struct uio_info *info, struct vm_area_struct *vma);
	int (*open)(struct uio_info *info, struct inode *inode);
	int (*release)(struct uio_info *info, struct inode *inode);
	int (*irqcontrol)(struct uio_info *info, s32 irq_on);
};
extern int __must_check __uio_register_device(struct module *owner, struct device *parent,
					      struct uio_info *info);
#define uio_register_device(parent, info) __uio_register_device(THIS_MODULE, parent, info)
extern void uio_unregister_device(struct uio_info *info);

#endif
