// SPDX-License-Identifier: MIT
#include "absint/status.h"

struct objects objects_given(struct engine *e, const struct state *s, const struct call_site *c)
{
	struct objects o = {
		.region = arena_array(e->arena, c->nargs + 1, sizeof(*o.region)),
		.before = arena_array(e->arena, c->nargs + 1, sizeof(const struct contents *)),
	};

	for (size_t i = 0; i < c->nargs; i++) {
		uint32_t r = c->args[i].region;

		if (!r || region_get(e, r)->kind != REGION_LOCAL)
			continue;
		o.region[o.n] = r;
		o.before[o.n++] = state_contents(s, r);
	}
	return o;
}

bool objects_changed(const struct objects *given, const struct state *s)
{
	for (size_t i = 0; i < given->n; i++)
		if (state_contents(s, given->region[i]) != given->before[i])
			return true;
	return false;
}

struct aval note_status(struct engine *e, struct state *s, const char *callee,
			const struct ir_insn *call, struct aval v)
{
	struct failure *f;

	v = note_failure(e, s, callee, call, v, true);
	f = state_failure(s, v);
	f->is_status = true;
	f->is_device = value_deps(&e->syms, v) & DEP_DEVICE;
	return v;
}
