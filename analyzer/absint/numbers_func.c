// SPDX-License-Identifier: MIT
/*
 * What a function does to numbers that are kept: its temporaries are looked at as
 * addresses - the place that one is of, and the type of what it leads to - and every
 * use of an address that is not understood loses what it may change.
 */
#include <string.h>

#include "absint/numbers_scan.h"
#include "ir/sig.h"

/* ---- addresses ---- */

/** struct address - a value as an address; all 0 but @to: nothing is known of it. */
struct address {
	const char *place; /* key of what it is the address of or lies in, or NULL */
	int32_t to;	   /* type of what it leads to, -1: not known */
	bool is_strange;   /* nobody knows that what is there is an object of its own */
	bool is_back;	   /* it was stepped back from a member to what is around it */
	bool is_set;	   /* of a local: it was stored */
	bool is_packed;	   /* a number that a member holds: maybe a pointer put into it */
};

struct scan {
	struct numbers *n;
	struct func_id id;
	struct ir_unit *u;
	struct address *tmp;
	struct address *local; /* what an untyped pointer among the locals leads to */
};

static const struct address nowhere = { .to = -1 };

static struct address address_in(const struct scan *s, struct ir_ref r)
{
	struct address a = nowhere;
	struct global_id g;

	switch (r.kind) {
	case REF_TMP:
		return s->tmp[r.idx];
	case REF_LOCAL:
		a.to = s->id.func->locals.v[r.idx].ctype;
		return a;
	case REF_GLOBAL:
		g = program_global(s->n->prog, s->u, r.idx);
		a.to = s->u->globals.v[r.idx].ctype;
		a.place = numbers_tag(s->u, a.to) ? NULL : numbers_key(s->n->arena, g.global);
		return a;
	default:
		return a;
	}
}

/* The struct of an address, if the driver's own. */
static const char *own_tag(const struct scan *s, struct address a)
{
	const char *tag = numbers_tag(s->u, a.to);

	return tag && map_get(s->n->own, tag) ? tag : NULL;
}

static int32_t find_type(const struct ir_unit *u, const char *tag)
{
	for (size_t i = 0; i < u->ctypes.n; i++)
		if (u->ctypes.v[i].kind == CT_STRUCT && u->ctypes.v[i].name &&
		    !strcmp(u->ctypes.v[i].name, tag))
			return (int32_t)i;
	return -1;
}

static void lose_tag(const struct scan *s, const char *tag, const char *why)
{
	int32_t t = find_type(s->u, tag);

	if (t >= 0)
		numbers_lose_struct(s->n, s->u, t, why);
	else
		map_put(s->n->tags, tag, (void *)why);
}

/* What lies at @a may be written, nobody knows how. */
static void lose_at(const struct scan *s, struct address a, const char *why)
{
	if (a.place) {
		numbers_lose(s->n, a.place, why);
		numbers_lose_inside(s->n, s->u, a.place, a.to, why, 1);
	}
	if (own_tag(s, a))
		lose_tag(s, own_tag(s, a), why);
}

/* Whether a struct of @tag, or what it begins with, is one of @of. */
static bool begins_with(const struct ir_unit *u, const char *tag, const char *of)
{
	int32_t t = find_type(u, tag);

	for (int i = 0; numbers_is_struct(u, t) && i < MAX_DEPTH; i++) {
		if (u->ctypes.v[t].name && !strcmp(u->ctypes.v[t].name, of))
			return true;
		t = u->ctypes.v[t].nfields ? ir_strip_arrays(u, u->ctypes.v[t].fields[0].ctype)
					   : -1;
	}
	return false;
}

/*
 * The address @a becomes a pointer to a @tag (NULL: to something else; @is_kept: to
 * void, and only handed back).
 */
static void check_alias(const struct scan *s, struct address a, const char *tag, bool is_kept)
{
	static const char why[] = "a pointer to its struct is used as one to something else";
	const char *have = numbers_tag(s->u, a.to);
	bool is_own = tag && map_get(s->n->own, tag);

	if (have && tag &&
	    (!strcmp(have, tag) || a.is_back || begins_with(s->u, have, tag) ||
	     begins_with(s->u, tag, have)))
		return;
	if (own_tag(s, a) && !is_kept)
		lose_tag(s, have, why);
	if (a.place && !is_kept && !have)
		numbers_lose(s->n, a.place, why);
	if (is_own && !a.is_back && (a.is_strange || a.to >= 0))
		lose_tag(s, tag, "its struct is laid over other bytes");
}

/* ---- members ---- */

