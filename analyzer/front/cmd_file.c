// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/strbuf.h"
#include "front/cmd_file.h"
#include "front/compdb.h"
#include "front/kernel_dir.h"
#include "front/paths.h"

#define CMD_BYTES ((size_t)4 << 20)

/* ---- the text ---- */

/* The value as make reads it: "$$" is a dollar, "\#" and "$(pound)" a hash. */
static const char *unescaped(struct arena *a, const char *s, size_t n)
{
	static const char pound[] = "$(pound)";
	const char *end = s + n;
	struct strbuf b;

	strbuf_init(&b, a);
	while (s < end) {
		if ((size_t)(end - s) >= sizeof(pound) - 1 &&
		    strncmp(s, pound, sizeof(pound) - 1) == 0) {
			strbuf_addc(&b, '#');
			s += sizeof(pound) - 1;
			continue;
		}
		if (end - s >= 2 && ((s[0] == '$' && s[1] == '$') || (s[0] == '\\' && s[1] == '#')))
			s++;
		strbuf_addc(&b, *s++);
	}
	return b.s;
}

static bool begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

bool cmd_file_parse(struct arena *a, const char *text, struct args *out)
{
	for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t n = strcspn(line, "\n");
		const char *value = memmem(line, n, ":=", 2);

		if (!value || (!begins(line, "cmd_") && !begins(line, "savedcmd_")))
			continue;
		compdb_split(a, unescaped(a, value + 2, n - (size_t)(value + 2 - line)), out);
		return out->n > 1;
	}
	return false;
}

/* ---- where it ran ---- */

/* The path that an argument names and that must be there: a forced header or a folder of headers.
 */
static const char *needed_path(const struct args *args, size_t i)
{
	const char *arg = args->v[i];

	if (i && strcmp(args->v[i - 1], "-include") == 0)
		return arg;
	if (begins(arg, "-I") && arg[2])
		return arg + 2;
	return NULL;
}

/* How many relative paths of @args are there below @dir; *@n: of how many. */
static size_t count_there(struct arena *a, const struct args *args, const char *dir, size_t *n)
{
	size_t there = 0;

	*n = 0;
	for (size_t i = 0; i < args->n; i++) {
		const char *path = needed_path(args, i);
		const char *full;

		if (!path || path[0] == '/')
			continue;
		full = path_join(a, dir, path);
		there += path_is_file(full) || path_is_dir(full);
		++*n;
	}
	return there;
}

/* Folders of headers may never have been made (include/generated/uapi); most are there. */
static bool fits(struct arena *a, const struct args *args, const char *dir)
{
	size_t n, there = dir ? count_there(a, args, dir, &n) : 0;

	return dir && 2 * there >= n + (n > 0);
}

static const char *folder_above(struct arena *a, const char *dir)
{
	return dir[1] ? path_dir(a, dir) : NULL;
}

static const char *find_dir(struct arena *a, const char *file, const struct args *args,
			    const char *kernel)
{
	const char *error, *real = path_real(a, file);
	const struct kernel_dir *k;

	if (kernel) {
		k = kernel_dir_open(a, kernel, &error);
		return k && fits(a, args, k->build) ? k->build : NULL;
	}
	for (const char *dir = real ? path_dir(a, real) : NULL; dir; dir = folder_above(a, dir))
		if (fits(a, args, dir))
			return dir;
	k = kernel_dir_installed(a);
	return k && fits(a, args, k->build) ? k->build : NULL;
}

bool cmd_file_find(struct arena *a, const char *file, const char *kernel, struct cmd_file *out)
{
	const char *name = path_base(file), *why = NULL;
	size_t n = strlen(name), size = 0;
	char *text;

	if (n < 3 || strcmp(name + n - 2, ".c") != 0)
		return false;
	*out = (struct cmd_file){
		.path = path_join(a, path_dir(a, file),
				  arena_printf(a, ".%.*s.o.cmd", (int)(n - 2), name)),
	};
	if (!path_is_file(out->path))
		return false;
	text = file_read(a, out->path, CMD_BYTES, &size, &why);
	if (!text || !cmd_file_parse(a, text, &out->args))
		return false;
	out->dir = find_dir(a, file, &out->args, kernel);
	return out->dir != NULL;
}
