/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: plain sequence counters and the seqlock */
#ifndef KRT_LINUX_SEQLOCK_H
#define KRT_LINUX_SEQLOCK_H

#include <linux/spinlock.h>
#include <linux/compiler.h>

typedef struct seqcount {
	unsigned int sequence;
} seqcount_t;
typedef struct seqcount seqcount_spinlock_t;
typedef struct seqcount seqcount_mutex_t;
typedef struct {
	seqcount_t seqcount;
	spinlock_t lock;
} seqlock_t;
#define SEQCNT_ZERO(name) { .sequence = 0 }
#define DEFINE_SEQLOCK(sl) seqlock_t sl = { .lock = { .rlock = { KRT_LOCK_INIT(sl) } } }
#define seqcount_init(s) ((void)((s)->sequence = 0))
#define seqcount_spinlock_init(s, lock) seqcount_init(s)
#define seqcount_mutex_init(s, lock) seqcount_init(s)
extern void seqlock_init(seqlock_t *sl);
extern unsigned int read_seqbegin(const seqlock_t *sl);
extern unsigned int read_seqretry(const seqlock_t *sl, unsigned int start);
extern void write_seqlock(seqlock_t *sl);
extern void write_sequnlock(seqlock_t *sl);
extern void write_seqlock_bh(seqlock_t *sl);
extern void write_sequnlock_bh(seqlock_t *sl);
extern void write_seqlock_irq(seqlock_t *sl);
extern void write_sequnlock_irq(seqlock_t *sl);
extern unsigned long krt_write_seqlock_irqsave(seqlock_t *sl);
extern void write_sequnlock_irqrestore(seqlock_t *sl, unsigned long flags);
#define write_seqlock_irqsave(sl, flags) ((flags) = krt_write_seqlock_irqsave(sl))
extern unsigned int read_seqcount_begin(const seqcount_t *s);
extern int read_seqcount_retry(const seqcount_t *s, unsigned int start);
extern void write_seqcount_begin(seqcount_t *s);
extern void write_seqcount_end(seqcount_t *s);

#endif