static const struct ir_field *find_field(const struct ir_unit *u, int32_t t, const char *name,
					 int depth)
{
	const struct ir_field *found = NULL;

	for (size_t i = 0; numbers_is_struct(u, t) && i < u->ctypes.v[t].nfields && !found; i++) {
		const struct ir_field *f = &u->ctypes.v[t].fields[i];

		if (!strcmp(f->name, name))
			found = f;
		else if (!*f->name && depth < MAX_DEPTH)
			found = find_field(u, f->ctype, name, depth + 1);
	}
	return found;
}

static struct address field_of(const struct scan *s, const struct ir_insn *in)
{
	struct address base = address_in(s, in->arg[0]), a = nowhere;
	const char *dot = in->text ? strrchr(in->text, '.') : NULL;
	const struct ir_field *f;
	const char *tag;

	if (!dot) {
		lose_at(s, base, "a part of it is written that is not understood");
		return a;
	}
	tag = arena_strndup(s->n->arena, in->text, (size_t)(dot - in->text));
	f = find_field(s->u, ir_strip_arrays(s->u, base.to), dot + 1, 0);
	if (map_get(s->n->own, tag)) {
		check_alias(s, base, tag, false);
		if (!f)
			f = find_field(s->u, find_type(s->u, tag), dot + 1, 0);
	}
	a.place = in->text;
	a.to = f ? f->ctype : -1;
	return a;
}

static struct address element_of(const struct scan *s, const struct ir_insn *in)
{
	struct address a = address_in(s, in->arg[0]);
	bool is_array = a.to >= 0 && s->u->ctypes.v[a.to].kind == CT_ARRAY;
	bool is_const = in->arg[1].kind == REF_CONST;
	wide by = is_const ? s->u->consts.v[in->arg[1].idx].value : 0;

	if (is_const && (by < 0 || (!by && a.to < 0))) { /* container_of() */
		a.is_back = true;
		a.place = NULL;
	} else if (is_array && numbers_bytes(s->u, s->u->ctypes.v[a.to].elem) == in->size) {
		a.to = s->u->ctypes.v[a.to].elem;
	} else if (a.place && !is_array && !(is_const && !by)) {
		lose_at(s, a, "its address is stepped from");
	}
	return a;
}

/* ---- who calls whom ---- */

static void note_taken(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_FUNC)
		numbers_callers_of(s->n, program_func(s->n->prog, s->u, r.idx).func)->is_root =
			true;
}

/* ---- pointers ---- */

/* "void *" and the like; a branch of ?: goes through one, too. */
static bool is_untyped(const struct scan *s, struct ir_ref r)
{
	int32_t t;

	if (r.kind != REF_LOCAL || s->id.func->locals.v[r.idx].is_param)
		return false;
	t = s->id.func->locals.v[r.idx].ctype;
	return t < 0 || (s->u->ctypes.v[t].kind == CT_POINTER && s->u->ctypes.v[t].elem < 0);
}

static void keep_untyped(const struct scan *s, uint32_t local, struct address v)
{
	struct address *l = &s->local[local];
	const char *have = numbers_tag(s->u, l->to), *new = numbers_tag(s->u, v.to);

	if (l->is_set && (!have != !new || (have && strcmp(have, new) != 0))) {
		lose_at(s, *l, "a pointer may lead to it or to something else");
		lose_at(s, v, "a pointer may lead to it or to something else");
		v.is_strange = true;
	}
	v.is_strange |= l->is_strange;
	v.is_set = true;
	v.place = NULL;
	*l = v;
}

static struct address loaded(const struct scan *s, const struct ir_insn *in)
{
	struct address at = address_in(s, in->arg[0]), a = nowhere;

	if (in->type == IRT_OTHER)
		a.to = at.to;
	a.is_packed = at.place != NULL;
	if (in->type != IRT_PTR)
		return a;
	if (is_untyped(s, in->arg[0])) {
		a = s->local[in->arg[0].idx];
		a.is_strange |= !a.is_set;
		return a;
	}
	a.to = numbers_pointee(s->u, at.to);
	return a;
}

static struct address converted(const struct scan *s, const struct ir_insn *in)
{
	struct address a = address_in(s, in->arg[0]);

	note_taken(s, in->arg[0]);
	if (in->type == IRT_PTR && in->from != IRT_PTR)
		a.is_strange = in->arg[0].kind == REF_TMP && !a.is_packed;
	return a;
}

/* ---- calls ---- */

