// SPDX-License-Identifier: MIT
/*
 * A build's compiler arguments were written for another compiler and another
 * purpose. One table says for each what becomes of it; what no row names is
 * kept (an argument that clang doesn't know is reported by its driver, which
 * parse.c ignores, and is otherwise harmless).
 */
#include <string.h>

#include "front/flags.h"
#include "front/paths.h"

enum form {
	EXACT,	  /* the argument is this text */
	PREFIX,	  /* it begins with it */
	JOINED,	  /* its value follows in the same or in the next argument */
	SEPARATE, /* the text, the value in the next argument */
};

enum fate {
	KEEP,
	DROP,	/* shown with -v */
	HIDE,	/* dropped, and not worth a word */
	FOLDER, /* keep; the value is a path */
	HEADER, /* keep; the value is a path only if such a file exists there */
};

struct row {
	const char *text;
	enum form form;
	enum fate fate;
};

/* The first row that matches decides. By purpose, then by name. */
static const struct row rows[] = {
	/* where headers are */
	{ "-I", JOINED, FOLDER },
	{ "-iquote", JOINED, FOLDER },
	{ "-isystem", JOINED, FOLDER },
	{ "-idirafter", JOINED, FOLDER },
	{ "-isysroot", JOINED, FOLDER },
	{ "--sysroot=", PREFIX, FOLDER },
	{ "-include-pch", SEPARATE, DROP },
	{ "-include", JOINED, HEADER },
	{ "-imacros", JOINED, HEADER },

	/* macros; -D__NO_FORTIFY and no -O keep string functions plain calls */
	{ "-D", JOINED, KEEP },
	{ "-U", JOINED, KEEP },

	/* what to produce, and where */
	{ "-c", EXACT, HIDE },
	{ "-S", EXACT, HIDE },
	{ "-E", EXACT, HIDE },
	{ "-x", JOINED, HIDE },
	{ "-O", PREFIX, HIDE },
	{ "-g", PREFIX, HIDE },
	{ "-pipe", EXACT, HIDE },
	{ "-pg", EXACT, HIDE },
	{ "-object", PREFIX, DROP },
	{ "-o", JOINED, HIDE },
	{ "--output", JOINED, DROP },
	{ "-P", EXACT, DROP },
	{ "-C", EXACT, DROP },
	{ "-CC", EXACT, DROP },
	{ "-v", EXACT, DROP },
	{ "-###", EXACT, DROP },
	{ "--help", PREFIX, DROP },
	{ "--version", EXACT, DROP },
	{ "-print", PREFIX, DROP },
	{ "--print", PREFIX, DROP },
	{ "--preprocess", EXACT, DROP },
	{ "--assemble", EXACT, DROP },
	{ "--compile", EXACT, DROP },
	{ "--analyze", PREFIX, DROP },
	{ "--precompile", EXACT, DROP },
	{ "-dumpbase", SEPARATE, DROP },
	{ "-dumpdir", SEPARATE, DROP },
	{ "-dump", PREFIX, DROP },
	{ "-d", PREFIX, DROP },
	{ "-emit-", PREFIX, DROP },
	{ "-fsyntax-only", EXACT, HIDE },
	{ "-working-directory", JOINED, DROP },

	/* files on the side */
	{ "-MF", JOINED, HIDE },
	{ "-MT", JOINED, HIDE },
	{ "-MQ", JOINED, HIDE },
	{ "-MJ", JOINED, DROP },
	{ "-M", PREFIX, HIDE },
	{ "-Wp,-M", PREFIX, HIDE },
	{ "--dependencies", EXACT, DROP },
	{ "--user-dependencies", EXACT, DROP },
	{ "--write-", PREFIX, DROP },
	{ "-aux-info", SEPARATE, DROP },
	{ "-dependency-file", SEPARATE, DROP },
	{ "-index-store-path", SEPARATE, DROP },
	{ "-save-temps", PREFIX, DROP },
	{ "--save-temps", PREFIX, DROP },
	{ "-serialize-diagnostics", SEPARATE, DROP },
	{ "--serialize-diagnostics", SEPARATE, DROP },
	{ "-fcallgraph-info", PREFIX, DROP },
	{ "-fcrash-diagnostics", PREFIX, DROP },
	{ "-fdump-", PREFIX, DROP },
	{ "-fimplicit-module", PREFIX, DROP },
	{ "-fmodule", PREFIX, DROP },
	{ "-foptimization-record", PREFIX, DROP },
	{ "-fopt-info", PREFIX, DROP },
	{ "-fprofile", PREFIX, DROP },
	{ "-fcs-profile", PREFIX, DROP },
	{ "-fcoverage", PREFIX, DROP },
	{ "-ftest-coverage", EXACT, DROP },
	{ "--coverage", EXACT, DROP },
	{ "-fproc-stat-report", PREFIX, DROP },
	{ "-fsave-optimization-record", PREFIX, DROP },
	{ "-fstack-usage", EXACT, DROP },
	{ "-ftime-trace", PREFIX, DROP },
	{ "-gen-reproducer", PREFIX, DROP },
	{ "-ivfsoverlay", JOINED, DROP },

	/* foreign code and programs */
	{ "-B", JOINED, DROP },
	{ "-Xclang", SEPARATE, DROP },
	{ "-Xanalyzer", SEPARATE, DROP },
	{ "-Xassembler", SEPARATE, DROP },
	{ "-Xlinker", SEPARATE, DROP },
	{ "-Xpreprocessor", SEPARATE, DROP },
	{ "-cc1", PREFIX, DROP },
	{ "-ccc-", PREFIX, DROP },
	{ "--config", JOINED, DROP },
	{ "--driver-mode", PREFIX, DROP },
	{ "-fpass-plugin", PREFIX, DROP },
	{ "-fplugin", PREFIX, DROP },
	{ "-load", SEPARATE, DROP },
	{ "-mllvm", SEPARATE, DROP },
	{ "-plugin", PREFIX, DROP },
	{ "-add-plugin", SEPARATE, DROP },
	{ "-specs", PREFIX, DROP },
	{ "--specs", PREFIX, DROP },
	{ "-wrapper", SEPARATE, DROP },

	/* linker and assembler */
	{ "-Wa,", PREFIX, HIDE },
	{ "-Wl,", PREFIX, HIDE },
	{ "-L", JOINED, DROP },
	{ "-l", JOINED, DROP },
	{ "-T", JOINED, DROP },
	{ "-shared", PREFIX, DROP },
	{ "-static", PREFIX, DROP },
	{ "-rdynamic", EXACT, DROP },
	{ "-z", JOINED, DROP },

	/* diagnostics: only errors are of interest */
	{ "-Werror", PREFIX, HIDE },
	{ "-pedantic-errors", EXACT, HIDE },
	{ "-fdiagnostics-", PREFIX, HIDE },
	{ "-fmessage-length", PREFIX, HIDE },

	/* separate values that must not be taken for an input file */
	{ "-arch", SEPARATE, KEEP },
	{ "-target", SEPARATE, KEEP },
	{ "-resource-dir", SEPARATE, FOLDER },

	/* gcc only, or without meaning for a parser */
	{ "--param", JOINED, DROP },
	{ "-fabi-version", PREFIX, DROP },
	{ "-falign-", PREFIX, DROP },
	{ "-fallow-store-data-races", EXACT, DROP },
	{ "-fbit-tests", EXACT, DROP },
	{ "-fcf-protection", PREFIX, DROP },
	{ "-fconserve-stack", EXACT, DROP },
	{ "-femit-struct-debug", PREFIX, DROP },
	{ "-fipa-", PREFIX, DROP },
	{ "-flto", PREFIX, DROP },
	{ "-flive-patching", PREFIX, DROP },
	{ "-fmin-function-alignment", PREFIX, DROP },
	{ "-fno-allow-store-data-races", EXACT, DROP },
	{ "-fno-bit-tests", EXACT, DROP },
	{ "-fno-code-hoisting", EXACT, DROP },
	{ "-fno-guess-branch-probability", EXACT, DROP },
	{ "-fno-inline-functions-called-once", EXACT, DROP },
	{ "-fno-ipa-", PREFIX, DROP },
	{ "-fno-lto", EXACT, HIDE },
	{ "-fno-partial-inlining", EXACT, DROP },
	{ "-fno-sanitize", PREFIX, HIDE },
	{ "-fno-stack-clash-protection", EXACT, HIDE },
	{ "-fno-tree-", PREFIX, DROP },
	{ "-fno-var-tracking", PREFIX, DROP },
	{ "-fpatchable-function-entry", PREFIX, DROP },
	{ "-fsanitize", PREFIX, DROP },
	{ "-fsched-", PREFIX, DROP },
	{ "-fstrict-flex-arrays", PREFIX, KEEP },
	{ "-fstrub", PREFIX, DROP },
	{ "-ftree-", PREFIX, DROP },
	{ "-fvar-tracking", PREFIX, DROP },
	{ "-fzero-call-used-regs", PREFIX, DROP },
	{ "-maccumulate-outgoing-args", EXACT, DROP },
	{ "-mfentry", EXACT, HIDE },
	{ "-mfunction-return", PREFIX, DROP },
	{ "-mharden-sls", PREFIX, DROP },
	{ "-mindirect-branch", PREFIX, DROP },
	{ "-mno-fdpic", EXACT, DROP },
	{ "-mno-fp-ret-in-387", EXACT, DROP },
	{ "-mno-sched-", PREFIX, DROP },
	{ "-mnop-mcount", EXACT, DROP },
	{ "-mpreferred-stack-boundary", PREFIX, DROP },
	{ "-mrecord-mcount", EXACT, DROP },
	{ "-mskip-rax-setup", EXACT, DROP },
	{ "-mstack-protector-guard", PREFIX, DROP },
	{ "-mtune", PREFIX, DROP },
};

