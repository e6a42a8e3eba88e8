/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_FIELDS_H
#define MIGVER_MODEL_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/wide.h"
#include "model/yaml.h"

/*
 * Typed reading of a YAML tree. A mapping is described by a table with a row
 * per key: which function reads the value, and into which member. Anything the
 * table does not know is fatal: a misspelt key must never be silently ignored.
 */
struct reader {
	struct arena *arena;
	const char *path; /* for messages */
	void *context;	  /* of the file kind, e.g. the parameters of the model being read */
};

/** struct field - a row of such a table. */
struct field {
	const char *key;
	void (*read)(struct reader *r, const struct ynode *value, void *slot);
	size_t offset; /* of the slot in the object */
	bool is_required;
};

#define FIELD(key, reader, type, member)                                                           \
	{                                                                                          \
		(key), (reader), offsetof(type, member), false                                     \
	}
#define REQUIRED(key, reader, type, member)                                                        \
	{                                                                                          \
		(key), (reader), offsetof(type, member), true                                      \
	}

/** reader_fail - fatal(): "path:line:column: message", hostile bytes escaped. */
_Noreturn void reader_fail(const struct reader *r, const struct ynode *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** reader_fail_unknown - "unknown WHAT 'word'", with the entry of @known it may have meant. */
_Noreturn void reader_fail_unknown(const struct reader *r, const struct ynode *at, const char *what,
				   const char *word, const char *const *known, size_t n);

/** reader_root - the tree of @text; a mistake in the YAML is fatal(). */
struct ynode *reader_root(struct reader *r, const char *text, size_t n);

/** reader_expect - fatal() unless @node is of @kind. */
void reader_expect(const struct reader *r, const struct ynode *node, enum ynode_kind kind);

void read_fields(struct reader *r, const struct ynode *mapping, const struct field *fields,
		 size_t n, void *object);

/** read_each - call @read for each entry of a list. */
void read_each(struct reader *r, const struct ynode *list,
	       void (*read)(struct reader *r, const struct ynode *entry, void *object),
	       void *object);

/** node_text - the text of a scalar; anything else, and an empty one, is fatal(). */
const char *node_text(const struct reader *r, const struct ynode *node);

/** node_wide - a number: decimal, hexadecimal, or a name of model/constants.h. */
wide node_wide(const struct reader *r, const struct ynode *node, const char **name);

/** node_choice - the index in @words of the scalar @node; @what names it in the message. */
size_t node_choice(const struct reader *r, const struct ynode *node, const char *what,
		   const char *const *words, size_t n);

/* Readers of slots, named after the slot's type. */
void read_text(struct reader *r, const struct ynode *value, void *slot); /* const char * */
void read_bool(struct reader *r, const struct ynode *value, void *slot);
void read_int(struct reader *r, const struct ynode *value, void *slot);
void read_long(struct reader *r, const struct ynode *value, void *slot);

/** read_texts - a list; the slot is a `const char **` with its `size_t` count right after it. */
void read_texts(struct reader *r, const struct ynode *value, void *slot);

/** read_skip - a key that another pass reads, or that is for people. */
void read_skip(struct reader *r, const struct ynode *value, void *slot);

#endif
