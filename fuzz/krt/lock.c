// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Locks and contexts. There is one thread, so that a lock need not lock: krt
 * keeps a list of what is held, by address, and never touches the lock's own
 * memory. Thus a zeroed lock is free, the lock words of both header sets serve,
 * and no lock is ever a change of the driver's state. What the list shows:
 * an unlock without a lock, a lock taken twice, what is held at the end of a
 * call, and whether a call that may sleep stands inside a spinlock, an RCU read
 * section, or with interrupts, softirqs or preemption off.
 */
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/semaphore.h>
#include <linux/rcupdate.h>
#include <linux/srcu.h>

#include "held.h"

static int find_held(const void *lock)
{
	int i;

	for (i = krt.nheld - 1; i >= 0; i--)
		if (krt.held[i].lock == lock)
			return i;
	return -1;
}

int krt_lock_is_held(const void *lock)
{
	return find_held(lock) >= 0;
}

static int is_shared(const char *kind)
{
	return kind == krt_kind_rwsem_read || kind == krt_kind_rwlock_read;
}

void krt_lock_take(const void *lock, const char *kind, const void *pc)
{
	int at = find_held(lock);

	if (at >= 0 && !(is_shared(kind) && is_shared(krt.held[at].kind)))
		krt_complain(KRT_V_RECURSION, pc, "%s %px is held already", kind, lock);
	if (krt.nheld < KRT_LOCKS)
		krt.held[krt.nheld++] = (struct krt_held_lock){ lock, kind, pc };
}

void krt_lock_drop(const void *lock, const char *kind, const void *pc)
{
	int at = find_held(lock);

	if (at < 0) {
		krt_complain(KRT_V_UNLOCK, pc, "%s %px", kind, lock);
		return;
	}
	memmove(&krt.held[at], &krt.held[at + 1], (krt.nheld - at - 1) * sizeof(krt.held[0]));
	krt.nheld--;
}

void krt_spin_take(const void *lock, const char *kind, const void *pc)
{
	krt_lock_take(lock, kind, pc);
	krt.nspin++;
}

void krt_spin_drop(const void *lock, const char *kind, const void *pc)
{
	if (krt.nspin && find_held(lock) >= 0)
		krt.nspin--;
	krt_lock_drop(lock, kind, pc);
}

const struct krt_held_lock *krt_held_lock(unsigned index)
{
	return index < krt.nheld ? &krt.held[index] : NULL;
}

const char krt_kind_mutex[] = "mutex";
const char krt_kind_spin[] = "spinlock";
const char krt_kind_rwlock_read[] = "rwlock for reading";
const char krt_kind_rwlock_write[] = "rwlock for writing";
const char krt_kind_rwsem_read[] = "rwsem for reading";
const char krt_kind_rwsem_write[] = "rwsem for writing";
const char krt_kind_semaphore[] = "semaphore";
const char krt_kind_device[] = "device lock";

/* --- contexts ----------------------------------------------------------------------- */

int krt_is_atomic(void)
{
	return krt.nspin || krt.irq_off || krt.softirq || krt.rcu || krt_preempt_depth();
}

void krt_may_sleep(const char *what, const void *pc)
{
	if (!krt_is_atomic())
		return;
	krt_complain(KRT_V_SLEEP, pc, "%s %s", what,
		     krt.nspin	   ? "under a spinlock"
		     : krt.irq_off ? "with interrupts off"
		     : krt.rcu	   ? "in an RCU read section"
				   : "with preemption or softirqs off");
}

void krt_irq_set(int off, const void *pc)
{
	if (!off && !krt.irq_off)
		krt_complain(KRT_V_CONTEXT, pc, "interrupts are on already");
	krt.irq_off = off;
}

void krt_softirq(int step, const void *pc)
{
	if (step < 0 && !krt.softirq)
		krt_complain(KRT_V_CONTEXT, pc, "local_bh_enable()");
	else
		krt.softirq += step;
}

static void rcu_step(int step, const void *pc)
{
	if (step < 0 && !krt.rcu)
		krt_complain(KRT_V_CONTEXT, pc, "rcu_read_unlock()");
	else
		krt.rcu += step;
}

void krt_context_reset(void)
{
	krt.nheld = krt.nspin = 0;
	krt.irq_off = krt.softirq = krt.rcu = 0;
	krt_preempt_reset();
}

void krt_signal_pending(int on)
{
	krt.signal = on;
}

/* --- mutexes --------------------------------------------------------------------------- */

void __mutex_init(struct mutex *lock, const char *name, struct lock_class_key *key)
{
#ifndef KRT_BUNDLED
	INIT_LIST_HEAD(&lock->wait_list);
#endif
}

