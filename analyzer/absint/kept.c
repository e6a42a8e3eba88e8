// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/kept.h"
#include "ir/sig.h"

struct kept {
	struct arena *arena;
	const struct program *prog;
	const struct models *models;
	struct map *places; /* struct kept_place by key */
};

static const char *global_key(struct arena *a, const struct ir_global *g)
{
	return arena_printf(a, "%p", (const void *)g);
}

static struct kept_place *place_of(struct kept *k, const char *key)
{
	struct kept_place *p = map_get(k->places, key);

	if (!p) {
		p = arena_new_of(k->arena, struct kept_place);
		map_put(k->places, key, p);
	}
	return p;
}

static void lose(struct kept *k, const char *key, const char *why)
{
	struct kept_place *p = place_of(k, key);

	if (!p->lost)
		p->lost = why;
}

const struct kept_place *kept_member(const struct kept *k, const char *member)
{
	const struct kept_place *p = member ? map_get(k->places, member) : NULL;
	size_t tag = member ? strcspn(member, ".") : 0;

	if (!p || p->lost || !p->writes.n)
		return NULL;
	/* the struct as a whole went to somebody who may write to it */
	return map_get(k->places, arena_printf(k->arena, "%.*s", (int)tag, member)) ? NULL : p;
}

const struct kept_place *kept_global(const struct kept *k, const struct ir_global *g)
{
	const struct kept_place *p = map_get(k->places, global_key(k->arena, g));

	return p && !p->lost && p->writes.n ? p : NULL;
}

/* ---- initialisers ---- */

/* Where in a type an offset lies. */
struct position {
	const char *member; /* innermost "struct tag.member", or NULL */
	int32_t ctype;	    /* of that member, or of the whole */
	uint64_t start;	    /* offset of that member in the object */
};

static const struct ir_field *field_at(const struct ir_ctype *c, uint64_t offset)
{
	const struct ir_field *in = NULL;

	for (size_t i = 0; c->kind == CT_STRUCT && i < c->nfields; i++)
		if (c->fields[i].offset <= offset && (!in || c->fields[i].offset > in->offset))
			in = &c->fields[i];
	return in;
}

static struct position position_of(struct kept *k, const struct ir_unit *u, int32_t t,
				   uint64_t offset)
{
	struct position p = { .ctype = t };

	for (int depth = 0; t >= 0 && depth < 32; depth++) {
		const struct ir_ctype *c = &u->ctypes.v[t];
		const struct ir_field *in = field_at(c, offset - p.start);
		uint64_t size = c->kind == CT_ARRAY && c->elem >= 0 ? u->ctypes.v[c->elem].size : 0;

		if (size && u->ctypes.v[c->elem].kind != CT_SCALAR) {
			p.start += (offset - p.start) / size * size;
			p.ctype = t = c->elem;
			continue;
		}
		if (!in)
			break;
		p.member = arena_printf(k->arena, "%s.%s", c->name ? c->name : "", in->name);
		p.start += in->offset;
		p.ctype = t = in->ctype;
	}
	return p;
}

static bool is_char_array(const struct ir_unit *u, int32_t t)
{
	const struct ir_ctype *c = t >= 0 ? &u->ctypes.v[t] : NULL;

	return c && c->kind == CT_ARRAY && c->elem >= 0 && u->ctypes.v[c->elem].kind == CT_SCALAR &&
	       u->ctypes.v[c->elem].size == 1;
}

static void scan_init(struct kept *k, struct global_id g, const struct ir_init *in, uint64_t *done)
{
	struct position p = position_of(k, g.unit, g.global->ctype, in->offset);
	const char *key = p.member ? p.member : global_key(k->arena, g.global);
	struct kept_write w = { .init = in, .global = g };

	if (in->type == IRT_PTR && in->value.kind == REF_GLOBAL) {
		*vec_push(k->arena, &place_of(k, key)->writes) = w;
		/* others may write through the address */
		lose(k, global_key(k->arena, program_global(k->prog, g.unit, in->value.idx).global),
		     "its address is in another object");
		return;
	}
	if (!is_char_array(g.unit, p.ctype) || in->offset < *done)
		return;
	w = (struct kept_write){ .is_bytes = true, .global = g, .from = p.start };
	w.size = g.unit->ctypes.v[p.ctype].size;
	*done = w.from + w.size;
	*vec_push(k->arena, &place_of(k, key)->writes) = w;
}

