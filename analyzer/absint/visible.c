// SPDX-License-Identifier: MIT
#include "absint/visible.h"
#include "ir/callees.h"

struct visible {
	struct map *members;
	struct callees code;
};

static const char *const callbacks[] = { "struct attribute_group.is_visible",
					 "struct attribute_group.is_bin_visible" };

static void scan_func(struct visible *v, const struct ir_func *f)
{
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			if (in->op == OP_FIELD && in->text && *in->text)
				map_put(v->members, in->text, v);
}

struct visible *visible_find(struct arena *a, const struct program *prog,
			     const struct prepared *prepared)
{
	struct visible *v = arena_new_of(a, struct visible);

	*v = (struct visible){ .members = map_new(a) };
	callees_init(&v->code, a, prog, SIZE_MAX);
	for (size_t i = 0; i < sizeof(callbacks) / sizeof(*callbacks); i++) {
		const struct bound_funcs *b = prepare_bound(prepared, callbacks[i]);

		for (size_t k = 0; b && k < b->funcs.n; k++)
			callees_from(&v->code, b->funcs.v[k]);
	}
	vec_for_each_ptr(const struct func_id, f, &v->code.funcs)
		scan_func(v, f->func);
	return v;
}

bool visible_asks(const struct visible *v, const char *member)
{
	return member && map_get(v->members, member);
}

bool visible_calls(const struct visible *v, const struct ir_func *f)
{
	return v->code.funcs.n && callees_has(&v->code, f);
}