static bool row_matches(const struct row *r, const char *arg)
{
	if (r->form == EXACT || r->form == SEPARATE)
		return strcmp(arg, r->text) == 0;
	return strncmp(arg, r->text, strlen(r->text)) == 0;
}

static const struct row *find_row(const char *arg)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (row_matches(&rows[i], arg))
			return &rows[i];
	return NULL;
}

/** struct cleaning - one call of flags_clean(). */
struct cleaning {
	struct arena *arena;
	const char *dir, *cwd;
	struct flags *out;
};

static const char *resolve(const struct cleaning *c, enum fate fate, const char *value)
{
	bool is_path = fate == FOLDER ||
		       (fate == HEADER && c->dir && path_exists_in(c->arena, c->dir, value));

	if (!is_path || !c->dir)
		return value;
	return path_from_cwd(c->cwd, path_join(c->arena, c->dir, value));
}

static void keep_or_drop(const struct cleaning *c, enum fate fate, const char *arg)
{
	if (fate == HIDE)
		return;
	args_add(c->arena, fate == DROP ? &c->out->removed : &c->out->args, arg);
}

/* Handles the argument @arg by row @r, and its value @next if it stands apart; true if so. */
static bool clean_one(const struct cleaning *c, const struct row *r, const char *arg,
		      const char *next)
{
	size_t n = strlen(r->text);
	bool is_apart = r->form == SEPARATE || (r->form == JOINED && !arg[n]);

	if (is_apart) {
		keep_or_drop(c, r->fate, arg);
		if (next)
			keep_or_drop(c, r->fate, resolve(c, r->fate, next));
		return true;
	}
	if (r->fate == FOLDER || r->fate == HEADER)
		arg = arena_printf(c->arena, "%s%s", r->text, resolve(c, r->fate, arg + n));
	keep_or_drop(c, r->fate, arg);
	return false;
}

