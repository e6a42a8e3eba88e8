/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: functions of the runtime in place of instructions */
#ifndef KRT_LINUX_IRQFLAGS_H
#define KRT_LINUX_IRQFLAGS_H

#include <linux/types.h>
#include <linux/cleanup.h>
extern unsigned long krt_local_irq_save(void);
extern void local_irq_restore(unsigned long flags);
extern void local_irq_disable(void);
extern void local_irq_enable(void);
extern bool irqs_disabled(void);
#define local_irq_save(flags) \
	do { \
		(flags) = krt_local_irq_save(); \
	} while (0)
#define local_save_flags(flags) ((flags) = 0)
DEFINE_LOCK_GUARD_0(irq, local_irq_disable(), local_irq_enable())
DEFINE_LOCK_GUARD_0(irqsave, local_irq_save(_T->flags), local_irq_restore(_T->flags),
		    unsigned long flags)

#endif
