// SPDX-License-Identifier: MIT
/*
 * One file through libclang. With flags from the user there is one attempt.
 * With bundled headers the mdev era is a guess; where it gives errors the other
 * eras are tried and the attempt with the fewest errors is kept. A header that
 * the bundle lacks makes the installed kernel headers one more attempt.
 */
#include <clang-c/Index.h>
#include <stdlib.h>
#include <string.h>

#include "front/bundle.h"
#include "front/parse.h"
#include "front/paths.h"
#include "ir/build.h"

#define MAX_REASONS 50

/** struct attempt - one parse and how it went. */
struct attempt {
	CXTranslationUnit tu; /* NULL if libclang gave nothing */
	enum CXErrorCode code;
	const char *from;
	size_t nerrors, nmissing; /* errors; of these, headers not found */
	const char *missing;	  /* the first such header */
};

struct parser {
	struct ir_unit *unit;
	struct map *paths;
	const struct flags *flags;
	const struct overlay *overlay;
	CXIndex index;
	const char *text; /* of the file */
	size_t size;
};

void parse_setup(void)
{
	setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);
	setenv("LIBCLANG_NOTHREADS", "1", 1);
	clang_toggleCrashRecovery(0);
}

/* ---- diagnostics ---- */

static const char *take_string(struct arena *a, CXString s)
{
	const char *text = clang_getCString(s);
	const char *copy = arena_strdup(a, text ? text : "");

	clang_disposeString(s);
	return copy;
}

