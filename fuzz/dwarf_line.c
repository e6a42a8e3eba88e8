// SPDX-License-Identifier: MIT
/*
 * A line table is a program for a small machine with an address, a file and a
 * line; it emits rows of these, ordered by address within a sequence. A row
 * holds up to the address of the next one. Nothing is kept between look-ups: a
 * few hundred kilobytes are run through for each new finding.
 *
 * Every read is bounded; a table that ends early or makes no sense finds nothing.
 */
#include "dwarf_line.h"

#include <string.h>

struct reader {
	const unsigned char *p, *end;
	bool failed;
};

enum {
	FORM_BLOCK = 0x09,
	FORM_DATA1 = 0x0b,
	FORM_DATA2 = 0x05,
	FORM_DATA4 = 0x06,
	FORM_DATA8 = 0x07,
	FORM_DATA16 = 0x1e,
	FORM_STRING = 0x08,
	FORM_STRP = 0x0e,
	FORM_LINE_STRP = 0x1f,
	FORM_UDATA = 0x0f
};
enum { CONTENT_PATH = 1, CONTENT_DIRECTORY = 2 };
enum {
	OP_EXTENDED,
	OP_COPY,
	OP_ADVANCE_PC,
	OP_ADVANCE_LINE,
	OP_SET_FILE,
	OP_SET_COLUMN,
	OP_NEGATE,
	OP_BLOCK,
	OP_CONST_ADD_PC,
	OP_FIXED_ADVANCE_PC
};
enum { EXT_END_SEQUENCE = 1, EXT_SET_ADDRESS = 2 };

#define MAX_FORMATS 8

/* The head of one unit's table. */
struct table {
	const struct places *places;
	unsigned version, offset_size;
	unsigned min_length, line_range, opcode_base;
	int line_base;
	const unsigned char *lengths; /* operands of the standard opcodes */
	struct reader files;	      /* at the tables of directories and files */
	struct reader program;
};

static const unsigned char *take(struct reader *r, size_t n)
{
	const unsigned char *at = r->p;

	if (r->failed || (size_t)(r->end - r->p) < n) {
		r->failed = true;
		r->p = r->end;
		return NULL;
	}
	r->p += n;
	return at;
}

static uint64_t read_fixed(struct reader *r, size_t n)
{
	const unsigned char *at = take(r, n);
	uint64_t value = 0;

	if (at)
		memcpy(&value, at, n < 8 ? n : 8);
	return value;
}

static uint64_t read_uleb(struct reader *r)
{
	uint64_t value = 0;
	unsigned shift = 0;
	const unsigned char *byte;

	while ((byte = take(r, 1))) {
		if (shift < 64)
			value |= (uint64_t)(*byte & 0x7f) << shift;
		shift += 7;
		if (!(*byte & 0x80))
			break;
	}
	return value;
}

static int64_t read_sleb(struct reader *r)
{
	uint64_t value = 0;
	unsigned shift = 0;
	const unsigned char *byte;

	while ((byte = take(r, 1))) {
		if (shift < 64)
			value |= (uint64_t)(*byte & 0x7f) << shift;
		shift += 7;
		if (*byte & 0x80)
			continue;
		if (shift < 64 && *byte & 0x40)
			value |= ~(uint64_t)0 << shift;
		break;
	}
	return (int64_t)value;
}

static const char *read_string(struct reader *r)
{
	const unsigned char *start = r->p;
	const unsigned char *nul = r->failed ? NULL : memchr(start, 0, (size_t)(r->end - start));

	return nul && take(r, (size_t)(nul - start) + 1) ? (const char *)start : "";
}

static const char *string_at(const struct section *s, uint64_t offset)
{
	if (offset >= s->size || !memchr(s->bytes + offset, 0, s->size - offset))
		return "";
	return (const char *)s->bytes + offset;
}

