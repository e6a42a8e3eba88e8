/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_PCI_REGS_H
#define KRT_LINUX_PCI_REGS_H

#include <uapi/linux/pci_regs.h>

#endif
