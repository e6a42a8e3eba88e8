// SPDX-License-Identifier: MIT
#include <string.h>

#include "ir/sig.h"

/* The comma or the parenthesis that ends the first parameter in @s. */
static const char *end_of_param(const char *s)
{
	int depth = 0;

	for (; *s && (depth || (*s != ',' && *s != ')')); s++)
		depth += (*s == '(') - (*s == ')');
	return s;
}

const char *sig_param(const char *sig, size_t n)
{
	const char *s = sig ? strchr(sig, '(') : NULL;

	for (; s; n--) {
		for (s++; *s == ' ';)
			s++;
		if (!n)
			return *s && *s != ')' && strncmp(s, "...", 3) != 0 ? s : NULL;
		s = end_of_param(s);
		if (*s != ',')
			return NULL;
	}
	return NULL;
}

bool sig_param_is_const(const char *sig, size_t n)
{
	const char *s = sig_param(sig, n), *end = s ? end_of_param(s) : NULL;
	const char *star = s ? strchr(s, '*') : NULL;

	/* of "const char **", what it points to is no constant */
	return s && !strncmp(s, "const ", 6) && star && star < end &&
	       !memchr(star + 1, '*', (size_t)(end - star - 1));
}
