// SPDX-License-Identifier: MIT
/* Copies, cuts and new memory, computed (concrete.h). Only trials get here. */
#include <string.h>

#include "absint/concrete.h"

bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || (unsigned char)c == 0xa0;
}

/* The bytes go to argument @n, @offset bytes from its start. */
static bool put(struct exact *x, size_t n, size_t offset, const char *bytes, size_t size)
{
	struct aval to = value_add(&x->e->syms, exact_arg(x, n), value_const((wide)offset));

	return exact_arg(x, n).region && bytes_put(x->e, x->s, to, bytes, size);
}

bool exact_fresh(struct exact *x, const char *bytes, size_t n)
{
	struct region new = { .kind = REGION_HEAP,
			      .fill = FILL_UNDEF,
			      .name = x->m->name,
			      .size = value_const((wide)n),
			      .size_known = true };

	x->value = value_address(region_new(x->e, &new), 0);
	return bytes_put(x->e, x->s, x->value, bytes, n);
}

/* ---- copies ---- */

bool exact_strcpy(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 1, &n);

	return s && put(x, 0, 0, s, n + 1) && exact_within(x, 0, 0);
}

bool exact_stpcpy(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 1, &n);

	return s && put(x, 0, 0, s, n + 1) && exact_within(x, 0, n);
}

/* No NUL if the text fills all; else NULs to the end. */
bool exact_strncpy(struct exact *x)
{
	size_t size, n;
	const char *s;
	char *buf;

	if (!exact_size(x, 2, &size) || size > 4096)
		return false;
	s = exact_text(x, 1, size, &n);
	if (!s)
		return false;
	buf = arena_alloc(x->e->arena, size + 1);
	memcpy(buf, s, n);
	return put(x, 0, 0, buf, size) && exact_within(x, 0, 0);
}

/* Copies what fits into @size bytes with its NUL; returns the bytes of text stored. */
static bool put_cut(struct exact *x, size_t offset, const char *s, size_t n, size_t size)
{
	char *buf;

	if (!size)
		return true;
	n = n < size ? n : size - 1;
	buf = arena_alloc(x->e->arena, n + 1);
	memcpy(buf, s, n);
	return put(x, 0, offset, buf, n + 1);
}

bool exact_strlcpy(struct exact *x)
{
	size_t size, n;
	const char *s = exact_string(x, 1, &n);

	return s && exact_size(x, 2, &size) && put_cut(x, 0, s, n, size) &&
	       exact_result(x, (wide)n);
}

bool exact_strscpy(struct exact *x)
{
	size_t size, n;
	const char *s = exact_string(x, 1, &n);

	if (!s || !exact_size(x, 2, &size) || !put_cut(x, 0, s, n, size))
		return false;
	return exact_result(x, n < size ? (wide)n : -(wide)7 /* E2BIG */);
}

bool exact_strcat(struct exact *x)
{
	size_t n, m;
	const char *to = exact_string(x, 0, &m), *s = exact_string(x, 1, &n);

	return s && to && put(x, 0, m, s, n + 1) && exact_within(x, 0, 0);
}

bool exact_strncat(struct exact *x)
{
	size_t size, n, m;
	const char *to = exact_string(x, 0, &m), *s;

	if (!to || !exact_size(x, 2, &size))
		return false;
	s = exact_text(x, 1, size, &n);
	return s && put(x, 0, m, s, n + 1) && exact_within(x, 0, 0);
}

bool exact_strlcat(struct exact *x)
{
	size_t size, n, m;
	const char *to = exact_string(x, 0, &m), *s = exact_string(x, 1, &n);

	if (!to || !s || !exact_size(x, 2, &size) || m >= size)
		return false;
	return put_cut(x, m, s, n, size - m) && exact_result(x, (wide)(m + n));
}

/* What the setting has at a place may be a struct: mem_copy() keeps its members apart. */
static bool is_bytes(const struct exact *x, size_t n)
{
	struct aval v = exact_arg(x, n);

	return v.region && region_get(x->e, v.region)->kind != REGION_OUTSIDE;
}

