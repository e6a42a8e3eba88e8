// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Maps from numbers: xarray, idr and ida. What xa_head points to is ours: entries
 * sorted by index; an empty map has none, as the inline tests expect.
 */
#include <linux/idr.h>
#include <linux/xarray.h>

#include "internal.h"

struct entry {
	unsigned long index;
	void *value;
};

struct map {
	unsigned n, room;
	struct entry e[];
};

static struct map *map_of(const struct xarray *xa)
{
	return (struct map *)xa->xa_head;
}

/* The first entry with an index >= `index`: its place, n if there is none. */
static unsigned place(const struct map *m, unsigned long index)
{
	unsigned i = 0;

	while (m && i < m->n && m->e[i].index < index)
		i++;
	return i;
}

static struct entry *find(const struct xarray *xa, unsigned long index)
{
	struct map *m = map_of(xa);
	unsigned i = place(m, index);

	return m && i < m->n && m->e[i].index == index ? &m->e[i] : NULL;
}

static void drop(struct xarray *xa, unsigned long index)
{
	struct map *m = map_of(xa);
	struct entry *e = find(xa, index);

	if (!e)
		return;
	memmove(e, e + 1, (&m->e[m->n] - (e + 1)) * sizeof(*e));
	if (--m->n == 0) {
		krt_own_free(m);
		xa->xa_head = NULL;
	}
}

static void put(struct xarray *xa, unsigned long index, void *value)
{
	struct map *m = map_of(xa);
	unsigned i = place(m, index);

	if (m && i < m->n && m->e[i].index == index) {
		m->e[i].value = value;
		return;
	}
	if (!m || m->n == m->room) {
		unsigned room = m ? 2 * m->room : 8;
		struct map *larger = krt_own_alloc(sizeof(*m) + room * sizeof(m->e[0]));

		if (m)
			memcpy(larger->e, m->e, m->n * sizeof(m->e[0]));
		larger->n = m ? m->n : 0;
		larger->room = room;
		if (m)
			krt_own_free(m);
		xa->xa_head = m = larger;
	}
	memmove(&m->e[i + 1], &m->e[i], (m->n - i) * sizeof(m->e[0]));
	m->e[i] = (struct entry){ index, value };
	m->n++;
}

static void clear(struct xarray *xa)
{
	if (xa->xa_head)
		krt_own_free(xa->xa_head);
	xa->xa_head = NULL;
}

/* The lowest free index of min..max, or -ENOSPC. */
static long free_index(const struct xarray *xa, unsigned long min, unsigned long max)
{
	const struct map *m = map_of(xa);
	unsigned i = place(m, min);
	unsigned long index = min;

	for (; m && i < m->n && m->e[i].index == index; i++)
		index++;
	return index > max ? -ENOSPC : (long)index;
}

static void sleeps(gfp_t gfp, const void *pc)
{
	if (gfp & __GFP_DIRECT_RECLAIM)
		krt_may_sleep("an allocation with GFP_KERNEL", pc);
}

/* --- xarray ---------------------------------------------------------------------------- */

void *xa_load(struct xarray *xa, unsigned long index)
{
	struct entry *e = find(xa, index);

	return e ? e->value : NULL;
}

static void *store(struct xarray *xa, unsigned long index, void *value, gfp_t gfp, const void *pc)
{
	void *old = xa_load(xa, index);

	sleeps(gfp, pc);
	if (!value) {
		drop(xa, index);
		return old;
	}
	if (!old && krt_must_fail(pc))
		return (void *)((unsigned long)-ENOMEM << 2 | 2);
	put(xa, index, value);
	return old;
}

void *xa_store(struct xarray *xa, unsigned long index, void *value, gfp_t gfp)
{
	return store(xa, index, value, gfp, KRT_PC);
}

void *__xa_store(struct xarray *xa, unsigned long index, void *value, gfp_t gfp)
{
	return store(xa, index, value, gfp, KRT_PC);
}

void *xa_erase(struct xarray *xa, unsigned long index)
{
	void *old = xa_load(xa, index);

	drop(xa, index);
	return old;
}

void *__xa_erase(struct xarray *xa, unsigned long index)
{
	return xa_erase(xa, index);
}

static int insert(struct xarray *xa, unsigned long index, void *value, gfp_t gfp, const void *pc)
{
	sleeps(gfp, pc);
	if (find(xa, index))
		return -EBUSY;
	if (krt_must_fail(pc))
		return -ENOMEM;
	put(xa, index, value);
	return 0;
}

