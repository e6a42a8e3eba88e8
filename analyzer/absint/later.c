// SPDX-License-Identifier: MIT
#include "absint/later.h"
#include "ir/callees.h"

#define MAX_SETUP 512 /* functions that the setting of one pointer may run */

struct later {
	struct arena *arena;
	const struct program *prog;
	const struct numbers *numbers;
	struct targets *targets;
};

struct later *later_new(struct arena *a, const struct program *prog, const struct numbers *n,
			struct targets *t)
{
	struct later *l = arena_new_of(a, struct later);

	*l = (struct later){ .arena = a, .prog = prog, .numbers = n, .targets = t };
	return l;
}

bool later_knows(const struct later *l, size_t driver, const char *pointer)
{
	return targets_setters(l->targets, driver, pointer) != NULL;
}

static bool writes_outside(const struct number_place *p, const struct callees *setup)
{
	vec_for_each_ptr(const struct number_constant, c, &p->constants)
		if (!c->func || callees_has(setup, c->func))
			return false;
	vec_for_each_ptr(const struct number_store, s, &p->stores)
		if (callees_has(setup, s->func.func))
			return false;
	return p->constants.n || p->stores.n;
}

bool later_is_set(struct later *l, size_t driver, const char *number, const char *pointer)
{
	const struct number_place *p = numbers_member(l->numbers, number);
	const func_id_list *setters = p ? targets_setters(l->targets, driver, pointer) : NULL;
	struct callees setup;

	if (!setters)
		return false;
	callees_init(&setup, l->arena, l->prog, MAX_SETUP);
	vec_for_each_ptr(const struct func_id, f, setters)
		callees_from(&setup, *f);
	return setup.funcs.n < MAX_SETUP && writes_outside(p, &setup);
}
