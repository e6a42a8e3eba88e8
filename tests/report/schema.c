// SPDX-License-Identifier: MIT
/* See schema.h. Each keyword of a schema is a row of the table below. */
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tests/report/schema.h"

struct check {
	json_t *root;
	FILE *out;
	int complaints;
	char where[256]; /* "/findings/0/line" */
};

static void check(struct check *c, json_t *schema, json_t *value);

static void complain(struct check *c, const char *what)
{
	c->complaints++;
	fprintf(c->out, "%s: %s\n", c->where[0] ? c->where : "/", what);
}

static void check_below(struct check *c, const char *name, json_t *schema, json_t *value)
{
	size_t n = strlen(c->where);

	snprintf(c->where + n, sizeof(c->where) - n, "/%s", name);
	check(c, schema, value);
	c->where[n] = '\0';
}

/* ---- keywords ---- */

static bool is_type(const char *name, const json_t *value)
{
	static const struct {
		const char *name;
		json_type type;
	} types[] = {
		{ "object", JSON_OBJECT },   { "array", JSON_ARRAY }, { "string", JSON_STRING },
		{ "integer", JSON_INTEGER }, { "null", JSON_NULL },
	};

	if (strcmp(name, "boolean") == 0)
		return json_is_boolean(value);
	if (strcmp(name, "number") == 0)
		return json_is_number(value);
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].name, name) == 0)
			return json_typeof(value) == types[i].type;
	return false;
}

static void check_type(struct check *c, json_t *arg, json_t *value)
{
	bool ok = json_is_string(arg) && is_type(json_string_value(arg), value);
	size_t i;
	json_t *one;

	json_array_foreach(arg, i, one) ok |= is_type(json_string_value(one), value);
	if (!ok)
		complain(c, "wrong type");
}

static void check_const(struct check *c, json_t *arg, json_t *value)
{
	if (!json_equal(arg, value))
		complain(c, "not the constant");
}

static void check_enum(struct check *c, json_t *arg, json_t *value)
{
	size_t i;
	json_t *one;

	json_array_foreach(arg, i, one) if (json_equal(one, value)) return;
	complain(c, "not one of the values");
}

static void check_pattern(struct check *c, json_t *arg, json_t *value)
{
	regex_t re;

	if (!json_is_string(value))
		return;
	if (regcomp(&re, json_string_value(arg), REG_EXTENDED | REG_NOSUB) != 0) {
		complain(c, "bad pattern in the schema");
		return;
	}
	if (regexec(&re, json_string_value(value), 0, NULL, 0) != 0)
		complain(c, "does not match the pattern");
	regfree(&re);
}

static void check_minimum(struct check *c, json_t *arg, json_t *value)
{
	if (json_is_integer(value) && json_integer_value(value) < json_integer_value(arg))
		complain(c, "too small");
}

static void check_min_items(struct check *c, json_t *arg, json_t *value)
{
	if (json_is_array(value) && json_array_size(value) < (size_t)json_integer_value(arg))
		complain(c, "too few items");
}

static void check_max_items(struct check *c, json_t *arg, json_t *value)
{
	if (json_is_array(value) && json_array_size(value) > (size_t)json_integer_value(arg))
		complain(c, "too many items");
}

static void check_required(struct check *c, json_t *arg, json_t *value)
{
	size_t i;
	json_t *name;

	json_array_foreach(arg, i, name) if (json_is_object(value) &&
					     !json_object_get(value, json_string_value(name)))
		complain(c, json_string_value(name));
}

static void check_properties(struct check *c, json_t *arg, json_t *value)
{
	const char *name;
	json_t *schema;

	json_object_foreach(arg, name, schema) if (json_object_get(value, name))
		check_below(c, name, schema, json_object_get(value, name));
}

static void check_items(struct check *c, json_t *arg, json_t *value)
{
	size_t i;
	json_t *item;

	json_array_foreach(value, i, item)
	{
		char name[24];

		snprintf(name, sizeof(name), "%zu", i);
		check_below(c, name, arg, item);
	}
}

static void check_ref(struct check *c, json_t *arg, json_t *value)
{
	static const char prefix[] = "#/$defs/";
	const char *ref = json_string_value(arg);
	json_t *schema = NULL;

	if (ref && strncmp(ref, prefix, strlen(prefix)) == 0)
		schema = json_object_get(json_object_get(c->root, "$defs"), ref + strlen(prefix));
	if (schema)
		check(c, schema, value);
	else
		complain(c, "the schema refers to nothing");
}

static void check_nothing(struct check *c, json_t *arg, json_t *value)
{
	(void)c;
	(void)arg;
	(void)value;
}

/* additionalProperties needs its neighbour; it is always false. */
static void check_additional(struct check *c, json_t *schema, json_t *value)
{
	json_t *known = json_object_get(schema, "properties"), *ignored;
	const char *name;

	if (!json_is_false(json_object_get(schema, "additionalProperties")))
		return;
	json_object_foreach(value, name, ignored) if (!json_object_get(known, name))
		complain(c, name);
}

static const struct keyword {
	const char *name;
	void (*check)(struct check *c, json_t *arg, json_t *value);
} keywords[] = {
	{ "type", check_type },
	{ "const", check_const },
	{ "enum", check_enum },
	{ "pattern", check_pattern },
	{ "minimum", check_minimum },
	{ "minItems", check_min_items },
	{ "maxItems", check_max_items },
	{ "required", check_required },
	{ "properties", check_properties },
	{ "items", check_items },
	{ "$ref", check_ref },
	{ "additionalProperties", check_nothing },
	{ "$schema", check_nothing },
	{ "$defs", check_nothing },
	{ "title", check_nothing },
	{ "description", check_nothing },
};

static void check(struct check *c, json_t *schema, json_t *value)
{
	const char *name;
	json_t *arg;

	json_object_foreach(schema, name, arg)
	{
		size_t i = 0, n = sizeof(keywords) / sizeof(keywords[0]);

		while (i < n && strcmp(keywords[i].name, name) != 0)
			i++;
		if (i < n)
			keywords[i].check(c, arg, value);
		else
			complain(c, "unknown keyword in the schema");
	}
	check_additional(c, schema, value);
}

int schema_check(json_t *schema, json_t *value, FILE *out)
{
	struct check c = { .root = schema, .out = out };

	check(&c, schema, value);
	return c.complaints;
}
