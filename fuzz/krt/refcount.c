// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Reference counts. With the bundled headers refcount_t and kref are functions
 * here, so that the ledger counts gets and puts; the real headers inline them and
 * only call refcount_warn_saturate() when something broke. Objects of the core
 * (kobjects, devices, modules) are counted at their get and put either way.
 */
#include <linux/refcount.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

#include "internal.h"

#ifdef KRT_BUNDLED
static void broken(const char *what, const void *pc)
{
	krt_complain(KRT_V_REFCOUNT, pc, "%s", what);
}

/* The value before; a count that is 0 or less stays. */
static int step(refcount_t *r, int by, const void *pc)
{
	int old = r->refs.counter;

	if (old <= 0) {
		broken(by > 0 ? "get of an object that is gone" : "put of an object that is gone",
		       pc);
		return old;
	}
	if (old + by < 0)
		broken("more puts than gets", pc);
	r->refs.counter = old + by;
	krt.refs += by;
	return old;
}

void refcount_set(refcount_t *r, int n)
{
	r->refs.counter = n;
	krt.refs += n;
}

unsigned int refcount_read(const refcount_t *r)
{
	return r->refs.counter;
}

void refcount_add(int i, refcount_t *r)
{
	step(r, i, KRT_PC);
}

void refcount_inc(refcount_t *r)
{
	step(r, 1, KRT_PC);
}

void refcount_dec(refcount_t *r)
{
	if (step(r, -1, KRT_PC) == 1)
		broken("refcount_dec() to 0 leaks the object", KRT_PC);
}

static bool get_unless_zero(refcount_t *r, int i)
{
	if (r->refs.counter <= 0)
		return false;
	r->refs.counter += i;
	krt.refs += i;
	return true;
}

bool refcount_add_not_zero(int i, refcount_t *r)
{
	return get_unless_zero(r, i);
}

bool refcount_inc_not_zero(refcount_t *r)
{
	return get_unless_zero(r, 1);
}

bool refcount_sub_and_test(int i, refcount_t *r)
{
	return step(r, -i, KRT_PC) == i;
}

bool refcount_dec_and_test(refcount_t *r)
{
	return step(r, -1, KRT_PC) == 1;
}

bool refcount_dec_if_one(refcount_t *r)
{
	return r->refs.counter == 1 && step(r, -1, KRT_PC) == 1;
}

bool refcount_dec_not_one(refcount_t *r)
{
	if (r->refs.counter == 1)
		return false;
	step(r, -1, KRT_PC);
	return true;
}

bool refcount_dec_and_mutex_lock(refcount_t *r, struct mutex *lock)
{
	if (refcount_dec_not_one(r))
		return false;
	mutex_lock(lock);
	step(r, -1, KRT_PC);
	return true;
}

bool refcount_dec_and_lock(refcount_t *r, spinlock_t *lock)
{
	if (refcount_dec_not_one(r))
		return false;
	spin_lock(lock);
	step(r, -1, KRT_PC);
	return true;
}

void kref_init(struct kref *kref)
{
	refcount_set(&kref->refcount, 1);
}

unsigned int kref_read(const struct kref *kref)
{
	return kref->refcount.refs.counter;
}

void kref_get(struct kref *kref)
{
	step(&kref->refcount, 1, KRT_PC);
}

int kref_get_unless_zero(struct kref *kref)
{
	return get_unless_zero(&kref->refcount, 1);
}

int kref_put(struct kref *kref, void (*release)(struct kref *kref))
{
	if (step(&kref->refcount, -1, KRT_PC) != 1)
		return 0;
	release(kref);
	return 1;
}

int kref_put_mutex(struct kref *kref, void (*release)(struct kref *kref), struct mutex *lock)
{
	if (refcount_dec_not_one(&kref->refcount))
		return 0;
	mutex_lock(lock);
	step(&kref->refcount, -1, KRT_PC);
	release(kref);
	return 1;
}

int kref_put_lock(struct kref *kref, void (*release)(struct kref *kref), spinlock_t *lock)
{
	if (refcount_dec_not_one(&kref->refcount))
		return 0;
	spin_lock(lock);
	step(&kref->refcount, -1, KRT_PC);
	release(kref);
	return 1;
}
#else
void refcount_warn_saturate(refcount_t *r, enum refcount_saturation_type t)
{
	static const char *const what[] = {
		[REFCOUNT_ADD_NOT_ZERO_OVF] = "saturated",
		[REFCOUNT_ADD_OVF] = "saturated",
		[REFCOUNT_ADD_UAF] = "get of an object that is gone",
		[REFCOUNT_SUB_UAF] = "more puts than gets",
		[REFCOUNT_DEC_LEAK] = "refcount_dec() to 0 leaks the object",
	};

	krt_complain(KRT_V_REFCOUNT, KRT_PC, "%s", what[t]);
	r->refs.counter = REFCOUNT_SATURATED;
}

bool refcount_dec_not_one(refcount_t *r)
{
	if (r->refs.counter == 1)
		return false;
	r->refs.counter--;
	return true;
}

bool refcount_dec_if_one(refcount_t *r)
{
	if (r->refs.counter != 1)
		return false;
	r->refs.counter = 0;
	return true;
}

bool refcount_dec_and_mutex_lock(refcount_t *r, struct mutex *lock)
{
	if (refcount_dec_not_one(r))
		return false;
	mutex_lock(lock);
	r->refs.counter--;
	return true;
}
#endif
