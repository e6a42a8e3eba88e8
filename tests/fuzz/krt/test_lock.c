// SPDX-License-Identifier: MIT
/* Locks and contexts: what balances, and what each imbalance is called. */
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

#include "check.h"

static DEFINE_MUTEX(mutex);
static DEFINE_SPINLOCK(spin);
static DECLARE_RWSEM(rwsem);

static unsigned int held(void)
{
	struct krt_ledger l;

	krt_ledger_read(&l);
	return l.locks_held;
}

static void test_balance(void)
{
	unsigned long flags;

	mutex_lock(&mutex);
	CHECK_INT(held(), 1);
	CHECK(mutex_is_locked(&mutex) || !IS_ENABLED(CONFIG_SMP));
	CHECK_INT(mutex_trylock(&mutex), 0);
	spin_lock_irqsave(&spin, flags);
	CHECK_INT(held(), 2);
	CHECK(irqs_disabled());
	spin_unlock_irqrestore(&spin, flags);
	CHECK(!irqs_disabled());
	mutex_unlock(&mutex);
	down_read(&rwsem);
	down_read(&rwsem);
	up_read(&rwsem);
	up_read(&rwsem);
	CHECK_INT(held(), 0);
	CHECK_NO_VIOLATION();
}

static void test_wrong(void)
{
	mutex_unlock(&mutex);
	CHECK_VIOLATION(KRT_V_UNLOCK);
	mutex_lock(&mutex);
	mutex_lock(&mutex);
	CHECK_VIOLATION(KRT_V_RECURSION);
	krt_context_reset();
	spin_unlock(&spin);
	CHECK_VIOLATION(KRT_V_UNLOCK);
	down_write(&rwsem);
	down_read(&rwsem);
	CHECK_VIOLATION(KRT_V_RECURSION);
	krt_context_reset();
	rcu_read_unlock();
	CHECK_VIOLATION(KRT_V_CONTEXT);
	krt_context_reset();
}

static void test_sleeping(void)
{
	void *p;

	spin_lock(&spin);
	p = kmalloc(8, GFP_ATOMIC);
	CHECK_NO_VIOLATION();
	kfree(p);
	p = kmalloc(8, GFP_KERNEL);
	CHECK_VIOLATION(KRT_V_SLEEP);
	kfree(p);
	msleep(1);
	CHECK_VIOLATION(KRT_V_SLEEP);
	spin_unlock(&spin);
	rcu_read_lock();
	mutex_lock(&mutex);
	CHECK_VIOLATION(KRT_V_SLEEP);
	mutex_unlock(&mutex);
	rcu_read_unlock();
	local_bh_disable();
	udelay(1);
	CHECK_NO_VIOLATION();
	usleep_range(1, 2);
	CHECK_VIOLATION(KRT_V_SLEEP);
	local_bh_enable();
	preempt_disable();
	msleep(1);
	CHECK_VIOLATION(KRT_V_SLEEP);
	preempt_enable();
	msleep(1);
	CHECK_NO_VIOLATION();
}

static void test_signals(void)
{
	krt_signal_pending(1);
	CHECK_INT(mutex_lock_interruptible(&mutex), -EINTR);
	CHECK_INT(held(), 0);
	krt_signal_pending(0);
	CHECK_INT(mutex_lock_interruptible(&mutex), 0);
	mutex_unlock(&mutex);
}

static int worked;
static struct completion done;

static void work_fn(struct work_struct *work)
{
	worked++;
	complete(&done);
}

static DECLARE_WORK(work, work_fn);

static void test_work(void)
{
	init_completion(&done);
	CHECK(schedule_work(&work));
	CHECK(!schedule_work(&work));
	CHECK_INT(worked, 0);
	wait_for_completion(&done);
	CHECK_INT(worked, 1);
	CHECK_INT(wait_for_completion_timeout(&done, 10), 0);
	schedule_work(&work);
	CHECK(flush_work(&work));
	CHECK(!cancel_work_sync(&work));
	CHECK_INT(worked, 2);
	schedule_work(&work);
	CHECK_INT(krt_run_pending(10), 1);
	CHECK_INT(worked, 3);
	CHECK_NO_VIOLATION();
}

struct counted {
	struct kref ref;
};

static int released;

static void release(struct kref *ref)
{
	released++;
}

static void test_refs(void)
{
	struct counted c;

	kref_init(&c.ref);
	kref_get(&c.ref);
	CHECK_INT(kref_put(&c.ref, release), 0);
	CHECK_INT(kref_put(&c.ref, release), 1);
	CHECK_INT(released, 1);
	CHECK_NO_VIOLATION();
	kref_get(&c.ref);
	CHECK_VIOLATION(KRT_V_REFCOUNT);
}

void test_lock(void)
{
	test_balance();
	test_wrong();
	test_sleeping();
	test_signals();
	test_work();
	test_refs();
}
