// SPDX-License-Identifier: MIT
/*
 * "migver check": what kbuild calls as CHECK, in the place of sparse. It gets
 * the arguments of sparse and of the compiler, and the source last; it is silent
 * when there is nothing to say.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/finish.h"

static const char *take_source(struct options *o)
{
	string_list *args = &o->clang_args;
	size_t n = args->n ? strlen(args->v[args->n - 1]) : 0;

	if (n < 3 || args->v[args->n - 1][0] == '-' ||
	    strcmp(args->v[args->n - 1] + n - 2, ".c") != 0)
		fatal("check: the last argument must be a C file; it is called by make: "
		      "make C=2 CHECK=\"migver check\"");
	return args->v[--args->n];
}

/* The Makefile exports the compiler's name, which tells the target of a cross build. */
static const char *compiler_name(struct arena *a)
{
	const char *cc = getenv("CC"), *prefix = getenv("CROSS_COMPILE");

	if (cc && cc[strspn(cc, " ")])
		return cc;
	return prefix && prefix[0] ? arena_printf(a, "%sgcc", prefix) : NULL;
}

int command_check(struct options *o)
{
	struct pipeline p = { .arena = o->arena, .options = o };
	const char *source = take_source(o);
	struct stat st;

	if (stat(source, &st) != 0)
		fatal("check: there is no file %s", source);
	*vec_push(o->arena, &o->operands) = arena_strdup(o->arena, source);
	o->compiler = compiler_name(o->arena);
	o->like_sparse = true; /* kbuild throws stdout away with -s */
	config_apply(o);
	/* As if found by a search: of a whole kernel, few files matter. */
	*vec_push(o->arena, &p.files) = (struct file_entry){ source, true };
	pipeline_run(&p);
	finish_reports(&p);
	return finish_status(&p);
}
