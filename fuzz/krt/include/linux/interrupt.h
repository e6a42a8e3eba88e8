/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for requests, enables and tasklets */
#ifndef KRT_LINUX_INTERRUPT_H
#define KRT_LINUX_INTERRUPT_H

#include <linux/kernel.h>
#include <linux/bitops.h>
#include <linux/cpumask.h>
#include <linux/irqreturn.h>
#include <linux/hardirq.h>
#include <linux/irqflags.h>
#include <linux/hrtimer.h>
#include <linux/kref.h>
#include <linux/workqueue.h>
struct device;
#define IRQF_TRIGGER_NONE 0x00000000
#define IRQF_TRIGGER_RISING 0x00000001
#define IRQF_TRIGGER_FALLING 0x00000002
#define IRQF_TRIGGER_HIGH 0x00000004
#define IRQF_TRIGGER_LOW 0x00000008
#define IRQF_TRIGGER_MASK 0x0000000f
#define IRQF_SHARED 0x00000080
#define IRQF_TIMER 0x00014200
#define IRQF_ONESHOT 0x00002000
#define IRQF_NO_SUSPEND 0x00004000
#define IRQF_NO_THREAD 0x00010000
#define IRQF_EARLY_RESUME 0x00020000
#define IRQF_NO_AUTOEN 0x00080000
typedef irqreturn_t (*irq_handler_t)(int irq, void *dev_id);
extern int __must_check request_irq(unsigned int irq, irq_handler_t handler, unsigned long flags,
				    const char *name, void *dev);
extern int __must_check request_threaded_irq(unsigned int irq, irq_handler_t handler,
					     irq_handler_t thread_fn, unsigned long flags,
					     const char *name, void *dev);
extern const void *free_irq(unsigned int irq, void *dev_id);
extern int __must_check devm_request_irq(struct device *dev, unsigned int irq,
					 irq_handler_t handler, unsigned long irqflags,
					 const char *devname, void *dev_id);
extern int __must_check devm_request_threaded_irq(struct device *dev, unsigned int irq,
						  irq_handler_t handler, irq_handler_t thread_fn,
						  unsigned long irqflags, const char *devname,
						  void *dev_id);
extern void devm_free_irq(struct device *dev, unsigned int irq, void *dev_id);
extern void disable_irq(unsigned int irq);
extern void disable_irq_nosync(unsigned int irq);
extern void enable_irq(unsigned int irq);
extern int enable_irq_wake(unsigned int irq);
extern int disable_irq_wake(unsigned int irq);
extern int irq_set_affinity_hint(unsigned int irq, const struct cpumask *m);
extern int irq_set_irq_type(unsigned int irq, unsigned int type);
struct tasklet_struct {
	struct tasklet_struct *next;
	unsigned long state;
	atomic_t count;
	bool use_callback;
	union {
		void (*func)(unsigned long data);
		void (*callback)(struct tasklet_struct *t);
	};
	unsigned long data;
};
#define DECLARE_TASKLET(name, _callback) \
	struct tasklet_struct name = { .callback = _callback, .use_callback = true }
#define from_tasklet(var, callback_tasklet, tasklet_fieldname) \
	container_of(callback_tasklet, typeof(*var), tasklet_fieldname)
extern void tasklet_init(struct tasklet_struct *t, void (*func)(unsigned long),
			 unsigned long data);
extern void tasklet_setup(struct tasklet_struct *t, void (*callback)(struct tasklet_struct *));
extern void tasklet_schedule(struct tasklet_struct *t);
extern void tasklet_hi_schedule(struct tasklet_struct *t);
extern void tasklet_kill(struct tasklet_struct *t);
extern void tasklet_disable(struct tasklet_struct *t);
extern void tasklet_enable(struct tasklet_struct *t);

#endif
