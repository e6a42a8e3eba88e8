// SPDX-License-Identifier: MIT
/*
 * What a model's cases do. Each case is a path of its own; within a case the
 * effects happen in order, and the value returned may speak of what they
 * wrote ("bytes written", "bytes that would have been written").
 */
#include <string.h>

#include "absint/apply.h"
#include "absint/concrete.h"
#include "absint/given.h"
#include "absint/identity.h"
#include "absint/input.h"
#include "absint/memory.h"
#include "absint/trial.h"
#include "absint/watch.h"
#include "base/fatal.h"

struct aval applying_arg(const struct applying *p, int n)
{
	if (n == MODEL_NONE)
		return p->fresh;
	return (size_t)n < p->c->nargs ? p->c->args[n] : value_const(0);
}

struct aval applying_size(struct applying *p, const struct model_size *z)
{
	struct aval v;

	if (z->param == MODEL_NONE)
		return value_const(z->constant);
	v = applying_arg(p, z->param);
	if (z->factor != MODEL_NONE)
		v = arith_value(p->e, p->s, OP_MUL, IRT_U64, v, applying_arg(p, z->factor));
	if (z->scale > 1)
		v = value_scale(&p->e->syms, v, z->scale);
	return value_add(&p->e->syms, v, value_const(z->constant));
}

/*
 * User space can write any number it likes, but what a device or another part
 * of the kernel yields rarely takes every value of its C type.
 */
const char *applying_doubt(const struct applying *p)
{
	return p->deps & DEP_BYTES
		       ? NULL
		       : arena_printf(p->e->out, "what %s() yields is not known", p->m->name);
}

/* ---- effects ---- */

struct text_test applying_test(const struct applying *p)
{
	return (struct text_test){ .function = p->m->name,
				   .loc = p->c->insn->loc,
				   .ignores_newline = p->m->ignores_newline };
}

static bool do_copy_bytes(struct applying *p, const struct model_effect *f)
{
	p->written = applying_size(p, &f->size);
	if (!touch_bytes(p, applying_arg(p, f->from), p->written, false) ||
	    !touch_bytes(p, applying_arg(p, f->to), p->written, true))
		return false;
	changed_bytes(p->e, p->s, applying_arg(p, f->to), p->deps, false);
	owned_copy(p->e, p->s, applying_arg(p, f->to), applying_arg(p, f->from));
	outlive_copy(p->e, p->s, applying_arg(p, f->to), applying_arg(p, f->from), p->written);
	mem_copy(p->e, p->s, applying_arg(p, f->to), applying_arg(p, f->from), p->written);
	return true;
}

static struct aval returned(struct applying *p, const struct model_ret *r, enum ir_type t);

static bool do_fill(struct applying *p, const struct model_effect *f)
{
	struct aval n = applying_size(p, &f->size), v = returned(p, &f->value, IRT_U8);

	if (!touch_bytes(p, applying_arg(p, f->to), n, true))
		return false;
	changed_bytes(p->e, p->s, applying_arg(p, f->to), p->deps, false);
	if (value_is_const(v) && v.k == 0 && value_is_const(n) && n.k >= 0)
		mem_zero(p->e, p->s, applying_arg(p, f->to), (uint64_t)n.k);
	else
		mem_change(p->e, p->s, applying_arg(p, f->to), value_deps(&p->e->syms, v), NULL);
	return true;
}

/* The C type an out-parameter points to, by the size of what it really points to. */
static enum ir_type pointee_type(struct applying *p, struct aval to)
{
	struct aval a = address_of(p->e, p->s, to);
	const struct region *r = region_get(p->e, a.region);
	wide room = value_room(a);
	wide size = room ? room : r->size_known && value_is_const(r->size) ? r->size.k : 0;

	return ir_int_type((long long)size, true);
}

/* Where a pointer into a larger object has no type, the callee knows how much it writes. */
static struct aval bounded(struct applying *p, struct aval to, wide size)
{
	struct aval a = address_of(p->e, p->s, to);
	struct extent *x;

	if (value_room(a))
		return to;
	x = arena_new_of(p->e->arena, struct extent);
	*x = (struct extent){ .start = value_offset(a), .size = size, .parent = a.extent };
	a.extent = x;
	return a;
}

