// SPDX-License-Identifier: MIT
/*
 * Locks and sections in which sleeping is forbidden. A lock is known by its
 * kind and address; a section (RCU, interrupts off) by its kind alone. The
 * facts hold what the path has taken and not released.
 *
 * One lock may be reached over two pointers that the analysis can't tell to be
 * equal: a pointer reloaded after an unknown call, a container_of() of another
 * member. An unlock that finds no lock of its address therefore releases one of
 * the same kind and member, or one of the same kind if of neither more is known
 * than a pointer; only if there is none is it the unlock of a lock that is not
 * held.
 */
#include <string.h>

#include "absint/apply.h"
#include "absint/asked.h"

static const struct {
	const char *name;
	unsigned int traits;
} kinds[] = {
#define X(id, name, traits) [LOCK_##id] = { name, traits },
	LOCK_KINDS(X)
#undef X
};

/* The key of a lock: its kind above its address. */
static uint64_t lock_key(int kind, uint64_t address)
{
	return (uint64_t)kind << 56 | (address & 0xffffffffffffff);
}

static int kind_of(const struct fact *f)
{
	return (int)(f->key >> 56);
}

/* The lock itself: macros take the one inside it ("&lock->rlock"). */
static struct aval whole_lock(struct applying *p, struct aval lock)
{
	struct aval a = address_of(p->e, p->s, lock);
	const char *member = value_member(a);

	if (member && !strcmp(member, "struct spinlock.rlock"))
		a.extent = a.extent->parent;
	return a;
}

/* A device, as device_lock() takes it: which one is a matter of the pointers that lead there. */
static bool is_nameless(struct applying *p, struct aval lock)
{
	return region_get(p->e, lock.region)->kind == REGION_OUTSIDE && !value_member(lock);
}

static struct fact lock_fact(struct applying *p, const struct model_effect *f)
{
	struct fact lock = { .kind = FACT_LOCK, .value = 1, .loc = event_place(p->e) };
	struct aval at;

	if (f->to == MODEL_NONE) {
		lock.key = lock_key(f->class, 0);
		lock.what = arena_printf(p->e->out, "the %s section", kinds[f->class].name);
		return lock;
	}
	at = whole_lock(p, applying_arg(p, f->to));
	lock.key = lock_key(f->class, address_key(p->e, p->s, at));
	lock.what = address_name(p->e, p->s, at);
	lock.is_nameless = is_nameless(p, at);
	if (kinds[f->class].traits & LOCK_ROAMS)
		lock.doubt = arena_printf(p->e->out, "somebody else may release the %s",
					  kinds[f->class].name);
	return lock;
}

/* ---- sleeping ---- */

static const struct fact *atomic_since(const struct state *s)
{
	const struct fact *end = s->facts.v + s->facts.n, *found = NULL;

	for (const struct fact *f = fact_any(&s->facts, FACT_LOCK);
	     f && f < end && f->kind == FACT_LOCK; f++)
		if (kinds[kind_of(f)].traits & LOCK_ATOMIC && (!found || found->doubt))
			found = f;
	return found;
}

static void note_sleep(struct applying *p, const char *callee)
{
	const struct fact *f = atomic_since(p->s);
	struct event sleep = { .kind = EVENT_SLEEP_ATOMIC };

	if (!f)
		return;
	sleep.message = arena_printf(p->e->out, "%s() may sleep, but %s is held since line %u",
				     callee, f->what, f->loc.line);
	sleep.doubt = f->doubt;
	event_add(p->e, p->s, &sleep);
}

#define DIRECT_RECLAIM 0x400 /* __GFP_DIRECT_RECLAIM, the same in 5.10 to 6.12 */

bool effect_sleeps(struct applying *p, const struct model_effect *f)
{
	struct aval flags;

	if (f->from != MODEL_NONE) {
		flags = applying_arg(p, f->from);
		if (!value_is_const(flags) || !(flags.k & DIRECT_RECLAIM))
			return true;
	}
	note_sleep(p, p->m->name);
	return true;
}

/* ---- taking and releasing ---- */

