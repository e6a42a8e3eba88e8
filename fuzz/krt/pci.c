// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The PCI bus. A driver that found no device gets one made from the first entry
 * of its id table: a function on bus 0 with a configuration space in memory, six
 * windows of 64 KiB that are memory, too, and interrupts that never come.
 */
#include <linux/pci.h>
#include <linux/io.h>

#include "driver.h"
#include "tree.h"

#define BAR_SIZE    0x10000
#define BAR_BASE    0xe0000000ull
#define CONFIG_SIZE 4096

/* A made-up device and what stands behind it. */
struct krt_pci {
	struct pci_dev pdev;
	struct pci_bus bus;
	u8 config[CONFIG_SIZE];
	void __iomem *table[6]; /* of pcim_iomap_table() */
};

static struct krt_pci *own(const struct pci_dev *pdev)
{
	return container_of(pdev, struct krt_pci, pdev);
}

/* --- matching and binding --------------------------------------------------------------- */

static int id_matches(const struct pci_device_id *id, const struct pci_dev *pdev)
{
	return (id->vendor == (u32)PCI_ANY_ID || id->vendor == pdev->vendor) &&
	       (id->device == (u32)PCI_ANY_ID || id->device == pdev->device) &&
	       (id->subvendor == (u32)PCI_ANY_ID || id->subvendor == pdev->subsystem_vendor) &&
	       (id->subdevice == (u32)PCI_ANY_ID || id->subdevice == pdev->subsystem_device) &&
	       !((id->class ^ pdev->class) & id->class_mask);
}

static int is_last(const struct pci_device_id *id)
{
	return !id->vendor && !id->subvendor && !id->class_mask;
}

const struct pci_device_id *pci_match_id(const struct pci_device_id *ids, struct pci_dev *pdev)
{
	for (; ids && !is_last(ids); ids++)
		if (id_matches(ids, pdev))
			return ids;
	return NULL;
}

#if KRT_SINCE(6, 11)
static int pci_match(struct device *dev, const struct device_driver *drv)
#else
static int pci_match(struct device *dev, struct device_driver *drv)
#endif
{
	return pci_match_id(container_of(drv, struct pci_driver, driver)->id_table,
			    to_pci_dev(dev)) != NULL;
}

static int pci_probe(struct device *dev)
{
	struct pci_driver *drv = container_of(dev->driver, struct pci_driver, driver);
	struct pci_dev *pdev = to_pci_dev(dev);
	int error;

	pdev->driver = drv;
	error = drv->probe ? drv->probe(pdev, pci_match_id(drv->id_table, pdev)) : 0;
	if (error < 0)
		pdev->driver = NULL;
	return error < 0 ? error : 0;
}

static void remove_by_driver(struct device *dev)
{
	struct pci_driver *drv = container_of(dev->driver, struct pci_driver, driver);

	if (drv->remove)
		drv->remove(to_pci_dev(dev));
	to_pci_dev(dev)->driver = NULL;
}

#if KRT_SINCE(5, 15)
static void pci_remove(struct device *dev)
{
	remove_by_driver(dev);
}
#else
static int pci_remove(struct device *dev)
{
	remove_by_driver(dev);
	return 0;
}
#endif

struct bus_type pci_bus_type = {
	.name = "pci",
	.match = pci_match,
	.probe = pci_probe,
	.remove = pci_remove,
};

int __pci_register_driver(struct pci_driver *drv, struct module *owner, const char *mod_name)
{
	drv->driver.name = drv->name;
	drv->driver.bus = &pci_bus_type;
	drv->driver.owner = owner;
	drv->driver.groups = drv->groups;
#if KRT_SINCE(5, 14)
	drv->driver.dev_groups = drv->dev_groups;
#endif
	return driver_register(&drv->driver);
}

void pci_unregister_driver(struct pci_driver *drv)
{
	driver_unregister(&drv->driver);
}

/* --- configuration space --------------------------------------------------------------------- */

static void put_config(struct krt_pci *p, int where, u32 value, int size)
{
	int i;

	for (i = 0; i < size && where + i < CONFIG_SIZE; i++)
		p->config[where + i] = value >> 8 * i;
}

static u32 get_config(const struct krt_pci *p, int where, int size)
{
	u32 value = 0;
	int i;

	for (i = 0; i < size; i++)
		value |= (u32)(where + i < CONFIG_SIZE ? p->config[where + i] : 0xff) << 8 * i;
	return value;
}

