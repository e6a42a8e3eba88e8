/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_YAML_H
#define MIGVER_MODEL_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A YAML document as a small tree. The files may come from anybody, so the
 * reader takes a harmless part of the language only: one document of UTF-8
 * text, no anchors, aliases, tags or merge keys, scalar keys, each key once,
 * and all of it within the limits below.
 */
#define YAML_MAX_BYTES ((size_t)4 * 1024 * 1024)
#define YAML_MAX_DEPTH 32
#define YAML_MAX_NODES 200000

enum ynode_kind {
	YNODE_SCALAR,
	YNODE_SEQUENCE,
	YNODE_MAPPING,
};

struct ynode {
	enum ynode_kind kind;
	uint32_t line, col;  /* from 1 */
	const char *text;    /* scalar: its value, without NUL bytes inside */
	bool is_plain;	     /* scalar: not quoted, no block scalar */
	struct ynode **key;  /* mapping: n scalars */
	struct ynode **item; /* mapping: n values; sequence: n entries */
	size_t n;
};

/** struct yaml_error - what is wrong with a document, and where (from 1). */
struct yaml_error {
	uint32_t line, col;
	const char *reason; /* may quote bytes of the document: escape before printing */
};

/**
 * yaml_read - the root node of the document in @text, @n bytes
 *
 * NULL if there is something wrong with it; then *@err tells. An empty document
 * is wrong too. Tree and reason live in @a.
 */
struct ynode *yaml_read(struct arena *a, const char *text, size_t n, struct yaml_error *err);

/** ynode_get - the value under @key of a mapping, or NULL. */
struct ynode *ynode_get(const struct ynode *mapping, const char *key);

const char *ynode_kind_name(enum ynode_kind kind);

#endif
