/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: trigger types and simple accessors */
#ifndef KRT_LINUX_IRQ_H
#define KRT_LINUX_IRQ_H

#include <linux/interrupt.h>
#include <linux/irqreturn.h>
#define IRQ_TYPE_NONE 0x00000000
#define IRQ_TYPE_EDGE_RISING 0x00000001
#define IRQ_TYPE_EDGE_FALLING 0x00000002
#define IRQ_TYPE_EDGE_BOTH 0x00000003
#define IRQ_TYPE_LEVEL_HIGH 0x00000004
#define IRQ_TYPE_LEVEL_LOW 0x00000008
#define IRQ_TYPE_LEVEL_MASK 0x0000000c
#define IRQ_TYPE_SENSE_MASK 0x0000000f
struct irq_data {
	u32 mask;
	unsigned int irq;
	unsigned long hwirq;
	void *chip_data;
};
extern struct irq_data *irq_get_irq_data(unsigned int irq);
extern u32 irq_get_trigger_type(unsigned int irq);
extern u32 irqd_get_trigger_type(struct irq_data *d);
extern void *irq_data_get_irq_chip_data(struct irq_data *d);

#endif