#define CONFIG(sfx, type)                                                                          \
	int pci_read_config_##sfx(const struct pci_dev *pdev, int where, type *value)              \
	{                                                                                          \
		if (where < 0 || where & (int)(sizeof(type) - 1)) {                                \
			*value = ~0;                                                               \
			return PCIBIOS_BAD_REGISTER_NUMBER;                                        \
		}                                                                                  \
		*value = get_config(own(pdev), where, sizeof(type));                               \
		return 0;                                                                          \
	}                                                                                          \
	int pci_write_config_##sfx(const struct pci_dev *pdev, int where, type value)              \
	{                                                                                          \
		if (where < 0 || where & (int)(sizeof(type) - 1))                                  \
			return PCIBIOS_BAD_REGISTER_NUMBER;                                        \
		put_config(own(pdev), where, value, sizeof(type));                                 \
		return 0;                                                                          \
	}
CONFIG(byte, u8)
CONFIG(word, u16)
CONFIG(dword, u32)

/* The capability list: power management, MSI, PCI Express, MSI-X. */
static const u8 capabilities[] = { PCI_CAP_ID_PM, PCI_CAP_ID_MSI, PCI_CAP_ID_EXP, PCI_CAP_ID_MSIX };
#define CAP_AT(i) (0x40 + 0x40 * (i))

u8 pci_find_capability(struct pci_dev *pdev, int cap)
{
	unsigned i;

	for (i = 0; i < ARRAY_SIZE(capabilities); i++)
		if (capabilities[i] == cap)
			return CAP_AT(i);
	return 0;
}

u16 pci_find_ext_capability(struct pci_dev *pdev, int cap)
{
	return 0;
}

u16 pci_find_next_ext_capability(struct pci_dev *pdev, u16 pos, int cap)
{
	return 0;
}

int pcie_capability_read_word(struct pci_dev *pdev, int pos, u16 *value)
{
	return pci_read_config_word(pdev, CAP_AT(2) + pos, value);
}

int pcie_capability_read_dword(struct pci_dev *pdev, int pos, u32 *value)
{
	return pci_read_config_dword(pdev, CAP_AT(2) + pos, value);
}

int pcie_capability_write_word(struct pci_dev *pdev, int pos, u16 value)
{
	return pci_write_config_word(pdev, CAP_AT(2) + pos, value);
}

/* --- enabling, regions, mappings ------------------------------------------------------------- */

int pci_enable_device(struct pci_dev *pdev)
{
	atomic_inc(&pdev->enable_cnt);
	return 0;
}

int pci_enable_device_mem(struct pci_dev *pdev)
{
	return pci_enable_device(pdev);
}

void pci_disable_device(struct pci_dev *pdev)
{
	if (atomic_dec_return(&pdev->enable_cnt) < 0)
		krt_complain(KRT_V_WARN, KRT_PC, "disabling a device that is not enabled");
}

static void disable_managed(void *pdev)
{
	pci_disable_device(pdev);
}

int pcim_enable_device(struct pci_dev *pdev)
{
	return pci_enable_device(pdev)
		       ?: devm_add_action_or_reset(&pdev->dev, disable_managed, pdev);
}

void pci_set_master(struct pci_dev *pdev)
{
	pdev->is_busmaster = 1;
}

void pci_clear_master(struct pci_dev *pdev)
{
	pdev->is_busmaster = 0;
}

/* Regions have no other owner: nothing can fail. */
int pci_request_regions(struct pci_dev *pdev, const char *name)
{
	return 0;
}

void pci_release_regions(struct pci_dev *pdev)
{
}

int pci_request_region(struct pci_dev *pdev, int bar, const char *name)
{
	return 0;
}

void pci_release_region(struct pci_dev *pdev, int bar)
{
}

int pci_request_selected_regions(struct pci_dev *pdev, int bars, const char *name)
{
	return 0;
}

void pci_release_selected_regions(struct pci_dev *pdev, int bars)
{
}

int pci_select_bars(struct pci_dev *pdev, unsigned long flags)
{
	int bar, bars = 0;

	for (bar = 0; bar < 6; bar++)
		if (pci_resource_flags(pdev, bar) & flags)
			bars |= 1 << bar;
	return bars;
}

void __iomem *pci_iomap(struct pci_dev *pdev, int bar, unsigned long maxlen)
{
	if (bar < 0 || bar >= 6)
		return NULL;
	return ioremap(pci_resource_start(pdev, bar), BAR_SIZE);
}

void __iomem *pci_ioremap_bar(struct pci_dev *pdev, int bar)
{
	return pci_iomap(pdev, bar, 0);
}