static int alloc(struct xarray *xa, u32 *id, void *value, struct xa_limit limit, gfp_t gfp,
		 const void *pc)
{
	long index = free_index(xa, limit.min, limit.max);

	sleeps(gfp, pc);
	if (index < 0)
		return -EBUSY;
	if (krt_must_fail(pc))
		return -ENOMEM;
	put(xa, index, value);
	*id = index;
	return 0;
}

void xa_destroy(struct xarray *xa)
{
	clear(xa);
}

void *xa_find(struct xarray *xa, unsigned long *index, unsigned long max, xa_mark_t filter)
{
	struct map *m = map_of(xa);
	unsigned i = place(m, *index);

	if (!m || i >= m->n || m->e[i].index > max)
		return NULL;
	*index = m->e[i].index;
	return m->e[i].value;
}

void *xa_find_after(struct xarray *xa, unsigned long *index, unsigned long max, xa_mark_t filter)
{
	unsigned long next = *index + 1;
	void *value = next ? xa_find(xa, &next, max, filter) : NULL;

	if (value)
		*index = next;
	return value;
}

#ifdef KRT_BUNDLED
void xa_init_flags(struct xarray *xa, gfp_t flags)
{
	memset(xa, 0, sizeof(*xa));
	xa->xa_flags = flags;
}

void xa_init(struct xarray *xa)
{
	xa_init_flags(xa, 0);
}

bool xa_empty(const struct xarray *xa)
{
	return !xa->xa_head;
}

int xa_insert(struct xarray *xa, unsigned long index, void *value, gfp_t gfp)
{
	return insert(xa, index, value, gfp, KRT_PC);
}

void *xa_cmpxchg(struct xarray *xa, unsigned long index, void *old, void *value, gfp_t gfp)
{
	void *now = xa_load(xa, index);

	return now == old ? store(xa, index, value, gfp, KRT_PC) : now;
}

int xa_alloc(struct xarray *xa, u32 *id, void *value, struct xa_limit limit, gfp_t gfp)
{
	if (!limit.min && xa->xa_flags == XA_FLAGS_ALLOC1)
		limit.min = 1;
	return alloc(xa, id, value, limit, gfp, KRT_PC);
}

/* Errors end in binary 10 and are shifted by two; values end in 1. */
bool xa_is_err(const void *entry)
{
	return ((unsigned long)entry & 3) == 2 && (long)entry >= (long)(-4095l * 4 + 2) &&
	       (long)entry < 0;
}

int xa_err(void *entry)
{
	return xa_is_err(entry) ? (long)entry >> 2 : 0;
}

bool xa_is_value(const void *entry)
{
	return (unsigned long)entry & 1;
}

void *xa_mk_value(unsigned long v)
{
	return (void *)(v << 1 | 1);
}

unsigned long xa_to_value(const void *entry)
{
	return (unsigned long)entry >> 1;
}
#else
int __xa_insert(struct xarray *xa, unsigned long index, void *value, gfp_t gfp)
{
	return insert(xa, index, value, gfp, KRT_PC);
}

int __xa_alloc(struct xarray *xa, u32 *id, void *value, struct xa_limit limit, gfp_t gfp)
{
	if (!limit.min && xa->xa_flags & XA_FLAGS_ZERO_BUSY)
		limit.min = 1;
	return alloc(xa, id, value, limit, gfp, KRT_PC);
}

void *__xa_cmpxchg(struct xarray *xa, unsigned long index, void *old, void *value, gfp_t gfp)
{
	void *now = xa_load(xa, index);

	return now == old ? store(xa, index, value, gfp, KRT_PC) : now;
}
#endif

/* --- idr ------------------------------------------------------------------------------------ */

static int idr_put(struct idr *idr, void *ptr, unsigned long min, unsigned long max, gfp_t gfp,
		   const void *pc)
{
	long id = free_index(&idr->idr_rt, min, max);

	sleeps(gfp, pc);
	if (id < 0)
		return -ENOSPC;
	if (krt_must_fail(pc))
		return -ENOMEM;
	put(&idr->idr_rt, id, ptr);
	return id;
}

