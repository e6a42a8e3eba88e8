// SPDX-License-Identifier: MIT
/* One run of a handler in a setting, and what the places of the setting may be. */
#include <string.h>

#include "absint/trial_table.h"
#include "absint/trying.h"
#include "ir/callees.h"

/* ---- one run ---- */

static void decide_run(struct run *r, const struct handler_summary *s, wide success)
{
	const struct outcome *o = s->outcomes.v;

	r->summary = s;
	r->verdict = TRIAL_UNKNOWN;
	if (s->incomplete || !s->outcomes.n) {
		r->why = s->incomplete ? s->incomplete : "no way through it is left";
		return;
	}
	r->outcome = o;
	r->why = o->doubt;
	if (s->outcomes.n > 1)
		r->why = o->doubt ? o->doubt : "it may go more than one way";
	if (r->why || !range_is_single(&o->ret))
		return;
	r->ret = range_min(&o->ret);
	r->returns = true;
	if (r->ret < 0)
		r->verdict = TRIAL_REFUSED;
	else if (r->ret == success || success < 0)
		r->verdict = TRIAL_ACCEPTED;
	else
		r->why = "it returns a number that is neither the count nor an error";
}

/* A name that is looked up is one of those in a table. */
void note_texts(struct trying *t, const struct trial *tr)
{
	for (size_t i = 0; i < tr->texts.n && t->ntexts < MAX_TEXTS; i++) {
		size_t k = 0;

		while (k < t->ntexts && strcmp(t->texts[k], tr->texts.v[i]) != 0)
			k++;
		if (k == t->ntexts)
			t->texts[t->ntexts++] = tr->texts.v[i];
	}
}

/* Which row a pointer leads to is no number that decides. */
static bool is_row(const struct place *p)
{
	return !strncmp(p->key, TRIAL_ROW_OF, strlen(TRIAL_ROW_OF));
}

/* The number or text read last, if all numbers that were read are a device's answers; or NULL. */
static const struct place *last_answer(const struct trying *t, const struct trial *tr)
{
	const struct place *last = NULL;

	for (size_t i = 0; i < tr->reads.n; i++) {
		const struct place *p = &t->set->places.v[tr->reads.v[i]];

		if (p->use == USE_NUMBER && !p->is_answer && !is_row(p))
			return NULL;
		if (p->is_answer)
			last = p;
	}
	return last;
}

/*
 * Nothing bounds what a device or its firmware answers. What the driver keeps may
 * well never be positive: that decides nothing.
 */
static void note_mute(struct trying *t, const struct run *r)
{
	const struct place *source = last_answer(t, &r->trial);
	const struct outcome *o = r->outcome;

	if (!t->out->mute.outcome && source && r->returns && r->ret >= 0 &&
	    range_is_single(&o->written) && !range_min(&o->written) && !o->written_doubt)
		t->out->mute = (struct mute_success){ r->ret, source->key, o };
}

struct run run_show(struct trying *t)
{
	struct run r = { .trial = { .arena = t->arena,
				    .setting = t->set,
				    .is_checked = t->is_checked,
				    .fault = t->fault } };
	struct handler_summary *s = absint_try(t->x, t->show, false, &r.trial);

	decide_run(&r, s, -1);
	if (r.verdict == TRIAL_ACCEPTED && (!r.trial.shown || !*r.trial.shown)) {
		note_mute(t, &r);
		r.verdict = TRIAL_UNKNOWN;
		r.why = "what it prints is not known";
	}
	note_texts(t, &r.trial);
	return r;
}

/* As a shell makes a word of it: nothing behind a NUL. */
size_t shown_text(const struct run *show, const char **text)
{
	size_t n = strnlen(show->trial.shown, show->trial.nshown);

	*text = show->trial.shown;
	return n && (*text)[n - 1] == '\n' ? n - 1 : n;
}

bool shows_same(const struct run *a, const struct run *b)
{
	return a->trial.nshown == b->trial.nshown &&
	       !memcmp(a->trial.shown, b->trial.shown, a->trial.nshown);
}

struct run run_store(struct trying *t, const char *bytes, size_t n)
{
	struct run r = { .trial = { .arena = t->arena,
				    .setting = t->set,
				    .input = bytes,
				    .ninput = n,
				    .is_checked = t->is_checked,
				    .fault = t->fault } };

	decide_run(&r, absint_try(t->x, t->store, true, &r.trial), (wide)n);
	return r;
}