static int mutex_take(struct mutex *lock, int interruptible, const char *what, const void *pc)
{
	krt_may_sleep(what, pc);
	if (interruptible && krt.signal)
		return -EINTR;
	krt_lock_take(lock, krt_kind_mutex, pc);
	return 0;
}

void mutex_lock(struct mutex *lock)
{
	mutex_take(lock, 0, "mutex_lock()", KRT_PC);
}

void mutex_lock_io(struct mutex *lock)
{
	mutex_take(lock, 0, "mutex_lock_io()", KRT_PC);
}

int mutex_lock_interruptible(struct mutex *lock)
{
	return mutex_take(lock, 1, "mutex_lock_interruptible()", KRT_PC);
}

int mutex_lock_killable(struct mutex *lock)
{
	return mutex_take(lock, 1, "mutex_lock_killable()", KRT_PC);
}

int mutex_trylock(struct mutex *lock)
{
	if (krt_lock_is_held(lock))
		return 0;
	krt_lock_take(lock, krt_kind_mutex, KRT_PC);
	return 1;
}

void mutex_unlock(struct mutex *lock)
{
	krt_lock_drop(lock, krt_kind_mutex, KRT_PC);
}

bool mutex_is_locked(struct mutex *lock)
{
	return krt_lock_is_held(lock);
}

#ifdef KRT_BUNDLED
void mutex_destroy(struct mutex *lock)
{
}

int devm_mutex_init(struct device *dev, struct mutex *lock)
{
	return 0;
}
#endif

int atomic_dec_and_mutex_lock(atomic_t *cnt, struct mutex *lock)
{
	if (atomic_dec_return(cnt))
		return 0;
	mutex_take(lock, 0, "atomic_dec_and_mutex_lock()", KRT_PC);
	return 1;
}

/* --- read-write semaphores --------------------------------------------------------------- */

void __init_rwsem(struct rw_semaphore *sem, const char *name, struct lock_class_key *key)
{
#ifndef KRT_BUNDLED
	INIT_LIST_HEAD(&sem->wait_list);
#endif
}

static int rwsem_take(void *sem, const char *kind, int interruptible, const void *pc)
{
	krt_may_sleep("taking a rwsem", pc);
	if (interruptible && krt.signal)
		return -EINTR;
	krt_lock_take(sem, kind, pc);
	return 0;
}

static int rwsem_try(void *sem, const char *kind, const void *pc)
{
	int at = find_held(sem);

	if (at >= 0 && !(is_shared(kind) && is_shared(krt.held[at].kind)))
		return 0;
	krt_lock_take(sem, kind, pc);
	return 1;
}

void down_read(struct rw_semaphore *sem)
{
	rwsem_take(sem, krt_kind_rwsem_read, 0, KRT_PC);
}

int down_read_interruptible(struct rw_semaphore *sem)
{
	return rwsem_take(sem, krt_kind_rwsem_read, 1, KRT_PC);
}

int down_read_killable(struct rw_semaphore *sem)
{
	return rwsem_take(sem, krt_kind_rwsem_read, 1, KRT_PC);
}

int down_read_trylock(struct rw_semaphore *sem)
{
	return rwsem_try(sem, krt_kind_rwsem_read, KRT_PC);
}

void down_write(struct rw_semaphore *sem)
{
	rwsem_take(sem, krt_kind_rwsem_write, 0, KRT_PC);
}

int down_write_killable(struct rw_semaphore *sem)
{
	return rwsem_take(sem, krt_kind_rwsem_write, 1, KRT_PC);
}

int down_write_trylock(struct rw_semaphore *sem)
{
	return rwsem_try(sem, krt_kind_rwsem_write, KRT_PC);
}

void up_read(struct rw_semaphore *sem)
{
	krt_lock_drop(sem, krt_kind_rwsem_read, KRT_PC);
}

void up_write(struct rw_semaphore *sem)
{
	krt_lock_drop(sem, krt_kind_rwsem_write, KRT_PC);
}

void downgrade_write(struct rw_semaphore *sem)
{
	krt_lock_drop(sem, krt_kind_rwsem_write, KRT_PC);
	krt_lock_take(sem, krt_kind_rwsem_read, KRT_PC);
}

/* --- counting semaphores: they may be given back by somebody else --------------------------- */

static int sem_take(struct semaphore *sem, int interruptible, const void *pc)
{
	krt_may_sleep("down()", pc);
	if (interruptible && krt.signal)
		return -EINTR;
	if (!sem->count) {
		krt_complain(KRT_V_DEADLOCK, pc, "down() of a semaphore that is 0");
		krt_end_call();
	}
	sem->count--;
	if (krt.nheld < KRT_LOCKS)
		krt.held[krt.nheld++] = (struct krt_held_lock){ sem, krt_kind_semaphore, pc };
	return 0;
}

