// SPDX-License-Identifier: MIT
#include <string.h>
#include <unistd.h>

#include "base/fatal.h"
#include "front/cmd_file.h"
#include "front/flags.h"
#include "front/paths.h"

#define CWD_BYTES 4096

void flag_source_open(struct arena *a, const struct front_options *o, struct flag_source *s)
{
	char *cwd = arena_alloc(a, CWD_BYTES);
	const char *error = NULL;

	*s = (struct flag_source){ .options = o };
	s->cwd = getcwd(cwd, CWD_BYTES) ? cwd : "/";
	if (o->compdb) {
		s->compdb = compdb_load(a, o->compdb, &error);
		if (!s->compdb)
			fatal("%s", error);
	}
	if (o->kernel) {
		s->kernel = kernel_dir_open(a, o->kernel, &error);
		if (!s->kernel)
			fatal("%s", error);
	}
}

static struct flags flags_command_line(struct arena *a, const struct flag_source *s)
{
	struct flags f = { .from = "command line" };
	struct args args = { 0 };

	if (s->options->compiler)
		compdb_split(a, s->options->compiler, &args);
	for (size_t i = 0; i < s->options->nclang_args; i++)
		compdb_expand(a, NULL, s->options->clang_args[i], &args);
	flags_clean(a, &args, s->options->compiler != NULL, NULL, s->cwd, &f);
	return f;
}

static struct flags flags_database(struct arena *a, const struct flag_source *s,
				   const struct compdb_entry *e, size_t count)
{
	struct flags f = { .from = s->compdb->path };
	struct args args = compdb_arguments(a, e);

	if (count > 1)
		f.note = arena_printf(a, "%s has %zu entries for it; the first is used",
				      s->compdb->path, count);
	flags_clean(a, &args, true, e->directory, s->cwd, &f);
	return f;
}

/* What the last build used; with --kernel only if it was a build for that. */
static bool flags_cmd_file(struct arena *a, const struct flag_source *s, const char *file,
			   struct flags *f)
{
	struct cmd_file cmd;

	if (!cmd_file_find(a, file, s->options->kernel, &cmd))
		return false;
	*f = (struct flags){ .from = cmd.path };
	flags_clean(a, &cmd.args, true, cmd.dir, s->cwd, f);
	return true;
}

struct flags flags_bundled(void)
{
	return (struct flags){ .from = "bundled headers", .is_bundled = true };
}

struct flags flags_kernel(struct arena *a, const struct kernel_dir *k, const char *file)
{
	struct flags f = { .from = arena_printf(a, "kernel %s", k->given), .is_kernel = true };

	kernel_dir_args(a, k, file, &f.args);
	if (!k->has_generated)
		f.note = arena_printf(a, "%s is not configured (no include/generated/autoconf.h)",
				      k->given);
	return f;
}

static struct flags find_flags(struct arena *a, const struct flag_source *s, const char *file)
{
	const struct compdb_entry *e = NULL;
	struct flags f;
	size_t count = 0;

	if (s->options->nclang_args)
		return flags_command_line(a, s);
	if (s->compdb)
		e = compdb_find(a, s->compdb, file, &count);
	if (e)
		return flags_database(a, s, e, count);
	if (!s->compdb && flags_cmd_file(a, s, file, &f))
		return f;
	f = s->kernel ? flags_kernel(a, s->kernel, file) : flags_bundled();
	if (s->compdb)
		f.from = arena_printf(a, "%s (no entry in %s)", f.from, s->compdb->path);
	return f;
}

struct flags flags_for(struct arena *a, const struct flag_source *s, const char *file)
{
	struct flags f = find_flags(a, s, file);
	struct args extra = { 0 };

	for (size_t i = 0; i < s->options->nextra_args; i++)
		args_add(a, &extra, s->options->extra_args[i]);
	flags_clean(a, &extra, false, NULL, s->cwd, &f);
	return f;
}