/* A cross compiler's name tells the target: aarch64-linux-gnu-gcc-12. */
static void add_target(const struct cleaning *c, const char *compiler)
{
	const char *base = path_base(compiler);
	const char *end = strstr(base, "-gcc");
	size_t dashes = 0;

	if (!end)
		end = strstr(base, "-clang");
	for (const char *p = base; end && p < end; p++)
		dashes += *p == '-';
	if (dashes >= 2)
		args_add(c->arena, &c->out->args,
			 arena_printf(c->arena, "--target=%.*s", (int)(end - base), base));
}

void flags_clean(struct arena *a, const struct args *args, bool has_compiler, const char *dir,
		 const char *cwd, struct flags *out)
{
	const struct cleaning c = { a, dir, cwd, out };
	const char *const *v = args->v;
	size_t n = args->n, i = 0;

	/* "ccache gcc ...": everything before the first option. */
	for (; has_compiler && i < n && v[i][0] != '-'; i++)
		add_target(&c, v[i]);
	for (; i < n; i++) {
		const struct row *r = find_row(v[i]);

		if (v[i][0] != '-' || !v[i][1] || strcmp(v[i], "--") == 0)
			continue;
		if (!r)
			args_add(a, &out->args, v[i]);
		else if (clean_one(&c, r, v[i], i + 1 < n ? v[i + 1] : NULL))
			i++;
	}
}
