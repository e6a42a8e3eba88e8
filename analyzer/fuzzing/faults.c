// SPDX-License-Identifier: MIT
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "front/paths.h"
#include "fuzzing/faults.h"

#define DETAIL_BYTES 4096
#define ZERO_PAGE    4096ul /* an address below is a member of what NULL points to */

/** struct words - what a report says, as far as a rule depends on it. */
struct words {
	const char *what; /* "heap-buffer-overflow", "SEGV", "signed integer overflow: ..." */
	bool is_write;
	bool is_null; /* the address lies in the first page */
	bool in_show;
};

enum want { NO, YES, ANY };

/*
 * The first row that matches says which rule is broken. contract.md divides by
 * handler and by what went wrong; a sanitizer by the kind of memory.
 */
static const struct fault_row {
	const char *what;		 /* the beginning of words.what */
	unsigned char show, write, null; /* enum want */
	const char *rule;
	const char *message;
} rows[] = {
	{ "attempting double-free", ANY, ANY, ANY, "MV401", "frees memory twice" },
	{ "attempting free", ANY, ANY, ANY, "MV401", "frees what no allocator returned" },
	{ "bad-free", ANY, ANY, ANY, "MV401", "frees what no allocator returned" },
	{ "heap-use-after-free", YES, ANY, ANY, "MV109", "uses memory that was freed" },
	{ "heap-use-after-free", NO, ANY, ANY, "MV403", "uses memory that was freed" },
	{ "stack-use-after", YES, ANY, ANY, "MV109", "uses a variable that is gone" },
	{ "stack-use-after", NO, ANY, ANY, "MV403", "uses a variable that is gone" },
	{ "stack-overflow", YES, ANY, ANY, "MV109", "uses up the stack" },
	{ "stack-overflow", NO, ANY, ANY, "MV205", "uses up the stack" },
	{ "SEGV", YES, ANY, YES, "MV109", "uses a NULL pointer" },
	{ "SEGV", NO, ANY, YES, "MV403", "uses a NULL pointer" },
	{ "SEGV", YES, YES, ANY, "MV103", "writes outside all memory" },
	{ "SEGV", YES, NO, ANY, "MV109", "reads outside all memory" },
	{ "SEGV", NO, ANY, ANY, "MV205", "uses an address outside all memory" },
	{ "BUS", YES, ANY, ANY, "MV109", "uses an address outside all memory" },
	{ "BUS", NO, ANY, ANY, "MV205", "uses an address outside all memory" },
	{ "FPE", YES, ANY, ANY, "MV109", "divides by zero" },
	{ "FPE", NO, ANY, ANY, "MV215", "divides by zero" },
	{ "division by zero", YES, ANY, ANY, "MV109", "divides by zero" },
	{ "division by zero", NO, ANY, ANY, "MV215", "divides by zero" },
	{ "signed integer overflow", ANY, ANY, ANY, "MV215", "arithmetic overflows" },
	{ "unsigned integer overflow", ANY, ANY, ANY, "MV215", "arithmetic overflows" },
	{ "negation of", ANY, ANY, ANY, "MV215", "arithmetic overflows" },
	{ "shift", ANY, ANY, ANY, "MV215", "shifts too far" },
	{ "left shift", ANY, ANY, ANY, "MV215", "shifts too far" },
	{ "index", YES, ANY, ANY, "MV109", "an index is out of bounds" },
	{ "index", NO, ANY, ANY, "MV205", "an index is out of bounds" },
	{ "null pointer", YES, ANY, ANY, "MV109", "uses a NULL pointer" },
	{ "member access within null", YES, ANY, ANY, "MV109", "uses a NULL pointer" },
	{ "load of null", YES, ANY, ANY, "MV109", "uses a NULL pointer" },
	{ "store to null", YES, ANY, ANY, "MV109", "uses a NULL pointer" },
	{ "null pointer", NO, ANY, ANY, "MV403", "uses a NULL pointer" },
	{ "member access within null", NO, ANY, ANY, "MV403", "uses a NULL pointer" },
	{ "load of null", NO, ANY, ANY, "MV403", "uses a NULL pointer" },
	{ "store to null", NO, ANY, ANY, "MV403", "uses a NULL pointer" },
	{ "timeout", YES, ANY, ANY, "MV109", "does not come back" },
	{ "timeout", NO, ANY, ANY, "MV205", "does not come back" },
	{ "out-of-memory", ANY, ANY, ANY, "MV205", "eats all memory" },
	{ "", YES, YES, ANY, "MV103", "writes outside its memory" },
	{ "", YES, NO, ANY, "MV109", "reads outside its memory" },
	{ "", NO, YES, ANY, "MV205", "writes outside its memory" },
	{ "", NO, NO, ANY, "MV205", "reads outside its memory" },
};

static bool is_wanted(unsigned char want, bool value)
{
	return want == ANY || (want == YES) == value;
}

static const struct fault_row *find_row(const struct words *w)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct fault_row *r = &rows[i];

		if (strncmp(w->what, r->what, strlen(r->what)) == 0 &&
		    is_wanted(r->show, w->in_show) && is_wanted(r->write, w->is_write) &&
		    is_wanted(r->null, w->is_null))
			return r;
	}
	return NULL;
}

/* ---- what the report says ---- */

static const char *line_at(struct arena *a, const char *p)
{
	return arena_strndup(a, p, strcspn(p, "\n"));
}

