// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Spinlocks, rwlocks, interrupts, softirqs and preemption. With real headers the
 * inline functions end in _raw_spin_lock() and kin, in the per-cpu preemption
 * count and in pv_ops; with the bundled ones each is a function of its own.
 */
#include <linux/spinlock.h>
#include <linux/preempt.h>
#include <linux/irqflags.h>
#include <linux/bottom_half.h>

#include "held.h"

/* What irqsave hands out: the interrupt flag of the x86 flags. */
#define FLAG_IF 0x200ul

static unsigned long irq_save(void)
{
	unsigned long flags = krt.irq_off ? 0 : FLAG_IF;

	krt.irq_off = 1;
	return flags;
}

static void irq_restore(unsigned long flags)
{
	krt.irq_off = !(flags & FLAG_IF);
}

static unsigned long take_irqsave(const void *lock, const char *kind, const void *pc)
{
	unsigned long flags = irq_save();

	krt_spin_take(lock, kind, pc);
	return flags;
}

static void drop_irqrestore(const void *lock, const char *kind, unsigned long flags, const void *pc)
{
	krt_spin_drop(lock, kind, pc);
	irq_restore(flags);
}

static void take_irq(const void *lock, const char *kind, const void *pc)
{
	krt.irq_off = 1;
	krt_spin_take(lock, kind, pc);
}

static void drop_irq(const void *lock, const char *kind, const void *pc)
{
	krt_spin_drop(lock, kind, pc);
	krt_irq_set(0, pc);
}

static void take_bh(const void *lock, const char *kind, const void *pc)
{
	krt_softirq(1, pc);
	krt_spin_take(lock, kind, pc);
}

static void drop_bh(const void *lock, const char *kind, const void *pc)
{
	krt_spin_drop(lock, kind, pc);
	krt_softirq(-1, pc);
}

static int try_lock(const void *lock, const char *kind, const void *pc)
{
	if (krt_lock_is_held(lock))
		return 0;
	krt_spin_take(lock, kind, pc);
	return 1;
}

/* The functions of one lock type under the names that its header set uses. */
#define LOCK_FUNCTIONS(type, kind, lock_fn, unlock_fn)                                             \
	void lock_fn(type *lock)                                                                   \
	{                                                                                          \
		krt_spin_take(lock, kind, KRT_PC);                                                 \
	}                                                                                          \
	void unlock_fn(type *lock)                                                                 \
	{                                                                                          \
		krt_spin_drop(lock, kind, KRT_PC);                                                 \
	}                                                                                          \
	void lock_fn##_bh(type *lock)                                                              \
	{                                                                                          \
		take_bh(lock, kind, KRT_PC);                                                       \
	}                                                                                          \
	void unlock_fn##_bh(type *lock)                                                            \
	{                                                                                          \
		drop_bh(lock, kind, KRT_PC);                                                       \
	}                                                                                          \
	void lock_fn##_irq(type *lock)                                                             \
	{                                                                                          \
		take_irq(lock, kind, KRT_PC);                                                      \
	}                                                                                          \
	void unlock_fn##_irq(type *lock)                                                           \
	{                                                                                          \
		drop_irq(lock, kind, KRT_PC);                                                      \
	}                                                                                          \
	void unlock_fn##_irqrestore(type *lock, unsigned long flags)                               \
	{                                                                                          \
		drop_irqrestore(lock, kind, flags, KRT_PC);                                        \
	}

unsigned long _raw_spin_lock_irqsave(raw_spinlock_t *lock)
{
	return take_irqsave(lock, krt_kind_spin, KRT_PC);
}

unsigned long _raw_read_lock_irqsave(rwlock_t *lock)
{
	return take_irqsave(lock, krt_kind_rwlock_read, KRT_PC);
}

unsigned long _raw_write_lock_irqsave(rwlock_t *lock)
{
	return take_irqsave(lock, krt_kind_rwlock_write, KRT_PC);
}

int _atomic_dec_and_lock(atomic_t *atomic, spinlock_t *lock)
{
	if (atomic_dec_return(atomic))
		return 0;
	krt_spin_take(lock, krt_kind_spin, KRT_PC);
	return 1;
}

#ifdef KRT_BUNDLED
LOCK_FUNCTIONS(spinlock_t, krt_kind_spin, spin_lock, spin_unlock)
LOCK_FUNCTIONS(raw_spinlock_t, krt_kind_spin, raw_spin_lock, raw_spin_unlock)
LOCK_FUNCTIONS(rwlock_t, krt_kind_rwlock_read, read_lock, read_unlock)
LOCK_FUNCTIONS(rwlock_t, krt_kind_rwlock_write, write_lock, write_unlock)

void spin_lock_init(spinlock_t *lock)
{
	*lock = (spinlock_t){ 0 };
}

void raw_spin_lock_init(raw_spinlock_t *lock)
{
	*lock = (raw_spinlock_t){ 0 };
}

