// SPDX-License-Identifier: MIT
/*
 * One pass over the program: types, the initialisers of globals, and each function
 * (numbers_func.c).
 *
 * A struct is lost as a whole where a pointer to it meets another type: then bytes
 * may be written that no member is named for. The same goes for the structs that it
 * holds. Members that share their bytes with others are lost from the start.
 */
#include <string.h>

#include "absint/numbers_scan.h"

/* ---- places ---- */

const char *numbers_key(struct arena *a, const void *p)
{
	return arena_printf(a, "%p", p);
}

struct number_place *numbers_place(struct numbers *n, const char *key, const char *name)
{
	struct number_place *p = map_get(n->places, key);

	if (!p) {
		p = arena_new_of(n->arena, struct number_place);
		*p = (struct number_place){ .name = name, .type = IRT_VOID };
		map_put(n->places, arena_strdup(n->arena, key), p);
	}
	return p;
}

void numbers_lose(struct numbers *n, const char *key, const char *why)
{
	struct number_place *p = numbers_place(n, key, key);

	if (!p->lost)
		p->lost = why;
}

bool numbers_is_struct(const struct ir_unit *u, int32_t t)
{
	return t >= 0 && u->ctypes.v[t].kind == CT_STRUCT;
}

/* The name of the struct that @t is or is an array of; NULL: it is none, or has none. */
const char *numbers_tag(const struct ir_unit *u, int32_t t)
{
	t = ir_strip_arrays(u, t);
	return t >= 0 && (u->ctypes.v[t].kind == CT_STRUCT || u->ctypes.v[t].kind == CT_OPAQUE)
		       ? u->ctypes.v[t].name
		       : NULL;
}

static const char *member_key(struct numbers *n, const char *prefix, const struct ir_field *f)
{
	return *f->name ? arena_printf(n->arena, "%s.%s", prefix, f->name) : prefix;
}

/* What an object of type @t holds, whose own name is @prefix. */
void numbers_lose_inside(struct numbers *n, const struct ir_unit *u, const char *prefix, int32_t t,
			 const char *why, int depth)
{
	t = ir_strip_arrays(u, t);
	if (!numbers_is_struct(u, t) || depth > MAX_DEPTH)
		return;
	if (u->ctypes.v[t].name && depth) {
		numbers_lose_struct(n, u, t, why);
		return;
	}
	for (size_t i = 0; i < u->ctypes.v[t].nfields; i++) {
		const struct ir_field *f = &u->ctypes.v[t].fields[i];

		if (*f->name)
			numbers_lose(n, member_key(n, prefix, f), why);
		numbers_lose_inside(n, u, member_key(n, prefix, f), f->ctype, why, depth + 1);
	}
}

void numbers_lose_struct(struct numbers *n, const struct ir_unit *u, int32_t t, const char *why)
{
	const char *tag = numbers_tag(u, t);

	t = ir_strip_arrays(u, t);
	if (!tag || map_get(n->wiped, tag))
		return;
	map_put(n->wiped, tag, n);
	if (!map_get(n->tags, tag))
		map_put(n->tags, tag, (void *)why);
	numbers_lose_inside(n, u, tag, t, why, 0);
}

int32_t numbers_pointee(const struct ir_unit *u, int32_t t)
{
	return t >= 0 && u->ctypes.v[t].kind == CT_POINTER ? u->ctypes.v[t].elem : -1;
}

void numbers_set_type(struct number_place *p, enum ir_type t)
{
	if (p->type != IRT_VOID && p->type != t && !p->lost)
		p->lost = "it is written as numbers of different types";
	p->type = t;
}

static const char *store_key(struct arena *a, const struct ir_insn *in, size_t arg)
{
	return arena_printf(a, "%p %zx", (const void *)in, arg);
}

void numbers_add_store(struct numbers *n, struct number_place *p, const struct ir_insn *in,
		       struct func_id id, size_t arg)
{
	*vec_push(n->arena, &p->stores) = (struct number_store){ in, id };
	map_put(n->stored, store_key(n->arena, in, arg), p);
}

