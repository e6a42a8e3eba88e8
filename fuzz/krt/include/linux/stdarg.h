/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_STDARG_H
#define KRT_LINUX_STDARG_H

#include <stdarg.h>

#endif
