// SPDX-License-Identifier: MIT
/* Files of rules/models/: names, parameters and cases of kernel functions. */
#include <string.h>

#include "model/forms.h"
#include "model/load.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* A model as it stands in the file: one description, several functions. */
struct model_row {
	const char **names;
	size_t nnames;
	const char **params;
	size_t nparams;
	struct model model;
	struct model_case only; /* `returns` and `effects` without `cases` */
};

/* ---- cases ---- */

static bool has_effect(const struct model_case *c, enum model_effect_kind kind)
{
	for (size_t i = 0; i < c->effects.n; i++)
		if (c->effects.v[i].kind == kind)
			return true;
	return false;
}

/* A return form that speaks of an effect needs one to speak of. */
static void check_case(struct reader *r, const struct ynode *entry, const struct model_case *c)
{
	bool writes = has_effect(c, ME_PRINT) || has_effect(c, ME_COPY_STRING) ||
		      has_effect(c, ME_COPY_BYTES) || has_effect(c, ME_TEXT);

	if ((c->ret.kind == MR_WRITTEN || c->ret.kind == MR_WOULD_BE) && !writes)
		reader_fail(r, entry, "returns what was written, but has no print or copy effect");
	if (c->ret.kind == MR_SCANNED && !has_effect(c, ME_SCAN))
		reader_fail(r, entry, "returns what was scanned, but has no scan effect");
}

static void read_effects(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_case *c = slot;

	reader_expect(r, value, YNODE_SEQUENCE);
	for (size_t i = 0; i < value->n; i++)
		read_effect(r, value->item[i], vec_push(r->arena, &c->effects));
}

static void read_other_chars(struct reader *r, const struct ynode *value, void *slot)
{
	struct charset *c = slot;

	read_chars(r, value, c);
	*c = charset_minus(charset_between(0, 255), *c);
}

static void read_case(struct reader *r, const struct ynode *entry, void *model)
{
	static const struct field fields[] = {
		REQUIRED("label", read_text, struct model_case, label),
		FIELD("failure", read_bool, struct model_case, is_failure),
		FIELD("if-tested", read_bool, struct model_case, if_tested),
		FIELD("char", read_param, struct model_case, ch),
		FIELD("among", read_chars, struct model_case, chars),
		FIELD("not-among", read_other_chars, struct model_case, chars),
		REQUIRED("returns", read_ret, struct model_case, ret),
		{ "effects", read_effects, 0, false },
	};
	struct model *m = model;
	struct model_case *c = vec_push(r->arena, &m->cases);

	read_fields(r, entry, fields, N(fields), c);
	check_case(r, entry, c);
}

static void read_cases(struct reader *r, const struct ynode *value, void *slot)
{
	read_each(r, value, read_case, slot);
}

static void read_only_effects(struct reader *r, const struct ynode *value, void *slot)
{
	read_effects(r, value, slot);
}

/* ---- models ---- */

static void read_exact(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const names[] = {
#define X(name) #name,
		MODEL_EXACTS(X)
#undef X
	};
	size_t i = node_choice(r, value, "exact model", names, N(names));

	*(enum model_exact *)slot = (enum model_exact)(i + 1);
}

static void read_source(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const words[] = { "stable", "device", "time", "address", "random" };

	*(enum model_source *)slot =
		(enum model_source)node_choice(r, value, "source", words, N(words));
}

static const struct field params_only[] = {
	REQUIRED("params", read_texts, struct model_row, params),
};

static const struct field row_fields[] = {
	REQUIRED("names", read_texts, struct model_row, names),
	REQUIRED("params", read_skip, struct model_row, params),
	FIELD("note", read_skip, struct model_row, names),
	FIELD("pure", read_bool, struct model_row, model.pure),
	FIELD("finds", read_text, struct model_row, model.finds),
	FIELD("ignores-case", read_bool, struct model_row, model.ignores_case),
	FIELD("ignores-newline", read_bool, struct model_row, model.ignores_newline),
	FIELD("must-check", read_bool, struct model_row, model.must_check),
	FIELD("source", read_source, struct model_row, model.source),
	FIELD("noreturn", read_bool, struct model_row, model.noreturn),
	FIELD("exact", read_exact, struct model_row, model.exact),
	FIELD("returns", read_ret, struct model_row, only.ret),
	FIELD("effects", read_only_effects, struct model_row, only),
	FIELD("cases", read_cases, struct model_row, model),
};

/* The parameters come first: everything else speaks of them. "..." ends a variadic list. */
static void read_params(struct reader *r, const struct ynode *entry, struct model_row *row,
			struct params *p)
{
	const struct ynode *params = ynode_get(entry, "params");

	if (!params)
		reader_fail(r, entry, "the key 'params' is missing");
	params_only[0].read(r, params, &row->params);
	row->model.variadic = row->nparams && strcmp(row->params[row->nparams - 1], "...") == 0;
	row->model.nparams = row->nparams - row->model.variadic;
	p->name = row->params;
	p->n = row->model.nparams;
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->name[i], "result") == 0)
			reader_fail(r, params,
				    "no parameter may be called 'result': that is what "
				    "the function returns");
}