struct number_place *numbers_stored(const struct numbers *n, const struct ir_insn *in, size_t arg)
{
	return map_get(n->stored, store_key(n->arena, in, arg));
}

/* ---- structs ---- */

uint64_t numbers_bytes(const struct ir_unit *u, int32_t t)
{
	return t >= 0 ? u->ctypes.v[t].size : 0;
}

static bool overlap(const struct ir_unit *u, const struct ir_field *a, const struct ir_field *b)
{
	return a->offset < b->offset + numbers_bytes(u, b->ctype) &&
	       b->offset < a->offset + numbers_bytes(u, a->ctype);
}

static void lose_member(struct numbers *n, const struct ir_unit *u, const char *prefix,
			const struct ir_field *f, const char *why)
{
	if (*f->name)
		numbers_lose(n, member_key(n, prefix, f), why);
	numbers_lose_inside(n, u, member_key(n, prefix, f), f->ctype, why, 1);
}

static void lose_shared(struct numbers *n, const struct ir_unit *u, const char *prefix, int32_t t,
			int depth)
{
	static const char why[] = "it shares its bytes with another member";
	const struct ir_ctype *c = &u->ctypes.v[t];

	for (size_t i = 0; i < c->nfields; i++) {
		const struct ir_field *f = &c->fields[i];
		int32_t in = ir_strip_arrays(u, f->ctype);

		for (size_t k = 0; k < c->nfields; k++)
			if (k != i && overlap(u, f, &c->fields[k])) {
				lose_member(n, u, prefix, f, why);
				break;
			}
		if (numbers_is_struct(u, in) && !u->ctypes.v[in].name && depth < MAX_DEPTH)
			lose_shared(n, u, member_key(n, prefix, f), in, depth + 1);
	}
}

static void scan_types(struct numbers *n, const struct ir_unit *u)
{
	for (size_t i = 0; i < u->ctypes.n; i++) {
		const struct ir_ctype *c = &u->ctypes.v[i];

		if ((c->kind != CT_STRUCT && c->kind != CT_OPAQUE) || !c->name)
			continue;
		if (!c->is_own) {
			map_put(n->tags, c->name, "a header defines its struct");
			continue;
		}
		map_put(n->own, c->name, n);
		if (c->kind == CT_STRUCT)
			lose_shared(n, u, c->name, (int32_t)i, 0);
	}
}

/* ---- who calls whom ---- */

struct number_callers *numbers_callers_of(struct numbers *n, const struct ir_func *f)
{
	const char *key = numbers_key(n->arena, f);
	struct number_callers *c = map_get(n->callers, key);

	if (!c) {
		c = arena_new_of(n->arena, struct number_callers);
		map_put(n->callers, key, c);
	}
	return c;
}

/* ---- globals ---- */

/* Where in a type an offset lies: the key of the innermost member, the type there. */
static const char *member_at(struct numbers *n, const struct ir_unit *u, int32_t *t,
			     uint64_t offset)
{
	const char *key = NULL;

	for (int depth = 0; *t >= 0 && depth < MAX_DEPTH; depth++) {
		const struct ir_ctype *c = &u->ctypes.v[*t];
		const struct ir_field *in = NULL;

		if (c->kind == CT_ARRAY && numbers_bytes(u, c->elem)) {
			offset %= numbers_bytes(u, c->elem);
			*t = c->elem;
			continue;
		}
		for (size_t i = 0; c->kind == CT_STRUCT && i < c->nfields; i++)
			if (c->fields[i].offset <= offset &&
			    (!in || c->fields[i].offset > in->offset))
				in = &c->fields[i];
		if (!in)
			return key;
		if (*in->name)
			key = arena_printf(n->arena, "%s.%s",
					   c->name ? c->name
					   : key   ? key
						   : "struct",
					   in->name);
		else if (c->name)
			key = c->name;
		offset -= in->offset;
		*t = in->ctype;
	}
	return key;
}

