/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_AER_H
#define KRT_LINUX_AER_H

#include <linux/pci.h>

#endif