/* A value of a form: a number, or a string in *text. */
static uint64_t read_form(const struct table *t, struct reader *r, uint64_t form, const char **text)
{
	switch (form) {
	case FORM_STRING:
		*text = read_string(r);
		return 0;
	case FORM_LINE_STRP:
		*text = string_at(&t->places->line_str, read_fixed(r, t->offset_size));
		return 0;
	case FORM_STRP:
		*text = string_at(&t->places->str, read_fixed(r, t->offset_size));
		return 0;
	case FORM_UDATA:
		return read_uleb(r);
	case FORM_DATA1:
		return read_fixed(r, 1);
	case FORM_DATA2:
		return read_fixed(r, 2);
	case FORM_DATA4:
		return read_fixed(r, 4);
	case FORM_DATA8:
		return read_fixed(r, 8);
	case FORM_DATA16:
		return read_fixed(r, 16);
	case FORM_BLOCK:
		take(r, read_uleb(r));
		return 0;
	}
	r->failed = true;
	return 0;
}

/* DWARF 5: a list of entries, described by a list of formats. The entry @index. */
static void list_entry(const struct table *t, struct reader *r, uint64_t index, const char **path,
		       uint64_t *directory)
{
	uint64_t format[MAX_FORMATS][2], formats = read_fixed(r, 1), n;

	if (formats > MAX_FORMATS)
		r->failed = true;
	for (uint64_t i = 0; i < formats && !r->failed; i++) {
		format[i][0] = read_uleb(r);
		format[i][1] = read_uleb(r);
	}
	n = read_uleb(r);
	for (uint64_t i = 0; i < n && !r->failed; i++)
		for (uint64_t k = 0; k < formats && !r->failed; k++) {
			const char *text = "";
			uint64_t value = read_form(t, r, format[k][1], &text);

			if (i == index && format[k][0] == CONTENT_PATH)
				*path = text;
			if (i == index && format[k][0] == CONTENT_DIRECTORY)
				*directory = value;
		}
}

static void file_5(const struct table *t, uint64_t index, struct line_hit *hit)
{
	struct reader directories = t->files, r = t->files;
	uint64_t directory = 0, none;

	list_entry(t, &r, 0, &hit->base, &none);
	list_entry(t, &r, index, &hit->name, &directory);
	if (directory)
		list_entry(t, &directories, directory, &hit->directory, &none);
}

/* Before DWARF 5: strings up to an empty one; both lists count from 1. */
static void file_4(const struct table *t, uint64_t index, struct line_hit *hit)
{
	struct reader directories = t->files, r = t->files;
	uint64_t directory = 0;
	const char *s;

	while (*read_string(&r))
		;
	for (uint64_t i = 1; *(s = read_string(&r)); i++) {
		uint64_t of = read_uleb(&r);

		read_uleb(&r);
		read_uleb(&r);
		if (i == index) {
			hit->name = s;
			directory = of;
		}
	}
	for (uint64_t i = 1; *(s = read_string(&directories)); i++)
		if (i == directory)
			hit->directory = s;
}

static void file_of(const struct table *t, uint64_t index, struct line_hit *hit)
{
	hit->base = hit->directory = hit->name = "";
	if (t->version >= 5)
		file_5(t, index, hit);
	else
		file_4(t, index, hit);
}

/* Reads the head of the next table; @all moves past the whole of it. */
static bool read_table(struct reader *all, struct table *t)
{
	uint64_t length = read_fixed(all, 4);
	struct reader r;

	t->offset_size = 4;
	if (length == 0xffffffffu) {
		length = read_fixed(all, 8);
		t->offset_size = 8;
	}
	r.p = take(all, length);
	if (!r.p)
		return false;
	r.end = r.p + length;
	r.failed = false;
	t->version = (unsigned)read_fixed(&r, 2);
	if (t->version >= 5)
		read_fixed(&r, 2); /* sizes of addresses and segments */
	length = read_fixed(&r, t->offset_size);
	t->program = t->files = r;
	take(&t->program, length);
	t->min_length = (unsigned)read_fixed(&t->files, 1);
	if (t->version >= 4)
		read_fixed(&t->files, 1);
	read_fixed(&t->files, 1);
	t->line_base = (signed char)read_fixed(&t->files, 1);
	t->line_range = (unsigned)read_fixed(&t->files, 1);
	t->opcode_base = (unsigned)read_fixed(&t->files, 1);
	t->lengths = take(&t->files, t->opcode_base ? t->opcode_base - 1 : 0);
	return true;
}

