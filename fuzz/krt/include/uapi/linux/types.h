/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_UAPI_LINUX_TYPES_H
#define KRT_UAPI_LINUX_TYPES_H

#include <linux/types.h>

#endif
