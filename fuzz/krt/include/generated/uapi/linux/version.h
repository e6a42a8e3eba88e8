/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel: older spelling of linux/version.h */
#ifndef KRT_GENERATED_UAPI_LINUX_VERSION_H
#define KRT_GENERATED_UAPI_LINUX_VERSION_H

#include <linux/version.h>

#endif