static void scan_global(struct kept *k, struct global_id g)
{
	struct kept_write w = { .is_bytes = true, .global = g, .size = g.global->size };
	uint64_t done = 0;

	if (!g.global->is_defined || g.global->is_literal)
		return;
	if (g.global->bytes || (is_char_array(g.unit, g.global->ctype) && !g.global->inits.n)) {
		*vec_push(k->arena, &place_of(k, global_key(k->arena, g.global))->writes) = w;
		return;
	}
	vec_for_each_ptr(struct ir_init, in, &g.global->inits)
		scan_init(k, g, in, &done);
}

/* ---- functions ---- */

struct scan {
	struct kept *k;
	struct func_id id;
	const char **into; /* by temporary: the place it points into, NULL: none */
	const char **tag;  /* by temporary: the struct it points to, where that is known */
};

static const char *place_in(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_GLOBAL)
		return global_key(s->k->arena,
				  program_global(s->k->prog, s->id.unit, r.idx).global);
	return r.kind == REF_TMP ? s->into[r.idx] : NULL;
}

static const char *struct_name(const struct ir_unit *u, int32_t t)
{
	return t >= 0 && u->ctypes.v[t].kind == CT_STRUCT ? u->ctypes.v[t].name : NULL;
}

/* The struct that @r points to, where that is known. */
static const char *tag_in(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_LOCAL)
		return struct_name(s->id.unit, s->id.func->locals.v[r.idx].ctype);
	if (r.kind == REF_GLOBAL)
		return struct_name(s->id.unit, s->id.unit->globals.v[r.idx].ctype);
	return r.kind == REF_TMP ? s->tag[r.idx] : NULL;
}

static void add_write(const struct scan *s, const char *key, const struct ir_insn *in, size_t param)
{
	*vec_push(s->k->arena, &place_of(s->k, key)->writes) =
		(struct kept_write){ .insn = in, .func = s->id, .param = param };
}

enum writing { WRITES_NOTHING, WRITES_LATER, WRITES_TEXT, WRITES_ANYTHING };

/* What a modelled callee does to what its argument @n points to. */
static enum writing model_writing(const struct model *m, size_t n)
{
	static const enum writing kinds[ME_KIND_NR] = {
		[ME_PRINT] = WRITES_TEXT,      [ME_COPY_STRING] = WRITES_TEXT,
		[ME_TEXT] = WRITES_TEXT,       [ME_COPY_BYTES] = WRITES_TEXT,
		[ME_FILL] = WRITES_TEXT,       [ME_STORE] = WRITES_ANYTHING,
		[ME_CHANGE] = WRITES_ANYTHING, [ME_KEEPS] = WRITES_LATER,
	};
	enum writing worst = WRITES_NOTHING;

	vec_for_each_ptr(struct model_case, c, &m->cases)
		vec_for_each_ptr(struct model_effect, f, &c->effects) {
			enum writing w = f->to == (int)n ? kinds[f->kind] : WRITES_NOTHING;

			if (f->kind == ME_SCAN && n >= m->nparams)
				w = WRITES_ANYTHING;
			worst = w > worst ? w : worst;
		}
	return worst;
}

static void scan_call(const struct scan *s, const struct ir_insn *in)
{
	const struct ir_func *f = NULL;
	const struct model *m = NULL;

	if (in->op == OP_CALL) {
		f = program_func(s->k->prog, s->id.unit, in->call->callee.idx).func;
		m = f->is_defined && !f->in_header ? NULL : model_find(s->k->models, f->name);
	}
	for (size_t i = 0; i < in->call->nargs; i++) {
		struct ir_ref arg = in->call->args[i];
		const char *key = place_in(s, arg);
		const char *tag = tag_in(s, arg);
		enum writing w = m ? model_writing(m, i) : WRITES_ANYTHING;

		if (!m && f && sig_param_is_const(f->sig, i))
			w = WRITES_NOTHING;
		if (key && w == WRITES_TEXT)
			add_write(s, key, in, i);
		else if (key && w != WRITES_NOTHING)
			lose(s->k, key, "its address goes to a function that may write to it");
		if (tag && w > WRITES_LATER && (m || !f || !f->is_defined))
			lose(s->k, tag, "a function may write to all of it");
	}
}