struct trial_result result_of(enum trial_input input, const struct run *r)
{
	struct trial_result t = { .input = input,
				  .bytes = r->trial.input,
				  .n = r->trial.ninput,
				  .verdict = r->verdict,
				  .returns = r->returns,
				  .ret = r->ret,
				  .why = r->why };

	if (r->outcome) {
		t.loc = r->outcome->is_tail_call ? r->outcome->origin : r->outcome->loc;
		t.left = r->outcome->loc;
		t.path = r->outcome->path;
	}
	return t;
}

char *joined(struct trying *t, const char *a, size_t n, const char *b, size_t m)
{
	char *s = arena_alloc(t->arena, n + m + 1);

	memcpy(s, a, n);
	memcpy(s + n, b, m);
	return s;
}

/* ---- places ---- */

bool has_read(const struct trial *t, uint32_t place)
{
	for (size_t i = 0; i < t->reads.n; i++)
		if (t->reads.v[i] == place)
			return true;
	return false;
}

struct places places_now(const struct trying *t)
{
	struct places p = { .n = t->set->places.n };

	p.v = arena_array(t->arena, p.n + 1, sizeof(*p.v));
	for (size_t i = 0; i < p.n; i++)
		p.v[i] = t->set->places.v[i];
	return p;
}

void places_restore(struct trying *t, const struct places *p)
{
	for (size_t i = 0; i < t->set->places.n; i++)
		if (i < p->n)
			t->set->places.v[i] = p->v[i];
		else
			setting_release(t->set, (uint32_t)i);
}

/* ---- what code names ---- */

#define MAX_REACHED 64

/* The functions that a handler may run. */
static const struct callees *reached_from(const struct trying *t, const struct handler *h)
{
	struct callees *r = arena_new_of(t->arena, struct callees);
	const struct program *prog = absint_program(t->x);
	struct ir_unit *u = prog->units.v[h->unit];

	callees_init(r, t->arena, prog, MAX_REACHED);
	callees_from(r, (struct func_id){ u, &u->funcs.v[h->func] });
	return r;
}

/* Whether @key is @name, or a part of it: "name+8", "name(16)", "name[]". */
static bool is_place_of(const char *key, const char *name)
{
	size_t n = strlen(name);

	return !strncmp(key, name, n) && (!key[n] || strchr("+([", key[n]));
}

/* "row of struct foo" has all of "struct foo.member". */
static bool is_row_with(const char *key, const char *member)
{
	const size_t n = strlen(TRIAL_ROW_OF), tag = strcspn(member, ".");

	return !strncmp(key, TRIAL_ROW_OF, n) && !strncmp(key + n, member, tag) && !key[n + tag];
}

static bool insn_names(const struct callees *r, struct ir_unit *u, const struct ir_insn *in,
		       const char *key)
{
	for (int i = 0; i < 2; i++)
		if (in->arg[i].kind == REF_GLOBAL &&
		    is_place_of(key, u->globals.v[in->arg[i].idx].name))
			return true;
	if (in->op == OP_FIELD)
		return in->text && (is_place_of(key, in->text) || is_row_with(key, in->text));
	return in->op == OP_CALL &&
	       is_place_of(key, program_func(r->prog, u, in->call->callee.idx).func->name);
}

bool mentions(const struct trying *t, const struct handler *h, const char *key)
{
	const struct callees *r = reached_from(t, h);

	for (size_t i = 0; i < r->funcs.n; i++)
		vec_for_each_ptr(const struct ir_block, b, &r->funcs.v[i].func->blocks)
			vec_for_each_ptr(const struct ir_insn, in, &b->insns)
				if (insn_names(r, r->funcs.v[i].unit, in, key))
					return true;
	return false;
}

bool has_local_with(const struct trying *t, const struct handler *h, const char *key)
{
	const struct callees *r = reached_from(t, h);

	vec_for_each_ptr(const struct func_id, f, &r->funcs)
		vec_for_each_ptr(const struct ir_local, l, &f->func->locals) {
			const char *tag = l->ctype < 0 ? NULL : f->unit->ctypes.v[l->ctype].name;
			size_t n = tag ? strlen(tag) : 0;

			if (n && !strncmp(key, tag, n) && key[n] == '.')
				return true;
		}
	return false;
}

bool is_tested(const struct trying *t, wide v)
{
	vec_for_each_ptr(const wide, c, &t->tested)
		if (*c == v)
			return true;
	return false;
}

/* The numbers between 2 and 2^32 that the functions of @u compare something with, or mask it by. */
static void add_constant(struct trying *t, wide v)
{
	if (v > 1 && v <= UINT32_MAX && !is_tested(t, v))
		*vec_push(t->arena, &t->tested) = v;
}