void pci_iounmap(struct pci_dev *pdev, void __iomem *addr)
{
	iounmap(addr);
}

#ifndef KRT_BUNDLED
/* The ROM lies before the windows of all devices, one for all. */
void __iomem *pci_map_rom(struct pci_dev *pdev, size_t *size)
{
	*size = BAR_SIZE;
	return ioremap(BAR_BASE - BAR_SIZE, BAR_SIZE);
}

void pci_unmap_rom(struct pci_dev *pdev, void __iomem *rom)
{
	iounmap(rom);
}

int pcie_get_mps(struct pci_dev *pdev)
{
	return 256;
}

int pcie_get_readrq(struct pci_dev *pdev)
{
	return 512;
}
#endif

void __iomem *pcim_iomap(struct pci_dev *pdev, int bar, unsigned long maxlen)
{
	void __iomem *addr = pci_iomap(pdev, bar, maxlen);

	if (addr)
		own(pdev)->table[bar] = addr;
	return addr;
}

int pcim_iomap_regions(struct pci_dev *pdev, int mask, const char *name)
{
	int bar;

	for (bar = 0; bar < 6; bar++)
		if (mask & 1 << bar && !pcim_iomap(pdev, bar, 0))
			return -ENOMEM;
	return 0;
}

int pcim_iomap_regions_request_all(struct pci_dev *pdev, int mask, const char *name)
{
	return pcim_iomap_regions(pdev, mask, name);
}

void __iomem *const *pcim_iomap_table(struct pci_dev *pdev)
{
	return own(pdev)->table;
}

/* --- interrupts, power, state -------------------------------------------------------------------
 */

int pci_irq_vector(struct pci_dev *pdev, unsigned int nr)
{
	return nr < 32 ? 64 + (int)nr : -EINVAL;
}

#ifdef KRT_BUNDLED
int pci_alloc_irq_vectors(struct pci_dev *pdev, unsigned int min, unsigned int max,
			  unsigned int flags)
#else
int pci_alloc_irq_vectors_affinity(struct pci_dev *pdev, unsigned int min, unsigned int max,
				   unsigned int flags, struct irq_affinity *affd)
#endif
{
	return min > 32 ? -ENOSPC : (int)min_t(unsigned int, max, 32);
}

void pci_free_irq_vectors(struct pci_dev *pdev)
{
}

int pci_enable_msi(struct pci_dev *pdev)
{
	pdev->msi_enabled = 1;
	return 0;
}

void pci_disable_msi(struct pci_dev *pdev)
{
	pdev->msi_enabled = 0;
}

int pci_enable_msix_range(struct pci_dev *pdev, struct msix_entry *entries, int min, int max)
{
	int i, n = min_t(int, max, 32);

	for (i = 0; i < n; i++)
		entries[i].vector = 64 + i;
	return min > 32 ? -ENOSPC : n;
}

void pci_disable_msix(struct pci_dev *pdev)
{
}

int pci_save_state(struct pci_dev *pdev)
{
	return 0;
}

int pci_set_power_state(struct pci_dev *pdev, pci_power_t state)
{
	pdev->current_state = state;
	return 0;
}

/* --- finding devices
 * -------------------------------------------------------------------------------- */

struct pci_dev *pci_dev_get(struct pci_dev *pdev)
{
	return pdev ? to_pci_dev(get_device(&pdev->dev)) : NULL;
}

void pci_dev_put(struct pci_dev *pdev)
{
	if (pdev)
		put_device(&pdev->dev);
}

/* The first one that fits behind `from`, whose reference it takes over. */
struct pci_dev *pci_get_device(unsigned int vendor, unsigned int device, struct pci_dev *from)
{
	struct pci_device_id id = {
		.vendor = vendor,
		.device = device,
		.subvendor = PCI_ANY_ID,
		.subdevice = PCI_ANY_ID,
	};
	struct pci_dev *found = NULL;
	struct device *dev;
	int past = !from;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev)
	{
		if (dev->bus != &pci_bus_type || found)
			continue;
		if (past && id_matches(&id, to_pci_dev(dev)))
			found = pci_dev_get(to_pci_dev(dev));
		if (from && dev == &from->dev)
			past = 1;
	}
	pci_dev_put(from);
	return found;
}

int pci_dev_present(const struct pci_device_id *ids)
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->bus == &pci_bus_type &&
					      pci_match_id(ids, to_pci_dev(dev))) return 1;
	return 0;
}

/* --- the made-up device
 * ------------------------------------------------------------------------------- */

static void root_release(struct device *dev)
{
}