static void finish_cases(struct reader *r, const struct ynode *entry, struct model_row *row)
{
	bool has_cases = row->model.cases.n, has_returns = ynode_get(entry, "returns");

	if (has_cases == has_returns)
		reader_fail(r, entry, "a model has either 'returns' or 'cases'");
	if (has_cases && ynode_get(entry, "effects"))
		reader_fail(r, entry, "'effects' belong into the cases here");
	if (has_cases)
		return;
	row->only.label = "returns";
	check_case(r, entry, &row->only);
	*vec_push(r->arena, &row->model.cases) = row->only;
}

/* The names seen in this file guard against modelling a function twice by accident. */
static void add_models(struct reader *r, const struct ynode *entry, const struct model_row *row,
		       struct models *m, struct map *here)
{
	for (size_t i = 0; i < row->nnames; i++) {
		struct model *model = arena_new_of(r->arena, struct model);
		const struct ynode *first = map_get(here, row->names[i]);

		if (first)
			reader_fail(r, entry, "'%s' has a model in line %u already", row->names[i],
				    first->line);
		*model = row->model;
		model->name = row->names[i];
		map_put(here, model->name, (void *)entry);
		map_put(m->by_name, model->name, model);
	}
}

static void read_model(struct reader *r, const struct ynode *entry, struct models *m,
		       struct map *here)
{
	struct model_row row = { 0 };
	struct params params;

	reader_expect(r, entry, YNODE_MAPPING);
	row.only.ret = form_ret(MR_VOID);
	r->context = &params;
	read_params(r, entry, &row, &params);
	read_fields(r, entry, row_fields, N(row_fields), &row);
	finish_cases(r, entry, &row);
	add_models(r, entry, &row, m, here);
}

/* ---- variables and members ---- */

struct variable_row {
	const char **names;
	size_t nnames;
	enum model_source source;
};

static void read_variable(struct reader *r, const struct ynode *entry, struct models *m)
{
	static const struct field fields[] = {
		REQUIRED("names", read_texts, struct variable_row, names),
		REQUIRED("source", read_source, struct variable_row, source),
	};
	struct variable_row row = { 0 };

	read_fields(r, entry, fields, N(fields), &row);
	for (size_t i = 0; i < row.nnames; i++)
		map_put(m->variables, row.names[i], (void *)(uintptr_t)row.source);
}

struct member_row {
	const char **names;
	size_t nnames;
	struct model_member member;
};

static void read_member(struct reader *r, const struct ynode *entry, struct models *m)
{
	static const struct field fields[] = {
		REQUIRED("names", read_texts, struct member_row, names),
		REQUIRED("text", read_chars, struct member_row, member.chars),
		REQUIRED("max", read_int, struct member_row, member.max),
	};
	struct member_row row = { 0 };
	struct model_member *member;

	read_fields(r, entry, fields, N(fields), &row);
	if (row.member.max < 1)
		reader_fail(r, entry, "a string of at most %d bytes", row.member.max);
	member = arena_new_of(r->arena, struct model_member);
	*member = row.member;
	for (size_t i = 0; i < row.nnames; i++)
		map_put(m->members, row.names[i], member);
}

struct name_row {
	const char **names;
	size_t nnames;
};

static void read_names(struct reader *r, const struct ynode *entry, struct map *to)
{
	static const struct field fields[] = {
		REQUIRED("names", read_texts, struct name_row, names),
	};
	struct name_row row = { 0 };

	read_fields(r, entry, fields, N(fields), &row);
	for (size_t i = 0; i < row.nnames; i++)
		map_put(to, row.names[i], to);
}

static void read_kind(struct reader *r, const struct ynode *entry, struct models *m)
{
	read_names(r, entry, m->kinds);
}

static void read_shared(struct reader *r, const struct ynode *entry, struct models *m)
{
	read_names(r, entry, m->shared);
}

/* ---- files ---- */

static void read_part(struct reader *r, const struct ynode *root, const char *key, struct models *m,
		      void (*read)(struct reader *, const struct ynode *, struct models *))
{
	const struct ynode *list = ynode_get(root, key);

	if (!list)
		return;
	reader_expect(r, list, YNODE_SEQUENCE);
	for (size_t i = 0; i < list->n; i++)
		read(r, list->item[i], m);
}

void load_models(struct arena *a, struct models *m, const char *path, const char *text, size_t n)
{
	static const struct field fields[] = {
		{ "models", read_skip, 0, true },   { "variables", read_skip, 0, false },
		{ "members", read_skip, 0, false }, { "kinds", read_skip, 0, false },
		{ "shared", read_skip, 0, false },
	};
	struct reader r = { .arena = a, .path = path };
	struct ynode *root = reader_root(&r, text, n), *list;
	struct map *here = map_new(a);

	read_fields(&r, root, fields, N(fields), m);
	list = ynode_get(root, "models");
	reader_expect(&r, list, YNODE_SEQUENCE);
	for (size_t i = 0; i < list->n; i++)
		read_model(&r, list->item[i], m, here);
	read_part(&r, root, "variables", m, read_variable);
	read_part(&r, root, "members", m, read_member);
	read_part(&r, root, "kinds", m, read_kind);
	read_part(&r, root, "shared", m, read_shared);
}
