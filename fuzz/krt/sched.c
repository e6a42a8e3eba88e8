// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What would run at another time: work items, timers, waiting. Nothing runs by
 * itself. What was queued waits in a list until somebody flushes it, waits for
 * something, or the harness asks (krt_run_pending()). A wait that nothing can end is a
 * violation, and ends the call.
 */
#include <linux/completion.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/timer.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "internal.h"

/* One of the two is set; for delayed work it is the work. */
struct krt_pending {
	struct work_struct *work;
	struct timer_list *timer;
};

static struct krt_pending *find(const void *what)
{
	struct krt_pending *p;
	unsigned i;

	krt_vec_for(&krt.pending, i, p) if (p->work == what || p->timer == what) return p;
	return NULL;
}

static bool add(struct work_struct *work, struct timer_list *timer)
{
	struct krt_pending *p;

	if (find(work ? (void *)work : timer))
		return false;
	p = krt_own_alloc(sizeof(*p));
	*p = (struct krt_pending){ work, timer };
	krt_vec_add(&krt.pending, p);
	return true;
}

static bool take_away(const void *what)
{
	struct krt_pending *p = find(what);

	if (!p)
		return false;
	krt_vec_remove(&krt.pending, p);
	krt_own_free(p);
	return true;
}

static void run(struct work_struct *work, struct timer_list *timer)
{
	if (work) {
		work->func(work);
	} else if (timer->function) {
		/* Timers run in softirq context. */
		krt.softirq++;
		timer->function(timer);
		krt.softirq--;
	}
}

static void run_first(void)
{
	struct krt_pending p = *(struct krt_pending *)krt.pending.v[0];

	take_away(p.work ? (void *)p.work : p.timer);
	run(p.work, p.timer);
}

unsigned krt_run_pending(unsigned limit)
{
	unsigned n;

	for (n = 0; n < limit && krt.pending.n; n++)
		run_first();
	return n;
}

void krt_forget_pending(void)
{
	while (krt.pending.n)
		krt_own_free(krt.pending.v[--krt.pending.n]);
}

int krt_run_some(void)
{
	return krt_run_pending(krt.pending.n) > 0;
}

/* Waits for `ns`; 0 if that is for ever and nothing is left to happen. */
static int pass(u64 ns, int forever)
{
	if (krt_run_some())
		return 1;
	if (forever)
		return 0;
	krt_clock_pass(ns);
	return 1;
}

static void stuck(const char *what, const void *pc) __attribute__((noreturn));
static void stuck(const char *what, const void *pc)
{
	krt_complain(KRT_V_DEADLOCK, pc, "%s", what);
	krt_end_call();
}

/* --- work ------------------------------------------------------------------------------ */

#define SYSTEM_QUEUE(name) struct workqueue_struct *name = (void *)"" #name
SYSTEM_QUEUE(system_wq);
SYSTEM_QUEUE(system_highpri_wq);
SYSTEM_QUEUE(system_long_wq);
SYSTEM_QUEUE(system_unbound_wq);
SYSTEM_QUEUE(system_freezable_wq);
SYSTEM_QUEUE(system_power_efficient_wq);

struct workqueue_struct *alloc_workqueue(const char *fmt, unsigned int flags, int max_active, ...)
{
	return krt_alloc(64, GFP_KERNEL | __GFP_ZERO, KRT_PC);
}

void destroy_workqueue(struct workqueue_struct *wq)
{
	krt_run_some();
	krt_free(wq, KRT_PC);
}

bool queue_work_on(int cpu, struct workqueue_struct *wq, struct work_struct *work)
{
	if (!work->func)
		krt_complain(KRT_V_WARN, KRT_PC, "queue_work() of work without a function");
	return work->func && add(work, NULL);
}

bool queue_delayed_work_on(int cpu, struct workqueue_struct *wq, struct delayed_work *dwork,
			   unsigned long delay)
{
	return queue_work_on(cpu, wq, &dwork->work);
}