void down(struct semaphore *sem)
{
	sem_take(sem, 0, KRT_PC);
}

int down_interruptible(struct semaphore *sem)
{
	return sem_take(sem, 1, KRT_PC);
}

int down_killable(struct semaphore *sem)
{
	return sem_take(sem, 1, KRT_PC);
}

int down_trylock(struct semaphore *sem)
{
	return sem->count ? sem_take(sem, 0, KRT_PC) : 1;
}

int down_timeout(struct semaphore *sem, long timeout)
{
	return sem->count ? sem_take(sem, 0, KRT_PC) : -ETIME;
}

void up(struct semaphore *sem)
{
	sem->count++;
	if (krt_lock_is_held(sem))
		krt_lock_drop(sem, krt_kind_semaphore, KRT_PC);
}

#ifdef KRT_BUNDLED
void sema_init(struct semaphore *sem, int val)
{
	*sem = (struct semaphore){ .count = val };
}
#endif

/* --- RCU ------------------------------------------------------------------------------------- */

#ifdef KRT_BUNDLED
void rcu_read_lock(void)
{
	rcu_step(1, KRT_PC);
}

void rcu_read_unlock(void)
{
	rcu_step(-1, KRT_PC);
}

void rcu_read_lock_bh(void)
{
	rcu_step(1, KRT_PC);
}

void rcu_read_unlock_bh(void)
{
	rcu_step(-1, KRT_PC);
}

void rcu_read_lock_sched(void)
{
	rcu_step(1, KRT_PC);
}

void rcu_read_unlock_sched(void)
{
	rcu_step(-1, KRT_PC);
}

int rcu_read_lock_held(void)
{
	return krt.rcu > 0;
}
#else
void __rcu_read_lock(void)
{
	rcu_step(1, KRT_PC);
}

void __rcu_read_unlock(void)
{
	rcu_step(-1, KRT_PC);
}
#endif

void synchronize_rcu(void)
{
	krt_may_sleep("synchronize_rcu()", KRT_PC);
}

void synchronize_rcu_expedited(void)
{
	krt_may_sleep("synchronize_rcu_expedited()", KRT_PC);
}

void rcu_barrier(void)
{
	krt_may_sleep("rcu_barrier()", KRT_PC);
}

/* The grace period is over at once: nobody else reads. */
void call_rcu(struct rcu_head *head, rcu_callback_t func)
{
	func(head);
}

#if defined(KRT_BUNDLED)
void kvfree_call_rcu(struct rcu_head *head, void *ptr)
{
	krt_free(ptr, KRT_PC);
}
#elif KRT_SINCE(6, 2)
void kvfree_call_rcu(struct rcu_head *head, void *ptr)
{
	krt_free(ptr, KRT_PC);
}
#else
void kvfree_call_rcu(struct rcu_head *head, rcu_callback_t func)
{
	/* func is the offset of head in the block, or the block itself without one. */
	krt_free(head ? (char *)head - (unsigned long)func : (void *)func, KRT_PC);
}
#endif

#ifdef KRT_BUNDLED
int init_srcu_struct(struct srcu_struct *ssp)
{
	return 0;
}

void cleanup_srcu_struct(struct srcu_struct *ssp)
{
}

/* A reader of SRCU may sleep, so that it is a lock for reading like others. */
int srcu_read_lock(struct srcu_struct *ssp)
{
	krt_lock_take(ssp, krt_kind_rwsem_read, KRT_PC);
	return 0;
}

void srcu_read_unlock(struct srcu_struct *ssp, int idx)
{
	krt_lock_drop(ssp, krt_kind_rwsem_read, KRT_PC);
}
#else
int init_srcu_struct(struct srcu_struct *ssp)
{
	return 0;
}

void cleanup_srcu_struct(struct srcu_struct *ssp)
{
}

int __srcu_read_lock(struct srcu_struct *ssp)
{
	krt_lock_take(ssp, krt_kind_rwsem_read, KRT_PC);
	return 0;
}

void __srcu_read_unlock(struct srcu_struct *ssp, int idx)
{
	krt_lock_drop(ssp, krt_kind_rwsem_read, KRT_PC);
}
#endif

void synchronize_srcu(struct srcu_struct *ssp)
{
	krt_may_sleep("synchronize_srcu()", KRT_PC);
}

void call_srcu(struct srcu_struct *ssp, struct rcu_head *head, rcu_callback_t func)
{
	func(head);
}