static bool do_store(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to);
	enum ir_type t;
	struct aval v;

	if (value_is_const(to) && !to.k)
		return true; /* NULL: not wanted */
	if (f->size.limited) {
		check_width(p->e, p->s, to, f->size.constant, p->m->name);
		to = bounded(p, to, f->size.constant);
	}
	t = pointee_type(p, to);
	if (f->size.limited ? !touch_bytes(p, to, applying_size(p, &f->size), true)
			    : !touch_object(p, to, true))
		return false;
	if (t == IRT_OTHER || (f->value.kind == MR_ANY && !p->e->trial)) {
		changed_bytes(p->e, p->s, to, p->deps, false);
		mem_change_object(p->e, p->s, to, p->deps, applying_doubt(p));
	} else {
		p->out = f->to;
		v = returned(p, &f->value, t);
		p->out = MODEL_NONE;
		changed_store(p->e, p->s, to, t, v);
		mem_store(p->e, p->s, to, t, v);
	}
	if (p->e->watch)
		watch_callee(p->e, p->s, p->c->insn, (size_t)f->to, to);
	return true;
}

static bool do_change(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to);

	if (f->to == MODEL_NONE) {
		mem_change(p->e, p->s, to, p->deps, applying_doubt(p));
		return true;
	}
	if (value_is_const(to) && !to.k)
		return true;
	if (f->size.limited ? !touch_bytes(p, to, applying_size(p, &f->size), true)
			    : !touch_object(p, to, true))
		return false;
	if (p->e->trial && p->m->source == MODEL_DEVICE)
		trial_note_answer(p->e, address_of(p->e, p->s, to));
	changed_bytes(p->e, p->s, to, p->deps, true);
	mem_change_object(p->e, p->s, to, p->deps,
			  applying_doubt(p)); /* its neighbours keep their values */
	return true;
}

static bool do_use(struct applying *p, const struct model_effect *f)
{
	return touch_object(p, applying_arg(p, f->to), false);
}

/* Whether the string at @at may have @least bytes before its NUL: from now on it has. */
static bool assume_length(struct applying *p, struct aval at, struct aval least)
{
	struct range enough = range_of(0, WIDE_MAX);
	struct aval length = mem_length(p->e, p->s, at);

	return assume_in(p->e, p->s, value_sub(&p->e->syms, length, least), &enough);
}

static bool do_reads(struct applying *p, const struct model_effect *f)
{
	struct aval from = applying_arg(p, f->from);
	struct text_test how = applying_test(p);
	struct aval limit = applying_size(p, &f->size);

	if (f->of_pointee) {
		from = mem_load(p->e, p->s, from, IRT_PTR);
		if (!assume_true(p->e, p->s, from, !f->of_null))
			return false;
		if (f->of_null)
			return true;
	}
	if (f->exact ? !touch_bytes(p, from, limit, false) : !touch_text(p, from, &f->size))
		return false;
	if (p->m->cases.n > 1 && mem_deps(p->e, p->s, from) & DEP_BYTES)
		p->s->bytes_tests++;
	if (f->least.limited && !assume_length(p, from, applying_size(p, &f->least)))
		return false;
	if (f->whole)
		input_parsed(p->e, p->s, &how, from, f->size.limited ? &limit : NULL);
	if (f->unlike != MODEL_NONE)
		input_unlike(p->e, p->s, &how, from, applying_arg(p, f->unlike),
			     applying_arg(p, f->unlike_n));
	if (f->finds != MODEL_NONE)
		return input_searched(p->e, p->s, from, limit, applying_arg(p, f->finds), true);
	if (f->lacks != MODEL_NONE)
		return input_searched(p->e, p->s, from, limit, applying_arg(p, f->lacks), false);
	return true;
}

/* The text changes in place; how much of it is left is not known. */
static bool do_cut(struct applying *p, const struct model_effect *f)
{
	struct aval at = applying_arg(p, f->to);
	struct user_text text;

	if (f->of_pointee)
		at = mem_load(p->e, p->s, at, IRT_PTR);
	if (!touch_object(p, at, true))
		return false;
	input_cut(p->e, p->s, at, f->trims);
	text = input_text_at(p->e, p->s, at, &(struct aval){ 0 });
	mem_cut(p->e, p->s, at);
	input_set_text(p->e, p->s, at, text);
	return true;
}

/* Whether the run has set what others know: by now that may be something else. */
static bool has_written(const struct engine *e, const struct state *s)
{
	for (size_t i = 0; i < s->mem.n; i++)
		if (region_get(e, s->mem.v[i].region)->kind == REGION_OUTSIDE)
			return true;
	return false;
}

static bool do_wait(struct applying *p, const struct model_effect *f)
{
	const char *why = arena_printf(p->e->out, "others may set it while %s() waits", p->m->name);

	(void)f;
	if (!p->e->trial)
		mem_change_world(p->e, p->s, why);
	else if (has_written(p->e, p->s))
		trial_doubt(p->s, why);
	return true;
}

