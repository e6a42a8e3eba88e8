// SPDX-License-Identifier: MIT
/*
 * The effects that write text: prints, copies of strings, scans. What does not
 * fit is cut, on a path of its own where the function's result tells.
 */
#include "absint/apply.h"
#include "absint/input.h"

/* ---- texts ---- */

/* Whether @text bytes and a NUL fit in @room bytes. */
enum fit applying_fit(struct applying *p, struct aval text, struct aval room)
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
struct aval applying_cut(struct applying *p, struct aval text, struct aval room)
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
		     const struct aval *room, enum fit fits, unsigned int deps)
{
	struct access a = { .at = to, .via = p->m->name };
	struct text t = p->text;

	if (!touch_written_text(p->e, s, &a, n, room)) {
		s->is_dead = true;
		return;
	}
	if (!to.region && !to.sym)
		return;
	changed_bytes(p->e, s, to, deps, false);
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

/* How much room a loop left is not known: whether this path exists isn't, either. */
static void note_doubtful_room(struct applying *p, struct state *s, struct aval room)
{
	const char *doubt = value_doubt(&p->e->syms, room);

	if (doubt)
		state_add_doubt(s, doubt);
}

/* The text does not fit on a path of its own, because the caller can tell. */
static void split_truncated(struct applying *p, struct aval to, struct aval room, unsigned int deps)
{
	struct state *other = state_fork(p->e->arena, p->s);
	struct aval length;

	if (!assume_at_most(p->e, other, room, p->would_be, 0))
		return;
	note_doubtful_room(p, other, room);
	length = length_when_cut(p, room);
	state_add_step(p->e->arena, other, p->c->insn->loc,
		       arena_printf(p->e->out, "assuming the text of %s() does not fit",
				    p->m->name));
	mark_cut(p, to, room, NULL);
	put_text(p, other, to, all_but_nul(p, room), &room, TRUNCATED, deps);
	p->text.blame[TEXT_CUT].what = NULL;
	*vec_push(p->e->arena, &p->others) = (struct call_result){ other, length };
}

static void write_text(struct applying *p, struct aval to, struct aval room, bool limited,
		       unsigned int deps)
{
	enum fit fit = limited ? applying_fit(p, p->would_be, room) : FITS;

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
		p->written = applying_cut(p, p->would_be, room);
	}
	put_text(p, p->s, to, p->written, limited ? &room : NULL, fit, deps);
}

