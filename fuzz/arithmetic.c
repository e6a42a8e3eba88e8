// SPDX-License-Identifier: MIT
/*
 * UBSan's reports, which don't end a call.
 *
 * Two kinds of arithmetic are no undefined behaviour, and often meant: unsigned
 * numbers that wrap (hashes do), and conversions that lose bits. They count only
 * if the write was accepted, at a place that is quiet when the driver's own
 * version is written: then a number was bent into one that passes.
 *
 * UBSan reports each place once in a process, by a mark in the static data that
 * describes the place. The mark is taken back after each call: otherwise nothing
 * could be minimised, and the mark would count as a change of the driver's state.
 */
#include <link.h>
#include <stdio.h>
#include <string.h>

#include "faults.h"
#include "oracle.h"
#include "sanitizer.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

enum wait { AT_ONCE, IF_ACCEPTED, NEVER };

/* By the beginning of UBSan's name of the check. */
static const struct {
	const char *kind;
	enum wait wait;
	const char *show_rule, *store_rule; /* NULL: no rule's business */
	const char *text;
} rows[] = {
	{ "signed-integer-overflow", AT_ONCE, NULL, "MV215", "a signed number overflows" },
	{ "unsigned-integer-overflow", IF_ACCEPTED, NULL, "MV215",
	  "a number wraps around, and the string is accepted" },
	{ "implicit-unsigned-integer-truncation", IF_ACCEPTED, NULL, "MV215",
	  "a number loses bits, and the string is accepted" },
	{ "implicit-signed-integer-truncation", IF_ACCEPTED, NULL, "MV215",
	  "a number loses bits, and the string is accepted" },
	{ "shift", AT_ONCE, NULL, "MV215", "shifts too far" },
	{ "invalid-shift", AT_ONCE, NULL, "MV215", "shifts too far" },
	{ "integer-divide", AT_ONCE, "MV109", "MV215", "divides by zero" },
	{ "out-of-bounds-index", AT_ONCE, "MV109", "MV205", "an index is out of bounds" },
	{ "null-pointer", NEVER, NULL, NULL, "" }, /* if it is used, it faults: see faults.c */
	{ "nullptr-with", NEVER, NULL, NULL, "" },
	{ "misaligned", NEVER, NULL, NULL, "" }, /* x86 doesn't mind, nor do drivers */
	{ "non-positive-vla", AT_ONCE, "MV109", "MV205", "an array of no size" },
	{ "invalid-bool", AT_ONCE, "MV109", "MV212", "uses a bool that was never set" },
	{ "invalid-enum", AT_ONCE, "MV109", "MV212", "uses an enum that was never set" },
};

static size_t row_of(const char *kind)
{
	size_t i = 0;

	while (i < ARRAY_SIZE(rows) && strncmp(kind, rows[i].kind, strlen(rows[i].kind)) != 0)
		i++;
	return i;
}

/* ---- UBSan's mark ---- */

/* compiler-rt/lib/ubsan/ubsan_value.h: a place in the source, in the data of a check. */
struct source_location {
	const char *file;
	uint32_t line, column; /* column: all ones once it was reported */
};
#define REPORTED UINT32_MAX

/* Looks for the mark of a report in the writable data of the program. */
struct search {
	const struct fault_mark *known; /* marks of earlier reports of this call */
	const char *file;
	unsigned line;
	struct source_location *found;
};

static bool is_known(const struct fault_mark *m, const struct source_location *at)
{
	for (unsigned i = 0; i < m->n_reports; i++)
		if (m->reports[i].mark == at)
			return true;
	return false;
}

static void search_segment(struct search *s, char *start, size_t size)
{
	for (size_t i = 0; i + sizeof(*s->found) <= size && !s->found; i += 8) {
		struct source_location *at = (void *)(start + i);

		if (at->file == s->file && at->line == s->line && at->column == REPORTED &&
		    !is_known(s->known, at))
			s->found = at;
	}
}

