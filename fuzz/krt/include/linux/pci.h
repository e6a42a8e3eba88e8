/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: device, driver, config space, resources, interrupts */
#ifndef KRT_LINUX_PCI_H
#define KRT_LINUX_PCI_H

#include <linux/mod_devicetable.h>
#include <linux/types.h>
#include <linux/init.h>
#include <linux/ioport.h>
#include <linux/list.h>
#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/kobject.h>
#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/pci_ids.h>
#include <linux/dma-mapping.h>
#include <uapi/linux/pci_regs.h>

#define PCI_DEVFN(slot, func) ((((slot) & 0x1f) << 3) | ((func) & 0x07))
#define PCI_SLOT(devfn) (((devfn) >> 3) & 0x1f)
#define PCI_FUNC(devfn) ((devfn) & 0x07)
#define PCI_DEVID(bus, devfn) ((((u16)(bus)) << 8) | (devfn))
#define PCI_BUS_NUM(x) (((x) >> 8) & 0xff)
#define PCI_ROM_RESOURCE 6
#define DEVICE_COUNT_RESOURCE 11
#define PCI_IRQ_LEGACY (1 << 0)
#define PCI_IRQ_INTX (1 << 0)
#define PCI_IRQ_MSI (1 << 1)
#define PCI_IRQ_MSIX (1 << 2)
#define PCI_IRQ_AFFINITY (1 << 3)
#define PCI_IRQ_ALL_TYPES (PCI_IRQ_LEGACY | PCI_IRQ_MSI | PCI_IRQ_MSIX)

#define PCIBIOS_SUCCESSFUL 0x00
#define PCIBIOS_FUNC_NOT_SUPPORTED 0x81
#define PCIBIOS_BAD_VENDOR_ID 0x83
#define PCIBIOS_DEVICE_NOT_FOUND 0x86
#define PCIBIOS_BAD_REGISTER_NUMBER 0x87
#define PCIBIOS_SET_FAILED 0x88

/* The positive codes of configuration accesses as errnos; others stay what they are. */
static inline int pcibios_err_to_errno(int err)
{
	switch (err) {
	case PCIBIOS_FUNC_NOT_SUPPORTED:
		return -ENOENT;
	case PCIBIOS_BAD_VENDOR_ID:
		return -ENOTTY;
	case PCIBIOS_DEVICE_NOT_FOUND:
		return -ENODEV;
	case PCIBIOS_BAD_REGISTER_NUMBER:
		return -EFAULT;
	case PCIBIOS_SET_FAILED:
		return -EIO;
	default:
		return err <= PCIBIOS_SUCCESSFUL ? err : -ERANGE;
	}
}

typedef int pci_power_t;
#define PCI_D0 0
#define PCI_D1 1
#define PCI_D2 2
#define PCI_D3hot 3
#define PCI_D3cold 4
typedef unsigned int pci_ers_result_t;
#define PCI_ERS_RESULT_NONE 1
#define PCI_ERS_RESULT_CAN_RECOVER 2
#define PCI_ERS_RESULT_NEED_RESET 3
#define PCI_ERS_RESULT_DISCONNECT 4
#define PCI_ERS_RESULT_RECOVERED 5
enum pci_channel_state {
	pci_channel_io_normal = 1,
	pci_channel_io_frozen,
	pci_channel_io_perm_failure,
};
typedef unsigned int pci_channel_state_t; /* the enum's own type, which handlers may use, too */