struct row {
	uint64_t address, file;
	int64_t line;
	bool valid; /* there is one in this sequence */
};

struct search {
	uint64_t address, low;
	bool (*wanted)(const struct places *p, const struct line_hit *hit);
	struct line_hit *hit;
	struct row previous;
	uint64_t best; /* with `wanted`: the address of the best row yet */
	bool found;
};

/* The machine emits @row: what the previous one covered ends here. */
static void emit(const struct table *t, struct search *s, const struct row *row, bool ends)
{
	const struct row *prev = &s->previous;
	struct line_hit hit;

	if (prev->valid && prev->address < row->address && prev->line > 0 &&
	    prev->address <= s->address &&
	    (s->wanted ? prev->address >= s->low && prev->address >= s->best
		       : s->address < row->address)) {
		file_of(t, prev->file, &hit);
		hit.line = (unsigned)prev->line;
		if (!s->wanted || s->wanted(t->places, &hit)) {
			*s->hit = hit;
			s->best = prev->address;
			s->found = true;
		}
	}
	s->previous = *row;
	s->previous.valid = !ends;
}

static void reset(struct row *row)
{
	*row = (struct row){ .file = 1, .line = 1 };
}

static void extended(const struct table *t, struct reader *r, struct search *s, struct row *row)
{
	uint64_t n = read_uleb(r);
	struct reader operand = { .p = take(r, n) };

	if (!operand.p || !n)
		return;
	operand.end = operand.p + n;
	switch (read_fixed(&operand, 1)) {
	case EXT_END_SEQUENCE:
		emit(t, s, row, true);
		reset(row);
		break;
	case EXT_SET_ADDRESS:
		row->address = read_fixed(&operand, n - 1);
		break;
	}
}

static void standard(const struct table *t, struct reader *r, unsigned op, struct search *s,
		     struct row *row)
{
	switch (op) {
	case OP_COPY:
		emit(t, s, row, false);
		break;
	case OP_ADVANCE_PC:
		row->address += read_uleb(r) * t->min_length;
		break;
	case OP_ADVANCE_LINE:
		row->line += read_sleb(r);
		break;
	case OP_SET_FILE:
		row->file = read_uleb(r);
		break;
	case OP_CONST_ADD_PC:
		row->address += (255 - t->opcode_base) / t->line_range * t->min_length;
		break;
	case OP_FIXED_ADVANCE_PC:
		row->address += read_fixed(r, 2);
		break;
	default:
		for (unsigned n = t->lengths[op - 1]; n; n--)
			read_uleb(r);
	}
}

static void run_program(const struct table *t, struct search *s)
{
	struct reader r = t->program;
	struct row row;

	reset(&row);
	s->previous.valid = false;
	while (r.p < r.end && !r.failed) {
		unsigned op = (unsigned)read_fixed(&r, 1);

		if (op >= t->opcode_base) {
			op -= t->opcode_base;
			row.address += op / t->line_range * t->min_length;
			row.line += t->line_base + (int)(op % t->line_range);
			emit(t, s, &row, false);
		} else if (op == OP_EXTENDED) {
			extended(t, &r, s, &row);
		} else {
			standard(t, &r, op, s, &row);
		}
	}
}

bool dwarf_line_find(const struct places *p, uint64_t address, uint64_t low,
		     bool (*wanted)(const struct places *p, const struct line_hit *hit),
		     struct line_hit *hit)
{
	struct search s = { .address = address, .low = low, .wanted = wanted, .hit = hit };
	struct reader all = { .p = p->line.bytes, .end = p->line.bytes + p->line.size };

	while (all.p < all.end && !all.failed && !(s.found && !wanted)) {
		struct table t = { .places = p };

		if (!read_table(&all, &t))
			break;
		if (t.version >= 2 && t.version <= 5 && t.line_range && t.lengths &&
		    !t.files.failed)
			run_program(&t, &s);
	}
	return s.found;
}