/* The address of a global goes into an object: what has no name there, others may write. */
static void scan_pointer(struct numbers *n, struct global_id g, const struct ir_init *in,
			 int32_t place)
{
	const struct ir_global *to = &g.unit->globals.v[in->value.idx];
	const struct ir_global *linked = program_global(n->prog, g.unit, in->value.idx).global;
	const char *tag = numbers_tag(g.unit, to->ctype);
	const char *want = numbers_tag(g.unit, numbers_pointee(g.unit, place));

	if (to->is_const || to->is_literal)
		return;
	numbers_lose(n, numbers_key(n->arena, linked), "its address is in another object");
	if (tag && (!want || strcmp(tag, want) != 0))
		numbers_lose_struct(n, g.unit, to->ctype, "its address is in another object");
}

static void scan_init(struct numbers *n, struct global_id g, const struct ir_init *in)
{
	int32_t t = g.global->ctype;
	const char *key = member_at(n, g.unit, &t, in->offset);
	struct number_place *p;

	if (in->value.kind == REF_FUNC)
		numbers_callers_of(n, program_func(n->prog, g.unit, in->value.idx).func)->is_root =
			true;
	if (in->value.kind == REF_GLOBAL)
		scan_pointer(n, g, in, t);
	if (!key)
		key = numbers_key(n->arena, g.global);
	if (in->value.kind != REF_CONST || in->type == IRT_PTR)
		return;
	p = numbers_place(n, key, key);
	numbers_set_type(p, in->type);
	*vec_push(n->arena, &p->constants) =
		(struct number_constant){ g.unit->consts.v[in->value.idx].value, in->loc, NULL };
}

static void scan_global(struct numbers *n, struct global_id g)
{
	const char *key = numbers_key(n->arena, g.global);

	if (!g.global->is_defined || g.global->is_literal)
		return;
	numbers_place(n, key, g.global->name)->name = g.global->name;
	if (!g.global->is_static)
		numbers_lose(n, key, "other files may write it");
	if (g.global->is_opaque && numbers_tag(g.unit, g.global->ctype))
		numbers_lose_struct(n, g.unit, g.global->ctype,
				    "an initialiser was not understood");
	if (g.global->is_opaque || g.global->bytes)
		numbers_lose(n, key, "its initialiser is not one of numbers");
	vec_for_each_ptr(struct ir_init, in, &g.global->inits)
		if (!g.global->is_const || in->type == IRT_PTR ||
		    numbers_tag(g.unit, g.global->ctype))
			scan_init(n, g, in);
}

/* ---- all of it ---- */

struct numbers *numbers_scan(struct arena *a, const struct program *prog,
			     const struct models *models)
{
	struct numbers *n = arena_new_of(a, struct numbers);

	*n = (struct numbers){ .arena = a,
			       .prog = prog,
			       .models = models,
			       .places = map_new(a),
			       .tags = map_new(a),
			       .wiped = map_new(a),
			       .own = map_new(a),
			       .callers = map_new(a),
			       .stored = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++)
		scan_types(n, prog->units.v[i]);
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		if (u->status != UNIT_ANALYZED)
			n->blind = arena_printf(a, "%s was not understood", u->path);
		vec_for_each_ptr(struct ir_global, g, &u->globals)
			scan_global(n, (struct global_id){ u, g });
		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (f->is_defined)
				numbers_scan_func(n, (struct func_id){ u, f });
	}
	return n;
}

static struct number_place *known(const struct numbers *n, const char *key)
{
	struct number_place *p = map_get(n->places, key);

	return p && !p->lost && !n->blind && p->type != IRT_VOID ? p : NULL;
}

struct number_place *numbers_member(const struct numbers *n, const char *member)
{
	const char *dot = member ? strchr(member, '.') : NULL;
	const char *tag = dot ? arena_strndup(n->arena, member, (size_t)(dot - member)) : NULL;

	if (!tag || !map_get(n->own, tag) || map_get(n->tags, tag))
		return NULL;
	return known(n, member);
}

struct number_place *numbers_global(const struct numbers *n, const struct ir_global *g)
{
	return known(n, numbers_key(n->arena, g));
}

const struct number_callers *numbers_callers(const struct numbers *n, const struct ir_func *f)
{
	return map_get(n->callers, numbers_key(n->arena, f));
}
