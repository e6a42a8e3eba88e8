// SPDX-License-Identifier: MIT
/*
 * A graph: its nodes are places that hold pointers (members of structs, global
 * and local variables, what functions return), its edges say "is set to what
 * that holds". A table whose address is stored somewhere is found by following
 * the edges back from the place asked for. Numbers count, too: tables of ids
 * carry pointers in a driver_data of type unsigned long.
 */
#include <string.h>

#include "absint/prepare.h"
#include "absint/targets.h"

#define MAX_SOURCES 8	/* of one value */
#define MAX_VISITED 256 /* nodes on the way to one place's tables */

struct node;

/* One of the values that a place may be set to: a table, or what another place holds. */
struct source {
	struct node *node; /* or NULL: */
	struct target table;
	uint64_t add; /* bytes behind what the node holds */
	bool is_any;
};

struct sources {
	size_t n;
	struct source v[MAX_SOURCES];
};

struct node {
	VEC(struct source) from;
	func_id_list setters;
	bool is_stepped; /* what it holds moves from element to element */
	uint32_t visit;	 /* number of the last search that came by */
};

struct targets {
	struct arena *arena;
	const struct program *prog;
	struct map *nodes; /* by key */
	uint32_t visit;
};

/* A function on its way through the scan. */
struct scan {
	struct targets *t;
	struct ir_unit *unit;
	struct ir_func *func;
	size_t driver;
	struct sources *tmps;
	struct node **places; /* by temporary: what lies at the address it holds, or NULL */
};

/* ---- nodes ---- */

static struct node *node_of(struct targets *t, const char *key)
{
	struct node *n = map_get(t->nodes, key);

	if (!n) {
		n = arena_new_of(t->arena, struct node);
		*n = (struct node){ .visit = 0 };
		map_put(t->nodes, key, n);
	}
	return n;
}

static const char *place_key(struct targets *t, size_t driver, const char *what)
{
	return arena_printf(t->arena, "%zu %s", driver, what);
}

static struct node *place_node(const struct scan *s, const char *what)
{
	return what && *what ? node_of(s->t, place_key(s->t, s->driver, what)) : NULL;
}

static struct node *local_node(struct targets *t, const struct ir_func *f, uint32_t local)
{
	return node_of(t, arena_printf(t->arena, "%p@%u", (const void *)f, local));
}

static struct node *return_node(struct targets *t, const struct ir_func *f)
{
	return node_of(t, arena_printf(t->arena, "%p()", (const void *)f));
}

static bool same_source(const struct source *a, const struct source *b)
{
	return a->node == b->node && a->add == b->add && a->is_any == b->is_any &&
	       a->table.g.global == b->table.g.global && a->table.offset == b->table.offset &&
	       a->table.is_any == b->table.is_any;
}

static void add_source(struct sources *to, const struct source *x)
{
	for (size_t i = 0; i < to->n; i++)
		if (same_source(&to->v[i], x))
			return;
	if (to->n < MAX_SOURCES)
		to->v[to->n++] = *x;
}

static void flow(struct targets *t, struct node *to, const struct sources *from)
{
	for (size_t i = 0; to && i < from->n; i++) {
		bool have = from->v[i].node == to;

		to->is_stepped |= have && from->v[i].is_any;
		vec_for_each_ptr(struct source, x, &to->from)
			have |= same_source(x, &from->v[i]);
		if (!have)
			*vec_push(t->arena, &to->from) = from->v[i];
	}
}

/* ---- operands ---- */

static struct sources sources_of(const struct scan *s, struct ir_ref r)
{
	struct sources out = { 0 };

	if (r.kind == REF_TMP)
		return s->tmps[r.idx];
	if (r.kind == REF_GLOBAL)
		add_source(&out, &(struct source){
					 .table.g = program_global(s->t->prog, s->unit, r.idx) });
	return out;
}

static struct node *place_at(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_LOCAL)
		return local_node(s->t, s->func, r.idx);
	if (r.kind == REF_GLOBAL)
		return place_node(s, program_global(s->t->prog, s->unit, r.idx).global->name);
	return r.kind == REF_TMP ? s->places[r.idx] : NULL;
}

/* The sources of an address that is @add bytes further, or in any element. */
static struct sources moved(struct sources from, uint64_t add, bool is_any)
{
	for (size_t i = 0; i < from.n; i++) {
		struct source *x = &from.v[i];

		if (x->node) {
			x->add += add;
			x->is_any |= is_any;
		} else {
			x->table.offset += add;
			x->table.is_any |= is_any;
		}
	}
	return from;
}

/* ---- instructions ---- */

static void scan_index(struct scan *s, const struct ir_insn *in)
{
	const struct ir_ref by = in->arg[1];
	bool fixed = by.kind == REF_CONST;
	wide n = fixed ? s->unit->consts.v[by.idx].value : 0;

	s->places[in->dst] = place_at(s, in->arg[0]);
	s->tmps[in->dst] =
		moved(sources_of(s, in->arg[0]), (uint64_t)n * in->size, !fixed || !in->count);
}

static void scan_load(struct scan *s, const struct ir_insn *in)
{
	struct node *place = place_at(s, in->arg[0]);

	if (place && (in->type == IRT_PTR || in->type == IRT_U64 || in->type == IRT_I64))
		add_source(&s->tmps[in->dst], &(struct source){ .node = place });
}

/* The tables of ids that the core looks a device up in, by what the look-up returns. */
static const char *const match_data[] = { "struct of_device_id.data",
					  "struct acpi_device_id.driver_data",
					  "struct i2c_device_id.driver_data",
					  "struct spi_device_id.driver_data" };