struct pci_ops;
struct pci_sriov;
struct pci_driver;
struct pci_bus {
	struct list_head node;
	struct pci_bus *parent;
	struct list_head devices;
	struct pci_dev *self;
	struct pci_ops *ops;
	void *sysdata;
	unsigned char number;
	struct device dev;
};
struct pci_dev {
	struct list_head bus_list;
	struct pci_bus *bus;
	struct pci_bus *subordinate;
	unsigned int devfn;
	unsigned short vendor;
	unsigned short device;
	unsigned short subsystem_vendor;
	unsigned short subsystem_device;
	unsigned int class;
	u8 revision;
	u8 hdr_type;
	u8 pcie_cap;
	u8 msi_cap;
	u8 msix_cap;
	u8 rom_base_reg;
	u8 pin;
	struct pci_driver *driver;
	u64 dma_mask;
	pci_power_t current_state;
	pci_channel_state_t error_state;
	struct device dev;
	int cfg_size;
	unsigned int irq;
	struct resource resource[DEVICE_COUNT_RESOURCE];
	bool match_driver;
	unsigned int is_busmaster : 1;
	unsigned int is_virtfn : 1;
	unsigned int is_physfn : 1;
	unsigned int msi_enabled : 1;
	unsigned int msix_enabled : 1;
	unsigned int no_msi : 1;
	atomic_t enable_cnt;
	union {
		struct pci_sriov *sriov;
		struct pci_dev *physfn;
	};
	const char *driver_override;
};
struct pci_dynids {
	spinlock_t lock;
	struct list_head list;
};
struct pci_error_handlers {
	pci_ers_result_t (*error_detected)(struct pci_dev *dev, pci_channel_state_t error);
	pci_ers_result_t (*mmio_enabled)(struct pci_dev *dev);
	pci_ers_result_t (*slot_reset)(struct pci_dev *dev);
	void (*reset_prepare)(struct pci_dev *dev);
	void (*reset_done)(struct pci_dev *dev);
	void (*resume)(struct pci_dev *dev);
};
struct pci_driver {
	struct list_head node;
	const char *name;
	const struct pci_device_id *id_table;
	int (*probe)(struct pci_dev *dev, const struct pci_device_id *id);
	void (*remove)(struct pci_dev *dev);
	int (*suspend)(struct pci_dev *dev, pm_message_t state);
	int (*resume)(struct pci_dev *dev);
	void (*shutdown)(struct pci_dev *dev);
	int (*sriov_configure)(struct pci_dev *dev, int num_vfs);
	int (*sriov_set_msix_vec_count)(struct pci_dev *vf, int msix_vec_count);
	u32 (*sriov_get_vf_total_msix)(struct pci_dev *pf);
	const struct pci_error_handlers *err_handler;
	const struct attribute_group **groups;
	const struct attribute_group **dev_groups;
	struct device_driver driver;
	struct pci_dynids dynids;
	bool driver_managed_dma;
};
struct msix_entry {
	u32 vector;
	u16 entry;
};
#define to_pci_dev(n) container_of(n, struct pci_dev, dev)
#define to_pci_driver(drv) container_of(drv, struct pci_driver, driver)
#define PCI_DEVICE(vend, dev) \
	.vendor = (vend), .device = (dev), .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID
#define PCI_DEVICE_SUB(vend, dev, subvend, subdev) \
	.vendor = (vend), .device = (dev), .subvendor = (subvend), .subdevice = (subdev)
#define PCI_DEVICE_CLASS(dev_class, dev_class_mask) \
	.class = (dev_class), .class_mask = (dev_class_mask), .vendor = PCI_ANY_ID, \
	.device = PCI_ANY_ID, .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID
#define PCI_VDEVICE(vend, dev) \
	.vendor = PCI_VENDOR_ID_##vend, .device = (dev), .subvendor = PCI_ANY_ID, \
	.subdevice = PCI_ANY_ID, 0, 0
#define PCI_DEVICE_DATA(vend, dev, data) \
	.vendor = PCI_VENDOR_ID_##vend, .device = PCI_DEVICE_ID_##vend##_##dev, \
	.subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID, 0, 0, \
	.driver_data = (kernel_ulong_t)(data)
#define PCI_DRIVER_OVERRIDE_DEVICE_VFIO(vend, dev) \
	.vendor = (vend), .device = (dev), .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID, \
	.override_only = 1
#define DEFINE_PCI_DEVICE_TABLE(_table) const struct pci_device_id _table[]

#define pci_resource_n(dev, bar) (&(dev)->resource[(bar)])
#define pci_resource_start(dev, bar) ((dev)->resource[(bar)].start)
#define pci_resource_end(dev, bar) ((dev)->resource[(bar)].end)
#define pci_resource_flags(dev, bar) ((dev)->resource[(bar)].flags)
#define pci_resource_len(dev, bar) \
	((pci_resource_end((dev), (bar)) == 0) ? 0 : resource_size(&(dev)->resource[(bar)]))

