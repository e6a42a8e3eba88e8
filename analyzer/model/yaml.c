// SPDX-License-Identifier: MIT
/*
 * libyaml does the lexing and the grammar; this file builds the tree and says
 * no. libyaml's own loader would expand aliases and recurse without limit, so
 * its events are read instead. What it reports badly (encodings, control
 * bytes: without a line) is checked over the bytes before it sees them.
 *
 * Every function that can fail sets the error once and returns NULL or false;
 * callers pass that on.
 */
#include <stdarg.h>
#include <string.h>
#include <yaml.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/yaml.h"

struct yreader {
	struct arena *arena;
	const char *text;
	size_t size;
	yaml_parser_t parser;
	struct yaml_error *err;
	size_t nodes;
	unsigned int depth;
};

typedef VEC(struct ynode *) ynode_vec;

static void *fail_at(struct yreader *r, size_t line, size_t col, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

static void *fail_at(struct yreader *r, size_t line, size_t col, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	r->err->line = (uint32_t)line;
	r->err->col = (uint32_t)col;
	r->err->reason = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
	return NULL;
}

static void *fail_event(struct yreader *r, const yaml_event_t *ev, const char *reason)
{
	return fail_at(r, ev->start_mark.line + 1, ev->start_mark.column + 1, "%s", reason);
}

/* ---- bytes ---- */

/* Length of the UTF-8 sequence at @s; 0: malformed, overlong, surrogate or beyond Unicode. */
static size_t utf8_sequence(const unsigned char *s, size_t n)
{
	static const struct {
		unsigned char first, last, low, high; /* lead bytes; range of the second byte */
		unsigned char length;
	} form[] = {
		{ 0x00, 0x7f, 0x00, 0x00, 1 }, { 0xc2, 0xdf, 0x80, 0xbf, 2 },
		{ 0xe0, 0xe0, 0xa0, 0xbf, 3 }, { 0xe1, 0xec, 0x80, 0xbf, 3 },
		{ 0xed, 0xed, 0x80, 0x9f, 3 }, { 0xee, 0xef, 0x80, 0xbf, 3 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 4 }, { 0xf1, 0xf3, 0x80, 0xbf, 4 },
		{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};
	size_t f = 0, count = sizeof(form) / sizeof(*form);

	while (f < count && (s[0] < form[f].first || s[0] > form[f].last))
		f++;
	if (f == count || form[f].length > n)
		return 0;
	if (form[f].length > 1 && (s[1] < form[f].low || s[1] > form[f].high))
		return 0;
	for (size_t i = 2; i < form[f].length; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return form[f].length;
}

static bool is_control(const unsigned char *s, size_t len)
{
	return len == 1 &&
	       ((s[0] < 0x20 && s[0] != '\n' && s[0] != '\r' && s[0] != '\t') || s[0] == 0x7f);
}

static const char *byte_complaint(const unsigned char *s, size_t len)
{
	if (!len)
		return "invalid UTF-8";
	if (!s[0])
		return "a NUL";
	return is_control(s, len) ? "a control character" : NULL;
}

static bool check_bytes(struct yreader *r, const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t line = 1, col = 1;

	if (n > YAML_MAX_BYTES)
		return fail_at(r, 1, 1, "the file is larger than %zu MB", YAML_MAX_BYTES >> 20);
	for (size_t i = 0, len; i < n; i += len) {
		const char *complaint;

		len = utf8_sequence(s + i, n - i);
		complaint = byte_complaint(s + i, len);
		if (complaint)
			return fail_at(r, line, col, "%s (byte 0x%02x)", complaint, s[i]);
		line += s[i] == '\n';
		col = s[i] == '\n' ? 1 : col + 1;
	}
	return true;
}

/* ---- events ---- */

/* libyaml gives a byte offset instead of a line for a character that YAML forbids. */
static void *fail_offset(struct yreader *r, size_t offset, const char *reason)
{
	size_t line = 1, start = 0;

	for (size_t i = 0; i < offset && i < r->size; i++)
		if (r->text[i] == '\n') {
			line++;
			start = i + 1;
		}
	return fail_at(r, line, offset - start + 1, "%s", reason);
}

static void *fail_parser(struct yreader *r)
{
	const yaml_parser_t *p = &r->parser;

	if (p->error == YAML_READER_ERROR)
		return fail_offset(r, p->problem_offset, p->problem);
	return fail_at(r, p->problem_mark.line + 1, p->problem_mark.column + 1, "%s%s%s",
		       p->context ? p->context : "", p->context ? ": " : "",
		       p->problem ? p->problem : "not YAML");
}

static bool next_event(struct yreader *r, yaml_event_t *ev)
{
	return yaml_parser_parse(&r->parser, ev) || fail_parser(r);
}

static struct ynode *node_new(struct yreader *r, const yaml_event_t *ev, enum ynode_kind kind)
{
	struct ynode *node;

	if (++r->nodes > YAML_MAX_NODES)
		return fail_event(r, ev, "too many nodes");
	node = arena_new_of(r->arena, struct ynode);
	node->kind = kind;
	node->line = (uint32_t)ev->start_mark.line + 1;
	node->col = (uint32_t)ev->start_mark.column + 1;
	return node;
}

static struct ynode *read_scalar(struct yreader *r, const yaml_event_t *ev)
{
	const char *text = (const char *)ev->data.scalar.value;
	struct ynode *node = node_new(r, ev, YNODE_SCALAR);

	if (!node)
		return NULL;
	if (ev->data.scalar.anchor)
		return fail_event(r, ev, "aliases and anchors are not supported");
	if (ev->data.scalar.tag)
		return fail_event(r, ev, "tags are not supported");
	if (memchr(text, '\0', ev->data.scalar.length)) /* "\0" in a quoted scalar */
		return fail_event(r, ev, "a NUL in a text");
	node->text = arena_strndup(r->arena, text, ev->data.scalar.length);
	node->is_plain = ev->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return node;
}

static struct ynode *read_node(struct yreader *r, const yaml_event_t *ev);

/* The next node inside a collection; *@end when the collection ends instead. */
static struct ynode *read_next(struct yreader *r, yaml_event_type_t last, bool *end)
{
	struct ynode *node = NULL;
	yaml_event_t ev;

	if (!next_event(r, &ev))
		return NULL;
	*end = ev.type == last;
	if (!*end)
		node = read_node(r, &ev);
	yaml_event_delete(&ev);
	return node;
}

static struct ynode *read_sequence(struct yreader *r, const yaml_event_t *ev)
{
	struct ynode *node = node_new(r, ev, YNODE_SEQUENCE), *item;
	ynode_vec items = { 0 };
	bool end = false;

	if (!node)
		return NULL;
	while ((item = read_next(r, YAML_SEQUENCE_END_EVENT, &end)))
		*vec_push(r->arena, &items) = item;
	if (!end)
		return NULL;
	node->item = items.v;
	node->n = items.n;
	return node;
}

/* The keys of a mapping so far: a short list is searched, a long one is hashed. */
struct keys {
	ynode_vec v;
	struct map *map;
};

static const struct ynode *keys_find(const struct keys *k, const char *text)
{
	if (k->map)
		return map_get(k->map, text);
	for (size_t i = 0; i < k->v.n; i++)
		if (strcmp(k->v.v[i]->text, text) == 0)
			return k->v.v[i];
	return NULL;
}

static void keys_add(struct yreader *r, struct keys *k, struct ynode *key)
{
	*vec_push(r->arena, &k->v) = key;
	if (k->map) {
		map_put(k->map, key->text, key);
	} else if (k->v.n == 32) {
		k->map = map_new(r->arena);
		for (size_t i = 0; i < k->v.n; i++)
			map_put(k->map, k->v.v[i]->text, k->v.v[i]);
	}
}

static bool check_key(struct yreader *r, const struct keys *keys, const struct ynode *key)
{
	const struct ynode *first;

	if (key->kind != YNODE_SCALAR)
		return fail_at(r, key->line, key->col, "a key must be a text, not a %s",
			       ynode_kind_name(key->kind));
	if (key->is_plain && strcmp(key->text, "<<") == 0)
		return fail_at(r, key->line, key->col, "merge keys are not supported");
	first = keys_find(keys, key->text);
	if (first)
		return fail_at(r, key->line, key->col, "'%s' is here twice; first in line %u",
			       key->text, first->line);
	return true;
}

static struct ynode *read_mapping(struct yreader *r, const yaml_event_t *ev)
{
	struct ynode *node = node_new(r, ev, YNODE_MAPPING), *key, *value;
	struct keys keys = { 0 };
	ynode_vec values = { 0 };
	bool end = false, value_end;

	if (!node)
		return NULL;
	while ((key = read_next(r, YAML_MAPPING_END_EVENT, &end))) {
		if (!check_key(r, &keys, key))
			return NULL;
		value = read_next(r, YAML_MAPPING_END_EVENT, &value_end);
		if (!value)
			return NULL;
		keys_add(r, &keys, key);
		*vec_push(r->arena, &values) = value;
	}
	if (!end)
		return NULL;
	node->key = keys.v.v;
	node->item = values.v;
	node->n = values.n;
	return node;
}

static struct ynode *read_collection(struct yreader *r, const yaml_event_t *ev,
				     const yaml_char_t *anchor, const yaml_char_t *tag)
{
	struct ynode *node;

	if (anchor)
		return fail_event(r, ev, "aliases and anchors are not supported");
	if (tag)
		return fail_event(r, ev, "tags are not supported");
	if (r->depth >= YAML_MAX_DEPTH)
		return fail_event(r, ev, "nested too deeply");
	r->depth++;
	node = ev->type == YAML_SEQUENCE_START_EVENT ? read_sequence(r, ev) : read_mapping(r, ev);
	r->depth--;
	return node;
}

static struct ynode *read_node(struct yreader *r, const yaml_event_t *ev)
{
	switch (ev->type) {
	case YAML_SCALAR_EVENT:
		return read_scalar(r, ev);
	case YAML_SEQUENCE_START_EVENT:
		return read_collection(r, ev, ev->data.sequence_start.anchor,
				       ev->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return read_collection(r, ev, ev->data.mapping_start.anchor,
				       ev->data.mapping_start.tag);
	case YAML_ALIAS_EVENT:
		return fail_event(r, ev, "aliases and anchors are not supported");
	case YAML_STREAM_END_EVENT:
		return fail_at(r, 1, 1, "the file is empty");
	default:
		return fail_event(r, ev, "unexpected YAML");
	}
}

static bool skip_event(struct yreader *r, yaml_event_type_t wanted, const char *otherwise)
{
	yaml_event_t ev;
	bool ok = next_event(r, &ev);

	if (!ok)
		return false;
	if (ev.type != wanted)
		ok = fail_event(r, &ev, otherwise);
	yaml_event_delete(&ev);
	return ok;
}

static struct ynode *read_document(struct yreader *r)
{
	struct ynode *root;
	bool end;

	if (!skip_event(r, YAML_STREAM_START_EVENT, "not YAML") ||
	    !skip_event(r, YAML_DOCUMENT_START_EVENT, "the file is empty"))
		return NULL;
	root = read_next(r, YAML_NO_EVENT, &end);
	if (!root || !skip_event(r, YAML_DOCUMENT_END_EVENT, "unexpected YAML") ||
	    !skip_event(r, YAML_STREAM_END_EVENT, "a second document is not supported"))
		return NULL;
	return root;
}

struct ynode *yaml_read(struct arena *a, const char *text, size_t n, struct yaml_error *err)
{
	struct yreader r = { .arena = a, .text = text, .size = n, .err = err };
	struct ynode *root;

	if (!check_bytes(&r, text, n))
		return NULL;
	if (!yaml_parser_initialize(&r.parser))
		return fail_at(&r, 1, 1, "out of memory");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, n);
	root = read_document(&r);
	yaml_parser_delete(&r.parser);
	return root;
}

/* ---- the tree ---- */

struct ynode *ynode_get(const struct ynode *mapping, const char *key)
{
	for (size_t i = 0; mapping->kind == YNODE_MAPPING && i < mapping->n; i++)
		if (strcmp(mapping->key[i]->text, key) == 0)
			return mapping->item[i];
	return NULL;
}

const char *ynode_kind_name(enum ynode_kind kind)
{
	static const char *const name[] = {
		[YNODE_SCALAR] = "text",
		[YNODE_SEQUENCE] = "list",
		[YNODE_MAPPING] = "mapping",
	};

	return name[kind];
}
