// SPDX-License-Identifier: MIT
/*
 * An identity is a hash of a value's making: a parameter of the handler (by the
 * type that it points to), what a pure function returns for arguments with
 * identities, what is loaded from an address with an identity before anybody
 * wrote there, and operators on such values. 64 bits; a collision would make a
 * wrong proof once in many billions of drivers.
 */
#include <string.h>

#include "absint/identity.h"
#include "absint/memory.h"
#include "absint/input.h"

#define MAX_DEPTH      12 /* a value may have each part twice */
#define MAX_CONDITIONS 48

/* The device that a type of mediated devices belongs to, as models name what they find. */
#define MDEV_PARENT "mdev-parent"

uint64_t identity_mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15u;
	h ^= h >> 29;
	h *= 0xbf58476d1ce4e5b9u;
	return h ^ h >> 32;
}

uint64_t identity_of_bytes(const char *bytes, size_t n)
{
	uint64_t h = n + 1;

	for (size_t i = 0; i < n; i++)
		h = identity_mix(h, (unsigned char)bytes[i]);
	return h | 1; /* never 0 */
}

static uint64_t of_name(const char *kind, const char *name)
{
	return identity_mix(identity_of_bytes(kind, strlen(kind)),
			    identity_of_bytes(name, strlen(name)));
}

static uint64_t of_value(const struct engine *e, struct aval v, int depth);

static uint64_t of_region(const struct engine *e, uint32_t number, int depth)
{
	const struct region *r = region_get(e, number);

	switch (r->kind) {
	case REGION_USER:
		return of_name("written", "bytes"); /* which nobody changes */
	case REGION_GLOBAL:
		if (r->global.global->is_literal)
			return identity_of_bytes(r->global.global->bytes, r->global.global->nbytes);
		return identity_mix(of_name("global", r->global.global->name),
				    of_name("file", r->global.unit->path));
	case REGION_FUNC:
		return of_name("function", r->func.func->name);
	case REGION_OUTSIDE:
		return r->pointer.sym ? of_value(e, r->pointer, depth + 1) : 0;
	default:
		return 0;
	}
}

/* The sum of the parts' hashes, because runs number their symbols differently. */
static uint64_t of_sum(const struct engine *e, const struct sym *y, int depth)
{
	uint64_t h = 0;

	for (size_t i = 0; i < y->nterms; i++) {
		uint64_t t = of_value(e, (struct aval){ .sym = y->term[i].sym }, depth + 1);

		if (!t)
			return 0;
		h += identity_mix(t, (uint64_t)y->term[i].coef);
	}
	return identity_mix(h, y->nterms);
}

static uint64_t of_symbol(const struct engine *e, const struct sym *y, int depth)
{
	uint64_t a, b;

	if (y->identity || y->kind == SYM_ATOM)
		return y->identity;
	if (y->kind == SYM_LINEAR)
		return of_sum(e, y, depth);
	a = of_value(e, y->a, depth + 1);
	b = of_value(e, y->b, depth + 1);
	return a && b ? identity_mix(identity_mix(a, b), (uint64_t)y->op << 8 | y->type) : 0;
}

static uint64_t of_value(const struct engine *e, struct aval v, int depth)
{
	uint64_t region = 1, sym = 1;

	if (depth > MAX_DEPTH)
		return 0;
	if (v.region)
		region = of_region(e, v.region, depth);
	if (v.sym)
		sym = of_symbol(e, sym_get(&e->syms, v.sym), depth);
	if (!region || !sym)
		return 0;
	return identity_mix(identity_mix(region, sym), (uint64_t)v.k) | 1;
}

uint64_t identity_of(const struct engine *e, struct aval v)
{
	return of_value(e, v, 0);
}

