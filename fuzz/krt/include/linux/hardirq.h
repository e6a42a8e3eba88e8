/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_HARDIRQ_H
#define KRT_LINUX_HARDIRQ_H

#include <linux/preempt.h>
#include <linux/lockdep.h>
extern void synchronize_irq(unsigned int irq);
extern bool synchronize_hardirq(unsigned int irq);

#endif