extern struct bus_type pci_bus_type;
extern int __must_check __pci_register_driver(struct pci_driver *drv, struct module *owner,
					      const char *mod_name);
#define pci_register_driver(driver) __pci_register_driver(driver, THIS_MODULE, KBUILD_MODNAME)
extern void pci_unregister_driver(struct pci_driver *dev);
#define module_pci_driver(__pci_driver) \
	module_driver(__pci_driver, pci_register_driver, pci_unregister_driver)
extern int pci_read_config_byte(const struct pci_dev *dev, int where, u8 *val);
extern int pci_read_config_word(const struct pci_dev *dev, int where, u16 *val);
extern int pci_read_config_dword(const struct pci_dev *dev, int where, u32 *val);
extern int pci_write_config_byte(const struct pci_dev *dev, int where, u8 val);
extern int pci_write_config_word(const struct pci_dev *dev, int where, u16 val);
extern int pci_write_config_dword(const struct pci_dev *dev, int where, u32 val);
extern int pcie_capability_read_word(struct pci_dev *dev, int pos, u16 *val);
extern int pcie_capability_read_dword(struct pci_dev *dev, int pos, u32 *val);
extern int pcie_capability_write_word(struct pci_dev *dev, int pos, u16 val);
extern u8 pci_find_capability(struct pci_dev *dev, int cap);
extern u16 pci_find_ext_capability(struct pci_dev *dev, int cap);
extern u16 pci_find_next_ext_capability(struct pci_dev *dev, u16 pos, int cap);
extern int __must_check pci_enable_device(struct pci_dev *dev);
extern int __must_check pci_enable_device_mem(struct pci_dev *dev);
extern int __must_check pcim_enable_device(struct pci_dev *pdev);
extern void pci_disable_device(struct pci_dev *dev);
extern void pci_set_master(struct pci_dev *dev);
extern void pci_clear_master(struct pci_dev *dev);
extern int pci_is_enabled(struct pci_dev *pdev);
extern bool pci_device_is_present(struct pci_dev *pdev);
extern int pci_request_regions(struct pci_dev *pdev, const char *res_name);
extern void pci_release_regions(struct pci_dev *pdev);
extern int pci_request_region(struct pci_dev *pdev, int bar, const char *res_name);
extern void pci_release_region(struct pci_dev *pdev, int bar);
extern int pci_request_mem_regions(struct pci_dev *pdev, const char *name);
extern void pci_release_mem_regions(struct pci_dev *pdev);
extern int pci_select_bars(struct pci_dev *dev, unsigned long flags);
extern int pci_request_selected_regions(struct pci_dev *pdev, int bars, const char *res_name);
extern void pci_release_selected_regions(struct pci_dev *pdev, int bars);
extern void __iomem *pci_iomap(struct pci_dev *dev, int bar, unsigned long maxlen);
extern void __iomem *pci_ioremap_bar(struct pci_dev *pdev, int bar);
extern void pci_iounmap(struct pci_dev *dev, void __iomem *addr);
extern void __iomem *pcim_iomap(struct pci_dev *pdev, int bar, unsigned long maxlen);
extern int pcim_iomap_regions(struct pci_dev *pdev, int mask, const char *name);
extern void __iomem *const *pcim_iomap_table(struct pci_dev *pdev);
extern int pci_alloc_irq_vectors(struct pci_dev *dev, unsigned int min_vecs,
				 unsigned int max_vecs, unsigned int flags);
extern void pci_free_irq_vectors(struct pci_dev *dev);
extern int pci_irq_vector(struct pci_dev *dev, unsigned int nr);
extern int pci_enable_msi(struct pci_dev *dev);
extern void pci_disable_msi(struct pci_dev *dev);
extern int pci_enable_msix_range(struct pci_dev *dev, struct msix_entry *entries, int minvec,
				 int maxvec);