/* The lock must be there; sections have none. */
static bool uses_lock(struct applying *p, const struct model_effect *f)
{
	return f->to == MODEL_NONE || touch_object(p, applying_arg(p, f->to), false);
}

/* A function that calls itself is called with what makes it leave the lock alone, then. */
static const char *recursion_doubt(const struct applying *p)
{
	for (const struct frame *f = p->e->frame; f; f = f->caller)
		if (times_active(p->e, f->id.func) > 1)
			return arena_printf(p->e->out, "%s() is called by itself",
					    f->id.func->name);
	return NULL;
}

static void note_double(struct applying *p, const struct fact *lock, const struct fact *held)
{
	struct event twice = { .kind = EVENT_DOUBLE_LOCK };

	twice.message = arena_printf(p->e->out, "%s is locked again; it is held since line %u",
				     lock->what, held->loc.line);
	twice.doubt = held->doubt ? held->doubt : recursion_doubt(p);
	if (!twice.doubt)
		twice.doubt = asked_kind(p->e, p->s);
	event_add(p->e, p->s, &twice);
}

bool effect_lock(struct applying *p, const struct model_effect *f)
{
	struct fact lock = lock_fact(p, f);
	const struct fact *held = fact_find(&p->s->facts, FACT_LOCK, lock.key);

	if (!uses_lock(p, f))
		return false;
	if (kinds[f->class].traits & LOCK_WAITS && !f->is_try)
		note_sleep(p, p->m->name);
	if (held && !f->is_try && !(kinds[f->class].traits & LOCK_NESTS))
		note_double(p, &lock, held);
	fact_count(p->e->arena, &p->s->facts, &lock);
	return true;
}

/* A lock of the same kind that may be the one meant. */
static const struct fact *lock_alike(const struct state *s, const struct fact *lock)
{
	const struct fact *end = s->facts.v + s->facts.n;

	for (const struct fact *f = fact_any(&s->facts, FACT_LOCK);
	     f && f < end && f->kind == FACT_LOCK; f++)
		if (kind_of(f) == kind_of(lock) &&
		    ((f->is_nameless && lock->is_nameless) || !strcmp(f->what, lock->what)))
			return f;
	return NULL;
}

bool effect_unlock(struct applying *p, const struct model_effect *f)
{
	struct fact lock = lock_fact(p, f);
	const struct fact *held = fact_find(&p->s->facts, FACT_LOCK, lock.key);

	if (!uses_lock(p, f))
		return false;
	if (!held)
		held = lock_alike(p->s, &lock);
	if (held) {
		lock.key = held->key;
		lock.value = -1;
		fact_count(p->e->arena, &p->s->facts, &lock);
		return true;
	}
	if (!(kinds[f->class].traits & LOCK_ROAMS))
		event_add(p->e, p->s,
			  &(struct event){ .kind = EVENT_UNLOCK_UNHELD,
					   .message = arena_printf(p->e->out,
								   "%s is released but not held",
								   lock.what),
					   .doubt = changed_stranger(p->s) });
	return true;
}

/* ---- locks that are counted ---- */

struct counting {
	struct engine *e;
	struct state *s;
};

/* A number that the path has written meanwhile. */
static bool is_own_count(const struct sym *y, const void *ctx)
{
	const struct counting *c = ctx;

	return y->kind == SYM_ATOM && y->is_keyed && y->at.region &&
	       fact_find(&c->s->facts, FACT_CHANGED, address_key(c->e, c->s, y->at));
}

/* "if (--lock->depth == 0)": how often the lock was taken is in a number of the driver's. */
void locks_branch(struct engine *e, struct state *s, struct aval cond)
{
	struct counting c = { e, s };

	if (e->trial || !fact_any(&s->facts, FACT_LOCK) ||
	    !sym_any(&e->syms, cond.sym, is_own_count, &c, false))
		return;
	vec_for_each_ptr(struct fact, f, &s->facts)
		if (f->kind == FACT_LOCK && !f->doubt)
			f->doubt = "a count of the driver's own tells when it is released";
}