static void add_around(struct trying *t, wide v)
{
	add_constant(t, v);
	add_constant(t, v + 1);
	add_constant(t, v - 1);
}

/* Some bits side by side. */
static void add_field(struct trying *t, wide mask)
{
	wide low = mask & -mask;

	if (mask <= 0 || mask > UINT32_MAX || mask == low || (mask + low) & mask)
		return;
	vec_for_each_ptr(const wide, f, &t->fields)
		if (*f == mask)
			return;
	*vec_push(t->arena, &t->fields) = mask;
}

static void add_mask(struct trying *t, wide v)
{
	add_constant(t, v);
	add_field(t, v);
	if (v > 0 && v <= UINT32_MAX && !(v & (v - 1)))
		t->flags |= v;
}

/* "v >> 3 & 1", as bit-fields are read: the mask in the number itself. */
static void add_shifted(struct trying *t, const struct ir_unit *u, const struct ir_insn *shift,
			const struct ir_insn *in)
{
	wide by = shift->arg[1].kind == REF_CONST ? u->consts.v[shift->arg[1].idx].value : 0;

	if (shift->op == OP_SHR && by > 0 && by < 32 && in->op == OP_AND &&
	    in->arg[0].kind == REF_TMP && in->arg[0].idx == shift->dst &&
	    in->arg[1].kind == REF_CONST)
		add_mask(t, u->consts.v[in->arg[1].idx].value << by);
}

static void add_constants(struct trying *t, const struct ir_unit *u, const struct ir_insn *in)
{
	if (ir_ops[in->op].flags & IROP_COMPARE)
		for (int i = 0; i < 2; i++)
			if (in->arg[i].kind == REF_CONST)
				add_around(t, u->consts.v[in->arg[i].idx].value);
	for (int i = 0; in->op == OP_AND && i < 2; i++)
		if (in->arg[i].kind == REF_CONST)
			add_mask(t, u->consts.v[in->arg[i].idx].value);
	for (size_t i = 0; in->op == OP_SWITCH && i < in->sw->ncases; i++)
		add_around(t, in->sw->cases[i].low);
}

void find_constants(struct trying *t, const struct handler *h)
{
	const struct callees *r = reached_from(t, h);

	for (size_t i = 0; i < r->funcs.n; i++) {
		if (r->funcs.v[i].func->in_header)
			continue;
		vec_for_each_ptr(const struct ir_block, b, &r->funcs.v[i].func->blocks)
			vec_for_each_ptr(const struct ir_insn, in, &b->insns) {
				add_constants(t, r->funcs.v[i].unit, in);
				if (in > b->insns.v)
					add_shifted(t, r->funcs.v[i].unit, in - 1, in);
			}
	}
}

/* ---- other values ---- */

/* Of those that tests single out, so many are tried. */
static size_t nconstants(const struct trying *t)
{
	return t->tested.n < MAX_CONSTANTS ? t->tested.n : MAX_CONSTANTS;
}

/* How many other values @place may get. */
size_t alternatives(const struct trying *t, uint32_t place)
{
	switch (t->set->places.v[place].use) {
	case USE_NUMBER:
		return 3 + nconstants(t) + (t->flags & (t->flags - 1) ? 1 : 0);
	case USE_TEXT:
		return t->ntexts * (setting_is_name(&t->set->places.v[place]) ? 2 : 1) + 1;
	default:
		return 1;
	}
}

/* 0, 1, a number of a test, all flags at once, all bits at once. */
wide number_alternative(const struct trying *t, size_t i, size_t n)
{
	if (i < 2)
		return (wide)i;
	if (i + 1 == n)
		return UINT32_MAX;
	return i - 2 < nconstants(t) ? t->tested.v[i - 2] : t->flags;
}

/* It gets the one numbered @i: a number; a compared text, also as a part of a name; none; NULL. */
void set_alternative(struct trying *t, uint32_t place, size_t i)
{
	const struct place *p = &t->set->places.v[place];

	if (p->use == USE_TEXT && i < t->ntexts)
		setting_fix_text(t->set, place, t->texts[i]);
	else if (p->use == USE_TEXT && i + 1 < alternatives(t, place))
		setting_fix_text(t->set, place,
				 arena_printf(t->arena, SETTING_NAME "%s",
					      t->texts[i - t->ntexts]));
	else if (t->set->places.v[place].use == USE_NUMBER)
		setting_fix(t->set, place, number_alternative(t, i, alternatives(t, place)));
	else
		setting_fix(t->set, place, 0);
}
