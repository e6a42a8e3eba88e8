// SPDX-License-Identifier: MIT
#include "ir/callees.h"

static const char *key_of(struct arena *a, const struct ir_func *f)
{
	return arena_printf(a, "%p", (const void *)f);
}

void callees_init(struct callees *r, struct arena *a, const struct program *p, size_t max)
{
	*r = (struct callees){ .arena = a, .prog = p, .seen = map_new(a), .max = max };
}

static void add(struct callees *r, struct func_id f)
{
	if (!f.func->is_defined || r->funcs.n >= r->max || callees_has(r, f.func))
		return;
	map_put(r->seen, key_of(r->arena, f.func), f.func);
	*vec_push(r->arena, &r->funcs) = f;
}

void callees_from(struct callees *r, struct func_id f)
{
	size_t i = r->funcs.n;

	for (add(r, f); i < r->funcs.n; i++) {
		struct func_id from = r->funcs.v[i];

		vec_for_each_ptr(const struct ir_block, b, &from.func->blocks)
			vec_for_each_ptr(const struct ir_insn, in, &b->insns)
				if (in->op == OP_CALL)
					add(r,
					    program_func(r->prog, from.unit, in->call->callee.idx));
	}
}

bool callees_has(const struct callees *r, const struct ir_func *f)
{
	return r && map_get(r->seen, key_of(r->arena, f)) != NULL;
}
