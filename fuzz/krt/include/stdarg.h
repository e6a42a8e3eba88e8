/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel: old drivers use the compiler's name for the same thing */
#ifndef KRT_STDARG_H
#define KRT_STDARG_H

#include <linux/stdarg.h>

#endif
