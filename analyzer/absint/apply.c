// SPDX-License-Identifier: MIT
/*
 * What a model's cases do. Each case is a path of its own; within a case the
 * effects happen in order, and the value returned may speak of what they
 * wrote ("bytes written", "bytes that would have been written").
 */
#include <string.h>

#include "absint/apply.h"
#include "absint/concrete.h"
#include "absint/identity.h"
#include "absint/input.h"
#include "absint/trial.h"
#include "base/fatal.h"

struct aval applying_arg(const struct applying *p, int n)
{
	if (n == MODEL_NONE)
		return p->fresh;
	return (size_t)n < p->c->nargs ? p->c->args[n] : value_const(0);
}

static struct aval size_value(struct applying *p, const struct model_size *z)
{
	struct aval v;

	if (z->param == MODEL_NONE)
		return value_const(z->constant);
	v = applying_arg(p, z->param);
	if (z->factor != MODEL_NONE)
		v = arith_value(p->e, p->s, OP_MUL, IRT_U64, v, applying_arg(p, z->factor));
	if (z->is_double)
		v = value_scale(&p->e->syms, v, 2);
	return value_add(&p->e->syms, v, value_const(z->constant));
}

/*
 * User space can write any number it likes, but what a device or another part
 * of the kernel yields rarely takes every value of its C type.
 */
static const char *data_doubt(const struct applying *p)
{
	return p->deps & DEP_BYTES
		       ? NULL
		       : arena_printf(p->e->out, "what %s() yields is not known", p->m->name);
}

/* ---- texts ---- */

enum fit { FITS, TRUNCATED, MAY_FIT };

/* Whether @text bytes and a NUL fit in @room bytes. */
static enum fit fit_text(struct applying *p, struct aval text, struct aval room)
{
	struct range d = eval(p->e, p->s, value_sub(&p->e->syms, text, room));

	if (range_is_empty(&d) || range_max(&d) < 0)
		return FITS;
	return range_min(&d) >= 0 ? TRUNCATED : MAY_FIT;
}

static struct aval all_but_nul(struct applying *p, struct aval room)
{
	struct range r = eval(p->e, p->s, room);

	if (!range_is_empty(&r) && range_max(&r) <= 0)
		return value_const(0);
	return value_add(&p->e->syms, room, value_const(-1));
}

/* A number that is at most both: the length of a text cut to fit. */
static struct aval cut_length(struct applying *p, struct aval text, struct aval room)
{
	struct symtab *t = &p->e->syms;
	struct range a = eval(p->e, p->s, text), b = eval(p->e, p->s, room);
	struct sym_spec spec = { .deps = value_deps(t, text) | value_deps(t, room),
				 .doubt = value_doubt(t, text) };
	wide hi, lo;
	struct aval v;

	b = range_shift(&b, -1);
	hi = range_max(&a) < range_max(&b) ? range_max(&a) : range_max(&b);
	lo = range_min(&a) < range_min(&b) ? range_min(&a) : range_min(&b);
	spec.range = range_of(lo < 0 ? 0 : lo, hi < 0 ? 0 : hi);
	if (!spec.doubt)
		spec.doubt = value_doubt(t, room);
	v = sym_fresh(t, &spec);
	assume_at_most(p->e, p->s, v, text, 0);
	return v;
}

/* The first @n bytes of the text go to @to; @fits: or all of it, and @n is that, too. */
static void put_text(struct applying *p, struct state *s, struct aval to, struct aval n,
		     enum fit fits, unsigned int deps)
{
	struct text t = p->text;

	if (!to.region && !to.sym)
		return;
	changed_bytes(p->e, s, to, false);
	if (fits != FITS)
		text_cut(p->e, s, &t, n);
	if (fits == MAY_FIT)
		t = text_any_of(&p->text, &t);
	t.length = n;
	t.is_open = t.is_guess = false;
	mem_set_text(p->e, s, to, &t, deps);
}

/*
 * The length of a text that does not fit. What a buffer of known size holds is
 * not known, but that it can be filled is, and then this is what happens.
 */
static struct aval length_when_cut(struct applying *p, struct aval room)
{
	struct range text = eval(p->e, p->s, p->would_be), least = eval(p->e, p->s, room);
	struct sym_spec spec = { .deps = value_deps(&p->e->syms, p->would_be),
				 .doubt = value_doubt(&p->e->syms, room) };

	if (range_is_empty(&text) || range_is_empty(&least) || range_max(&text) >= INT32_MAX)
		return p->would_be;
	spec.range = range_of(range_min(&least), range_max(&text));
	return range_is_empty(&spec.range) ? p->would_be : sym_fresh(&p->e->syms, &spec);
}