void rwlock_init(rwlock_t *lock)
{
	*lock = (rwlock_t){ 0 };
}

int spin_trylock(spinlock_t *lock)
{
	return try_lock(lock, krt_kind_spin, KRT_PC);
}

int raw_spin_trylock(raw_spinlock_t *lock)
{
	return try_lock(lock, krt_kind_spin, KRT_PC);
}

int read_trylock(rwlock_t *lock)
{
	return try_lock(lock, krt_kind_rwlock_read, KRT_PC);
}

int write_trylock(rwlock_t *lock)
{
	return try_lock(lock, krt_kind_rwlock_write, KRT_PC);
}

int spin_trylock_bh(spinlock_t *lock)
{
	if (!try_lock(lock, krt_kind_spin, KRT_PC))
		return 0;
	krt_softirq(1, KRT_PC);
	return 1;
}

int spin_trylock_irq(spinlock_t *lock)
{
	if (!try_lock(lock, krt_kind_spin, KRT_PC))
		return 0;
	krt.irq_off = 1;
	return 1;
}

int _krt_spin_trylock_irqsave(raw_spinlock_t *lock, unsigned long *flags)
{
	if (!try_lock(lock, krt_kind_spin, KRT_PC))
		return 0;
	*flags = irq_save();
	return 1;
}

int spin_is_locked(spinlock_t *lock)
{
	return krt_lock_is_held(lock);
}

int spin_is_contended(spinlock_t *lock)
{
	return 0;
}

/* --- interrupts, softirqs, preemption ------------------------------------------------- */

unsigned long krt_local_irq_save(void)
{
	return irq_save();
}

void local_irq_restore(unsigned long flags)
{
	irq_restore(flags);
}

void local_irq_disable(void)
{
	krt.irq_off = 1;
}

void local_irq_enable(void)
{
	krt_irq_set(0, KRT_PC);
}

bool irqs_disabled(void)
{
	return krt.irq_off;
}

void local_bh_disable(void)
{
	krt_softirq(1, KRT_PC);
}

void local_bh_enable(void)
{
	krt_softirq(-1, KRT_PC);
}

void preempt_disable(void)
{
	krt.preempt++;
}

void preempt_enable(void)
{
	if (!krt.preempt)
		krt_complain(KRT_V_CONTEXT, KRT_PC, "preempt_enable()");
	else
		krt.preempt--;
}

void migrate_disable(void)
{
}

void migrate_enable(void)
{
}

int preempt_count(void)
{
	return krt.preempt + krt.nspin;
}

bool in_atomic(void)
{
	return krt.preempt || krt.nspin || krt.softirq;
}

bool preemptible(void)
{
	return !krt_is_atomic();
}

bool in_task(void)
{
	return true;
}

#define NEVER(name)                                                                                \
	bool name(void)                                                                            \
	{                                                                                          \
		return false;                                                                      \
	}
NEVER(in_interrupt)
NEVER(in_irq)
NEVER(in_hardirq)
NEVER(in_serving_softirq)
NEVER(in_nmi)

bool in_softirq(void)
{
	return krt.softirq;
}

int krt_preempt_depth(void)
{
	return krt.preempt;
}

void krt_preempt_reset(void)
{
	krt.preempt = 0;
}
#else
LOCK_FUNCTIONS(raw_spinlock_t, krt_kind_spin, _raw_spin_lock, _raw_spin_unlock)
LOCK_FUNCTIONS(rwlock_t, krt_kind_rwlock_read, _raw_read_lock, _raw_read_unlock)
LOCK_FUNCTIONS(rwlock_t, krt_kind_rwlock_write, _raw_write_lock, _raw_write_unlock)

int _raw_spin_trylock(raw_spinlock_t *lock)
{
	return try_lock(lock, krt_kind_spin, KRT_PC);
}

int _raw_spin_trylock_bh(raw_spinlock_t *lock)
{
	if (!try_lock(lock, krt_kind_spin, KRT_PC))
		return 0;
	krt_softirq(1, KRT_PC);
	return 1;
}

int _raw_read_trylock(rwlock_t *lock)
{
	return try_lock(lock, krt_kind_rwlock_read, KRT_PC);
}

int _raw_write_trylock(rwlock_t *lock)
{
	return try_lock(lock, krt_kind_rwlock_write, KRT_PC);
}

void __local_bh_enable_ip(unsigned long ip, unsigned int cnt)
{
	preempt_count_sub(cnt);
}

/* The count is per cpu; user space's gs base is 0, so that %gs:symbol is the symbol. */
DEFINE_PER_CPU(int, __preempt_count) = PREEMPT_NEED_RESCHED;

int krt_preempt_depth(void)
{
	return __preempt_count & ~PREEMPT_NEED_RESCHED;
}

void krt_preempt_reset(void)
{
	__preempt_count = PREEMPT_NEED_RESCHED;
}
#endif
