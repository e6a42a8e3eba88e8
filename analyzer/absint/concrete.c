// SPDX-License-Identifier: MIT
/*
 * Calls computed because everything they read is constant, as lib/string.c and
 * lib/string_helpers.c of the kernel do it. One row per function in
 * model/exact.h; a model says which row it is.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "absint/concrete.h"
#include "absint/trial.h"

#define MAX_SIZE 65536 /* a larger "n" is no limit for what can be a constant here */

static bool (*const exacts[EXACT_NR])(struct exact *x) = {
#define X(name) [EXACT_##name] = exact_##name,
	MODEL_EXACTS(X)
#undef X
};

bool concrete_call(struct engine *e, struct state *s, const struct model *m,
		   const struct call_site *c, result_list *out)
{
	struct exact x = { .e = e, .s = s, .m = m, .c = c };
	struct aval v;

	if (m->exact == EXACT_NONE || c->nargs < m->nparams)
		return false;
	if (!e->trial && !e->given && (!m->pure || m->must_check))
		return false;
	if (!exacts[m->exact](&x))
		return false;
	v = c->insn->type == IRT_VOID ? x.value : cast_value(e, s, x.value, c->insn->type);
	*vec_push(e->arena, out) = (struct call_result){ s, v };
	return true;
}

/* ---- arguments and results ---- */

struct aval exact_arg(const struct exact *x, size_t n)
{
	return n < x->c->nargs ? x->c->args[n] : value_const(0);
}

bool exact_number(const struct exact *x, size_t n, wide *out)
{
	struct aval v = exact_arg(x, n);

	*out = v.k;
	return n < x->c->nargs && value_is_const(v);
}

bool exact_size(const struct exact *x, size_t n, size_t *out)
{
	wide v;

	if (!exact_number(x, n, &v))
		return false;
	*out = v < 0 || v > MAX_SIZE ? MAX_SIZE : (size_t)v;
	return true;
}

const char *exact_string(struct exact *x, size_t n, size_t *length)
{
	struct aval v = exact_arg(x, n);

	return v.region ? string_at(x->e, x->s, v, length) : NULL;
}

const char *exact_text(struct exact *x, size_t n, size_t max, size_t *length)
{
	size_t have;
	char *buf;

	if (max > 4096)
		return exact_string(x, n, length);
	if (!exact_arg(x, n).region)
		return NULL;
	buf = arena_alloc(x->e->arena, max + 1);
	have = bytes_known(x->e, x->s, exact_arg(x, n), buf, max);
	*length = strnlen(buf, have);
	buf[*length] = '\0';
	return *length < have || have == max ? buf : NULL;
}

bool exact_within(struct exact *x, size_t n, size_t offset)
{
	x->value = value_add(&x->e->syms, exact_arg(x, n), value_const((wide)offset));
	return true;
}

bool exact_result(struct exact *x, wide v)
{
	x->value = value_const(v);
	return true;
}

/* ---- lengths and spans ---- */

bool exact_strlen(struct exact *x)
{
	size_t n;

	return exact_string(x, 0, &n) && exact_result(x, (wide)n);
}

bool exact_strnlen(struct exact *x)
{
	size_t max, n;

	return exact_size(x, 1, &max) && exact_text(x, 0, max, &n) && exact_result(x, (wide)n);
}

bool exact_strspn(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *set = exact_string(x, 1, &m);

	return s && set && exact_result(x, (wide)strspn(s, set));
}

bool exact_strcspn(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *set = exact_string(x, 1, &m);

	return s && set && exact_result(x, (wide)strcspn(s, set));
}

/* ---- comparison ---- */

/* What is compared with the written bytes may be a version that store accepts. */
static const char *note_text(struct exact *x, const char *s)
{
	struct trial *t = x->e->trial;

	if (s && *s && t) {
		*vec_push(t->arena, &t->texts) = arena_strdup(t->arena, s);
		t->last_compared = x->c->insn->loc;
	}
	return s;
}

static bool two_strings(struct exact *x, const char **a, const char **b)
{
	size_t n, m;

	*a = note_text(x, exact_string(x, 0, &n));
	*b = note_text(x, exact_string(x, 1, &m));
	return *a && *b;
}

static wide sign(int c)
{
	return c < 0 ? -1 : c > 0;
}

bool exact_strcmp(struct exact *x)
{
	const char *a, *b;

	return two_strings(x, &a, &b) && exact_result(x, sign(strcmp(a, b)));
}

static bool limited_texts(struct exact *x, const char **a, const char **b)
{
	size_t max, n, m;

	if (!exact_size(x, 2, &max))
		return false;
	*a = note_text(x, exact_text(x, 0, max, &n));
	*b = note_text(x, exact_text(x, 1, max, &m));
	return *a && *b;
}

bool exact_strncmp(struct exact *x)
{
	const char *a, *b;

	return limited_texts(x, &a, &b) && exact_result(x, sign(strcmp(a, b)));
}

bool exact_memcmp(struct exact *x)
{
	const char *a, *b;
	size_t n;

	if (!exact_size(x, 2, &n))
		return false;
	if (!n)
		return exact_result(x, 0);
	a = exact_arg(x, 0).region ? bytes_exactly(x->e, x->s, exact_arg(x, 0), n) : NULL;
	b = exact_arg(x, 1).region ? bytes_exactly(x->e, x->s, exact_arg(x, 1), n) : NULL;
	note_text(x, a);
	note_text(x, b);
	return a && b && exact_result(x, sign(memcmp(a, b, n)));
}