/* What does not fit on the page is lost to the reader. */
static void mark_cut(struct applying *p, struct aval to, struct aval room, const char *doubt)
{
	struct range end = eval(p->e, p->s, value_add(&p->e->syms, value_offset(to), room));

	if (p->e->page && to.region == p->e->page && !range_is_empty(&end) &&
	    range_max(&end) >= p->e->limits->page_size - 1)
		text_mark(p->e, &p->text, TEXT_CUT, p->m->name, doubt);
}

/* The text does not fit on a path of its own, because the caller can tell. */
static void split_truncated(struct applying *p, struct aval to, struct aval room, unsigned int deps)
{
	struct state *other = state_fork(p->e->arena, p->s);

	if (!assume_at_most(p->e, other, room, p->would_be, 0))
		return;
	p->would_be_cut = length_when_cut(p, room);
	state_add_step(p->e->arena, other, p->c->insn->loc,
		       arena_printf(p->e->out, "assuming the text of %s() does not fit",
				    p->m->name));
	mark_cut(p, to, room, NULL);
	put_text(p, other, to, all_but_nul(p, room), TRUNCATED, deps);
	p->text.blame[TEXT_CUT].what = NULL;
	p->truncated = other;
}

static void write_text(struct applying *p, struct aval to, struct aval room, bool limited,
		       unsigned int deps)
{
	enum fit fit = limited ? fit_text(p, p->would_be, room) : FITS;

	p->written = p->would_be;
	if (fit == TRUNCATED) {
		mark_cut(p, to, room, NULL);
		p->written = all_but_nul(p, room);
	} else if (fit == MAY_FIT && p->mc->ret.kind == MR_WOULD_BE) {
		split_truncated(p, to, room, deps);
		assume_at_most(p->e, p->s, p->would_be, room, -1);
		fit = FITS;
	} else if (fit == MAY_FIT) {
		mark_cut(p, to, room, value_doubt(&p->e->syms, p->would_be));
		p->written = cut_length(p, p->would_be, room);
	}
	put_text(p, p->s, to, p->written, fit, deps);
}

/* ---- effects ---- */

/* What the model says of the callee as a test. */
static struct text_test test_by(const struct applying *p)
{
	return (struct text_test){ .function = p->m->name,
				   .loc = p->c->insn->loc,
				   .ignores_newline = p->m->ignores_newline };
}

/* Numbers that report a failure must not become text (MV213). */
static void check_printed_errors(struct applying *p, size_t first)
{
	for (size_t i = first; i < p->c->nargs; i++) {
		struct aval v = p->c->args[i];
		struct failure *f = state_failure(p->s, v);
		struct range r = eval(p->e, p->s, v);
		struct error_print *out;

		if (!f || v.region || range_is_empty(&r) || range_max(&r) >= 0)
			continue;
		out = vec_push(p->e->out, &p->e->summary->prints);
		out->callee = f->callee;
		out->loc = p->c->insn->loc;
		summary_path(p->e, p->s, &out->path);
		f->is_printed = true;
	}
}

static struct text unknown_format(struct applying *p)
{
	static const char doubt[] = "the format is not a literal";
	struct sym_spec spec = { .range = range_of(0, INT32_MAX), .deps = p->deps, .doubt = doubt };

	return text_of_set(p->e, sym_fresh(&p->e->syms, &spec), charset_between(1, 0xff),
			   "the format", doubt);
}

/* Sets the text that the effect prints; returns what it depends on. */
static unsigned int print_format(struct applying *p, const struct model_effect *f)
{
	struct aval format = applying_arg(p, f->format);
	unsigned int deps = 0;
	size_t n = 0;
	const char *fmt = mem_literal(p->e, p->s, format, &n);
	struct text t = mem_text(p->e, p->s, format);
	struct charset chars = text_chars(&t);

	check_format(p, format);
	if (fmt) {
		p->text = format_text(p->e, p->s, fmt, n, f->va_list_args ? NULL : p->c,
				      p->m->nparams, &deps);
	} else if (!charset_has(&chars, '%')) {
		p->text = t; /* one of several literals, and none converts anything */
		deps = mem_deps(p->e, p->s, format);
	} else {
		p->text = unknown_format(p);
		deps = p->deps;
	}
	p->would_be = p->text.length;
	return deps;
}