/* The driver's complaints about arguments of another compiler: nothing is lost by those. */
static bool is_about_arguments(CXDiagnostic d, const char *message)
{
	static const char *const beginnings[] = {
		"unknown argument",  "unsupported option", "unsupported argument",
		"optimization flag", "argument unused",	   "unknown target CPU",
	};
	CXFile file;

	clang_getExpansionLocation(clang_getDiagnosticLocation(d), &file, NULL, NULL, NULL);
	for (size_t i = 0; !file && i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (strncmp(message, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* The header's name in "'linux/foo.h' file not found", or NULL. */
static const char *missing_header(struct arena *a, const char *message)
{
	static const char tail[] = "' file not found";
	size_t n = strlen(message);

	if (message[0] != '\'' || n <= sizeof(tail) || !strstr(message, tail))
		return NULL;
	return arena_strndup(a, message + 1, (size_t)(strstr(message, tail) - message - 1));
}

static struct loc diagnostic_loc(const struct parser *p, CXDiagnostic d)
{
	struct loc loc = { 0 };
	unsigned line, col;
	CXFile file;

	clang_getExpansionLocation(clang_getDiagnosticLocation(d), &file, &line, &col, NULL);
	if (!file)
		return loc;
	loc.path = intern(p->paths, take_string(p->unit->arena, clang_getFileName(file)));
	loc.line = loc.end_line = line;
	loc.col = col;
	loc.end_col = col + 1;
	return loc;
}

/* Calls @see for each error of @tu. */
static void for_each_error(const struct parser *p, struct attempt *t,
			   void (*see)(const struct parser *p, struct attempt *t, CXDiagnostic d,
				       const char *message))
{
	unsigned n = clang_getNumDiagnostics(t->tu);

	for (unsigned i = 0; i < n; i++) {
		CXDiagnostic d = clang_getDiagnostic(t->tu, i);
		const char *message;

		if (clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error) {
			message = take_string(p->unit->arena, clang_getDiagnosticSpelling(d));
			if (!is_about_arguments(d, message))
				see(p, t, d, message);
		}
		clang_disposeDiagnostic(d);
	}
}

static void count_error(const struct parser *p, struct attempt *t, CXDiagnostic d,
			const char *message)
{
	const char *header = missing_header(p->unit->arena, message);

	(void)d;
	t->nerrors++;
	if (!header)
		return;
	if (!t->nmissing++)
		t->missing = header;
}

/* A macro used twice in a line gives the same error twice. */
static bool has_reason(const struct ir_unit *u, const struct loc *loc, const char *text)
{
	vec_for_each_ptr(const struct unit_reason, r, &u->reasons) {
		if (loc_compare(&r->loc, loc) == 0 && strcmp(r->text, text) == 0)
			return true;
	}
	return false;
}

static void report_error(const struct parser *p, struct attempt *t, CXDiagnostic d,
			 const char *message)
{
	const char *header = missing_header(p->unit->arena, message);
	struct loc loc = diagnostic_loc(p, d);

	(void)t;
	p->unit->status = UNIT_INCOMPLETE;
	if (header)
		message = arena_printf(p->unit->arena, "missing header '%s'", header);
	if (p->unit->reasons.n < MAX_REASONS && !has_reason(p->unit, &loc, message))
		ir_add_reason(p->unit, loc, "%s", message);
}

/* ---- attempts ---- */

/* Errors only, all of them; and what the kernel's gcc merely warns about is no error. */
static const char *const fixed_args[] = {
	"-w",
	"-ferror-limit=0",
	"-fno-spell-checking",
	"-Wno-error=incompatible-function-pointer-types",
	"-Wno-error=incompatible-pointer-types",
	"-Wno-error=int-conversion",
	"-x",
	"c",
};

static void add_unsaved(struct bundle *b, const char *name, const struct overlay_file *f)
{
	static const char gone[] = "#error this file is removed by the patch\n";

	b->files[b->n++] = (struct CXUnsavedFile){
		.Filename = name,
		.Contents = f->is_gone ? gone : f->text,
		.Length = f->is_gone ? sizeof(gone) - 1 : f->n,
	};
}

/*
 * @files and those of the overlay. libclang knows a file that is on disk by its
 * identity; one that is not is found by the very name that an include makes.
 */
static struct bundle with_overlay(struct parser *p, struct bundle files)
{
	const struct overlay *o = p->overlay;
	struct arena *a = p->unit->arena;
	struct bundle all = { .n = files.n };
	const char *cwd;

	if (!o || !o->files.n)
		return files;
	cwd = path_real(a, ".");
	all.files = arena_array(a, files.n + 3 * o->files.n + 1, sizeof(*all.files));
	for (unsigned i = 0; i < files.n; i++)
		all.files[i] = files.files[i];
	for (size_t i = 0; i < o->files.n; i++) {
		const struct overlay_file *f = o->files.v[i];
		const char *near = path_from_cwd(cwd ? cwd : "/", f->path);

		if (overlay_find(o, p->unit->path) == f)
			add_unsaved(&all, p->unit->path, f);
		else
			add_unsaved(&all, near, f);
		if (path_is_file(f->path))
			continue;
		add_unsaved(&all, f->path, f);
		if (near[0] != '/')
			add_unsaved(&all, arena_printf(a, "./%s", near), f);
	}
	return all;
}

static struct attempt try_parse(struct parser *p, const struct args *given, struct bundle files,
				const char *from)
{
	const unsigned options =
		CXTranslationUnit_KeepGoing | CXTranslationUnit_DetailedPreprocessingRecord;
	struct arena *a = p->unit->arena;
	struct attempt t = { .from = from };
	struct args args = { 0 };

	files = with_overlay(p, files);
	args_append(a, &args, given);
	args_add_all(a, &args, fixed_args, sizeof(fixed_args) / sizeof(fixed_args[0]));
	t.code = clang_parseTranslationUnit2(p->index, p->unit->path, args.v, (int)args.n,
					     files.files, files.n, options, &t.tu);
	if (t.tu)
		for_each_error(p, &t, count_error);
	return t;
}

static struct attempt try_flags(struct parser *p, const struct flags *f, const char *from)
{
	struct arena *a = p->unit->arena;
	struct args args = { 0 };

	args_append(a, &args, &f->args);
	bundle_builtin_args(a, &args);
	return try_parse(p, &args, bundle_builtin(a), from);
}

static struct attempt try_era(struct parser *p, const struct era_choice *c)
{
	struct arena *a = p->unit->arena;
	struct args args = { 0 };

	bundle_args(a, BUNDLE_DIR, c, p->unit->path, &args);
	args_append(a, &args, &p->flags->args);
	return try_parse(p, &args, bundle_all(a), p->flags->from);
}

/* Keep the one with fewer errors, the earlier one if equal. */
static void keep_better(struct attempt *best, struct attempt t)
{
	bool is_better = t.tu && (!best->tu || t.nerrors < best->nerrors);
	CXTranslationUnit loser = is_better ? best->tu : t.tu;

	if (is_better)
		*best = t;
	if (loser)
		clang_disposeTranslationUnit(loser);
}

/* Some of a kernel tree's files are never modules, and wouldn't compile as one. */
static struct attempt try_kernel(struct parser *p)
{
	struct attempt best = try_flags(p, p->flags, p->flags->from);
	struct flags builtin = *p->flags;

	if (best.nerrors == best.nmissing || !best.tu)
		return best;
	args_add(p->unit->arena, &builtin.args, "-UMODULE");
	keep_better(&best, try_flags(p, &builtin, p->flags->from));
	return best;
}

static void try_installed(struct parser *p, struct attempt *best)
{
	struct arena *a = p->unit->arena;
	const struct kernel_dir *k = kernel_dir_installed(a);
	struct flags f;

	if (!k)
		return;
	f = flags_kernel(a, k, p->unit->path);
	keep_better(best, try_flags(p, &f,
				    arena_printf(a, "installed %s, as the %s lack '%s'", f.from,
						 p->flags->from, best->missing)));
}

static struct attempt try_bundled(struct parser *p)
{
	struct era_choice order[ERA_NR];
	struct attempt best;

	era_guess(p->unit->arena, p->unit->path, p->text, p->size, order);
	best = try_era(p, &order[0]);
	for (int i = 1; i < ERA_NR && best.nerrors > best.nmissing; i++)
		keep_better(&best, try_era(p, &order[i]));
	if (best.nmissing)
		try_installed(p, &best);
	return best;
}

/* ---- the unit ---- */

static void fail(struct ir_unit *u, const char *why)
{
	u->status = UNIT_FAILED;
	ir_add_reason(u, (struct loc){ 0 }, "%s", why);
}

static bool is_blank(const char *s, size_t n)
{
	return strspn(s, " \t\r\n\f\v") == n;
}

static const char *code_text(enum CXErrorCode code)
{
	switch (code) {
	case CXError_Crashed:
		return "the parser crashed";
	case CXError_InvalidArguments:
		return "the parser refused its arguments";
	case CXError_ASTReadError:
		return "the parser found a damaged precompiled header";
	default:
		return "the parser gave no result (unusable flags?)";
	}
}

static void finish(struct parser *p, struct attempt *t, const struct lower_options *lower)
{
	struct ir_unit *u = p->unit;

	u->flags_from = t->from;
	if (!t->tu) {
		fail(u, code_text(t->code));
		return;
	}
	if (t->nerrors && p->flags->note)
		ir_add_reason(u, (struct loc){ 0 }, "%s", p->flags->note);
	for_each_error(p, t, report_error);
	if (t->nerrors > MAX_REASONS)
		ir_add_reason(u, (struct loc){ 0 }, "%zu errors in all", t->nerrors);
	lower_tu(t->tu, lower, p->paths, u);
}

/* What the program brings itself is part of it. */
static void note_inclusion(CXFile file, CXSourceLocation *stack, unsigned n, CXClientData data)
{
	CXString name = clang_getFileName(file);
	const char *text = clang_getCString(name);

	(void)stack;
	(void)n;
	if (text && strncmp(text, "/migver-", 8) != 0) {
		strbuf_add(data, text);
		strbuf_addc(data, '\n');
	}
	clang_disposeString(name);
}

static const char *read_main(struct parser *p, const char **why)
{
	const struct overlay_file *f = overlay_find(p->overlay, p->unit->path);

	if (!f)
		return file_read(p->unit->arena, p->unit->path, SOURCE_BYTES, &p->size, why);
	p->size = f->n;
	return f->text;
}

void parse_unit(struct ir_unit *u, struct map *paths, const struct flags *f,
		const struct overlay *overlay, const struct lower_options *lower,
		struct strbuf *files)
{
	struct parser p = { .unit = u, .paths = paths, .flags = f, .overlay = overlay };
	const char *why = NULL;
	struct attempt t;

	u->flags_from = f->from;
	p.text = read_main(&p, &why);
	if (!p.text) {
		fail(u, why);
		return;
	}
	if (is_blank(p.text, p.size))
		return;
	if (memchr(p.text, '\0', p.size)) {
		fail(u, "not a source file: it contains NUL bytes");
		return;
	}
	p.index = clang_createIndex(0, 0);
	t = f->is_bundled  ? try_bundled(&p)
	    : f->is_kernel ? try_kernel(&p)
			   : try_flags(&p, f, f->from);
	finish(&p, &t, lower);
	if (t.tu)
		clang_getInclusions(t.tu, note_inclusion, files);
}