static struct device root = { .release = root_release };

void krt_pci_boot(void)
{
	krt_bus_of(&pci_bus_type);
	root.init_name = "pci0000:00";
	if (device_register(&root))
		krt_note("no PCI bus");
}

static void release_fake(struct device *dev)
{
	krt_own_free(own(to_pci_dev(dev)));
}

static u32 any(u32 id, u32 instead)
{
	return id == (u32)PCI_ANY_ID ? instead : id;
}

static void fill_config(struct krt_pci *p)
{
	struct pci_dev *pdev = &p->pdev;
	unsigned i;

	if (krt.machine) /* what no header or capability is kept in */
		memset(p->config + 0xc0, krt_machine_byte(0), 0x40);
	put_config(p, PCI_VENDOR_ID, pdev->vendor, 2);
	put_config(p, PCI_DEVICE_ID, pdev->device, 2);
	put_config(p, PCI_SUBSYSTEM_VENDOR_ID, pdev->subsystem_vendor, 2);
	put_config(p, PCI_SUBSYSTEM_ID, pdev->subsystem_device, 2);
	put_config(p, PCI_COMMAND, PCI_COMMAND_IO | PCI_COMMAND_MEMORY, 2);
	put_config(p, PCI_STATUS, 0x10, 2);
	put_config(p, PCI_CLASS_REVISION, pdev->class << 8 | pdev->revision, 4);
	put_config(p, 0x34, CAP_AT(0), 1);
	for (i = 0; i < ARRAY_SIZE(capabilities); i++) {
		put_config(p, CAP_AT(i), capabilities[i], 1);
		put_config(p, CAP_AT(i) + 1, i + 1 < ARRAY_SIZE(capabilities) ? CAP_AT(i + 1) : 0,
			   1);
	}
}

static void fill_device(struct krt_pci *p, const struct pci_device_id *id, int slot)
{
	struct pci_dev *pdev = &p->pdev;
	int bar;

	INIT_LIST_HEAD(&p->bus.devices);
	pdev->bus = &p->bus;
	pdev->devfn = PCI_DEVFN(slot, 0);
	pdev->vendor = any(id->vendor, 0x1af4);
	pdev->device = any(id->device, 0x0001);
	pdev->subsystem_vendor = any(id->subvendor, krt_machine_number(pdev->vendor));
	pdev->subsystem_device = any(id->subdevice, krt_machine_number(pdev->device));
	pdev->class = id->class ? id->class : 0x028000;
	pdev->revision = krt_machine_number(1);
	pdev->pcie_cap = CAP_AT(2);
	pdev->cfg_size = CONFIG_SIZE;
	pdev->irq = 32 + slot;
	pdev->dma_mask = 0xffffffff;
	for (bar = 0; bar < 6; bar++) {
		pdev->resource[bar] = (struct resource){
			.start = BAR_BASE + ((u64)slot * 6 + bar) * BAR_SIZE,
			.flags = IORESOURCE_MEM,
		};
		pdev->resource[bar].end = pdev->resource[bar].start + BAR_SIZE - 1;
	}
}

static void fake_device(const struct pci_device_id *id, int slot)
{
	struct krt_pci *p = krt_own_alloc(sizeof(*p));
	struct device *dev = &p->pdev.dev;

	krt.varies |= VARIES_REVISION;

	fill_device(p, id, slot);
	fill_config(p);
	device_initialize(dev);
	dev->bus = &pci_bus_type;
	dev->parent = &root;
	dev->release = release_fake;
	dev->dma_mask = &p->pdev.dma_mask;
	dev->coherent_dma_mask = 0xffffffff;
	dev_set_name(dev, "0000:00:%02x.0", slot);
	krt_vec_add(&krt.fakes, dev);
	if (device_add(dev))
		krt_note("no PCI device %04x:%04x", p->pdev.vendor, p->pdev.device);
}

static int has_device(const struct device_driver *drv)
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->driver == drv) return 1;
	return 0;
}

/* A table may name kinds that the driver refuses: up to eight entries are tried. */
void krt_pci_fake(void)
{
	struct krt_driver *d;
	int slot = 1;
	unsigned i;

	krt_vec_for(&krt.drivers, i, d)
	{
		const struct pci_device_id *id;
		int tries = 0;

		if (d->drv->bus != &pci_bus_type)
			continue;
		id = container_of(d->drv, struct pci_driver, driver)->id_table;
		while (id && !is_last(id) && tries++ < 8 && !has_device(d->drv))
			fake_device(id++, slot++);
	}
}