static bool do_print(struct applying *p, const struct model_effect *f)
{
	struct aval at = f->at == MODEL_NONE ? value_const(0) : applying_arg(p, f->at);
	struct aval to = value_add(&p->e->syms, applying_arg(p, f->to), at);
	size_t first = p->m->nparams;
	unsigned int deps = print_format(p, f);

	if (p->e->page && to.region == p->e->page)
		check_printed_errors(p, first);
	/* the limit counts from the start of the buffer */
	write_text(p, to, value_sub(&p->e->syms, size_value(p, &f->size), at), f->size.limited,
		   deps);
	return true;
}

/* strscpy() and its like tell in their cases whether the string fitted. */
static bool assume_fit(struct applying *p, const struct model_effect *f)
{
	struct aval room = size_value(p, &f->size);
	bool tells = p->m->cases.n > 1;

	if (!f->size.limited || !tells)
		return true;
	if (p->mc->is_failure)
		return assume_at_most(p->e, p->s, room, p->would_be, 0);
	return p->mc->ret.kind != MR_WRITTEN || assume_at_most(p->e, p->s, p->would_be, room, -1);
}

static bool do_copy_string(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to), from = applying_arg(p, f->from);
	struct user_text text;

	p->text = mem_text(p->e, p->s, from);
	p->would_be = p->text.length;
	if (!assume_fit(p, f))
		return false;
	if (f->append)
		to = value_add(&p->e->syms, to, mem_length(p->e, p->s, to));
	text = input_copy_of(p->e, p->s, from, false);
	write_text(p, to, size_value(p, &f->size), f->size.limited, mem_deps(p->e, p->s, from));
	if (!value_same(p->written, p->would_be) && text.kind)
		text.kind = USER_TEXT_CUT;
	if (!f->append)
		input_set_text(p->e, p->s, to, text);
	return true;
}

static bool do_copy_bytes(struct applying *p, const struct model_effect *f)
{
	p->written = size_value(p, &f->size);
	changed_bytes(p->e, p->s, applying_arg(p, f->to), false);
	owned_copy(p->e, p->s, applying_arg(p, f->to), applying_arg(p, f->from));
	mem_copy(p->e, p->s, applying_arg(p, f->to), applying_arg(p, f->from), p->written);
	return true;
}

static struct aval returned(struct applying *p, const struct model_ret *r, enum ir_type t);

static bool do_fill(struct applying *p, const struct model_effect *f)
{
	struct aval n = size_value(p, &f->size), v = returned(p, &f->value, IRT_U8);

	changed_bytes(p->e, p->s, applying_arg(p, f->to), false);
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

	return size == 1   ? IRT_I8
	       : size == 2 ? IRT_I16
	       : size == 4 ? IRT_I32
	       : size == 8 ? IRT_I64
			   : IRT_OTHER;
}

static bool do_store(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to);
	enum ir_type t = pointee_type(p, to);
	struct aval v;

	if (value_is_const(to))
		return true; /* NULL: not wanted */
	if (t == IRT_OTHER || (f->value.kind == MR_ANY && !p->e->trial)) {
		changed_bytes(p->e, p->s, to, false);
		mem_change(p->e, p->s, to, p->deps, data_doubt(p));
		return true;
	}
	p->out = f->to;
	v = returned(p, &f->value, t);
	p->out = MODEL_NONE;
	changed_store(p->e, p->s, to, t, v);
	mem_store(p->e, p->s, to, t, v);
	return true;
}

static bool do_change(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to);
	enum ir_type t = pointee_type(p, to);
	struct sym_spec spec = { .deps = p->deps, .doubt = data_doubt(p) };

	changed_bytes(p->e, p->s, to, true);
	if (t == IRT_OTHER) {
		mem_change(p->e, p->s, to, p->deps, spec.doubt);
		return true;
	}
	spec.range = type_range(t); /* its neighbours keep their values */
	mem_store(p->e, p->s, to, t, sym_fresh(&p->e->syms, &spec));
	return true;
}

static bool do_scan(struct applying *p, const struct model_effect *f)
{
	struct sym_spec spec = { .deps = mem_deps(p->e, p->s, applying_arg(p, f->from)) };
	size_t first = p->m->nparams, n = p->c->nargs > first ? p->c->nargs - first : 0;

	for (size_t i = first; i < p->c->nargs; i++) {
		changed_bytes(p->e, p->s, p->c->args[i], false);
		mem_change(p->e, p->s, p->c->args[i], spec.deps, NULL);
	}
	spec.range = range_of(0, (wide)n);
	p->scanned = sym_fresh(&p->e->syms, &spec);
	sym_get(&p->e->syms, p->scanned.sym)->is_parsed = true;
	return true;
}

