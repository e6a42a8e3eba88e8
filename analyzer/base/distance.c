// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/distance.h"

#define MAX_WORD ((size_t)127)

/* Three rows of the classic matrix: the one being filled and the two above it. */
struct rows {
	unsigned char v[3][MAX_WORD + 1];
};

static unsigned char least(unsigned int a, unsigned int b, unsigned int c)
{
	unsigned int m = a < b ? a : b;

	return (unsigned char)(m < c ? m : c);
}

static void fill_row(struct rows *r, const char *a, const char *b, size_t nb, size_t i)
{
	const unsigned char *above2 = r->v[(i + 1) % 3], *above = r->v[(i + 2) % 3];
	unsigned char *row = r->v[i % 3];

	row[0] = (unsigned char)i;
	for (size_t k = 1; k <= nb; k++) {
		unsigned int replaced = above[k - 1] + (a[i - 1] != b[k - 1]);

		row[k] = least(above[k] + 1u, row[k - 1] + 1u, replaced);
		if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
			row[k] = least(row[k], above2[k - 2] + 1u, row[k]);
	}
}

size_t edit_distance(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b);
	struct rows r = { 0 };

	if (na > MAX_WORD || nb > MAX_WORD)
		return strcmp(a, b) == 0 ? 0 : na > nb ? na : nb;
	for (size_t k = 0; k <= nb; k++)
		r.v[0][k] = (unsigned char)k;
	for (size_t i = 1; i <= na; i++)
		fill_row(&r, a, b, nb, i);
	return r.v[na % 3][nb];
}

static size_t slips_allowed(size_t length)
{
	size_t third = length / 3;

	return third < 1 ? 1 : third > 3 ? 3 : third;
}

const char *closest(const char *word, const char *const *list, size_t n)
{
	size_t length = strlen(word), best = slips_allowed(length) + 1;
	const char *found = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = edit_distance(word, list[i]);

		if (d < best && d < length) {
			best = d;
			found = list[i];
		}
	}
	return found;
}
