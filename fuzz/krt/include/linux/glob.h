/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_GLOB_H
#define KRT_LINUX_GLOB_H

#include <linux/types.h>
extern bool __pure glob_match(char const *pat, char const *str);

#endif
