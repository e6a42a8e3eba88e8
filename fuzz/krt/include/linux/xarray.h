/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the plain interface, head opaque */
#ifndef KRT_LINUX_XARRAY_H
#define KRT_LINUX_XARRAY_H

#include <linux/bug.h>
#include <linux/gfp_types.h>
#include <linux/spinlock.h>
#include <linux/limits.h>
struct xarray {
	spinlock_t xa_lock;
	gfp_t xa_flags;
	void *xa_head;
};
typedef unsigned int xa_mark_t;
#define XA_PRESENT ((xa_mark_t)8U)
struct xa_limit {
	u32 max;
	u32 min;
};
#define XA_LIMIT(_min, _max) (struct xa_limit){ .min = _min, .max = _max }
#define xa_limit_32b XA_LIMIT(0, UINT_MAX)
#define xa_limit_31b XA_LIMIT(0, INT_MAX)
#define xa_limit_16b XA_LIMIT(0, 65535)
#define XA_FLAGS_ALLOC ((gfp_t)4U)
#define XA_FLAGS_ALLOC1 ((gfp_t)12U)
#define XARRAY_INIT(name, flags) { .xa_flags = flags }
#define DEFINE_XARRAY_FLAGS(name, flags) struct xarray name = XARRAY_INIT(name, flags)
#define DEFINE_XARRAY(name) DEFINE_XARRAY_FLAGS(name, 0)
#define DEFINE_XARRAY_ALLOC(name) DEFINE_XARRAY_FLAGS(name, XA_FLAGS_ALLOC)
#define DEFINE_XARRAY_ALLOC1(name) DEFINE_XARRAY_FLAGS(name, XA_FLAGS_ALLOC1)
extern void xa_init_flags(struct xarray *xa, gfp_t flags);
extern void xa_init(struct xarray *xa);
extern void xa_destroy(struct xarray *xa);
extern bool xa_empty(const struct xarray *xa);
extern void *xa_load(struct xarray *xa, unsigned long index);
extern void *xa_store(struct xarray *xa, unsigned long index, void *entry, gfp_t gfp);
extern void *xa_erase(struct xarray *xa, unsigned long index);
extern int __must_check xa_insert(struct xarray *xa, unsigned long index, void *entry, gfp_t gfp);
extern void *xa_cmpxchg(struct xarray *xa, unsigned long index, void *old, void *entry, gfp_t gfp);
extern int __must_check xa_alloc(struct xarray *xa, u32 *id, void *entry, struct xa_limit limit,
				 gfp_t gfp);
extern int xa_err(void *entry);
extern bool xa_is_err(const void *entry);
extern bool xa_is_value(const void *entry);
extern void *xa_mk_value(unsigned long v);
extern unsigned long xa_to_value(const void *entry);
extern void *xa_find(struct xarray *xa, unsigned long *index, unsigned long max, unsigned int mark);
extern void *xa_find_after(struct xarray *xa, unsigned long *index, unsigned long max,
			   unsigned int mark);
#define xa_lock(xa) spin_lock(&(xa)->xa_lock)
#define xa_unlock(xa) spin_unlock(&(xa)->xa_lock)
#define xa_for_each(xa, index, entry) \
	for (index = 0, entry = xa_find(xa, &index, ULONG_MAX, 8); entry; \
	     entry = xa_find_after(xa, &index, ULONG_MAX, 8))

#endif