static bool is_equal(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* Only the file of a type is called with the parent's device. */
static uint64_t of_object(const char *type, const char *node)
{
	if (is_equal(node, "type") && !strcmp(type, "device"))
		return of_name("found", MDEV_PARENT);
	return identity_mix(of_name("parameter", type), of_name("node", node ? node : ""));
}

uint64_t identity_of_param(const struct ir_unit *u, const struct ir_func *f, size_t i,
			   const char *node)
{
	const struct ir_ctype *t =
		f->locals.v[i].ctype >= 0 ? &u->ctypes.v[f->locals.v[i].ctype] : NULL;

	if (t && t->kind == CT_POINTER && t->elem >= 0)
		t = &u->ctypes.v[t->elem];
	return t && t->name ? of_object(t->name, node) : 0;
}

uint64_t identity_of_count(void)
{
	return of_name("written", "count");
}

uint64_t identity_of_length(const struct engine *e, struct aval text)
{
	uint64_t at = identity_of(e, text);

	return at ? identity_mix(at, 78) | 1 : 0;
}

uint64_t identity_of_load(const struct engine *e, struct aval addr, enum ir_type t)
{
	uint64_t at = identity_of(e, addr);

	return at ? identity_mix(at, (uint64_t)t + 77) | 1 : 0;
}

/* The text that a pointer leads to, whoever made it; 0: not known. */
static uint64_t of_text(struct engine *e, struct state *s, struct aval v)
{
	size_t n = 0;
	const char *bytes = mem_literal(e, s, v, &n);
	struct aval offset;
	struct text t;

	if (bytes)
		return identity_of_bytes(bytes, strnlen(bytes, n));
	if (input_text_at(e, s, v, &offset).kind == USER_TEXT_WHOLE && value_is_const(offset))
		return identity_mix(of_name("written", "text"), (uint64_t)offset.k);
	if (!state_contents(s, v.region) || !mem_is_text(e, s, v))
		return 0;
	t = mem_text(e, s, v);
	return t.spelling.is_known && !t.is_open
		       ? identity_mix(identity_mix(of_name("spelled", ""), t.spelling.ntokens),
				      t.spelling.hash)
		       : 0;
}

static bool is_untouched(const struct state *s, uint32_t region)
{
	const struct contents *c = state_contents(s, region);

	return !c ||
	       (!c->epoch && !c->n && !c->ntexts && stretch_same(&c->part, &(struct stretch){ 0 }));
}

/* An argument: a number, a text, or an object that is as the handler found it. */
static uint64_t of_argument(struct engine *e, struct state *s, struct aval v)
{
	uint64_t text = v.region ? of_text(e, s, v) : 0;

	if (text)
		return text;
	return v.region && !is_untouched(s, v.region) ? 0 : identity_of(e, v);
}

uint64_t identity_of_call(struct engine *e, struct state *s, const struct model *m,
			  const struct call_site *c)
{
	uint64_t h = m->finds ? of_name("found", m->finds) : of_name("call", m->name);

	if (!m->pure)
		return 0;
	for (size_t i = 0; i < c->nargs; i++) {
		uint64_t a = of_argument(e, s, c->args[i]);

		if (!a)
			return 0;
		if (!m->finds)
			h = identity_mix(h, a);
	}
	return h | 1;
}

uint64_t identity_of_body(struct engine *e, struct state *s, struct func_id id,
			  const struct call_site *c)
{
	uint64_t h = identity_mix(of_name("body", id.func->name), of_name("file", id.unit->path));

	if (s->world || fact_any(&s->facts, FACT_CHANGED))
		return 0;
	for (size_t i = 0; i < c->nargs; i++) {
		uint64_t a = of_argument(e, s, c->args[i]);

		if (!a)
			return 0;
		h = identity_mix(h, a);
	}
	return h | 1;
}

void identity_note_answer(struct engine *e, struct state *s, uint64_t body, const char *name,
			  struct aval answer)
{
	struct range r = eval(e, s, answer);
	struct fact f = { .kind = FACT_CHOICE, .key = body, .what = name, .loc = e->at };

	if (!body || range_is_empty(&r))
		return;
	if (range_max(&r) < 0)
		f.value = -1;
	else if (range_min(&r) > 0)
		f.value = 1;
	else if (!range_is_single(&r))
		return;
	fact_set(e->arena, &s->facts, &f);
}

bool identity_note_target(struct engine *e, struct state *s, uint64_t pointer, struct func_id f)
{
	struct fact new = { .kind = FACT_CHOICE, .what = f.func->name, .loc = e->at };
	const struct fact *old;

	if (!pointer)
		return true;
	new.key = identity_mix(pointer, 79);
	new.value = (int64_t)identity_mix(of_name("function", f.func->name),
					  of_name("file", f.unit->path));
	old = fact_find(&s->facts, FACT_CHOICE, new.key);
	fact_set(e->arena, &s->facts, &new);
	return !old || old->doubt || old->value == new.value;
}

void identity_note_case(struct engine *e, struct state *s, const struct model *m, size_t n,
			const struct call_site *c)
{
	struct fact f = { .kind = FACT_CHOICE, .value = (int64_t)n, .loc = c->insn->loc };

	if (m->cases.n < 2)
		return;
	f.key = identity_of_call(e, s, m, c);
	f.what = m->name;
	if (f.key)
		fact_set(e->arena, &s->facts, &f);
}

static void add_condition(struct engine *e, struct outcome *o, uint64_t key, const struct range *r)
{
	if (key && o->conditions.n < MAX_CONDITIONS)
		*vec_push(e->out, &o->conditions) = (struct condition){ key, *r };
}

void identity_conditions(struct engine *e, struct state *s, struct outcome *o)
{
	for (size_t i = 0; i < s->bounds.n; i++)
		add_condition(e, o, identity_of(e, (struct aval){ .sym = s->bounds.v[i].sym }),
			      s->bounds.v[i].range);
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct fact *f = &s->facts.v[i];
		struct range r = range_single(f->value);

		if (f->kind == FACT_CHOICE && !f->doubt)
			add_condition(e, o, f->key, &r);
	}
}
