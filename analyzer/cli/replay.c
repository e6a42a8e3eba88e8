// SPDX-License-Identifier: MIT
/* "migver replay": run single inputs, with whole stacks, or in a debugger. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/fuzz.h"

static bool is_source(const char *path)
{
	size_t n = strlen(path);

	return (n > 2 && strcmp(path + n - 2, ".c") == 0) || path_is_dir(path);
}

/* A finding lies in DIR/findings, its target beside that folder. */
static const char *beside_input(struct arena *a, const char *input)
{
	const char *real = path_real(a, input);
	const char *dir = real ? path_dir(a, path_dir(a, real)) : "";
	const char *found = path_join(a, dir, "replay");

	return access(found, X_OK) == 0 ? found : NULL;
}

static const char *build_target(struct options *o, const string_list *sources)
{
	struct fuzz_run f;

	o->operands = *sources;
	fuzz_prepare(&f, o);
	f.place =
		workplace_open(f.arena, o->fuzz.dir, "replays", f.request.files, f.request.nfiles);
	if (!fuzz_build(&f))
		exit(EXIT_INCOMPLETE);
	progress_end(&f.progress);
	return f.place.replay;
}

static const char *find_target(struct options *o, const string_list *sources,
			       const string_list *inputs)
{
	const char *target = NULL;

	if (o->fuzz.target)
		target = program_find(o->arena, o->fuzz.target);
	else if (sources->n)
		return build_target(o, sources);
	else if (o->fuzz.dir)
		target = program_find(o->arena, path_join(o->arena, o->fuzz.dir, "replay"));
	else
		target = beside_input(o->arena, inputs->v[0]);
	if (!target)
		fatal("no target for %s: give --dir, --target, or the driver's files",
		      inputs->v[0]);
	return target;
}

/* As the campaign was run; the file lies beside its target. */
static void set_options(struct arena *a, const char *target)
{
	const char *dir = path_dir(a, target);

	if (path_exists_in(a, dir, "options"))
		setenv("MIGVER_FUZZ_OPTS", arena_printf(a, "@%s/options", dir), 0);
}

static void add_gdb(struct arena *a, struct args *args)
{
	static const char *const words[] = {
		"-q",
		"-ex",
		"set breakpoint pending on",
		"-ex",
		"break krt_show",
		"-ex",
		"break krt_store",
		"-ex",
		"run",
		"--args",
	};

	args_add(a, args, program_find(a, "gdb"));
	if (!args->v[0])
		fatal("there is no gdb in PATH (Debian: apt install gdb)");
	args_add_all(a, args, words, sizeof(words) / sizeof(words[0]));
}

int command_replay(struct options *o)
{
	string_list sources = { 0 }, inputs = { 0 };
	struct args args = { 0 };
	const char *target;

	for (size_t i = 0; i < o->operands.n; i++)
		*vec_push(o->arena, is_source(o->operands.v[i]) ? &sources : &inputs) =
			o->operands.v[i];
	if (!inputs.n)
		fatal("replay: no input; try 'migver replay FINDING'");
	for (size_t i = 0; i < inputs.n; i++)
		if (!path_is_file(inputs.v[i]))
			fatal("%s: no such file", inputs.v[i]);
	target = find_target(o, &sources, &inputs);
	if (o->fuzz.gdb)
		add_gdb(o->arena, &args);
	args_add(o->arena, &args, target);
	for (size_t i = 0; i < inputs.n; i++)
		args_add(o->arena, &args, inputs.v[i]);
	args_add(o->arena, &args, NULL);
	set_options(o->arena, target);
	fflush(stdout);
	execv(args.v[0], (char *const *)args.v);
	fatal("can't run %s: %s", args.v[0], strerror(errno));
}