static bool do_interrupted(struct applying *p, const struct model_effect *f)
{
	(void)f;
	p->s->interrupted = true;
	return true;
}

/* Each returns false if the case can't happen in this state. */
static bool (*const effects[])(struct applying *, const struct model_effect *) = {
	[ME_PRINT] = effect_print,
	[ME_COPY_STRING] = effect_copy_string,
	[ME_COPY_BYTES] = do_copy_bytes,
	[ME_TEXT] = effect_text,
	[ME_FILL] = do_fill,
	[ME_STORE] = do_store,
	[ME_CHANGE] = do_change,
	[ME_SCAN] = effect_scan,
	[ME_READS] = do_reads,
	[ME_CUT] = do_cut,
	[ME_LOG] = effect_log,
	[ME_LOG_SWITCH] = effect_log_switch,
	[ME_LOCK] = effect_lock,
	[ME_UNLOCK] = effect_unlock,
	[ME_SLEEPS] = effect_sleeps,
	[ME_ACQUIRE] = effect_acquire,
	[ME_RELEASE] = effect_release,
	[ME_KEEPS] = effect_keeps,
	[ME_USES] = do_use,
	[ME_WAITS] = do_wait,
	[ME_INTERRUPTED] = do_interrupted,
};

/* ---- values returned ---- */

static struct aval ret_set(struct applying *p, const struct model_ret *r, wide base)
{
	struct sym_spec spec = { .range = { .n = 0 }, .deps = p->deps, .what = p->m->name };
	struct aval v;

	for (size_t i = 0; i < r->nvalues; i++) {
		struct range x = range_single(wide_add(r->value[i], base));

		spec.range = range_union(&spec.range, &x);
	}
	if (range_is_single(&spec.range))
		v = value_const(range_min(&spec.range));
	else if (p->e->trial)
		v = value_const(wide_add(r->value[0], base));
	else
		v = sym_fresh(&p->e->syms, &spec);
	v.flags = r->nvalues && r->value_name && r->value_name[0] ? VF_NAMED_ERRNO : 0;
	return v;
}

/* Two hashes of the arguments and of the memory they point to make a key of 128 bits. */
static struct sym_key result_key(struct applying *p, const struct model_ret *r)
{
	struct sym_key key = sym_key_of(TAG_RESULT, (uint32_t)r->kind, value_const(0));

	key.part[1] = (uint64_t)(uintptr_t)p->m;
	for (size_t i = 0; i < p->c->nargs; i++) {
		struct aval v = p->c->args[i];
		bool text = v.region && region_get(p->e, v.region)->kind != REGION_FUNC;
		uint64_t base = (uint64_t)v.region << 32 | v.sym;
		uint64_t memory = text ? mem_version(p->e, p->s, v) : 0;

		key.part[2] = sym_key_mix(
			sym_key_mix(sym_key_mix(key.part[2] + 1, base), (uint64_t)v.k), memory);
		key.part[3] = sym_key_mix(sym_key_mix(sym_key_mix(key.part[3] + 2, memory), base),
					  (uint64_t)v.k);
	}
	return key;
}

/* Equal calls of a pure function give the same symbol. */
struct aval number_returned(struct applying *p, const struct model_ret *r, struct range range)
{
	struct sym_spec spec = { .range = range,
				 .deps = p->deps,
				 .what = arena_printf(p->e->out, "the result of %s()",
						      p->m->name) };
	struct sym_key key;
	struct aval v;

	if (p->e->trial)
		return trial_result(p->e, p->s, p->m, p->c, p->out, &range);
	if (r->kind == MR_ANY)
		spec.doubt = applying_doubt(p);
	if (!p->m->pure)
		return sym_fresh(&p->e->syms, &spec);
	key = result_key(p, r);
	v = sym_keyed(&p->e->syms, &key, &spec);
	if (!sym_get(&p->e->syms, v.sym)->identity)
		sym_get(&p->e->syms, v.sym)->identity = identity_of_call(p->e, p->s, p->m, p->c);
	return p->e->given ? given_same(p->e, v) : v;
}

static struct aval ret_length(struct applying *p, const struct model_ret *r)
{
	struct aval n = mem_length(p->e, p->s, applying_arg(p, r->param)), limit, v;
	struct implication whole = { .a = n };
	struct range most;

	if (!r->size.limited)
		return n;
	limit = applying_size(p, &r->size);
	if (applying_fit(p, n, value_add(&p->e->syms, limit, value_const(1))) == FITS)
		return n;
	v = applying_cut(p, n, value_add(&p->e->syms, limit, value_const(1)));
	most = eval(p->e, p->s, limit);
	if (!v.sym || range_is_empty(&most))
		return v;
	/* less than the limit is all of it */
	whole.b = v;
	whole.when = range_of(WIDE_MIN, range_min(&most) - 1);
	sym_imply(&p->e->syms, v.sym, &whole);
	return v;
}