static void scan_call(struct scan *s, const struct ir_insn *in)
{
	const struct ir_func *f = program_func(s->t->prog, s->unit, in->call->callee.idx).func;

	for (size_t i = 0; f->is_defined && i < in->call->nargs && i < f->nparams; i++) {
		struct sources from = sources_of(s, in->call->args[i]);

		flow(s->t, local_node(s->t, f, (uint32_t)i), &from);
	}
	if (in->type != IRT_PTR)
		return;
	add_source(&s->tmps[in->dst], &(struct source){ .node = return_node(s->t, f) });
	if (!strstr(f->name, "get_match_data"))
		return;
	for (size_t i = 0; i < sizeof(match_data) / sizeof(*match_data); i++)
		add_source(&s->tmps[in->dst],
			   &(struct source){ .node = place_node(s, match_data[i]) });
}

static void note_setter(const struct scan *s, struct node *n)
{
	size_t last = n ? n->setters.n : 0;

	if (n && (!last || n->setters.v[last - 1].func != s->func))
		*vec_push(s->t->arena, &n->setters) = (struct func_id){ s->unit, s->func };
}

static void scan_insn(struct scan *s, const struct ir_insn *in)
{
	struct sources from;

	switch (in->op) {
	case OP_FIELD:
		s->places[in->dst] = place_node(s, in->text);
		s->tmps[in->dst] = moved(sources_of(s, in->arg[0]), in->offset, false);
		break;
	case OP_INDEX:
		scan_index(s, in);
		break;
	case OP_CAST:
		s->tmps[in->dst] = sources_of(s, in->arg[0]);
		break;
	case OP_LOAD:
		scan_load(s, in);
		break;
	case OP_STORE:
		from = sources_of(s, in->arg[1]);
		flow(s->t, place_at(s, in->arg[0]), &from);
		note_setter(s, place_at(s, in->arg[0]));
		break;
	case OP_CALL:
		scan_call(s, in);
		break;
	case OP_RET:
		from = sources_of(s, in->arg[0]);
		flow(s->t, return_node(s->t, s->func), &from);
		break;
	default:
		break;
	}
}

/* Temporaries are set before they are used, in whatever order the blocks are visited. */
static void scan_func(struct targets *t, struct ir_unit *u, struct ir_func *f)
{
	struct scan s = { .t = t, .unit = u, .func = f, .driver = program_driver(t->prog, u) };

	s.tmps = arena_array(t->arena, f->ntmps + 1, sizeof(*s.tmps));
	s.places = arena_array(t->arena, f->ntmps + 1, sizeof(*s.places));
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			scan_insn(&s, in);
}

/* ---- initialisers ---- */

static void scan_inits(struct targets *t, struct ir_unit *u, const struct ir_global *g)
{
	struct scan s = { .t = t, .unit = u, .driver = program_driver(t->prog, u) };

	vec_for_each_ptr(struct ir_init, in, &g->inits) {
		struct sources from;
		const char *member;

		if (in->value.kind != REF_GLOBAL)
			continue;
		from = sources_of(&s, in->value);
		from = moved(from, (uint64_t)in->addend, false);
		member = prepare_member_at(t->arena, u, g->ctype, in->offset);
		flow(t, place_node(&s, member ? member : g->name), &from);
	}
}

struct targets *targets_find(struct arena *a, const struct program *prog)
{
	struct targets *t = arena_new_of(a, struct targets);

	*t = (struct targets){ .arena = a, .prog = prog, .nodes = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		vec_for_each_ptr(struct ir_global, g, &u->globals)
			scan_inits(t, u, g);
		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			scan_func(t, u, f);
	}
	return t;
}

/* ---- the questions ---- */

const func_id_list *targets_setters(const struct targets *t, size_t driver, const char *what)
{
	const struct node *n = map_get(t->nodes, arena_printf(t->arena, "%zu %s", driver, what));

	return n && n->setters.n ? &n->setters : NULL;
}

struct search {
	struct targets *t;
	target_list *out;
	size_t left; /* nodes that may still be visited */
};

static void add_target(struct search *q, struct target x)
{
	vec_for_each_ptr(struct target, have, q->out)
		if (have->g.global == x.g.global && have->offset == x.offset &&
		    have->is_any == x.is_any)
			return;
	*vec_push(q->t->arena, q->out) = x;
}

static void search(struct search *q, struct node *n, uint64_t add, bool is_any)
{
	if (!n || n->visit == q->t->visit || !q->left)
		return;
	n->visit = q->t->visit;
	is_any |= n->is_stepped;
	q->left--;
	vec_for_each_ptr(struct source, x, &n->from) {
		struct target found = x->table;

		if (x->node) {
			search(q, x->node, add + x->add, is_any || x->is_any);
			continue;
		}
		found.offset += add;
		found.is_any |= is_any;
		add_target(q, found);
	}
}

void targets_of(struct targets *t, size_t driver, const char *what, target_list *out)
{
	struct search q = { .t = t, .out = out, .left = MAX_VISITED };

	t->visit++;
	search(&q, map_get(t->nodes, place_key(t, driver, what)), 0, false);
}

uint64_t target_element(const struct target *t)
{
	const struct ir_unit *u = t->g.unit;
	int32_t type = t->g.global->ctype, elem;

	if (type < 0 || u->ctypes.v[type].kind != CT_ARRAY)
		return t->g.global->size;
	elem = u->ctypes.v[type].elem;
	return elem >= 0 && u->ctypes.v[elem].size ? u->ctypes.v[elem].size : t->g.global->size;
}