bool mod_delayed_work_on(int cpu, struct workqueue_struct *wq, struct delayed_work *dwork,
			 unsigned long delay)
{
	return !queue_work_on(cpu, wq, &dwork->work);
}

static bool flush(struct work_struct *work, const void *pc)
{
	krt_may_sleep("flush_work()", pc);
	if (!take_away(work))
		return false;
	run(work, NULL);
	return true;
}

bool flush_work(struct work_struct *work)
{
	return flush(work, KRT_PC);
}

bool flush_delayed_work(struct delayed_work *dwork)
{
	return flush(&dwork->work, KRT_PC);
}

bool cancel_work(struct work_struct *work)
{
	return take_away(work);
}

bool cancel_delayed_work(struct delayed_work *dwork)
{
	return take_away(&dwork->work);
}

bool cancel_work_sync(struct work_struct *work)
{
	krt_may_sleep("cancel_work_sync()", KRT_PC);
	return take_away(work);
}

bool cancel_delayed_work_sync(struct delayed_work *dwork)
{
	krt_may_sleep("cancel_delayed_work_sync()", KRT_PC);
	return take_away(&dwork->work);
}

void drain_workqueue(struct workqueue_struct *wq)
{
	krt_may_sleep("drain_workqueue()", KRT_PC);
	krt_run_some();
}

#ifdef KRT_BUNDLED
void krt_init_work(struct work_struct *work, work_func_t func)
{
	*work = (struct work_struct){ .func = func };
	INIT_LIST_HEAD(&work->entry);
}

void krt_init_delayed_work(struct delayed_work *dwork, work_func_t func)
{
	memset(dwork, 0, sizeof(*dwork));
	krt_init_work(&dwork->work, func);
}

bool queue_work(struct workqueue_struct *wq, struct work_struct *work)
{
	return queue_work_on(0, wq, work);
}

bool schedule_work(struct work_struct *work)
{
	return queue_work_on(0, system_wq, work);
}

bool schedule_work_on(int cpu, struct work_struct *work)
{
	return queue_work_on(cpu, system_wq, work);
}

bool queue_delayed_work(struct workqueue_struct *wq, struct delayed_work *dwork,
			unsigned long delay)
{
	return queue_delayed_work_on(0, wq, dwork, delay);
}

bool mod_delayed_work(struct workqueue_struct *wq, struct delayed_work *dwork, unsigned long delay)
{
	return mod_delayed_work_on(0, wq, dwork, delay);
}

bool schedule_delayed_work(struct delayed_work *dwork, unsigned long delay)
{
	return queue_delayed_work_on(0, system_wq, dwork, delay);
}

void flush_workqueue(struct workqueue_struct *wq)
{
	krt_may_sleep("flush_workqueue()", KRT_PC);
	krt_run_some();
}

void flush_scheduled_work(void)
{
	flush_workqueue(system_wq);
}

bool work_pending_krt(const struct work_struct *work)
{
	return find(work);
}
#else
void __flush_workqueue(struct workqueue_struct *wq)
{
	krt_may_sleep("flush_workqueue()", KRT_PC);
	krt_run_some();
}

void delayed_work_timer_fn(struct timer_list *t)
{
}
#endif

/* --- timers ------------------------------------------------------------------------------ */

static int set_timer(struct timer_list *timer, unsigned long expires)
{
	timer->expires = expires;
	return !add(NULL, timer);
}

void add_timer(struct timer_list *timer)
{
	if (find(timer)) {
		krt_complain(KRT_V_BUG, KRT_PC, "add_timer() of a timer that waits");
		krt_end_call();
	}
	set_timer(timer, timer->expires);
}

int mod_timer(struct timer_list *timer, unsigned long expires)
{
	return set_timer(timer, expires);
}

int mod_timer_pending(struct timer_list *timer, unsigned long expires)
{
	return find(timer) ? set_timer(timer, expires) : 0;
}

#ifdef KRT_BUNDLED
void timer_setup(struct timer_list *timer, void (*func)(struct timer_list *), unsigned int flags)
{
	*timer = (struct timer_list){ .function = func, .flags = flags };
}

