/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_MSI_H
#define KRT_LINUX_MSI_H

#include <linux/types.h>
struct msi_msg {
	u32 address_lo;
	u32 address_hi;
	u32 data;
};

#endif
