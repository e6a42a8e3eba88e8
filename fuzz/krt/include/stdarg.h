/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: complete in itself, so that it may serve beside other kernel headers */
#ifndef KRT_STDARG_H
#define KRT_STDARG_H

typedef __builtin_va_list va_list;
#define va_start(v, l) __builtin_va_start(v, l)
#define va_end(v) __builtin_va_end(v)
#define va_arg(v, t) __builtin_va_arg(v, t)
#define va_copy(d, s) __builtin_va_copy(d, s)

#endif
