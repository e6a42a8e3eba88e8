// SPDX-License-Identifier: MIT
#include <string.h>

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

#define MAX_CALLERS 6 /* one above the other */

/* Who sets the pointer may be called by who sets the rest: all of it is the set-up. */
static bool add_setup(struct later *l, struct callees *setup, struct func_id id, int depth)
{
	const struct number_callers *c = numbers_callers(l->numbers, id.func);

	if (depth > MAX_CALLERS || id.func->in_header)
		return false;
	callees_from(setup, id);
	for (size_t i = 0; c && i < c->funcs.n; i++)
		if (!add_setup(l, setup, c->funcs.v[i], depth + 1))
			return false;
	return true;
}

static bool same_struct(const char *a, const char *b)
{
	size_t n = strcspn(a, ".");

	return n == strcspn(b, ".") && !strncmp(a, b, n);
}

bool later_knows(const struct later *l, size_t driver, const char *pointer)
{
	return pointer && targets_setters(l->targets, driver, pointer) != NULL;
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

	if (!setters || !same_struct(number, pointer))
		return false;
	callees_init(&setup, l->arena, l->prog, MAX_SETUP);
	vec_for_each_ptr(const struct func_id, f, setters)
		if (!add_setup(l, &setup, *f, 0))
			return false;
	return setup.funcs.n < MAX_SETUP && writes_outside(p, &setup);
}