static void scan_store(const struct scan *s, const struct ir_insn *in)
{
	const char *to = place_in(s, in->arg[0]), *value = place_in(s, in->arg[1]);

	/* numbers are no strings, and to store NULL is to have none */
	if (to && (in->type == IRT_PTR || ir_type_bits(in->type) == 8))
		add_write(s, to, in, 0);
	if (value && !(in->arg[1].kind == REF_GLOBAL && to))
		lose(s->k, value, "its address is stored");
}

/* The struct that the member "struct tag.member" is. */
static const char *member_tag(const struct ir_unit *u, const char *text)
{
	const char *dot = text ? strchr(text, '.') : NULL;

	for (size_t i = 0; dot && i < u->ctypes.n; i++) {
		const struct ir_ctype *c = &u->ctypes.v[i];

		if (c->kind != CT_STRUCT || !c->name || strlen(c->name) != (size_t)(dot - text) ||
		    strncmp(c->name, text, (size_t)(dot - text)) != 0)
			continue;
		for (size_t k = 0; k < c->nfields; k++)
			if (strcmp(c->fields[k].name, dot + 1) == 0)
				return struct_name(u, c->fields[k].ctype);
	}
	return NULL;
}

/* The struct that a loaded pointer leads to. */
static const char *pointee_tag(const struct scan *s, const struct ir_insn *in)
{
	const struct ir_unit *u = s->id.unit;
	int32_t t = in->type == IRT_PTR && in->arg[0].kind == REF_LOCAL
			    ? s->id.func->locals.v[in->arg[0].idx].ctype
			    : -1;

	return t >= 0 && u->ctypes.v[t].kind == CT_POINTER ? struct_name(u, u->ctypes.v[t].elem)
							   : NULL;
}

static void scan_insn(const struct scan *s, const struct ir_insn *in)
{
	const char *from;

	switch (in->op) {
	case OP_LOAD:
		s->tag[in->dst] = pointee_tag(s, in);
		return;
	case OP_FIELD:
		s->into[in->dst] = in->text ? in->text : place_in(s, in->arg[0]);
		s->tag[in->dst] = member_tag(s->id.unit, in->text);
		return;
	case OP_INDEX:
	case OP_CAST:
		s->into[in->dst] = place_in(s, in->arg[0]);
		if (in->op == OP_CAST && in->arg[0].kind == REF_TMP)
			s->tag[in->dst] = s->tag[in->arg[0].idx];
		return;
	case OP_STORE:
		scan_store(s, in);
		return;
	case OP_MOVE:
		from = place_in(s, in->arg[0]);
		if (from)
			add_write(s, from, in, 0);
		return;
	case OP_CALL:
	case OP_ICALL:
	case OP_ASM:
		if (in->call)
			scan_call(s, in);
		return;
	default:
		return;
	}
}

static void scan_func(struct kept *k, struct func_id id)
{
	struct scan s = { .k = k, .id = id };

	s.into = arena_array(k->arena, id.func->ntmps + 1, sizeof(*s.into));
	s.tag = arena_array(k->arena, id.func->ntmps + 1, sizeof(*s.tag));
	vec_for_each_ptr(struct ir_block, b, &id.func->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			scan_insn(&s, in);
}

struct kept *kept_scan(struct arena *a, const struct program *prog, const struct models *models)
{
	struct kept *k = arena_new_of(a, struct kept);

	*k = (struct kept){ .arena = a, .prog = prog, .models = models, .places = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		vec_for_each_ptr(struct ir_global, g, &u->globals)
			scan_global(k, (struct global_id){ u, g });
		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			scan_func(k, (struct func_id){ u, f });
	}
	return k;
}
