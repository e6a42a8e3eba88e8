/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on 64 bit */
#ifndef KRT_LINUX_IO_64_NONATOMIC_HI_LO_H
#define KRT_LINUX_IO_64_NONATOMIC_HI_LO_H

#include <linux/io.h>

#endif
