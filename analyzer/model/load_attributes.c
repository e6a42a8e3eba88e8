// SPDX-License-Identifier: MIT
/* attributes.yaml: the C structs that make sysfs files, and the ways to register them. */
#include "model/fields.h"
#include "model/load.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

static void read_node(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const words[] = { "type", "device", "parent", "other" };

	*(const char **)slot = words[node_choice(r, value, "node", words, N(words))];
}

static void read_kind(struct reader *r, const struct ynode *entry, void *kinds)
{
	static const struct field fields[] = {
		REQUIRED("id", read_text, struct attr_kind, id),
		REQUIRED("struct", read_text, struct attr_kind, struct_name),
		FIELD("attr", read_text, struct attr_kind, attr_member),
		FIELD("show", read_text, struct attr_kind, show_member),
		FIELD("store", read_text, struct attr_kind, store_member),
		REQUIRED("node", read_node, struct attr_kind, node),
	};
	struct attr_kinds *k = kinds;
	struct attr_kind *kind = vec_push(r->arena, &k->kinds);

	kind->attr_member = "attr";
	kind->show_member = "show";
	kind->store_member = "store";
	read_fields(r, entry, fields, N(fields), kind);
}

static void read_era(struct reader *r, const struct ynode *entry, void *kinds)
{
	static const struct field fields[] = {
		REQUIRED("id", read_text, struct attr_era, id),
		REQUIRED("number", read_int, struct attr_era, number),
		FIELD("kernels", read_skip, struct attr_era, id),
		REQUIRED("idents", read_texts, struct attr_era, idents),
	};
	struct attr_kinds *k = kinds;

	read_fields(r, entry, fields, N(fields), vec_push(r->arena, &k->eras));
}

/* A row of functions or members that differ in nothing but the name. */
struct sink_row {
	const char **names;
	size_t n;
	struct attr_sink common;
};

static const struct field sink_fields[] = {
	REQUIRED("names", read_texts, struct sink_row, names),
	FIELD("arg", read_int, struct sink_row, common.arg),
	FIELD("root", read_bool, struct sink_row, common.is_root),
	FIELD("node", read_node, struct sink_row, common.node),
};

static void read_function(struct reader *r, const struct ynode *entry, void *kinds)
{
	struct sink_row row = { .common.is_root = true };
	struct attr_kinds *k = kinds;

	read_fields(r, entry, sink_fields, N(sink_fields), &row);
	if (!ynode_get(entry, "arg"))
		reader_fail(r, entry, "the key 'arg' is missing");
	for (size_t i = 0; i < row.n; i++) {
		struct attr_sink *s = vec_push(r->arena, &k->functions);

		*s = row.common;
		s->name = row.names[i];
	}
}

static void read_member(struct reader *r, const struct ynode *entry, void *kinds)
{
	struct sink_row row = { .common.arg = MODEL_NONE };
	struct attr_kinds *k = kinds;

	read_fields(r, entry, sink_fields, N(sink_fields), &row);
	if (ynode_get(entry, "arg"))
		reader_fail(r, ynode_get(entry, "arg"), "a member has no 'arg'");
	for (size_t i = 0; i < row.n; i++) {
		struct attr_sink *s = vec_push(r->arena, &k->members);

		*s = row.common;
		s->name = row.names[i];
	}
}

static void read_kinds(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_kind, r->context);
}

static void read_eras(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_era, r->context);
}

static void read_functions(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_function, r->context);
}

static void read_members(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_member, r->context);
}

void load_attributes(struct arena *a, struct attr_kinds *k, const char *path, const char *text,
		     size_t n)
{
	static const struct field fields[] = {
		REQUIRED("kinds", read_kinds, struct attr_kinds, kinds),
		REQUIRED("eras", read_eras, struct attr_kinds, eras),
		REQUIRED("functions", read_functions, struct attr_kinds, functions),
		REQUIRED("members", read_members, struct attr_kinds, members),
		REQUIRED("support-idents", read_texts, struct attr_kinds, support_idents),
		REQUIRED("mdev-register", read_texts, struct attr_kinds, mdev_register),
	};
	struct reader r = { .arena = a, .path = path, .context = k };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), k);
}
