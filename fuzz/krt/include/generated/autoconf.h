/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: a small fixed configuration; KRT_NO_AUTOCONF leaves it all undefined */
#ifndef KRT_GENERATED_AUTOCONF_H
#define KRT_GENERATED_AUTOCONF_H

#ifndef KRT_NO_AUTOCONF
#define CONFIG_64BIT 1
#define CONFIG_MMU 1
#define CONFIG_SMP 1
#define CONFIG_HZ 250
#define CONFIG_NR_CPUS 64
#define CONFIG_MODULES 1
#define CONFIG_PRINTK 1
#define CONFIG_SYSFS 1
#define CONFIG_DEBUG_FS 1
#define CONFIG_PROC_FS 1
#define CONFIG_HAS_IOMEM 1
#define CONFIG_HAS_IOPORT 1
#define CONFIG_HAS_DMA 1
#define CONFIG_PCI 1
#define CONFIG_PCI_MSI 1
#define CONFIG_OF 1
#define CONFIG_PM 1
#define CONFIG_PM_SLEEP 1
#define CONFIG_HOTPLUG_CPU 1
#define CONFIG_FW_LOADER 1
#define CONFIG_IOMMU_API 1
#define CONFIG_VFIO 1
#define CONFIG_VFIO_MDEV 1
#define CONFIG_DYNAMIC_DEBUG 1
#define CONFIG_COMPAT 1
#endif

#endif