/* "struct tag" of "const struct tag *", or NULL. */
static const char *param_tag(struct arena *a, const char *param, bool *is_const)
{
	size_t n;

	*is_const = param && !strncmp(param, "const ", 6);
	if (*is_const)
		param += 6;
	if (!param || (strncmp(param, "struct ", 7) != 0 && strncmp(param, "union ", 6) != 0))
		return NULL;
	n = strcspn(param, "*,)");
	if (param[n] != '*')
		return NULL;
	while (n && param[n - 1] == ' ')
		n--;
	return arena_strndup(a, param, n);
}

/** enum writing - what a callee does to what an argument leads to, worst last. */
enum writing { WRITES_NOTHING, WRITES_ZERO, WRITES_ANYTHING };

static enum writing effect_writing(const struct scan *s, const struct model_effect *f,
				   const struct ir_insn *in)
{
	static const bool writes[ME_KIND_NR] = {
		[ME_PRINT] = true, [ME_COPY_STRING] = true, [ME_COPY_BYTES] = true,
		[ME_TEXT] = true,  [ME_STORE] = true,	    [ME_CHANGE] = true,
		[ME_CUT] = true,
	};
	struct ir_ref byte = { .kind = REF_NONE };

	if (f->kind != ME_FILL)
		return writes[f->kind] ? WRITES_ANYTHING : WRITES_NOTHING;
	if (f->value.kind == MR_CONST)
		return f->value.nvalues && f->value.value[0] ? WRITES_ANYTHING : WRITES_ZERO;
	if (f->value.kind == MR_ARG && (size_t)f->value.param < in->call->nargs)
		byte = in->call->args[f->value.param];
	return byte.kind == REF_CONST && !s->u->consts.v[byte.idx].value ? WRITES_ZERO
									 : WRITES_ANYTHING;
}

static enum writing model_writing(const struct scan *s, const struct model *m,
				  const struct ir_insn *in, size_t i)
{
	enum writing worst = WRITES_NOTHING;

	vec_for_each_ptr(struct model_case, c, &m->cases)
		vec_for_each_ptr(struct model_effect, f, &c->effects) {
			enum writing w =
				f->to == (int)i ? effect_writing(s, f, in) : WRITES_NOTHING;

			if (f->kind == ME_SCAN && i >= m->nparams)
				w = WRITES_ANYTHING;
			worst = w > worst ? w : worst;
		}
	return worst;
}

/* ---- what a call does with its arguments ---- */

struct callee {
	const struct ir_func *func; /* NULL: called through a pointer */
	const struct model *model;
	const char *sig; /* or NULL */
};

/* Whether the one thing that a callee does to the number at @a is to set it. */
static bool stores_number(const struct scan *s, const struct model *m, size_t i, struct address a)
{
	const struct ir_ctype *t = a.to >= 0 ? &s->u->ctypes.v[a.to] : NULL;
	bool stores = false;

	if (!a.place || !t || t->kind != CT_SCALAR)
		return false;
	vec_for_each_ptr(const struct model_case, c, &m->cases)
		vec_for_each_ptr(const struct model_effect, f, &c->effects) {
			if (f->kind == ME_SCAN && i >= m->nparams)
				return false;
			if (f->to != (int)i)
				continue;
			if (f->kind != ME_STORE ||
			    (f->size.limited && (uint64_t)f->size.constant != t->size))
				return false;
			stores = true;
		}
	return stores;
}

static void store_result(const struct scan *s, struct address a, const struct ir_insn *in, size_t i)
{
	struct number_place *p = numbers_place(s->n, a.place, a.place);

	numbers_set_type(p, s->u->ctypes.v[a.to].scalar);
	numbers_add_store(s->n, p, in, s->id, i);
}

static void pass(const struct scan *s, const struct callee *c, const struct ir_insn *in, size_t i)
{
	struct address a = address_in(s, in->call->args[i]);
	const char *param = sig_param(c->sig, i);
	bool is_const;
	const char *tag = param_tag(s->n->arena, param, &is_const);

	if (c->model) {
		if (stores_number(s, c->model, i, a))
			store_result(s, a, in, i);
		else if (model_writing(s, c->model, in, i) == WRITES_ANYTHING)
			lose_at(s, a,
				arena_printf(s->n->arena, "%s() may set it to anything",
					     c->model->name));
		return;
	}
	if (is_const)
		return;
	if (tag && (!c->func || c->func->is_defined))
		check_alias(s, a, tag, false);
	else if (a.place || a.to >= 0)
		lose_at(s, a, "its address goes to a function that may write to it");
}

