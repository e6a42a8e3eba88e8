/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_COMPDB_H
#define MIGVER_FRONT_COMPDB_H

#include "front/args.h"

/*
 * An own reader of compile_commands.json. libclang's guesses: a file that the
 * database lacks gets another file's command and nobody is told. Here a file
 * has an entry or it has none. Nothing that a database names is executed, and
 * only "@file" arguments are opened, for reading.
 */

/** struct compdb_entry - one entry; its arguments are split on demand. */
struct compdb_entry {
	const char *directory;
	const char *file;      /* as written, maybe relative to @directory */
	const char *command;   /* the string form, or NULL */
	struct args arguments; /* the array form */
};

struct compdb {
	const char *path; /* of the database, for messages */
	VEC(struct compdb_entry) entries;
};

/** compdb_load - read @path (or compile_commands.json in the folder @path);
 * NULL and "file:line:column: reason" in @error if it is malformed. */
struct compdb *compdb_load(struct arena *a, const char *path, const char **error);

/** compdb_parse - as compdb_load(), from memory; @path is for messages. */
struct compdb *compdb_parse(struct arena *a, const char *path, const char *text, size_t n,
			    const char **error);

/** compdb_find - the first entry that is exactly @file (links resolved), or
 * NULL; @count tells how many there are. */
const struct compdb_entry *compdb_find(struct arena *a, const struct compdb *db, const char *file,
				       size_t *count);

/** compdb_arguments - the entry's arguments, "@file" expanded. */
struct args compdb_arguments(struct arena *a, const struct compdb_entry *e);

/** compdb_split - the words of a shell command: quotes and backslashes are
 * understood, nothing is expanded; stops at an operator such as ";". */
void compdb_split(struct arena *a, const char *command, struct args *out);

/** compdb_expand - append @arg to @out; "@file" gives the words of that file. */
void compdb_expand(struct arena *a, const char *dir, const char *arg, struct args *out);

#endif
