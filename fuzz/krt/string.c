// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * String functions that libc has not, or with another meaning. The plain ones
 * (strlen, strcmp, memcpy, strsep, ...) are libc's. Comparisons tell the fuzzer
 * what they compared.
 */
#include "internal.h"

/* With the bundled headers some of these are macros, too; hence the brackets. */
ssize_t(strscpy)(char *dest, const char *src, size_t size)
{
	size_t n;

	if (!size || size > INT_MAX)
		return -E2BIG;
	for (n = 0; n < size - 1 && src[n]; n++)
		dest[n] = src[n];
	dest[n] = '\0';
	return src[n] ? -E2BIG : (ssize_t)n;
}

ssize_t(strscpy_pad)(char *dest, const char *src, size_t size)
{
	ssize_t n = (strscpy)(dest, src, size);

	if (n >= 0 && (size_t)n + 1 < size)
		memset(dest + n + 1, 0, size - n - 1);
	return n;
}

/* Unlike strscpy(), reads the source to its end. */
size_t strlcpy(char *dest, const char *src, size_t size)
{
	size_t len = strlen(src);

	if (size) {
		size_t n = min(len, size - 1);

		memcpy(dest, src, n);
		dest[n] = '\0';
	}
	return len;
}

size_t strlcat(char *dest, const char *src, size_t size)
{
	size_t have = strlen(dest), len = strlen(src);

	if (have >= size) {
		krt_complain(KRT_V_BUG, KRT_PC, "strlcat() onto a string of %zu bytes in %zu", have,
			     size);
		krt_end_call();
	}
	memcpy(dest + have, src, min(len, size - have - 1));
	dest[have + min(len, size - have - 1)] = '\0';
	return have + len;
}

char *skip_spaces(const char *s)
{
	while (isspace(*s))
		s++;
	return (char *)s;
}

char *strim(char *s)
{
	size_t len = strlen(s);

	while (len && isspace(s[len - 1]))
		len--;
	if (s[len])
		s[len] = '\0';
	return skip_spaces(s);
}

char *strnchr(const char *s, size_t n, int c)
{
	for (; n--; s++) {
		if (*s == (char)c)
			return (char *)s;
		if (!*s)
			break;
	}
	return NULL;
}

char *strnchrnul(const char *s, size_t n, int c)
{
	while (n-- && *s && *s != (char)c)
		s++;
	return (char *)s;
}

int krt_contains(const char *s, const char *what, size_t n)
{
	for (; *s; s++)
		if (strncmp(s, what, n) == 0)
			return 1;
	return 0;
}

char *strnstr(const char *s, const char *what, size_t n)
{
	size_t len = strlen(what), i;

	for (i = 0; i + len <= n; i++)
		if (memcmp(s + i, what, len) == 0)
			return (char *)s + i;
	return NULL;
}

void *memscan(void *start, int c, size_t n)
{
	unsigned char *p = start;

	while (n && *p != (unsigned char)c)
		p++, n--;
	return p;
}

void *memchr_inv(const void *start, int c, size_t n)
{
	const unsigned char *p = start;

	for (; n; p++, n--)
		if (*p != (unsigned char)c)
			return (void *)p;
	return NULL;
}

char *strreplace(char *s, char old, char new)
{
	char *start = s;

	for (; *s; s++)
		if (*s == old)
			*s = new;
	/* The end of the string until 6.6, its start since. */
	return KRT_SINCE(6, 6) ? start : s;
}

#ifdef KRT_BUNDLED
void memzero_explicit(void *s, size_t n)
{
	memset(s, 0, n);
}

bool mem_is_zero(const void *s, size_t n)
{
	return !memchr_inv(s, 0, n);
}

#define MEMSET(name, type)                                                                         \
	void *name(type *s, type v, size_t n)                                                      \
	{                                                                                          \
		type *p = s;                                                                       \
                                                                                                   \
		while (n--)                                                                        \
			*p++ = v;                                                                  \
		return s;                                                                          \
	}
