/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel of the version for devices, migration, pages; spapr left out */
#ifndef KRT_LINUX_VFIO_H
#define KRT_LINUX_VFIO_H

#include <linux/iommu.h>
#include <linux/mm.h>
#include <linux/workqueue.h>
#include <linux/poll.h>
#include <linux/rbtree.h>
#include <uapi/linux/vfio.h>
#include <krt/era.h>
struct kvm;
struct vfio_group;
struct iova_bitmap;
struct iommufd_ctx;
struct vfio_device;
struct vfio_device_set {
	void *set_id;
	struct mutex lock;
	struct list_head device_list;
	unsigned int device_count;
};
struct vfio_device_ops;
struct vfio_migration_ops;
struct vfio_log_ops;
struct vfio_device {
	struct device *dev;
	const struct vfio_device_ops *ops;
	const struct vfio_migration_ops *mig_ops;
	const struct vfio_log_ops *log_ops;
	struct vfio_group *group;
	struct vfio_device_set *dev_set;
	struct list_head dev_set_list;
	unsigned int migration_flags;
	struct kvm *kvm;
	unsigned int index;
	struct device device;
	refcount_t refcount;
	unsigned int open_count;
	struct completion comp;
};
#if KRT_SINCE(5, 15)
struct vfio_device_ops {
	char *name;
	int (*init)(struct vfio_device *vdev);
	void (*release)(struct vfio_device *vdev);
	int (*bind_iommufd)(struct vfio_device *vdev, struct iommufd_ctx *ictx,
			    u32 *out_device_id);
	void (*unbind_iommufd)(struct vfio_device *vdev);
	int (*attach_ioas)(struct vfio_device *vdev, u32 *pt_id);
	void (*detach_ioas)(struct vfio_device *vdev);
	int (*open_device)(struct vfio_device *vdev);
	void (*close_device)(struct vfio_device *vdev);
	ssize_t (*read)(struct vfio_device *vdev, char __user *buf, size_t count, loff_t *ppos);
	ssize_t (*write)(struct vfio_device *vdev, const char __user *buf, size_t count,
			 loff_t *size);
	long (*ioctl)(struct vfio_device *vdev, unsigned int cmd, unsigned long arg);
	int (*mmap)(struct vfio_device *vdev, struct vm_area_struct *vma);
	void (*request)(struct vfio_device *vdev, unsigned int count);
	int (*match)(struct vfio_device *vdev, char *buf);
	void (*dma_unmap)(struct vfio_device *vdev, u64 iova, u64 length);
	int (*device_feature)(struct vfio_device *device, u32 flags, void __user *arg,
			      size_t argsz);
};
#else
struct vfio_device_ops {
	char *name;
	int (*open)(void *device_data);
	void (*release)(void *device_data);
	ssize_t (*read)(void *device_data, char __user *buf, size_t count, loff_t *ppos);
	ssize_t (*write)(void *device_data, const char __user *buf, size_t count, loff_t *size);
	long (*ioctl)(void *device_data, unsigned int cmd, unsigned long arg);
	int (*mmap)(void *device_data, struct vm_area_struct *vma);
	void (*request)(void *device_data, unsigned int count);
	int (*match)(void *device_data, char *buf);
};
extern int vfio_add_group_dev(struct device *dev, const struct vfio_device_ops *ops,
			      void *device_data);
extern void *vfio_del_group_dev(struct device *dev);
#endif
#if KRT_SINCE(5, 18)
struct vfio_migration_ops {
	struct file *(*migration_set_state)(struct vfio_device *device,
					    enum vfio_device_mig_state new_state);
	int (*migration_get_state)(struct vfio_device *device,
				   enum vfio_device_mig_state *curr_state);
	int (*migration_get_data_size)(struct vfio_device *device,
				       unsigned long *stop_copy_length);
};
struct vfio_log_ops {
	int (*log_start)(struct vfio_device *device, struct rb_root_cached *ranges, u32 nnodes,
			 u64 *page_size);
	int (*log_stop)(struct vfio_device *device);
	int (*log_read_and_clear)(struct vfio_device *device, unsigned long iova,
				  unsigned long length, struct iova_bitmap *dirty);
};
extern int vfio_mig_get_next_state(struct vfio_device *device, enum vfio_device_mig_state cur_fsm,
				   enum vfio_device_mig_state new_fsm,
				   enum vfio_device_mig_state *next_fsm);
#endif
extern struct vfio_device *_vfio_alloc_device(size_t size, struct device *dev,
					      const struct vfio_device_ops *ops);