static bool do_reads(struct applying *p, const struct model_effect *f)
{
	struct aval from = applying_arg(p, f->from);
	struct text_test how = test_by(p);
	struct aval limit = size_value(p, &f->size);

	if (f->of_pointee)
		from = mem_load(p->e, p->s, from, IRT_PTR);
	if (p->m->cases.n > 1 && mem_deps(p->e, p->s, from) & DEP_BYTES)
		p->s->bytes_tests++;
	if (f->whole)
		input_parsed(p->e, p->s, &how, from, f->size.limited ? &limit : NULL);
	return true;
}

/* The text changes in place; how much of it is left is not known. */
static bool do_cut(struct applying *p, const struct model_effect *f)
{
	struct aval at = applying_arg(p, f->to);
	struct user_text text;

	if (f->of_pointee)
		at = mem_load(p->e, p->s, at, IRT_PTR);
	input_cut(p->e, p->s, at, f->trims);
	text = input_text_at(p->e, p->s, at, &(struct aval){ 0 });
	mem_change(p->e, p->s, at, mem_deps(p->e, p->s, at), NULL);
	input_set_text(p->e, p->s, at, text);
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
	[ME_PRINT] = do_print,
	[ME_COPY_STRING] = do_copy_string,
	[ME_COPY_BYTES] = do_copy_bytes,
	[ME_FILL] = do_fill,
	[ME_STORE] = do_store,
	[ME_CHANGE] = do_change,
	[ME_SCAN] = do_scan,
	[ME_READS] = do_reads,
	[ME_CUT] = do_cut,
	[ME_LOG] = effect_log,
	[ME_LOCK] = effect_lock,
	[ME_UNLOCK] = effect_unlock,
	[ME_SLEEPS] = effect_sleeps,
	[ME_ACQUIRE] = effect_acquire,
	[ME_RELEASE] = effect_release,
	[ME_KEEPS] = effect_keeps,
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

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 31;
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

		key.part[2] = mix(mix(mix(key.part[2] + 1, base), (uint64_t)v.k), memory);
		key.part[3] = mix(mix(mix(key.part[3] + 2, memory), base), (uint64_t)v.k);
	}
	return key;
}

/* Equal calls of a pure function give the same symbol. */
static struct aval ret_number(struct applying *p, const struct model_ret *r, struct range range)
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
		spec.doubt = data_doubt(p);
	if (!p->m->pure)
		return sym_fresh(&p->e->syms, &spec);
	key = result_key(p, r);
	v = sym_keyed(&p->e->syms, &key, &spec);
	if (!sym_get(&p->e->syms, v.sym)->identity)
		sym_get(&p->e->syms, v.sym)->identity = identity_of_call(p->e, p->s, p->m, p->c);
	return v;
}

/* Both strings known: compute. Returns false if they are not. */
static bool compare_literals(struct applying *p, const struct model_ret *r, int *result)
{
	size_t na = 0, nb = 0, limit = SIZE_MAX;
	const char *a = mem_literal(p->e, p->s, applying_arg(p, r->param), &na);
	const char *b = mem_literal(p->e, p->s, applying_arg(p, r->param2), &nb);
	struct aval size = size_value(p, &r->size);

	if (!a || !b || !memchr(a, 0, na) || !memchr(b, 0, nb))
		return false;
	if (r->size.limited && (!value_is_const(size) || size.k < 0))
		return false;
	if (r->size.limited)
		limit = (size_t)size.k;
	*result = p->m->ignores_case ? strncasecmp(a, b, limit) : strncmp(a, b, limit);
	return true;
}

static struct aval ret_compare(struct applying *p, const struct model_ret *r)
{
	bool match = r->kind == MR_MATCH;
	struct text_test how = test_by(p);
	struct aval v, limit;
	int c;

	if (compare_literals(p, r, &c))
		return value_const(match ? c == 0 : c < 0 ? -1 : c > 0);
	v = ret_number(p, r, match ? range_of(0, 1) : range_of(-255, 255));
	how.nonzero_is_yes = match;
	limit = size_value(p, &r->size);
	input_compared(p->e, p->s, &how, v, applying_arg(p, r->param), applying_arg(p, r->param2),
		       r->size.limited ? &limit : NULL);
	return v;
}

static struct aval ret_length(struct applying *p, const struct model_ret *r)
{
	struct aval n = mem_length(p->e, p->s, applying_arg(p, r->param)), limit;

	if (!r->size.limited)
		return n;
	limit = size_value(p, &r->size);
	if (fit_text(p, n, value_add(&p->e->syms, limit, value_const(1))) == FITS)
		return n;
	return cut_length(p, n, value_add(&p->e->syms, limit, value_const(1)));
}