bool exact_strcasecmp(struct exact *x)
{
	const char *a, *b;

	return two_strings(x, &a, &b) && exact_result(x, sign(strcasecmp(a, b)));
}

bool exact_strncasecmp(struct exact *x)
{
	const char *a, *b;

	return limited_texts(x, &a, &b) && exact_result(x, sign(strcasecmp(a, b)));
}

/* Equal, or one of them has a newline more. */
static bool equal_but_newline(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	if (*a == *b)
		return true;
	if (!*a && *b == '\n' && !b[1])
		return true;
	return *a == '\n' && !a[1] && !*b;
}

bool exact_sysfs_streq(struct exact *x)
{
	const char *a, *b;

	return two_strings(x, &a, &b) && exact_result(x, equal_but_newline(a, b));
}

/* Whether @option is one of the words of a list with commas. */
bool exact_parse_option_str(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *option = exact_string(x, 1, &m);

	if (!s || !option)
		return false;
	while (*s) {
		if (!strncmp(s, option, m) && (!s[m] || s[m] == ','))
			return exact_result(x, 1);
		s += strcspn(s, ",");
		s += *s == ',';
	}
	return exact_result(x, 0);
}

/* A table that ends nowhere is not one of the driver's. */
#define MAX_ROWS 256

static bool find_in_table(struct exact *x, bool (*same)(const char *a, const char *b))
{
	size_t n, max, m;
	const char *s = exact_string(x, 2, &n);

	if (!s || !exact_size(x, 1, &max))
		return false;
	for (size_t i = 0; i < max; i++) {
		struct aval at = value_add(&x->e->syms, exact_arg(x, 0), value_const((wide)i * 8));
		struct aval p = mem_load(x->e, x->s, at, IRT_PTR);
		const char *item;

		if (i == MAX_ROWS)
			return false;
		if (value_is_const(p) && p.k == 0)
			break;
		item = p.region ? note_text(x, string_at(x->e, x->s, p, &m)) : NULL;
		if (!item)
			return false;
		if (same(item, s))
			return exact_result(x, (wide)i);
	}
	return exact_result(x, -(wide)22 /* EINVAL */);
}

static bool equal_strings(const char *a, const char *b)
{
	return !strcmp(a, b);
}

bool exact_match_string(struct exact *x)
{
	return find_in_table(x, equal_strings);
}

bool exact_sysfs_match_string(struct exact *x)
{
	return find_in_table(x, equal_but_newline);
}

/* ---- search ---- */

/* A pointer to @found, which lies in the copy @s of argument @n; NULL: none. */
static bool found_at(struct exact *x, size_t n, const char *s, const char *found)
{
	return found ? exact_within(x, n, (size_t)(found - s)) : exact_result(x, 0);
}

static bool wanted_char(struct exact *x, size_t n, char *c)
{
	wide v;

	if (!exact_number(x, n, &v))
		return false;
	*c = (char)(unsigned char)v;
	return true;
}

bool exact_strchr(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 0, &n);
	char c;

	return s && wanted_char(x, 1, &c) && found_at(x, 0, s, strchr(s, c));
}

bool exact_strrchr(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 0, &n);
	char c;

	return s && wanted_char(x, 1, &c) && found_at(x, 0, s, strrchr(s, c));
}

bool exact_strnchr(struct exact *x)
{
	size_t max, n;
	const char *s;
	char c;

	if (!exact_size(x, 1, &max) || !wanted_char(x, 2, &c))
		return false;
	s = exact_text(x, 0, max, &n);
	return s && found_at(x, 0, s, memchr(s, c, n < max ? n + 1 : n));
}

bool exact_strchrnul(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 0, &n), *at;
	char c;

	if (!s || !wanted_char(x, 1, &c))
		return false;
	at = strchr(s, c);
	return exact_within(x, 0, at ? (size_t)(at - s) : n);
}

bool exact_strstr(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *wanted = exact_string(x, 1, &m);

	return s && wanted && found_at(x, 0, s, strstr(s, wanted));
}

bool exact_strnstr(struct exact *x)
{
	size_t max, n, m;
	const char *s, *wanted = exact_string(x, 1, &m);

	if (!wanted || !exact_size(x, 2, &max))
		return false;
	s = exact_text(x, 0, max, &n);
	return s && found_at(x, 0, s, strstr(s, wanted));
}

bool exact_strpbrk(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *set = exact_string(x, 1, &m);

	return s && set && found_at(x, 0, s, strpbrk(s, set));
}

static const char *exact_bytes(struct exact *x, size_t n, size_t size_arg, size_t *size)
{
	if (!exact_size(x, size_arg, size) || !exact_arg(x, n).region)
		return NULL;
	return bytes_exactly(x->e, x->s, exact_arg(x, n), *size);
}

bool exact_memchr(struct exact *x)
{
	size_t n;
	const char *s = exact_bytes(x, 0, 2, &n);
	char c;

	return s && wanted_char(x, 1, &c) && found_at(x, 0, s, memchr(s, c, n));
}

bool exact_memchr_inv(struct exact *x)
{
	size_t n, i = 0;
	const char *s = exact_bytes(x, 0, 2, &n);
	char c;

	if (!s || !wanted_char(x, 1, &c))
		return false;
	while (i < n && s[i] == c)
		i++;
	return found_at(x, 0, s, i < n ? s + i : NULL);
}