#define vfio_alloc_device(dev_struct, member, dev, ops) \
	container_of(_vfio_alloc_device(sizeof(struct dev_struct) + \
						BUILD_BUG_ON_ZERO(offsetof(struct dev_struct, \
									   member)), \
					dev, ops), \
		     struct dev_struct, member)
extern int vfio_init_device(struct vfio_device *device, struct device *dev,
			    const struct vfio_device_ops *ops);
extern void vfio_free_device(struct vfio_device *device);
extern void vfio_init_group_dev(struct vfio_device *device, struct device *dev,
				const struct vfio_device_ops *ops);
extern void vfio_uninit_group_dev(struct vfio_device *device);
extern void vfio_put_device(struct vfio_device *device);
extern int vfio_register_group_dev(struct vfio_device *device);
extern int vfio_register_emulated_iommu_dev(struct vfio_device *device);
extern void vfio_unregister_group_dev(struct vfio_device *device);
#if KRT_SINCE(6, 1)
extern int vfio_iommufd_physical_bind(struct vfio_device *vdev, struct iommufd_ctx *ictx,
				      u32 *out_device_id);
extern void vfio_iommufd_physical_unbind(struct vfio_device *vdev);
extern int vfio_iommufd_physical_attach_ioas(struct vfio_device *vdev, u32 *pt_id);
extern void vfio_iommufd_physical_detach_ioas(struct vfio_device *vdev);
extern int vfio_iommufd_emulated_bind(struct vfio_device *vdev, struct iommufd_ctx *ictx,
				      u32 *out_device_id);
extern void vfio_iommufd_emulated_unbind(struct vfio_device *vdev);
extern int vfio_iommufd_emulated_attach_ioas(struct vfio_device *vdev, u32 *pt_id);
extern void vfio_iommufd_emulated_detach_ioas(struct vfio_device *vdev);
#endif
extern int vfio_assign_device_set(struct vfio_device *device, void *set_id);
#define VFIO_PIN_PAGES_MAX_ENTRIES (PAGE_SIZE / sizeof(unsigned long))
#if KRT_SINCE(6, 0)
extern int vfio_pin_pages(struct vfio_device *device, dma_addr_t iova, int npage, int prot,
			  struct page **pages);
extern void vfio_unpin_pages(struct vfio_device *device, dma_addr_t iova, int npage);
extern int vfio_dma_rw(struct vfio_device *device, dma_addr_t iova, void *data, size_t len,
		       bool write);
#else
extern int vfio_pin_pages(struct device *dev, unsigned long *user_pfn, int npage, int prot,
			  unsigned long *phys_pfn);
extern int vfio_unpin_pages(struct device *dev, unsigned long *user_pfn, int npage);
extern int vfio_dma_rw(struct vfio_group *group, dma_addr_t user_iova, void *data, size_t len,
		       bool write);
extern struct vfio_group *vfio_group_get_external_user_from_dev(struct device *dev);
extern void vfio_group_put_external_user(struct vfio_group *group);
enum vfio_notify_type {
	VFIO_IOMMU_NOTIFY = 0,
	VFIO_GROUP_NOTIFY = 1,
};
#define VFIO_IOMMU_NOTIFY_DMA_UNMAP BIT(0)
#define VFIO_GROUP_NOTIFY_SET_KVM BIT(0)
extern int vfio_register_notifier(struct device *dev, enum vfio_notify_type type,
				  unsigned long *required_events, struct notifier_block *nb);
extern int vfio_unregister_notifier(struct device *dev, enum vfio_notify_type type,
				    struct notifier_block *nb);
extern struct vfio_device *vfio_device_get_from_dev(struct device *dev);
extern void vfio_device_put(struct vfio_device *device);
extern void *vfio_device_data(struct vfio_device *device);
#endif
struct vfio_info_cap {
	struct vfio_info_cap_header *buf;
	size_t size;
};
extern struct vfio_info_cap_header *vfio_info_cap_add(struct vfio_info_cap *caps, size_t size,
						      u16 id, u16 version);
extern void vfio_info_cap_shift(struct vfio_info_cap *caps, size_t offset);
extern int vfio_info_add_capability(struct vfio_info_cap *caps, struct vfio_info_cap_header *cap,
				    size_t size);
extern int vfio_set_irqs_validate_and_prepare(struct vfio_irq_set *hdr, int num_irqs,
					      int max_irq_type, size_t *data_size);
extern int vfio_check_feature(u32 flags, size_t argsz, u32 supported_ops, size_t minsz);

#endif