static struct aval ret_within(struct applying *p, const struct model_ret *r)
{
	struct aval base = applying_arg(p, r->param), len, v;
	struct sym_spec spec = { .deps = p->deps };
	struct range n;

	if (r->of_pointee)
		base = mem_load(p->e, p->s, base, IRT_PTR);
	base = address_of(p->e, p->s, base);
	len = mem_length(p->e, p->s, base);
	n = eval(p->e, p->s, len);
	spec.range = range_of(0, range_is_empty(&n) ? 0 : range_max(&n));
	v = sym_fresh(&p->e->syms, &spec);
	sym_get(&p->e->syms, v.sym)->after_blanks = r->after_blanks;
	assume_at_most(p->e, p->s, v, len, 0);
	return value_add(&p->e->syms, base, v);
}

static struct aval ret_outside(struct applying *p, const struct model_ret *r)
{
	struct range valid = range_of(4096, ((wide)1 << 64) - 4097);
	struct aval v;

	if (p->e->trial)
		return trial_pointer(p->e, p->m->name, p->c);
	v = ret_number(p, r, valid);
	sym_get(&p->e->syms, v.sym)->what =
		arena_printf(p->e->out, "what %s() returned", p->m->name);
	return v;
}

static struct aval returned(struct applying *p, const struct model_ret *r, enum ir_type t)
{
	switch (r->kind) {
	case MR_CONST:
	case MR_SET:
		return ret_set(p, r, 0);
	case MR_RANGE:
		return ret_number(p, r, range_of(r->value[0], r->value[1]));
	case MR_ARG:
		return applying_arg(p, r->param);
	case MR_ARG_BUT:
		return mem_load(p->e, p->s, applying_arg(p, r->param), t);
	case MR_LENGTH:
		return ret_length(p, r);
	case MR_WRITTEN:
		return p->written;
	case MR_WOULD_BE:
		return p->would_be;
	case MR_COMPARE:
	case MR_MATCH:
		return ret_compare(p, r);
	case MR_WITHIN:
		return ret_within(p, r);
	case MR_FRESH:
		return p->fresh;
	case MR_OUTSIDE:
		return ret_outside(p, r);
	case MR_ERRPTR:
		return ret_set(p, r, ir_type_max(IRT_U64) + 1);
	case MR_SCANNED:
		return p->scanned;
	case MR_ANY:
		return ret_number(p, r, type_range(t));
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
			      .size = size_value(p, &r->size),
			      .size_known = r->size.limited };

	if (r->kind == MR_FRESH)
		p->fresh = value_address(region_new(p->e, &new), 0);
}

static void finish(struct applying *p, struct state *s, struct aval v, result_list *out)
{
	const struct model *m = p->m;

	if (p->mc->is_failure)
		v = note_failure(p->e, s, m->name, p->c->insn, v, m->must_check);
	else if (m->must_check)
		s->check_successes++;
	if (m->cases.n > 1 && p->mc->label)
		state_add_step(p->e->arena, s, p->c->insn->loc,
			       arena_printf(p->e->out, "assuming %s() %s", m->name, p->mc->label));
	*vec_push(p->e->arena, out) = (struct call_result){ s, v };
}

static void apply_case(struct applying *p, result_list *out)
{
	struct aval v;

	make_fresh(p);
	vec_for_each_ptr(struct model_effect, f, &p->mc->effects)
		if (!effects[f->kind](p, f))
			return;
	v = returned(p, &p->mc->ret, p->c->insn->type);
	if (p->c->insn->type != IRT_VOID)
		v = cast_value(p->e, p->s, v, p->c->insn->type);
	acquire_returned(p, p->s, v);
	identity_note_case(p->e, p->s, p->m, (size_t)(p->mc - p->m->cases.v), p->c);
	finish(p, p->s, v, out);
	if (p->truncated)
		finish(p, p->truncated, p->would_be_cut, out);
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
				.deps = argument_deps(e, s, c),
				.out = MODEL_NONE };
	apply_case(p, out);
}

void apply_model(struct engine *e, struct state *s, const struct model *m,
		 const struct call_site *c, result_list *out)
{
	if (concrete_call(e, s, m, c, out))
		return;
	if (e->trial) {
		follow_case(e, s, m, trial_case(e, s, m, c), c, out);
		return;
	}
	vec_for_each_ptr(struct model_case, mc, &m->cases)
		follow_case(e, state_fork(e->arena, s), m, mc, c, out);
}
