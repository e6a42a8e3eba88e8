/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: what a vendor's vfio-pci variant driver calls */
#ifndef KRT_LINUX_VFIO_PCI_CORE_H
#define KRT_LINUX_VFIO_PCI_CORE_H

#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/vfio.h>
#include <linux/irq.h>
#include <linux/uuid.h>
#define VFIO_PCI_OFFSET_SHIFT 40
#define VFIO_PCI_OFFSET_TO_INDEX(off) (off >> VFIO_PCI_OFFSET_SHIFT)
#define VFIO_PCI_INDEX_TO_OFFSET(index) ((u64)(index) << VFIO_PCI_OFFSET_SHIFT)
#define VFIO_PCI_OFFSET_MASK (((u64)(1) << VFIO_PCI_OFFSET_SHIFT) - 1)
struct vfio_pci_core_device {
	struct vfio_device vdev;
	struct pci_dev *pdev;
	void __iomem *barmap[6];
	u8 *pci_config_map;
	u8 *vconfig;
	u32 num_regions;
	struct mutex igate;
	struct rw_semaphore memory_lock;
};
#if KRT_SINCE(5, 15)
extern int vfio_pci_core_init_dev(struct vfio_device *core_vdev);
extern void vfio_pci_core_release_dev(struct vfio_device *core_vdev);
extern int vfio_pci_core_register_device(struct vfio_pci_core_device *vdev);
extern void vfio_pci_core_unregister_device(struct vfio_pci_core_device *vdev);
extern int vfio_pci_core_enable(struct vfio_pci_core_device *vdev);
extern void vfio_pci_core_disable(struct vfio_pci_core_device *vdev);
extern void vfio_pci_core_finish_enable(struct vfio_pci_core_device *vdev);
extern void vfio_pci_core_close_device(struct vfio_device *core_vdev);
extern long vfio_pci_core_ioctl(struct vfio_device *core_vdev, unsigned int cmd,
				unsigned long arg);
extern ssize_t vfio_pci_core_read(struct vfio_device *core_vdev, char __user *buf, size_t count,
				  loff_t *ppos);
extern ssize_t vfio_pci_core_write(struct vfio_device *core_vdev, const char __user *buf,
				   size_t count, loff_t *ppos);
extern int vfio_pci_core_mmap(struct vfio_device *core_vdev, struct vm_area_struct *vma);
extern void vfio_pci_core_request(struct vfio_device *core_vdev, unsigned int count);
extern int vfio_pci_core_match(struct vfio_device *core_vdev, char *buf);
#endif

#endif