/* "(uintptr_t)device_get_match_data(dev)": a number that was put where a pointer goes. */
static bool is_taken_as_number(const struct call_site *c)
{
	const struct ir_insn *next = c->insn + 1; /* a call does not end its block */

	return next->op == OP_CAST && next->from == IRT_PTR && next->type != IRT_PTR &&
	       next->arg[0].kind == REF_TMP && next->arg[0].idx == c->insn->dst;
}

static struct aval ret_outside(struct applying *p, const struct model_ret *r)
{
	struct range valid = range_of(4096, ((wide)1 << 64) - 4097);
	struct aval v;

	if (is_taken_as_number(p->c))
		return number_returned(p, r, range_of(0, ((wide)1 << 64) - 1));
	if (p->e->trial)
		return trial_pointer(p->e, p->m->name, p->c);
	v = number_returned(p, r, valid);
	sym_get(&p->e->syms, v.sym)->deps |= DEP_ADDRESS;
	sym_get(&p->e->syms, v.sym)->what =
		arena_printf(p->e->out, "what %s() returned", p->m->name);
	return v;
}

static struct aval ret_text(struct applying *p, const struct model_ret *r)
{
	struct sym_key key = result_key(p, r);

	if (p->e->trial && r->kind == MR_TEXT)
		return trial_name(p->e, p->m->name);
	return constant_text(p->e, r, applying_size(p, &r->size), p->m->name,
			     p->m->pure ? &key : NULL);
}

static struct aval returned(struct applying *p, const struct model_ret *r, enum ir_type t)
{
	switch (r->kind) {
	case MR_CONST:
	case MR_SET:
		return ret_set(p, r, 0);
	case MR_RANGE:
		return number_returned(p, r, range_of(r->value[0], r->value[1]));
	case MR_BELOW:
		return below_returned(p, r);
	case MR_TOKEN:
		return token_returned(p, r);
	case MR_SPAN:
		return span_returned(p, r);
	case MR_ARG:
		return applying_arg(p, r->param);
	case MR_ARG_BUT:
		return p->pointee;
	case MR_LENGTH:
		return ret_length(p, r);
	case MR_WRITTEN:
		return p->written;
	case MR_WOULD_BE:
		return p->would_be;
	case MR_COMPARE:
	case MR_MATCH:
		return compare_returned(p, r);
	case MR_WITHIN:
		return within_returned(p, r);
	case MR_FRESH:
		return p->fresh;
	case MR_OUTSIDE:
		return ret_outside(p, r);
	case MR_ONE_OF:
	case MR_TEXT:
		return ret_text(p, r);
	case MR_BEHIND:
		return value_add(&p->e->syms, applying_arg(p, r->param),
				 applying_size(p, &r->size));
	case MR_ERRPTR:
		return ret_set(p, r, ir_type_max(IRT_U64) + 1);
	case MR_SCANNED:
		return p->scanned;
	case MR_ANY:
		return number_returned(p, r, type_range(t));
	default:
		return value_const(0); /* MR_VOID, MR_NULL */
	}
}

/* ---- cases ---- */

static void make_fresh(struct applying *p)
{
	const struct model_ret *r = &p->mc->ret;
	struct region new = { .kind = REGION_HEAP,
			      .fill = r->zeroed ? FILL_ZERO : FILL_UNDEF,
			      .name = p->m->name,
			      .size = applying_size(p, &r->size),
			      .size_known = r->size.limited };

	if (r->kind == MR_FRESH)
		p->fresh = value_address(region_new(p->e, &new), 0);
}

/* Memory that was made for a text is as large as that. */
static void fit_fresh(struct applying *p)
{
	struct region *r = &p->e->regions.v[p->fresh.region];

	r->size = value_add(&p->e->syms, mem_length(p->e, p->s, p->fresh), value_const(1));
	r->size_known = true;
}

static void finish(struct applying *p, struct state *s, struct aval v, result_list *out)
{
	const struct model *m = p->m;

	if (s->is_dead)
		return;
	if (p->mc->is_failure) {
		v = note_failure(p->e, s, m->name, p->c->insn, v, m->must_check);
	} else if (m->must_check) {
		note_success(p->e, s, p->c->insn);
		s->check_successes++;
	}
	if (m->cases.n > 1 && p->mc->label)
		state_add_step(p->e->arena, s, p->c->insn->loc,
			       arena_printf(p->e->out, "assuming %s() %s", m->name, p->mc->label));
	*vec_push(p->e->arena, out) = (struct call_result){ s, v };
}