extern void pci_disable_msix(struct pci_dev *dev);
extern void pci_intx(struct pci_dev *dev, int enable);
extern int pci_msix_vec_count(struct pci_dev *dev);
extern int pci_save_state(struct pci_dev *dev);
extern void pci_restore_state(struct pci_dev *dev);
extern int pci_set_power_state(struct pci_dev *dev, pci_power_t state);
extern int pci_reset_function(struct pci_dev *dev);
extern int pci_enable_wake(struct pci_dev *dev, pci_power_t state, bool enable);
extern int pci_wake_from_d3(struct pci_dev *dev, bool enable);
extern int pci_enable_sriov(struct pci_dev *dev, int nr_virtfn);
extern void pci_disable_sriov(struct pci_dev *dev);
extern int pci_sriov_configure_simple(struct pci_dev *dev, int nr_virtfn);
extern int pci_num_vf(struct pci_dev *dev);
extern int pci_sriov_get_totalvfs(struct pci_dev *dev);
extern int pci_iov_vf_id(struct pci_dev *dev);
extern struct pci_dev *pci_physfn(struct pci_dev *dev);
extern struct pci_dev *pci_dev_get(struct pci_dev *dev);
extern void pci_dev_put(struct pci_dev *dev);
extern struct pci_dev *pci_get_device(unsigned int vendor, unsigned int device,
				      struct pci_dev *from);
extern struct pci_dev *pci_get_subsys(unsigned int vendor, unsigned int device,
				      unsigned int ss_vendor, unsigned int ss_device,
				      struct pci_dev *from);
extern struct pci_dev *pci_get_slot(struct pci_bus *bus, unsigned int devfn);
extern struct pci_dev *pci_get_domain_bus_and_slot(int domain, unsigned int bus,
						   unsigned int devfn);
extern struct pci_dev *pci_get_class(unsigned int class, struct pci_dev *from);
extern const struct pci_device_id *pci_match_id(const struct pci_device_id *ids,
						struct pci_dev *dev);
extern int pci_dev_present(const struct pci_device_id *ids);
extern int pci_domain_nr(struct pci_bus *bus);
extern int pci_is_root_bus(struct pci_bus *pbus);
extern int pci_pcie_type(const struct pci_dev *dev);
extern bool pci_is_pcie(struct pci_dev *dev);
extern int pci_set_dma_mask(struct pci_dev *dev, u64 mask);
extern int pci_set_consistent_dma_mask(struct pci_dev *dev, u64 mask);
extern void pci_lock_rescan_remove(void);
extern void pci_unlock_rescan_remove(void);
extern void pci_stop_and_remove_bus_device_locked(struct pci_dev *dev);
extern int pci_enable_pcie_error_reporting(struct pci_dev *dev);
extern int pci_disable_pcie_error_reporting(struct pci_dev *dev);
#define for_each_pci_dev(d) while ((d = pci_get_device(PCI_ANY_ID, PCI_ANY_ID, d)) != NULL)
static inline void *pci_get_drvdata(struct pci_dev *pdev)
{
	return dev_get_drvdata(&pdev->dev);
}
static inline void pci_set_drvdata(struct pci_dev *pdev, void *data)
{
	dev_set_drvdata(&pdev->dev, data);
}
static inline const char *pci_name(const struct pci_dev *pdev)
{
	return dev_name(&pdev->dev);
}
#define pci_emerg(pdev, fmt, arg...) dev_emerg(&(pdev)->dev, fmt, ##arg)
#define pci_err(pdev, fmt, arg...) dev_err(&(pdev)->dev, fmt, ##arg)
#define pci_warn(pdev, fmt, arg...) dev_warn(&(pdev)->dev, fmt, ##arg)
#define pci_notice(pdev, fmt, arg...) dev_notice(&(pdev)->dev, fmt, ##arg)
#define pci_info(pdev, fmt, arg...) dev_info(&(pdev)->dev, fmt, ##arg)
#define pci_dbg(pdev, fmt, arg...) dev_dbg(&(pdev)->dev, fmt, ##arg)
#define pci_warn_once(pdev, fmt, arg...) dev_warn_once(&(pdev)->dev, fmt, ##arg)

#endif
