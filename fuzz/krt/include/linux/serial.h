/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SERIAL_H
#define KRT_LINUX_SERIAL_H

#include <linux/types.h>
#include <asm/page.h>
struct serial_struct {
	int type;
	int line;
	unsigned int port;
	int irq;
	int flags;
};

#endif