bool exact_memcpy(struct exact *x)
{
	size_t n;
	const char *s;

	if (!exact_size(x, 2, &n) || !is_bytes(x, 1))
		return false;
	s = bytes_exactly(x->e, x->s, exact_arg(x, 1), n);
	return s && put(x, 0, 0, s, n) && exact_within(x, 0, 0);
}

bool exact_memset(struct exact *x)
{
	size_t n;
	wide c;
	char *buf;

	if (!exact_size(x, 2, &n) || !exact_number(x, 1, &c) || n > 4096)
		return false;
	buf = arena_alloc(x->e->arena, n + 1);
	memset(buf, (int)c, n);
	return put(x, 0, 0, buf, n) && exact_within(x, 0, 0);
}

/* ---- new memory ---- */

static bool dup_string(struct exact *x, size_t arg)
{
	size_t n;
	const char *s = exact_string(x, arg, &n);

	return s && exact_fresh(x, s, n + 1);
}

bool exact_kstrdup(struct exact *x)
{
	return dup_string(x, 0);
}

bool exact_devm_kstrdup(struct exact *x)
{
	return dup_string(x, 1);
}

bool exact_kstrndup(struct exact *x)
{
	size_t max, n;
	const char *s;

	if (!exact_size(x, 1, &max))
		return false;
	s = exact_text(x, 0, max, &n);
	return s && exact_fresh(x, s, n + 1);
}

static bool dup_bytes(struct exact *x, size_t arg, size_t extra)
{
	size_t n;
	const char *s;

	if (!exact_size(x, arg + 1, &n) || !is_bytes(x, arg))
		return false;
	s = bytes_exactly(x->e, x->s, exact_arg(x, arg), n);
	return s && exact_fresh(x, s, n + extra); /* a copy of n bytes has a NUL behind */
}

bool exact_kmemdup(struct exact *x)
{
	return dup_bytes(x, 0, 0);
}

bool exact_devm_kmemdup(struct exact *x)
{
	return dup_bytes(x, 1, 0);
}

bool exact_kmemdup_nul(struct exact *x)
{
	return dup_bytes(x, 0, 1);
}

/* ---- cutting and trimming, in place ---- */

bool exact_strsep(struct exact *x)
{
	size_t n, m;
	struct aval at = exact_arg(x, 0), p = mem_load(x->e, x->s, at, IRT_PTR);
	const char *set = exact_string(x, 1, &m), *s;
	struct aval rest = value_const(0);
	size_t token;

	if (value_is_const(p) && p.k == 0)
		return exact_result(x, 0);
	s = p.region ? string_at(x->e, x->s, p, &n) : NULL;
	if (!s || !set)
		return false;
	token = strcspn(s, set);
	if (token < n) {
		rest = value_add(&x->e->syms, p, value_const((wide)token));
		if (!bytes_put(x->e, x->s, rest, "", 1))
			return false;
		rest.k++;
	}
	mem_store(x->e, x->s, at, IRT_PTR, rest);
	x->value = p;
	return true;
}

bool exact_skip_spaces(struct exact *x)
{
	size_t n, i = 0;
	const char *s = exact_string(x, 0, &n);

	if (!s)
		return false;
	while (is_space(s[i]))
		i++;
	return exact_within(x, 0, i);
}

bool exact_strim(struct exact *x)
{
	size_t n, end;
	const char *s = exact_string(x, 0, &n);

	if (!s)
		return false;
	for (end = n; end && is_space(s[end - 1]);)
		end--;
	if (n && !put(x, 0, end, "", 1))
		return false;
	return exact_skip_spaces(x);
}

bool exact_strreplace(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 0, &n);
	wide old, new;
	char *buf;

	if (!s || !exact_number(x, 1, &old) || !exact_number(x, 2, &new))
		return false;
	buf = arena_strndup(x->e->arena, s, n);
	for (size_t i = 0; i < n; i++)
		if (buf[i] == (char)old)
			buf[i] = (char)new;
	return put(x, 0, 0, buf, n + 1) && exact_within(x, 0, 0); /* 6.1: within, at the end */
}