int idr_alloc(struct idr *idr, void *ptr, int start, int end, gfp_t gfp)
{
	if (start < 0) {
		krt_complain(KRT_V_WARN, KRT_PC, "idr_alloc() from %d", start);
		return -EINVAL;
	}
	return idr_put(idr, ptr, start, end > 0 ? end - 1 : INT_MAX, gfp, KRT_PC);
}

int idr_alloc_u32(struct idr *idr, void *ptr, u32 *id, unsigned long max, gfp_t gfp)
{
	int got = idr_put(idr, ptr, *id, max, gfp, KRT_PC);

	if (got < 0)
		return got;
	*id = got;
	return 0;
}

int idr_alloc_cyclic(struct idr *idr, void *ptr, int start, int end, gfp_t gfp)
{
	unsigned long max = end > 0 ? end - 1 : INT_MAX;
	int id = idr_put(idr, ptr, max_t(int, start, idr->idr_next), max, gfp, KRT_PC);

	if (id == -ENOSPC && (int)idr->idr_next > start)
		id = idr_put(idr, ptr, start, max, gfp, KRT_PC);
	if (id >= 0)
		idr->idr_next = id + 1;
	return id;
}

void *idr_remove(struct idr *idr, unsigned long id)
{
	return xa_erase(&idr->idr_rt, id);
}

void *idr_find(const struct idr *idr, unsigned long id)
{
	return xa_load((struct xarray *)&idr->idr_rt, id);
}

void *idr_replace(struct idr *idr, void *ptr, unsigned long id)
{
	struct entry *e = find(&idr->idr_rt, id);
	void *old;

	if (!e)
		return ERR_PTR(-ENOENT);
	old = e->value;
	e->value = ptr;
	return old;
}

int idr_for_each(const struct idr *idr, int (*fn)(int id, void *p, void *data), void *data)
{
	unsigned long index = 0;
	int result;
	void *p;

	while ((p = xa_find((struct xarray *)&idr->idr_rt, &index, INT_MAX, XA_PRESENT))) {
		result = fn(index++, p, data);
		if (result)
			return result;
	}
	return 0;
}

void *idr_get_next(struct idr *idr, int *nextid)
{
	unsigned long index = *nextid;
	void *p = xa_find(&idr->idr_rt, &index, INT_MAX, XA_PRESENT);

	if (p)
		*nextid = index;
	return p;
}

void idr_destroy(struct idr *idr)
{
	clear(&idr->idr_rt);
}

#ifdef KRT_BUNDLED
void idr_init_base(struct idr *idr, int base)
{
	memset(idr, 0, sizeof(*idr));
	idr->idr_base = base;
}

void idr_init(struct idr *idr)
{
	idr_init_base(idr, 0);
}

bool idr_is_empty(const struct idr *idr)
{
	return !idr->idr_rt.xa_head;
}

void idr_preload_end(void)
{
}
#else
/* idr_is_empty() asks for the tag of free places: an idr always has some. */
int radix_tree_tagged(const struct radix_tree_root *root, unsigned int tag)
{
	return 1;
}
#endif

void idr_preload(gfp_t gfp)
{
	sleeps(gfp, KRT_PC);
}

/* --- ida ----------------------------------------------------------------------------------- */

int ida_alloc_range(struct ida *ida, unsigned int min, unsigned int max, gfp_t gfp)
{
	long id = free_index(&ida->xa, min, min_t(unsigned int, max, INT_MAX));

	sleeps(gfp, KRT_PC);
	if ((int)min < 0 || id < 0)
		return -ENOSPC;
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	put(&ida->xa, id, ida);
	return id;
}

void ida_free(struct ida *ida, unsigned int id)
{
	if (!find(&ida->xa, id))
		krt_complain(KRT_V_WARN, KRT_PC, "ida_free() of %u, which is not allocated", id);
	drop(&ida->xa, id);
}

void ida_destroy(struct ida *ida)
{
	clear(&ida->xa);
}

#ifdef KRT_BUNDLED
void ida_init(struct ida *ida)
{
	memset(ida, 0, sizeof(*ida));
}

int ida_alloc(struct ida *ida, gfp_t gfp)
{
	return ida_alloc_range(ida, 0, ~0, gfp);
}

int ida_alloc_min(struct ida *ida, unsigned int min, gfp_t gfp)
{
	return ida_alloc_range(ida, min, ~0, gfp);
}

int ida_alloc_max(struct ida *ida, unsigned int max, gfp_t gfp)
{
	return ida_alloc_range(ida, 0, max, gfp);
}
#endif
