/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: see linux/io.h */
#ifndef KRT_ASM_IO_H
#define KRT_ASM_IO_H

#include <linux/io.h>

#endif