static bool yields_object(const struct model *m)
{
	vec_for_each_ptr(const struct model_case, c, &m->cases) {
		enum model_ret_kind kind = c->ret.kind;

		if (kind != MR_FRESH && kind != MR_OUTSIDE && kind != MR_NULL && kind != MR_ERRPTR)
			return false;
		vec_for_each_ptr(const struct model_effect, f, &c->effects)
			if (kind == MR_FRESH && f->to == MODEL_NONE &&
			    (f->kind == ME_COPY_BYTES || f->kind == ME_CHANGE ||
			     f->kind == ME_COPY_STRING))
				return false;
	}
	return true;
}

/* "return p->priv;" in a header: what the driver has put there, as a void *. */
static bool returns_private(const struct ir_func *f)
{
	const struct ir_block *b = f->blocks.n == 1 ? &f->blocks.v[0] : NULL;
	const struct ir_insn *ret = b ? &b->insns.v[b->insns.n - 1] : NULL;
	bool is_member = false;

	if (!ret || !f->in_header || ret->op != OP_RET || ret->arg[0].kind != REF_TMP)
		return false;
	for (size_t i = 0; i + 1 < b->insns.n; i++) {
		is_member |= b->insns.v[i].op == OP_FIELD;
		if (b->insns.v[i].op == OP_LOAD && b->insns.v[i].dst == ret->arg[0].idx)
			return is_member;
	}
	return false;
}

static struct address result_of(const struct scan *s, const struct callee *c)
{
	struct address a = nowhere;

	if (c->model) {
		a.is_strange = !yields_object(c->model);
		return a;
	}
	if (c->func && c->func->is_defined)
		a.to = numbers_pointee(s->u, c->func->ret_ctype);
	a.is_strange = a.to < 0 && !(c->func && c->func->is_defined && returns_private(c->func));
	return a;
}

/* The prototype of the function that the member "struct tag.name" leads to, or NULL. */
static const char *sig_of_member(const struct scan *s, const char *member)
{
	const char *dot = member ? strrchr(member, '.') : NULL;
	const struct ir_field *f;

	if (!dot)
		return NULL;
	f = find_field(s->u,
		       find_type(s->u, arena_strndup(s->n->arena, member, (size_t)(dot - member))),
		       dot + 1, 0);
	return f && f->ctype >= 0 && s->u->ctypes.v[f->ctype].kind == CT_FUNCPTR
		       ? s->u->ctypes.v[f->ctype].sig
		       : NULL;
}

/* A callee's numbers of types are those of its own unit: only one that has a body here is asked. */
static struct callee callee_of(const struct scan *s, const struct ir_insn *in)
{
	struct callee c = { NULL, NULL, NULL };
	const struct ir_func *body;

	if (in->op == OP_ICALL) {
		struct address to = address_in(s, in->arg[0]);

		if (to.to >= 0 && s->u->ctypes.v[to.to].kind == CT_FUNCPTR)
			c.sig = s->u->ctypes.v[to.to].sig;
		else
			c.sig = sig_of_member(s, in->text);
	}
	if (in->op != OP_CALL)
		return c;
	c.func = &s->u->funcs.v[in->call->callee.idx];
	c.sig = c.func->sig;
	body = program_func(s->n->prog, s->u, in->call->callee.idx).func;
	if (!body->is_defined || body->in_header)
		c.model = model_find(s->n->models, c.func->name);
	return c;
}

static void call(const struct scan *s, const struct ir_insn *in)
{
	struct callee c = callee_of(s, in);

	if (in->op == OP_CALL)
		*vec_push(s->n->arena,
			  &numbers_callers_of(
				   s->n, program_func(s->n->prog, s->u, in->call->callee.idx).func)
				   ->funcs) = s->id;
	for (size_t i = 0; in->call && i < in->call->nargs; i++) {
		note_taken(s, in->call->args[i]);
		pass(s, &c, in, i);
	}
	if (ir_result_type(in) != IRT_VOID)
		s->tmp[in->dst] = result_of(s, &c);
}

/* ---- stores ---- */

static void store_number(const struct scan *s, const char *key, const struct ir_insn *in)
{
	struct number_place *p = numbers_place(s->n, key, in->text ? in->text : key);

	numbers_set_type(p, in->type);
	if (in->arg[1].kind == REF_CONST)
		*vec_push(s->n->arena, &p->constants) =
			(struct number_constant){ s->u->consts.v[in->arg[1].idx].value, in->loc,
						  s->id.func };
	else
		numbers_add_store(s->n, p, in, s->id, NUMBER_STORED);
}

