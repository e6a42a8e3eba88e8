// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The current task, interrupts that never come, and the rest of a boot. */
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/kthread.h>

#include "driver.h"
#include "tree.h"

#ifdef KRT_BUNDLED
static struct task_struct *task(void)
{
	if (!krt.task)
		krt.task = krt_own_alloc(sizeof(struct task_struct));
	return krt.task;
}

struct task_struct *get_current(void)
{
	return task();
}
#else
DEFINE_PER_CPU(struct task_struct *, current_task);

static struct task_struct *task(void)
{
	if (!current_task)
		current_task = krt_own_alloc(sizeof(struct task_struct));
	return current_task;
}
#endif

void krt_core_boot(void)
{
	struct task_struct *t = task();

	t->pid = t->tgid = 1000;
	strcpy(t->comm, "sh");
	t->group_leader = t->real_parent = t;
}

/* --- threads exist, but never run -------------------------------------------------------- */

struct task_struct *kthread_create_on_node(int (*threadfn)(void *data), void *data, int node,
					   const char namefmt[], ...)
{
	if (krt_must_fail(KRT_PC))
		return ERR_PTR(-ENOMEM);
	return krt_own_alloc(sizeof(struct task_struct));
}

int kthread_stop(struct task_struct *k)
{
	return 0;
}

bool kthread_should_stop(void)
{
	return true;
}

int wake_up_process(struct task_struct *k)
{
	return 1;
}

/* --- interrupts ------------------------------------------------------------------------------ */

int request_threaded_irq(unsigned int irq, irq_handler_t handler, irq_handler_t thread_fn,
			 unsigned long flags, const char *name, void *dev)
{
	krt_may_sleep("request_irq()", KRT_PC);
	if (!handler && !thread_fn)
		return -EINVAL;
	return krt_must_fail(KRT_PC) ? -ENOMEM : 0;
}

int devm_request_threaded_irq(struct device *dev, unsigned int irq, irq_handler_t handler,
			      irq_handler_t thread_fn, unsigned long flags, const char *name,
			      void *dev_id)
{
	return request_threaded_irq(irq, handler, thread_fn, flags, name, dev_id);
}

const void *free_irq(unsigned int irq, void *dev_id)
{
	return NULL;
}

void devm_free_irq(struct device *dev, unsigned int irq, void *dev_id)
{
}

#ifdef KRT_BUNDLED
int request_irq(unsigned int irq, irq_handler_t handler, unsigned long flags, const char *name,
		void *dev)
{
	return request_threaded_irq(irq, handler, NULL, flags, name, dev);
}

int devm_request_irq(struct device *dev, unsigned int irq, irq_handler_t handler,
		     unsigned long flags, const char *name, void *dev_id)
{
	return request_threaded_irq(irq, handler, NULL, flags, name, dev_id);
}
#endif

/* --- modules' attributes: no file of theirs is made, but the kind has a name ------------------ */

static ssize_t module_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct module_attribute *a = container_of(attr, struct module_attribute, attr);

	return a->show ? a->show(a, container_of(kobj, struct module_kobject, kobj), buf) : -EIO;
}

static ssize_t module_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			    size_t count)
{
	struct module_attribute *a = container_of(attr, struct module_attribute, attr);

	return a->store ? a->store(a, container_of(kobj, struct module_kobject, kobj), buf, count)
			: -EIO;
}

const struct sysfs_ops krt_module_ops = { .show = module_show, .store = module_store };