static void apply_case(struct applying *p, result_list *out)
{
	const struct model_ret *ret = &p->mc->ret;
	struct aval v;

	freed_arguments(p);
	make_fresh(p);
	if (ret->kind == MR_ARG_BUT)
		p->pointee = mem_load(p->e, p->s, applying_arg(p, ret->param), p->c->insn->type);
	vec_for_each_ptr(struct model_effect, f, &p->mc->effects)
		if (!effects[f->kind](p, f))
			return;
	if (ret->fits_text)
		fit_fresh(p);
	v = returned(p, ret, p->c->insn->type);
	if (p->mc->if_tested)
		v.flags |= VF_MAYBE_ABSENT;
	if (p->c->insn->type != IRT_VOID)
		v = cast_value(p->e, p->s, v, p->c->insn->type);
	acquire_returned(p, p->s, v);
	identity_note_case(p->e, p->s, p->m, (size_t)(p->mc - p->m->cases.v), p->c);
	finish(p, p->s, v, out);
	vec_for_each_ptr(struct call_result, r, &p->others)
		finish(p, r->state, r->value, out);
}

/* Whether @mc may come about for the character that it asks for; then that is one of those. */
static bool assume_character(struct engine *e, struct state *s, const struct model_case *mc,
			     const struct call_site *c)
{
	struct range r, now, byte = range_of(0, UINT8_MAX);

	if (charset_is_empty(&mc->chars) || (size_t)mc->ch >= c->nargs)
		return true;
	now = eval(e, s, c->args[mc->ch]);
	if (!range_subset(&now, &byte)) /* an int, of which the function takes the lowest byte */
		return true;
	r = range_of_bytes(&mc->chars, false);
	return assume_in(e, s, c->args[mc->ch], &r);
}

static void follow_case(struct engine *e, struct state *s, const struct model *m,
			const struct model_case *mc, const struct call_site *c, result_list *out)
{
	struct applying *p = arena_new_of(e->arena, struct applying);

	*p = (struct applying){ .e = e,
				.s = s,
				.m = m,
				.mc = mc,
				.c = c,
				.deps = argument_deps(e, s, c) | source_deps(m->source),
				.out = MODEL_NONE };
	apply_case(p, out);
}

/* Whether code of the driver expects the case that its own mistake would have to bring about. */
static bool is_tested(const struct engine *e, const struct model *m)
{
	return absence_of(e->absences, arena_printf(e->arena, "%s()", m->name));
}

static bool scans(const struct model_case *mc)
{
	vec_for_each_ptr(const struct model_effect, f, &mc->effects)
		if (f->kind == ME_SCAN)
			return true;
	return false;
}

/*
 * What is computed exactly is not asked what it touches: so a copy of the state
 * is. Scans, of which the model knows too little, ask themselves (concrete_scan.c).
 */
static void check_call(struct engine *e, const struct state *s, const struct model *m,
		       const struct call_site *c)
{
	struct state *copy = state_fork(e->arena, s);
	const struct model_case *mc = trial_case(e, copy, m, c);
	result_list ignored = { 0 };

	if (scans(mc))
		return;
	copy->doubt = s->doubt; /* which case it is does not matter here */
	follow_case(e, copy, m, mc, c, &ignored);
}

/* A call that may go several ways decides as little as a branch: no loop is counted by it. */
static void note_undecided(result_list *l, size_t first)
{
	for (size_t i = first; i < l->n && l->n - first > 1; i++)
		l->v[i].state->undecided++;
}

void apply_model(struct engine *e, struct state *s, const struct model *m,
		 const struct call_site *c, result_list *out)
{
	const size_t before = out->n;
	const struct model_case *fault;

	if (e->watch)
		watch_model(e, s, m);
	fault = e->trial ? trial_fault(e, m) : NULL;
	if (fault) {
		follow_case(e, s, m, fault, c, out);
		return;
	}
	if (e->trial && e->trial->is_checked)
		check_call(e, s, m, c);
	if (concrete_call(e, s, m, c, out))
		return;
	if (e->given && given_call(e, s, m, c, out))
		return;
	if (e->trial) {
		follow_case(e, s, m, trial_case(e, s, m, c), c, out);
		return;
	}
	vec_for_each_ptr(struct model_case, mc, &m->cases) {
		struct state *own = state_fork(e->arena, s);

		if ((!mc->if_tested || is_tested(e, m)) && assume_character(e, own, mc, c))
			follow_case(e, own, m, mc, c, out);
	}
	note_undecided(out, before);
}
