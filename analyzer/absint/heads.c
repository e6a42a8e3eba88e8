// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/heads.h"
#include "base/arena.h"
#include "base/map.h"

struct heads {
	struct arena *arena;
	const struct program *prog;
	const struct callees *handlers;
	struct map *uses; /* struct head_use * by driver and name */
};

enum list_act { MAKES, FILLS, ASKS };

/* Functions of <linux/list.h>, and which argument is the head. */
static const struct {
	const char *name;
	size_t arg;
	enum list_act act;
} acts[] = {
	{ "INIT_LIST_HEAD", 0, MAKES },	  { "INIT_LIST_HEAD_RCU", 0, MAKES },
	{ "list_add", 1, FILLS },	  { "list_add_tail", 1, FILLS },
	{ "list_add_rcu", 1, FILLS },	  { "list_add_tail_rcu", 1, FILLS },
	{ "list_move", 1, FILLS },	  { "list_move_tail", 1, FILLS },
	{ "list_splice", 1, FILLS },	  { "list_splice_init", 1, FILLS },
	{ "list_splice_tail", 1, FILLS }, { "list_splice_tail_init", 1, FILLS },
	{ "list_empty", 0, ASKS },	  { "list_empty_careful", 0, ASKS },
	{ "list_is_singular", 0, ASKS },
};

static struct head_use *use_of(struct heads *h, size_t driver, const char *what)
{
	const char *key = arena_printf(h->arena, "%zu %s", driver, what);
	struct head_use *u = map_get(h->uses, key);

	if (!u) {
		u = arena_new_of(h->arena, struct head_use);
		*u = (struct head_use){ .made = NULL };
		map_put(h->uses, key, u);
	}
	return u;
}

static void note_asked(struct head_use *u, bool by_handler, struct loc loc)
{
	if (u->asked.path && (!by_handler || u->is_asked_by_handler))
		return;
	u->asked = loc;
	u->is_asked_by_handler = by_handler;
}

/* A function that fills before it makes does not fill this list. */
static void note(const struct heads *h, struct head_use *u, enum list_act act,
		 const struct ir_func *f, struct loc loc)
{
	if (act == MAKES) {
		u->is_made = true;
		u->made = f;
	} else if (act == FILLS && u->made == f) {
		u->is_filled_at_once = true;
		u->filled = loc;
	} else if (act == ASKS) {
		note_asked(u, callees_has(h->handlers, f), loc);
	}
}

static void scan_call(struct heads *h, struct ir_unit *u, const struct ir_func *f,
		      const char **place, const struct ir_insn *in)
{
	const char *name = program_func(h->prog, u, in->call->callee.idx).func->name;

	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++) {
		const char *what = NULL;
		struct ir_ref r;

		if (strcmp(name, acts[i].name) || in->call->nargs <= acts[i].arg)
			continue;
		r = in->call->args[acts[i].arg];
		if (r.kind == REF_GLOBAL)
			what = program_global(h->prog, u, r.idx).global->name;
		else if (r.kind == REF_TMP)
			what = place[r.idx];
		if (what && *what)
			note(h, use_of(h, program_driver(h->prog, u), what), acts[i].act, f,
			     in->loc);
	}
}

static void scan_func(struct heads *h, struct ir_unit *u, const struct ir_func *f)
{
	const char **place = arena_array(h->arena, f->ntmps + 1, sizeof(*place));

	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns) {
			if (in->op == OP_FIELD)
				place[in->dst] = in->text;
			else if (in->op == OP_CALL)
				scan_call(h, u, f, place, in);
		}
}

/* LIST_HEAD(): a head that points to itself. */
static void scan_global(struct heads *h, struct ir_unit *u, const struct ir_global *g)
{
	const struct ir_ctype *c = g->ctype >= 0 ? &u->ctypes.v[g->ctype] : NULL;

	if (c && c->name && !strcmp(c->name, "struct list_head") && g->is_defined)
		use_of(h, program_driver(h->prog, u), g->name)->is_made = true;
}

struct heads *heads_find(struct arena *a, const struct program *prog,
			 const struct callees *handlers)
{
	struct heads *h = arena_new_of(a, struct heads);

	*h = (struct heads){ .arena = a, .prog = prog, .handlers = handlers, .uses = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		vec_for_each_ptr(struct ir_global, g, &u->globals)
			scan_global(h, u, g);
		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (!f->in_header)
				scan_func(h, u, f);
	}
	return h;
}

const struct head_use *heads_use(struct heads *h, size_t driver, const char *what)
{
	return map_get(h->uses, arena_printf(h->arena, "%zu %s", driver, what));
}