int timer_pending(const struct timer_list *timer)
{
	return find(timer) != NULL;
}

int timer_shutdown_sync(struct timer_list *timer)
{
	timer->function = NULL;
	return take_away(timer);
}
#else
void init_timer_key(struct timer_list *timer, void (*func)(struct timer_list *), unsigned int flags,
		    const char *name, struct lock_class_key *key)
{
	timer->entry.pprev = NULL;
	timer->function = func;
	timer->flags = flags;
}
#endif

#define DELETE_TIMER(name)                                                                         \
	int name(struct timer_list *timer)                                                         \
	{                                                                                          \
		return take_away(timer);                                                           \
	}
/* Their older names are in compat.c. */
DELETE_TIMER(timer_delete)
DELETE_TIMER(timer_delete_sync)

unsigned long round_jiffies(unsigned long j)
{
	return roundup(j, HZ);
}

unsigned long round_jiffies_relative(unsigned long j)
{
	return roundup(j, HZ);
}

/* --- waiting -------------------------------------------------------------------------------- */

static u64 jiffies_ns(long timeout)
{
	return (u64)timeout * (NSEC_PER_SEC / HZ);
}

/* What is left of the timeout. */
static long sleep_for(long timeout, const char *what, const void *pc)
{
	krt_may_sleep(what, pc);
	if (timeout <= 0)
		return 0;
	if (krt_run_some())
		return timeout - (timeout != MAX_SCHEDULE_TIMEOUT);
	if (timeout == MAX_SCHEDULE_TIMEOUT)
		stuck(what, pc);
	krt_clock_pass(jiffies_ns(timeout));
	return 0;
}

void schedule(void)
{
	sleep_for(MAX_SCHEDULE_TIMEOUT, "schedule()", KRT_PC);
}

long schedule_timeout(long timeout)
{
	return sleep_for(timeout, "schedule_timeout()", KRT_PC);
}

long schedule_timeout_interruptible(long timeout)
{
	return krt.signal ? timeout
			  : sleep_for(timeout, "schedule_timeout_interruptible()", KRT_PC);
}

long schedule_timeout_uninterruptible(long timeout)
{
	return sleep_for(timeout, "schedule_timeout_uninterruptible()", KRT_PC);
}

long schedule_timeout_killable(long timeout)
{
	return krt.signal ? timeout : sleep_for(timeout, "schedule_timeout_killable()", KRT_PC);
}

void yield(void)
{
	krt_may_sleep("yield()", KRT_PC);
	krt_clock_pass(1000);
}

#ifdef KRT_BUNDLED
long krt_wait(struct wait_queue_head *wq, int interruptible, long timeout)
{
	if (interruptible && krt.signal)
		return -ERESTARTSYS;
	return sleep_for(timeout, "wait_event()", KRT_PC);
}

void init_waitqueue_head(struct wait_queue_head *wq)
{
	memset(wq, 0, sizeof(*wq));
	INIT_LIST_HEAD(&wq->head);
}

#define NOTHING_TO_WAKE(name)                                                                      \
	void name(struct wait_queue_head *wq)                                                      \
	{                                                                                          \
	}
NOTHING_TO_WAKE(wake_up)
NOTHING_TO_WAKE(wake_up_all)
NOTHING_TO_WAKE(wake_up_interruptible)
NOTHING_TO_WAKE(wake_up_interruptible_all)
NOTHING_TO_WAKE(wake_up_interruptible_sync)
NOTHING_TO_WAKE(wake_up_locked)

int waitqueue_active(struct wait_queue_head *wq)
{
	return 0;
}

void cond_resched_krt(void)
{
	krt_may_sleep("cond_resched()", KRT_PC);
	krt_clock_pass(1000);
}

void krt_set_current_state(unsigned int state)
{
	current->__state = state;
}

int signal_pending(struct task_struct *p)
{
	return krt.signal;
}

int fatal_signal_pending(struct task_struct *p)
{
	return krt.signal;
}

