// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fatal.h"
#include "cli/options.h"

static void print(const struct strbuf *b)
{
	fwrite(b->s, 1, b->n, stdout);
}

static int print_help(const struct options *o)
{
	struct strbuf b;

	strbuf_init(&b, o->arena);
	options_help(o, &b);
	print(&b);
	return EXIT_OK;
}

static int print_version(const struct options *o)
{
	printf("migver %s\nlibclang: %s\n", MIGVER_VERSION, front_libclang_version(o->arena));
	return EXIT_OK;
}

/* A report that did not reach its file must not pass for a clean one. */
static int close_stdout(int status)
{
	if (fflush(stdout) || ferror(stdout))
		fatal("can't write to standard output: %s", strerror(errno));
	return status;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct options o;
	int status;

	options_parse(arena, argc, argv, &o);
	if (o.help)
		status = print_help(&o);
	else if (o.version)
		status = print_version(&o);
	else
		status = o.command->run(&o);
	status = close_stdout(status);
	arena_drop(arena);
	return status;
}
