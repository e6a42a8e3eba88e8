// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "base/strbuf.h"
#include "model/constants.h"
#include "model/fields.h"

static _Noreturn void fail_place(const struct reader *r, uint32_t line, uint32_t col,
				 const char *message)
{
	struct strbuf b;

	strbuf_init(&b, r->arena);
	strbuf_add_escaped(&b, r->path, strlen(r->path), true);
	strbuf_addf(&b, ":%u:%u: ", line, col);
	strbuf_add_escaped(&b, message, strlen(message), true);
	fatal("%s", b.s);
}

void reader_fail(const struct reader *r, const struct ynode *at, const char *fmt, ...)
{
	const char *message;
	va_list ap;

	va_start(ap, fmt);
	message = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
	fail_place(r, at->line, at->col, message);
}

void reader_fail_unknown(const struct reader *r, const struct ynode *at, const char *what,
			 const char *word, const char *const *known, size_t n)
{
	const char *meant = closest(word, known, n);

	if (meant)
		reader_fail(r, at, "unknown %s '%s'; did you mean '%s'?", what, word, meant);
	reader_fail(r, at, "unknown %s '%s'", what, word);
}

struct ynode *reader_root(struct reader *r, const char *text, size_t n)
{
	struct yaml_error err = { 0 };
	struct ynode *root = yaml_read(r->arena, text, n, &err);

	if (!root)
		fail_place(r, err.line, err.col, err.reason);
	return root;
}

void reader_expect(const struct reader *r, const struct ynode *node, enum ynode_kind kind)
{
	if (node->kind != kind)
		reader_fail(r, node, "expected a %s, found a %s", ynode_kind_name(kind),
			    ynode_kind_name(node->kind));
}

/* ---- mappings by table ---- */

static const struct field *find_field(const struct field *fields, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(fields[i].key, key) == 0)
			return &fields[i];
	return NULL;
}

static _Noreturn void fail_key(struct reader *r, const struct ynode *key,
			       const struct field *fields, size_t n)
{
	const char **known = arena_array(r->arena, n, sizeof(*known));

	for (size_t i = 0; i < n; i++)
		known[i] = fields[i].key;
	reader_fail_unknown(r, key, "key", key->text, known, n);
}

void read_fields(struct reader *r, const struct ynode *mapping, const struct field *fields,
		 size_t n, void *object)
{
	reader_expect(r, mapping, YNODE_MAPPING);
	for (size_t i = 0; i < mapping->n; i++) {
		const struct field *f = find_field(fields, n, mapping->key[i]->text);

		if (!f)
			fail_key(r, mapping->key[i], fields, n);
		f->read(r, mapping->item[i], (char *)object + f->offset);
	}
	for (size_t i = 0; i < n; i++)
		if (fields[i].is_required && !ynode_get(mapping, fields[i].key))
			reader_fail(r, mapping, "the key '%s' is missing", fields[i].key);
}

void read_each(struct reader *r, const struct ynode *list,
	       void (*read)(struct reader *r, const struct ynode *entry, void *object),
	       void *object)
{
	reader_expect(r, list, YNODE_SEQUENCE);
	for (size_t i = 0; i < list->n; i++)
		read(r, list->item[i], object);
}

/* ---- scalars ---- */

const char *node_text(const struct reader *r, const struct ynode *node)
{
	reader_expect(r, node, YNODE_SCALAR);
	if (!node->text[0])
		reader_fail(r, node, "a text is missing here");
	return node->text;
}

/* Digits of @s in base 10 or, after 0x, 16; up to 64 bits. */
static bool parse_digits(const char *s, wide *value)
{
	int base = s[0] == '0' && s[1] == 'x' ? 16 : 10;
	unsigned long long v;
	char *end;

	if (base == 16)
		s += 2;
	if (!*s || strlen(s) > 20 || strspn(s, "0123456789abcdefABCDEF") != strlen(s))
		return false;
	errno = 0;
	v = strtoull(s, &end, base);
	*value = (wide)v;
	return !*end && !errno;
}

wide node_wide(const struct reader *r, const struct ynode *node, const char **name)
{
	const char *text = node_text(r, node), *s = text + (text[0] == '-');
	wide value = 0;

	*name = NULL;
	if (constant_find(s, &value))
		*name = text;
	else if (!parse_digits(s, &value))
		reader_fail(r, node, "'%s' is neither a number nor a known constant", text);
	return text[0] == '-' ? -value : value;
}

size_t node_choice(const struct reader *r, const struct ynode *node, const char *what,
		   const char *const *words, size_t n)
{
	const char *text = node_text(r, node);

	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	reader_fail_unknown(r, node, what, text, words, n);
}

/* ---- slots ---- */

void read_text(struct reader *r, const struct ynode *value, void *slot)
{
	*(const char **)slot = node_text(r, value);
}

void read_bool(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const words[] = { "false", "true" };

	*(bool *)slot = node_choice(r, value, "value", words, 2) == 1;
}

static wide read_limited(struct reader *r, const struct ynode *value, wide low, wide high)
{
	const char *name;
	wide v = node_wide(r, value, &name);

	if (v < low || v > high)
		reader_fail(r, value, "%s is out of range", value->text);
	return v;
}

void read_int(struct reader *r, const struct ynode *value, void *slot)
{
	*(int *)slot = (int)read_limited(r, value, 0, INT32_MAX);
}

void read_long(struct reader *r, const struct ynode *value, void *slot)
{
	*(long *)slot = (long)read_limited(r, value, 0, INT64_MAX);
}

void read_texts(struct reader *r, const struct ynode *value, void *slot)
{
	const char **v;

	reader_expect(r, value, YNODE_SEQUENCE);
	v = arena_array(r->arena, value->n, sizeof(*v));
	for (size_t i = 0; i < value->n; i++)
		v[i] = node_text(r, value->item[i]);
	*(const char ***)slot = v;
	*(size_t *)((char *)slot + sizeof(v)) = value->n;
}

void read_skip(struct reader *r, const struct ynode *value, void *slot)
{
	(void)r;
	(void)value;
	(void)slot;
}
