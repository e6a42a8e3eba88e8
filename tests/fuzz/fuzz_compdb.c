// SPDX-License-Identifier: MIT
/* compile_commands.json from anywhere: the reader, the splitter and the flag filter. */
#include <stdint.h>

#include "front/compdb.h"
#include "front/flags.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *error = NULL;
	struct compdb *db =
		compdb_parse(a, "compile_commands.json", (const char *)data, size, &error);

	if (!db && !error)
		__builtin_trap();
	for (size_t i = 0; db && i < db->entries.n; i++) {
		struct compdb_entry *e = &db->entries.v[i];
		struct args args = { 0 };
		struct flags out = { 0 };

		/* Not compdb_arguments(): it would open "@file". */
		if (e->command)
			compdb_split(a, e->command, &args);
		else
			args_append(a, &args, &e->arguments);
		flags_clean(a, &args, true, e->directory, "/cwd", &out);
		if (out.args.n > args.n + 1)
			__builtin_trap();
	}
	arena_drop(a);
	return 0;
}