/* ---- effects ---- */

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
		out->loc = event_place(p->e);
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

	check_format(p->e, p->s, format, p->m->name);
	if (fmt) {
		p->text = format_text(p->e, p->s, fmt, n, f->va_list_args ? NULL : p->c,
				      p->m->nparams, p->m->name, &deps);
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

bool effect_print(struct applying *p, const struct model_effect *f)
{
	struct aval at = f->at == MODEL_NONE ? value_const(0) : applying_arg(p, f->at);
	struct aval start = applying_arg(p, f->to);
	struct aval to = f->at == MODEL_NONE ? start : value_add(&p->e->syms, start, at);
	size_t first = p->m->nparams;
	unsigned int deps = print_format(p, f);

	if (p->e->page && to.region == p->e->page)
		check_printed_errors(p, first);
	/* the limit counts from the start of the buffer */
	write_text(p, to, value_sub(&p->e->syms, applying_size(p, &f->size), at), f->size.limited,
		   deps);
	return true;
}

/* strscpy() and its like tell in their cases whether the string fitted. */
static bool assume_fit(struct applying *p, const struct model_effect *f)
{
	struct aval room = applying_size(p, &f->size);
	bool tells = p->m->cases.n > 1;

	if (!f->size.limited || !tells)
		return true;
	if (p->mc->is_failure)
		return assume_at_most(p->e, p->s, room, p->would_be, 0);
	return p->mc->ret.kind != MR_WRITTEN || assume_at_most(p->e, p->s, p->would_be, room, -1);
}

/* All @n bytes come from a string that is no shorter: no NUL ends them. */
static void fill_unended(struct applying *p, struct state *s, struct aval to, struct aval n,
			 unsigned int deps)
{
	struct text t = p->text;

	text_cut(p->e, s, &t, n);
	t.is_open = true;
	t.is_guess = false;
	mem_set_text(p->e, s, to, &t, deps);
}

/* strncpy() stores @n bytes in any case, and a NUL only if the string leaves room for it. */
static bool copy_padded(struct applying *p, struct aval to, struct aval n, unsigned int deps)
{
	enum fit fit = applying_fit(p, p->would_be, n);
	struct state *other;

	if (!touch_bytes(p, to, n, true))
		return false;
	changed_bytes(p->e, p->s, to, deps, false);
	p->written = p->would_be;
	if (fit == TRUNCATED) {
		p->written = n;
		fill_unended(p, p->s, to, n, deps);
		return true;
	}
	other = state_fork(p->e->arena, p->s);
	if (fit == MAY_FIT && assume_at_most(p->e, other, n, p->would_be, 0)) {
		fill_unended(p, other, to, n, deps);
		*vec_push(p->e->arena, &p->others) = (struct call_result){ other, to };
	}
	assume_at_most(p->e, p->s, p->would_be, n, -1);
	put_text(p, p->s, to, p->would_be, &n, FITS, deps);
	return true;
}

static void copy_string(struct applying *p, const struct model_effect *f, struct aval to,
			struct aval from)
{
	struct aval room = applying_size(p, &f->size);
	unsigned int deps = mem_deps(p->e, p->s, from);

	if (f->from_start)
		room = value_sub(&p->e->syms, room, mem_length(p->e, p->s, to));
	if (f->append)
		to = value_add(&p->e->syms, to, mem_length(p->e, p->s, to));
	if (f->pads)
		copy_padded(p, to, room, deps);
	else
		write_text(p, to, room, f->size.limited, deps);
}

bool effect_copy_string(struct applying *p, const struct model_effect *f)
{
	struct aval to = applying_arg(p, f->to), from = applying_arg(p, f->from);
	struct user_text text;

	if (!touch_text(p, from, &f->size))
		return false;
	p->text = mem_text(p->e, p->s, from);
	p->would_be = p->text.length;
	if (!assume_fit(p, f))
		return false;
	text = input_copy_of(p->e, p->s, from, false);
	copy_string(p, f, to, from);
	if (p->s->is_dead)
		return false;
	if (!value_same(p->written, p->would_be) && text.kind)
		text.kind = USER_TEXT_CUT;
	if (!f->append)
		input_set_text(p->e, p->s, to, text);
	return true;
}

/* A format that is not at hand: any output may be set to anything. */
static bool scan_unknown(struct applying *p)
{
	struct sym_spec spec = { .deps = p->deps, .doubt = "the format is not a literal" };
	size_t first = p->m->nparams, n = p->c->nargs > first ? p->c->nargs - first : 0;

	for (size_t i = first; i < p->c->nargs; i++) {
		changed_bytes(p->e, p->s, p->c->args[i], p->deps, false);
		mem_change_object(p->e, p->s, p->c->args[i], p->deps, spec.doubt);
	}
	spec.range = range_of(0, n ? (wide)n : INT32_MAX);
	p->scanned = sym_fresh(&p->e->syms, &spec);
	sym_get(&p->e->syms, p->scanned.sym)->is_parsed = true;
	return true;
}

bool effect_scan(struct applying *p, const struct model_effect *f)
{
	size_t n;
	const char *format = mem_literal(p->e, p->s, applying_arg(p, f->format), &n);
	result_list ways = { 0 };

	if (!format || f->va_list_args || p->e->trial)
		return scan_unknown(p);
	scan_text(p->e, p->s, applying_arg(p, f->from), format, n, p->c, p->m->nparams, &ways);
	if (!ways.n)
		return false;
	p->s = ways.v[0].state;
	p->scanned = ways.v[0].value;
	for (size_t i = 1; i < ways.n; i++)
		*vec_push(p->e->arena, &p->others) = ways.v[i];
	return true;
}

/* Whether the text may be written where it goes, its NUL, too. */
static bool touch_new_text(struct applying *p, const struct model_effect *f)
{
	struct access a = { .at = applying_arg(p, f->to), .via = p->m->name };

	/* memory of its own, or a writer that knows by itself where the page ends */
	if (f->to == MODEL_NONE || (!f->size.limited && !f->no_nul))
		return true;
	if (f->no_nul)
		return touch_bytes(p, a.at, p->written, true);
	return touch_written_text(p->e, p->s, &a, p->written, NULL);
}

bool effect_text(struct applying *p, const struct model_effect *f)
{
	p->text = text_of_model(p->e, f, applying_size(p, &f->size), p->m->name);
	text_add_deps(p->e, &p->text, p->deps, p->m->name);
	p->would_be = p->written = p->text.length;
	if (!touch_new_text(p, f))
		return false;
	mem_set_text(p->e, p->s, applying_arg(p, f->to), &p->text, p->deps);
	return true;
}
