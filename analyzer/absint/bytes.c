// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/bytes.h"
#include "absint/given.h"
#include "absint/memory.h"

#define LONGEST_STRING 4096

/* ---- reading ---- */

static const struct cell *cell_over(const struct contents *c, int64_t offset)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->cells[i].offset <= offset &&
		    offset < c->cells[i].offset + (int64_t)c->cells[i].size)
			return &c->cells[i];
	return NULL;
}

/* One byte of a number as it lies in little-endian memory. */
static char byte_of(wide value, int64_t at)
{
	return (char)(unsigned char)((uwide)value >> (8 * (unsigned int)at));
}

static bool byte_at(struct engine *e, struct state *s, const struct contents *c, struct aval a,
		    char *out)
{
	const struct cell *cell = cell_over(c, (int64_t)a.k);
	bool in_part = a.k >= c->part.lo && a.k < c->part.hi;
	enum region_fill fill = in_part ? FILL_UNKNOWN : c->fill;
	struct aval v;

	if (cell) {
		*out = byte_of(cell->value.k, (int64_t)a.k - cell->offset);
		return value_is_const(cell->value);
	}
	if (e->given && a.region == e->user && given_byte(e, a, &v)) {
		*out = byte_of(v.k, 0);
		return true;
	}
	if (fill == FILL_UNDEF || (fill == FILL_UNKNOWN && !e->trial))
		return false;
	v = mem_load(e, s, a, e->trial ? IRT_I8 : IRT_U8); /* a character, where that matters */
	*out = byte_of(v.k, 0);
	return value_is_const(v);
}

static bool is_inside(const struct region *r, wide offset)
{
	return !r->size_known || !value_is_const(r->size) || (offset >= 0 && offset < r->size.k);
}

size_t bytes_known(struct engine *e, struct state *s, struct aval addr, char *buf, size_t max)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *c;
	size_t n = 0;

	if (a.sym || region_get(e, a.region)->kind == REGION_FUNC)
		return 0;
	c = contents_of(e, s, a.region);
	while (n < max && is_inside(region_get(e, a.region), a.k) && byte_at(e, s, c, a, &buf[n])) {
		a.k++;
		n++;
	}
	return n;
}

const char *bytes_exactly(struct engine *e, struct state *s, struct aval addr, size_t n)
{
	char *buf;

	if (n > LONGEST_STRING)
		return NULL;
	buf = arena_alloc(e->arena, n + 1);
	return bytes_known(e, s, addr, buf, n) == n ? buf : NULL;
}

const char *string_at(struct engine *e, struct state *s, struct aval addr, size_t *length)
{
	size_t max = 32, n = 0;

	for (; max <= LONGEST_STRING; max *= 4) {
		char *buf = arena_alloc(e->arena, max + 1);

		n = bytes_known(e, s, addr, buf, max);
		*length = strnlen(buf, n);
		if (*length < n)
			return buf;
		if (n < max)
			return NULL;
	}
	return NULL;
}

bool bytes_load(struct engine *e, struct state *s, struct aval addr, enum ir_type t,
		struct aval *out)
{
	size_t size = ir_type_bytes(t);
	char bytes[8];
	uint64_t v = 0;

	if (!size || size > sizeof(bytes) || bytes_known(e, s, addr, bytes, size) != size)
		return false;
	for (size_t i = 0; i < size; i++)
		v |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
	*out = cast_value(e, s, value_const((wide)v), t);
	return true;
}

/* ---- writing ---- */

/* Make room for @n cells behind those at offsets below @at; returns the first of them. */
static struct cell *open_cells(struct engine *e, struct contents *c, int64_t at, size_t n)
{
	struct cell *cells = arena_array(e->arena, c->n + n + 1, sizeof(*cells));
	size_t below = 0;

	while (below < c->n && c->cells[below].offset < at)
		below++;
	if (below)
		memcpy(cells, c->cells, below * sizeof(*cells));
	if (c->n > below)
		memcpy(cells + below + n, c->cells + below, (c->n - below) * sizeof(*cells));
	c->cells = cells;
	c->n += n;
	return cells + below;
}

bool bytes_put(struct engine *e, struct state *s, struct aval addr, const char *bytes, size_t n)
{
	struct aval a = address_of(e, s, addr);
	struct contents *c;
	struct cell *cell;

	if (a.sym || a.region == e->user || region_get(e, a.region)->kind == REGION_FUNC)
		return false;
	c = contents_copy(e, contents_of(e, s, a.region));
	contents_remove_cells(e, c, (int64_t)a.k, (int64_t)(a.k + (wide)n));
	cell = open_cells(e, c, (int64_t)a.k, n);
	for (size_t i = 0; i < n; i++)
		cell[i] = (struct cell){ .offset = (int64_t)a.k + (int64_t)i,
					 .size = 1,
					 .type = IRT_I8,
					 .value = value_const((signed char)bytes[i]) };
	text_forget(c); /* who asks for a string here finds the bytes */
	state_set_contents(e->arena, s, a.region, c);
	return true;
}
