/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_UAPI_LINUX_ERRNO_H
#define KRT_UAPI_LINUX_ERRNO_H

#include <uapi/asm-generic/errno.h>

#endif