static int search_program(struct dl_phdr_info *info, size_t size, void *arg)
{
	(void)size;
	for (unsigned i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];

		if (p->p_type == PT_LOAD && p->p_flags & PF_W)
			search_segment(arg, (char *)(info->dlpi_addr + p->p_vaddr), p->p_filesz);
	}
	return 1; /* the program itself comes first, and is enough */
}

/* ---- reports ---- */

static bool is_usual(const struct fault_mark *m, const char *file, unsigned line)
{
	for (unsigned i = 0; i < m->n_usual; i++)
		if (m->usual[i].line == line && !strcmp(m->usual[i].file, file))
			return true;
	return false;
}

static void report_claim(struct fuzz *f, const struct report *r, const struct call *c)
{
	struct claim x = { .node = c->node, .call = c, .place = r->place };

	x.rule = c->kind == CALL_SHOW ? rows[r->row].show_rule : rows[r->row].store_rule;
	if (!x.rule)
		return;
	if (c->kind == CALL_STORE)
		x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "%s: %s", rows[r->row].text, r->message);
}

/* clang's UBSan calls this after each report; the data are those of the report. */
void __ubsan_on_report(void)
{
	struct fuzz *f = &fuzz_world;
	struct fault_mark *m = &f->fault;
	const char *kind = "", *message = "", *file = "";
	unsigned line = 0, column = 0;
	char *address = NULL;
	const void *first;
	struct search s = { .known = m };
	struct report *r;

	if (!f->call || !__ubsan_get_current_report_data || m->n_reports == MAX_REPORTS)
		return;
	__ubsan_get_current_report_data(&kind, &message, &file, &line, &column, &address);
	s.file = file;
	s.line = line;
	dl_iterate_phdr(search_program, &s);
	r = &m->reports[m->n_reports++];
	*r = (struct report){ row_of(kind), { "", "", 0 }, file, line, column, s.found, "" };
	snprintf(r->message, sizeof(r->message), "%s", message);
	places_blame(&f->places, &r->place, &first);
	/* Inlined functions of the driver's: the line is better known here. */
	if (*r->place.file && !strstr(file, "/include/")) {
		r->place.file = file;
		r->place.line = line;
	}
}

/*
 * Is it the version that show prints, with or without its newline? What is made
 * of it while the target learns is as strange as any other input.
 */
static bool is_own_version(const struct call *c)
{
	const struct node *n = c->node;
	size_t own = n->own_len - (n->own_len && n->own[n->own_len - 1] == '\n');

	if (c->kind == CALL_SHOW)
		return true;
	return own && c->len >= own && c->len <= own + 1 && !memcmp(c->bytes, n->own, own) &&
	       (c->len == own || c->bytes[own] == '\n');
}

static void settle_report(struct fuzz *f, const struct call *c, const struct report *r)
{
	struct fault_mark *m = &f->fault;
	struct source_location *mark = r->mark;

	if (mark)
		mark->column = r->column;
	if (r->row == ARRAY_SIZE(rows) || rows[r->row].wait == NEVER)
		return;
	if (rows[r->row].wait == IF_ACCEPTED && f->is_learning && is_own_version(c) &&
	    m->n_usual < MAX_USUAL && !is_usual(m, r->file, r->line))
		m->usual[m->n_usual++] = (struct place){ "", r->file, r->line };
	if (rows[r->row].wait == AT_ONCE ||
	    (c->kind == CALL_STORE && is_accepted(c) && !is_usual(m, r->file, r->line)))
		report_claim(f, r, c);
}

void arithmetic_settle(struct fuzz *f, const struct call *c)
{
	struct fault_mark *m = &f->fault;

	for (unsigned i = 0; i < m->n_reports; i++)
		settle_report(f, c, &m->reports[i]);
	m->n_reports = 0;
}

const char *__ubsan_default_options(void)
{
	return "halt_on_error=0:print_stacktrace=0:print_summary=0";
}
