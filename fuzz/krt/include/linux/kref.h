/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_KREF_H
#define KRT_LINUX_KREF_H

#include <linux/spinlock.h>
#include <linux/refcount.h>
struct kref {
	refcount_t refcount;
};
#define KREF_INIT(n) { .refcount = REFCOUNT_INIT(n) }
extern void kref_init(struct kref *kref);
extern unsigned int kref_read(const struct kref *kref);
extern void kref_get(struct kref *kref);
extern int __must_check kref_get_unless_zero(struct kref *kref);
extern int kref_put(struct kref *kref, void (*release)(struct kref *kref));
extern int kref_put_mutex(struct kref *kref, void (*release)(struct kref *kref),
			  struct mutex *lock);
extern int kref_put_lock(struct kref *kref, void (*release)(struct kref *kref), spinlock_t *lock);

#endif
