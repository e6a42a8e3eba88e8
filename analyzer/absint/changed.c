// SPDX-License-Identifier: MIT
/*
 * Which state of the driver a path changes: memory that was there before the
 * handler ran and will be there after it. The fact of a changed place carries
 * what the place held first, so that one which is put back before the return
 * is no change; nor is storing the value that a place holds already.
 *
 * Not state are locks and rate limits (their models say nothing of memory),
 * the flags of pr_warn_once() and its like, and statistics: a place that is
 * only counted up, printed and logged, never looked at to decide (reads.h).
 */
#include <string.h>

#include "absint/engine.h"
#include "absint/reads.h"

#define BY_A_STRANGER UINT64_MAX

/* What the kernel's "once" macros call their static flags. */
static const char *const once_flags[] = { "__already_done", "__print_once", "__warned", "___done",
					  "___once_key" };

bool is_once_flag(const char *name)
{
	for (size_t i = 0; name && i < sizeof(once_flags) / sizeof(*once_flags); i++)
		if (!strcmp(name, once_flags[i]))
			return true;
	return false;
}

/* ---- what is state ---- */

static bool is_state(const struct region *r)
{
	switch (r->kind) {
	case REGION_GLOBAL:
		return !r->global.global->is_const && !r->global.global->is_literal &&
		       !is_once_flag(r->name);
	case REGION_OUTSIDE:
		return true;
	default:
		return false;
	}
}

static bool is_number(const struct sym *y, const void *ctx)
{
	return y == ctx;
}

static bool same_number(struct engine *e, struct state *s, struct aval a, struct aval b)
{
	struct range x, y;

	if (value_same(a, b))
		return true;
	if (a.region || b.region)
		return false;
	x = eval(e, s, a);
	y = eval(e, s, b);
	return range_is_single(&x) && range_is_single(&y) && range_min(&x) == range_min(&y);
}

/* ---- recording ---- */

/* What the place held before its first change, packed: a symbol and its type. */
static int64_t pack(struct aval v, enum ir_type t)
{
	return v.sym && !v.region && !v.k ? (int64_t)t << 32 | v.sym : 0;
}

static void record(struct engine *e, struct state *s, struct aval a, int64_t before, bool by_input)
{
	const struct region *r = region_get(e, a.region);
	struct fact f = { .kind = FACT_CHANGED,
			  .key = address_key(e, s, a),
			  .value = before,
			  .loc = event_place(e),
			  .what = address_name(e, s, a),
			  .by_input = by_input };

	if (fact_find(&s->facts, FACT_CHANGED, f.key))
		return;
	if (r->is_anywhere)
		f.doubt = "where the pointer leads is not known";
	fact_set(e->arena, &s->facts, &f);
}

static bool is_running(const struct engine *e, const struct ir_func *f)
{
	const struct frame *fr = e->frame;

	while (fr && fr->id.func != f)
		fr = fr->caller;
	return fr;
}

/* Statistics: nothing decides by them, and others print them. */
static bool is_statistic(struct engine *e, struct aval a)
{
	const struct region *r = region_get(e, a.region);
	const struct place_reads *reads = reads_of(
		e->reads, value_member(a), r->kind == REGION_GLOBAL ? r->global.global : NULL);

	if (!reads || reads->decides)
		return false;
	for (size_t i = 0; i < reads->printers.n; i++)
		if (is_running(e, reads->printers.v[i]))
			return false;
	return true;
}

/* Whether @v is made of constants and, but for that, of @old only: bits were set or cleared. */
static bool is_edited(const struct engine *e, struct aval v, uint32_t old, int depth)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	if (!y || v.sym == old)
		return !v.region;
	if (y->kind == SYM_ATOM || depth > 8)
		return false;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (!is_edited(e, (struct aval){ .sym = y->term[i].sym }, old, depth + 1))
			return false;
	return y->kind == SYM_LINEAR ||
	       (is_edited(e, y->a, old, depth + 1) && is_edited(e, y->b, old, depth + 1));
}

/*
 * Whether user space has chosen to store @v over @old: it is made of the written bytes, or
 * of the driver's constants, behind a test of them. What a device said is neither.
 */
static bool is_chosen(struct engine *e, const struct state *s, struct aval v, struct aval old)
{
	return value_deps(&e->syms, v) & DEP_BYTES ||
	       ((s->bytes_tests || s->bytes_doubt) && is_edited(e, v, old.sym, 0));
}

/* What the place held before its first change is stored there again. */
static bool puts_back(struct engine *e, struct state *s, struct aval a, struct aval v)
{
	const struct fact *f = fact_find(&s->facts, FACT_CHANGED, address_key(e, s, a));
	struct aval before = { .sym = f ? (uint32_t)f->value : 0 };

	if (!before.sym || !same_number(e, s, simplify_value(e, s, v), before))
		return false;
	fact_drop(&s->facts, FACT_CHANGED, f->key);
	return true;
}

void changed_store(struct engine *e, struct state *s, struct aval to, enum ir_type t, struct aval v)
{
	struct aval a = address_of(e, s, to), old;

	if (!is_state(region_get(e, a.region)))
		return;
	old = mem_load(e, s, a, t);
	if (same_number(e, s, old, v) || puts_back(e, s, a, v))
		return;
	if (old.sym && sym_any(&e->syms, v.sym, is_number, sym_get(&e->syms, old.sym), false) &&
	    is_statistic(e, a))
		return;
	record(e, s, a, pack(old, t), is_chosen(e, s, v, old));
}

void changed_bytes(struct engine *e, struct state *s, struct aval to, unsigned int deps,
		   bool is_update)
{
	struct aval a = address_of(e, s, to);

	if (is_state(region_get(e, a.region)) && !(is_update && is_statistic(e, a)))
		record(e, s, a, 0, deps & DEP_BYTES);
}

void changed_by_stranger(struct engine *e, struct state *s, const char *why)
{
	struct fact f = {
		.kind = FACT_CHANGED, .key = BY_A_STRANGER, .loc = event_place(e), .doubt = why
	};

	if (!fact_find(&s->facts, f.kind, f.key))
		fact_set(e->arena, &s->facts, &f);
}

const char *changed_stranger(const struct state *s)
{
	const struct fact *f = fact_find(&s->facts, FACT_CHANGED, BY_A_STRANGER);

	return f ? f->doubt : NULL;
}

/* ---- at the return ---- */

bool changed_is_restored(struct engine *e, struct state *s, const struct fact *f)
{
	struct aval before = { .sym = (uint32_t)f->value };
	struct aval a = value_address((uint32_t)(f->key >> 32), (int32_t)(uint32_t)f->key);

	return f->value &&
	       same_number(e, s, mem_load(e, s, a, (enum ir_type)(f->value >> 32)), before);
}
