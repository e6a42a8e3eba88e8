// SPDX-License-Identifier: MIT
/* Texts that models describe by their length and characters, and why they may change. */
#include "absint/memory.h"

unsigned int source_deps(enum model_source source)
{
	static const unsigned int deps[] = {
		[MODEL_DEVICE] = DEP_DEVICE,
		[MODEL_TIME] = DEP_TIME,
		[MODEL_ADDRESS] = DEP_ADDRESS,
		[MODEL_RANDOM] = DEP_RANDOM,
	};

	return source == MODEL_STABLE ? 0 : deps[source];
}

struct text text_of_model(struct engine *e, const struct model_effect *f, struct aval size,
			  const char *name)
{
	struct sym_spec spec = { .range = range_of(0, INT32_MAX),
				 .doubt = arena_printf(e->out, "how much %s() writes is not known",
						       name) };
	struct aval length = size;
	struct text t;

	if (f->size.limited && value_is_const(size) && size.k >= f->newline)
		spec = (struct sym_spec){ .range = range_of(f->newline, size.k) };
	if (!f->exact)
		length = sym_fresh(&e->syms, &spec);
	t = text_of_set(e, length, f->chars, name, NULL);

	if (f->newline) {
		t.body = charset_union(t.body, t.last);
		t.last = charset_of("\n");
		text_mark(e, &t, TEXT_END, name, NULL);
	}
	t.is_open = f->no_nul;
	return t;
}

struct aval constant_text(struct engine *e, const struct model_ret *r, struct aval size,
			  const char *name, const struct sym_key *key)
{
	struct sym_spec spec = { .range = range_of(1, INT32_MAX) };
	struct aval pointer;
	struct text t;

	if (r->kind == MR_ONE_OF) {
		t = text_one_of(e, r->string, r->nstrings, NULL);
	} else {
		if (r->size.limited && value_is_const(size))
			spec.range = range_of(1, size.k);
		spec.doubt =
			arena_printf(e->out, "how long what %s() returns is is not known", name);
		t = text_of_set(e, sym_fresh(&e->syms, &spec), r->chars,
				arena_printf(e->out, "what %s() returns", name), NULL);
	}
	spec = (struct sym_spec){ .range = range_of(4096, ((wide)1 << 64) - 4097),
				  .deps = DEP_ADDRESS,
				  .what = arena_printf(e->out, "what %s() returned", name) };
	pointer = key ? sym_keyed(&e->syms, key, &spec) : sym_fresh(&e->syms, &spec);
	text_at_pointer(e, pointer.sym, &t);
	if (r->kind == MR_ONE_OF)
		strings_at_pointer(e, pointer.sym, r->string, r->nstrings);
	return pointer;
}

bool member_text(struct engine *e, struct aval a, struct text *t)
{
	const struct model_member *m = a.extent ? model_member(e->models, a.extent->name) : NULL;
	struct sym_spec spec = { .doubt = "how long a name of the kernel's is is not known" };

	if (!m)
		return false;
	spec.range = range_of(0, m->max);
	*t = text_of_set(e, sym_fresh(&e->syms, &spec), m->chars, a.extent->name, NULL);
	return true;
}