MEMSET(memset16, u16)
MEMSET(memset32, u32)
MEMSET(memset64, u64)
#endif

void memcpy_and_pad(void *dest, size_t dest_len, const void *src, size_t count, int pad)
{
	memcpy(dest, src, min(dest_len, count));
	if (dest_len > count)
		memset(dest + count, pad, dest_len - count);
}

/* --- comparisons ------------------------------------------------------------------ */

static bool streq(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b || (!*a && b[0] == '\n' && !b[1]) || (!*b && a[0] == '\n' && !a[1]);
}

bool sysfs_streq(const char *a, const char *b)
{
	bool equal = streq(a, b);

	if (!equal)
		krt_hook_strcmp(KRT_PC, a, b);
	return equal;
}

/* An array may end in NULL before its size; (size_t)-1 means that it must. */
static int search(const char *const *array, size_t n, const char *s, const void *pc,
		  bool (*equal)(const char *a, const char *b))
{
	size_t i;

	for (i = 0; i < n && array[i]; i++) {
		if (equal(array[i], s))
			return i;
		krt_hook_strcmp(pc, array[i], s);
	}
	return -EINVAL;
}

static bool same(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

int match_string(const char *const *array, size_t n, const char *s)
{
	return search(array, n, s, KRT_PC, same);
}

int __sysfs_match_string(const char *const *array, size_t n, const char *s)
{
	return search(array, n, s, KRT_PC, streq);
}

/* --- lists of words ----------------------------------------------------------------- */

char **argv_split(gfp_t gfp, const char *str, int *argc)
{
	char *copy = kstrndup(str, KMALLOC_MAX_SIZE - 1, gfp), **argv, *s;
	int n = 0, i;

	if (!copy)
		return NULL;
	for (i = 0; copy[i]; i++)
		n += !isspace(copy[i]) && (!i || isspace(copy[i - 1]));
	argv = krt_alloc((n + 2) * sizeof(*argv), gfp, KRT_PC);
	if (!argv) {
		kfree(copy);
		return NULL;
	}
	*argv++ = copy;
	for (s = skip_spaces(copy), i = 0; *s; s = skip_spaces(s)) {
		argv[i++] = s;
		while (*s && !isspace(*s))
			s++;
		if (*s)
			*s++ = '\0';
	}
	argv[i] = NULL;
	if (argc)
		*argc = n;
	return argv;
}

void argv_free(char **argv)
{
	argv--;
	kfree(argv[0]);
	kfree(argv);
}

/* "a,b,c" holds `option` as a whole word. */
bool parse_option_str(const char *str, const char *option)
{
	size_t len = strlen(option);

	while (*str) {
		if (strncmp(str, option, len) == 0 && (!str[len] || str[len] == ','))
			return true;
		while (*str && *str != ',')
			str++;
		if (*str == ',')
			str++;
	}
	return false;
}

/* The next param or param=val of a command line; quotes keep blanks. */
char *next_arg(char *args, char **param, char **val)
{
	bool quoted = false, in_quote = false;
	size_t i, equals = 0;

	if (*args == '"') {
		args++;
		in_quote = quoted = true;
	}
	for (i = 0; args[i] && (in_quote || !isspace(args[i])); i++) {
		if (!equals && args[i] == '=')
			equals = i;
		if (args[i] == '"')
			in_quote = !in_quote;
	}
	*param = args;
	*val = NULL;
	if (equals) {
		args[equals] = '\0';
		*val = args + equals + 1;
		if (**val == '"') {
			(*val)++;
			if (args[i - 1] == '"')
				args[i - 1] = '\0';
		}
	}
	if (quoted && i && args[i - 1] == '"')
		args[i - 1] = '\0';
	if (args[i])
		args[i++] = '\0';
	return skip_spaces(args + i);
}