static const char *after(const char *text, const char *mark)
{
	const char *at = strstr(text, mark);

	return at ? at + strlen(mark) : NULL;
}

/* The place after the last mark of a report's beginning; earlier ones were survived. */
static const char *find_report(const char *output, const char **kind)
{
	static const char *const marks[] = {
		"ERROR: AddressSanitizer: ",
		"runtime error: ",
		"ERROR: libFuzzer: ",
	};
	const char *found = NULL;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && !found; i++) {
		for (const char *p = output; (p = after(p, marks[i]));)
			found = p;
		*kind = marks[i];
	}
	return found;
}

static struct words read_words(struct arena *a, const char *report, const struct fault_context *c)
{
	struct words w = { .what = line_at(a, report) };
	const char *address = after(w.what, "address 0x");

	w.is_write = strstr(report, "WRITE of size") || strstr(report, "caused by a WRITE");
	if (strncmp(w.what, "SEGV", 4) == 0)
		w.is_null = address && strtoul(address, NULL, 16) < ZERO_PAGE;
	w.in_show = c->phase && strcmp(c->phase, "show") == 0;
	return w;
}

/* ---- where ---- */

static bool is_driver_file(const struct fault_context *c, const char *path)
{
	for (size_t i = 0; i < c->nfiles; i++)
		if (strcmp(path_base(path), path_base(c->files[i])) == 0)
			return true;
	return false;
}

/* "FILE:LINE:COLUMN" at the end of @text into @h; false if it isn't that, or not the driver. */
static bool read_place(struct arena *a, char *text, const struct fault_context *c, struct hit *h)
{
	unsigned long numbers[2] = { 0, 0 };
	int n = 0;
	char *colon;

	while (n < 2 && (colon = strrchr(text, ':')) && colon[1] &&
	       strspn(colon + 1, "0123456789") == strlen(colon + 1)) {
		numbers[n++] = strtoul(colon + 1, NULL, 10);
		*colon = '\0';
	}
	if (!n || !is_driver_file(c, text))
		return false;
	h->line = (unsigned)numbers[n - 1];
	h->col = n == 2 ? (unsigned)numbers[0] : 0;
	for (size_t i = 0; i < c->nfiles; i++)
		if (strcmp(path_base(text), path_base(c->files[i])) == 0)
			h->file = arena_strdup(a, c->files[i]);
	return true;
}

/* "    #1 0x4f in function /path/file.c:38:3" */
static bool read_frame(struct arena *a, const char *line, const struct fault_context *c,
		       struct hit *h)
{
	const char *function = after(line, " in ");
	char *place;

	if (!function || !strchr(function, ' '))
		return false;
	place = arena_strdup(a, strchr(function, ' ') + 1);
	if (!read_place(a, place, c, h))
		return false;
	h->function = arena_strndup(a, function, strcspn(function, " "));
	return true;
}

/* The innermost frame that is the driver's, of the first stack in the report. */
static void find_place(struct arena *a, const char *report, const struct fault_context *c,
		       struct hit *h)
{
	bool was_frame = false;

	for (const char *p = report; p; p = after(p, "\n")) {
		const char *line = line_at(a, p);
		const char *text = line + strspn(line, " ");

		if (text[0] == '#' && read_frame(a, line, c, h))
			return;
		if (was_frame && text[0] != '#')
			return;
		was_frame = text[0] == '#';
	}
}

/* UBSan has its place before its words: "file.c:12:3: runtime error: ...". */
static void place_before(struct arena *a, const char *output, const char *report,
			 const struct fault_context *c, struct hit *h)
{
	const char *start = report - strlen(": runtime error: ");
	const char *end = start;

	while (start > output && start[-1] != '\n')
		start--;
	read_place(a, arena_strndup(a, start, (size_t)(end - start)), c, h);
}

/* ---- all of it ---- */

/* A target without any report died of a signal that nobody caught. */
static bool from_signal(struct arena *a, int status, const struct fault_context *c, struct words *w)
{
	static const struct {
		int sig;
		const char *what;
	} signals[] = {
		{ SIGSEGV, "SEGV" },
		{ SIGBUS, "BUS" },
		{ SIGFPE, "FPE" },
		{ SIGXCPU, "timeout" },
	};

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (status == 128 + signals[i].sig)
			w->what = arena_strdup(a, signals[i].what);
	w->in_show = c->phase && strcmp(c->phase, "show") == 0;
	return w->what != NULL;
}

bool fault_read(struct arena *a, const char *output, int status, const struct fault_context *c,
		struct hit *h)
{
	const char *kind = "", *report = find_report(output, &kind);
	const struct fault_row *row;
	struct words w = { 0 };

	if (report)
		w = read_words(a, report, c);
	else if (!from_signal(a, status, c, &w))
		return false;
	row = find_row(&w);
	h->rule = row->rule;
	if (report && strcmp(kind, "runtime error: ") == 0)
		place_before(a, output, report, c, h);
	if (report && !h->function)
		find_place(a, report, c, h);
	h->message = arena_printf(a, "%s (%s)", row->message, w.what);
	h->key = arena_printf(a, "%s %s %s:%u", h->rule, h->function ? h->function : w.what,
			      h->file ? h->file : "", h->line);
	if (report)
		h->details = arena_strndup(a, report, strnlen(report, DETAIL_BYTES));
	return true;
}