void __might_sleep(const char *file, int line)
{
	krt_may_sleep("might_sleep()", KRT_PC);
}
#else
void __init_waitqueue_head(struct wait_queue_head *wq, const char *name, struct lock_class_key *key)
{
	spin_lock_init(&wq->lock);
	INIT_LIST_HEAD(&wq->head);
}

void init_wait_entry(struct wait_queue_entry *entry, int flags)
{
	entry->flags = flags;
	entry->private = current;
	INIT_LIST_HEAD(&entry->entry);
}

long prepare_to_wait_event(struct wait_queue_head *wq, struct wait_queue_entry *entry, int state)
{
	return state != TASK_UNINTERRUPTIBLE && krt.signal ? -ERESTARTSYS : 0;
}

int __wake_up(struct wait_queue_head *wq, unsigned int mode, int nr, void *key)
{
	return 0;
}

void __wake_up_locked(struct wait_queue_head *wq, unsigned int mode, int nr)
{
}

int __cond_resched(void)
{
	krt_may_sleep("cond_resched()", KRT_PC);
	krt_clock_pass(1000);
	return 0;
}
#endif

void prepare_to_wait(struct wait_queue_head *wq, struct wait_queue_entry *entry, int state)
{
}

void finish_wait(struct wait_queue_head *wq, struct wait_queue_entry *entry)
{
}

void add_wait_queue(struct wait_queue_head *wq, struct wait_queue_entry *entry)
{
}

void remove_wait_queue(struct wait_queue_head *wq, struct wait_queue_entry *entry)
{
}

/* --- completions --------------------------------------------------------------------------------
 */

void complete(struct completion *x)
{
	if (x->done != UINT_MAX)
		x->done++;
}

void complete_all(struct completion *x)
{
	x->done = UINT_MAX;
}

static bool take_completion(struct completion *x)
{
	if (!x->done)
		return false;
	if (x->done != UINT_MAX)
		x->done--;
	return true;
}

bool try_wait_for_completion(struct completion *x)
{
	return take_completion(x);
}

bool completion_done(struct completion *x)
{
	return x->done;
}

/* What is left of the timeout, at least 1; 0: it passed; -ERESTARTSYS: a signal. */
static long wait_for(struct completion *x, long timeout, int interruptible, const void *pc)
{
	krt_may_sleep("wait_for_completion()", pc);
	if (take_completion(x))
		return timeout;
	if (interruptible && krt.signal)
		return -ERESTARTSYS;
	do {
		if (!pass(jiffies_ns(timeout), timeout == MAX_SCHEDULE_TIMEOUT))
			stuck("wait_for_completion()", pc);
		if (take_completion(x))
			return max(timeout - 1, 1l);
	} while (krt.pending.n || timeout == MAX_SCHEDULE_TIMEOUT);
	return 0;
}

void wait_for_completion(struct completion *x)
{
	wait_for(x, MAX_SCHEDULE_TIMEOUT, 0, KRT_PC);
}

int wait_for_completion_interruptible(struct completion *x)
{
	long left = wait_for(x, MAX_SCHEDULE_TIMEOUT, 1, KRT_PC);

	return left < 0 ? left : 0;
}

int wait_for_completion_killable(struct completion *x)
{
	return wait_for_completion_interruptible(x);
}

unsigned long wait_for_completion_timeout(struct completion *x, unsigned long timeout)
{
	return wait_for(x, timeout, 0, KRT_PC);
}

long wait_for_completion_interruptible_timeout(struct completion *x, unsigned long timeout)
{
	return wait_for(x, timeout, 1, KRT_PC);
}

long wait_for_completion_killable_timeout(struct completion *x, unsigned long timeout)
{
	return wait_for(x, timeout, 1, KRT_PC);
}

#ifdef KRT_BUNDLED
void init_completion(struct completion *x)
{
	memset(x, 0, sizeof(*x));
}

void reinit_completion(struct completion *x)
{
	x->done = 0;
}
#else
void __init_swait_queue_head(struct swait_queue_head *q, const char *name,
			     struct lock_class_key *key)
{
	INIT_LIST_HEAD(&q->task_list);
}
#endif