static void store_pointer(const struct scan *s, struct address to, const struct ir_insn *in)
{
	struct address v = address_in(s, in->arg[1]);
	int32_t t = numbers_pointee(s->u, to.to);

	if (in->arg[1].kind == REF_CONST)
		return;
	note_taken(s, in->arg[1]);
	if (v.place && !numbers_tag(s->u, v.to))
		lose_at(s, v, "its address is stored");
	if (is_untyped(s, in->arg[0]))
		keep_untyped(s, in->arg[0].idx, v);
	else
		check_alias(s, v, numbers_tag(s->u, t), t < 0);
}

static void store(const struct scan *s, const struct ir_insn *in)
{
	struct address to = address_in(s, in->arg[0]);
	struct address v = address_in(s, in->arg[1]);

	if (in->type == IRT_PTR) {
		store_pointer(s, to, in);
		if (to.place)
			numbers_lose(s->n, to.place, "it holds pointers");
		return;
	}
	if (v.place && in->arg[1].kind != REF_CONST && in->type != IRT_OTHER)
		numbers_lose(s->n, v.place, "its address becomes a number");
	if (own_tag(s, to)) {
		const char *from = numbers_tag(s->u, v.to);

		if (in->type != IRT_OTHER || !from || strcmp(from, own_tag(s, to)) != 0)
			lose_at(s, to, "its struct is written as something else");
	} else if (to.place && in->type == IRT_OTHER) {
		numbers_lose(s->n, to.place, "it is written as something else");
	} else if (to.place) {
		store_number(s, to.place, in);
	}
}

static void move(const struct scan *s, const struct ir_insn *in)
{
	struct address to = address_in(s, in->arg[0]), from = address_in(s, in->arg[1]);
	const char *a = numbers_tag(s->u, to.to), *b = numbers_tag(s->u, from.to);

	if (!a || !b || strcmp(a, b) != 0)
		lose_at(s, to, "its struct is copied from something else");
}

static void give_back(const struct scan *s, const struct ir_insn *in)
{
	struct address v = address_in(s, in->arg[0]);
	int32_t t = numbers_pointee(s->u, s->id.func->ret_ctype);

	note_taken(s, in->arg[0]);
	if (s->id.func->ret != IRT_PTR)
		return;
	check_alias(s, v, numbers_tag(s->u, t), false);
	if (v.place && !numbers_tag(s->u, v.to))
		lose_at(s, v, "its address is returned");
}

/* ---- functions ---- */

static void scan_asm(const struct scan *s, const struct ir_insn *in)
{
	for (size_t i = 0; in->call && i < in->call->nargs; i++)
		lose_at(s, address_in(s, in->call->args[i]), "inline assembly may write it");
}

static void scan_insn(const struct scan *s, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		s->tmp[in->dst] = loaded(s, in);
		return;
	case OP_FIELD:
		s->tmp[in->dst] = field_of(s, in);
		return;
	case OP_INDEX:
		s->tmp[in->dst] = element_of(s, in);
		return;
	case OP_CAST:
		s->tmp[in->dst] = converted(s, in);
		return;
	case OP_STORE:
		store(s, in);
		return;
	case OP_MOVE:
		move(s, in);
		return;
	case OP_CALL:
	case OP_ICALL:
		call(s, in);
		return;
	case OP_ASM:
		scan_asm(s, in);
		return;
	case OP_RET:
		give_back(s, in);
		return;
	default: /* a test or a difference of addresses changes nothing */
		if (in->op == OP_UNKNOWN)
			s->tmp[in->dst].is_strange = true;
		note_taken(s, in->arg[0]);
		note_taken(s, in->arg[1]);
	}
}

void numbers_scan_func(struct numbers *n, struct func_id id)
{
	struct scan s = { .n = n, .id = id, .u = id.unit };

	vec_for_each_ptr(const struct ir_note, note, &id.func->notes)
		if (note->kind == IRN_DEGRADED && !n->blind)
			n->blind = arena_printf(n->arena, "%s() was not understood", id.func->name);
	if (!id.func->is_static)
		numbers_callers_of(n, id.func)->is_root = true;
	s.tmp = arena_array(n->arena, id.func->ntmps + 1, sizeof(*s.tmp));
	s.local = arena_array(n->arena, id.func->locals.n + 1, sizeof(*s.local));
	for (size_t i = 0; i < id.func->ntmps; i++)
		s.tmp[i].to = -1;
	for (size_t i = 0; i < id.func->locals.n; i++)
		s.local[i].to = -1;
	for (size_t i = 0; i < id.func->nrpo; i++)
		vec_for_each_ptr(struct ir_insn, in,
				 &id.func->blocks.v[id.func->rpo_order[i]].insns)
			scan_insn(&s, in);
}
