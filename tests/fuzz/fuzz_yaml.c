// SPDX-License-Identifier: MIT
/* The YAML reader over any bytes: a tree within the limits, or an error with a place. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t check_node(const struct ynode *node, unsigned int depth)
{
	size_t nodes = 1;

	if (depth > YAML_MAX_DEPTH || !node->line || !node->col)
		abort();
	if ((node->kind == YNODE_SCALAR) != (node->text != NULL))
		abort();
	for (size_t i = 0; i < node->n; i++) {
		if (node->kind == YNODE_MAPPING)
			nodes += check_node(node->key[i], depth + 1);
		nodes += check_node(node->item[i], depth + 1);
	}
	return nodes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct yaml_error err = { 0 };
	struct ynode *root = yaml_read(a, (const char *)data, size, &err);

	if (root && check_node(root, 0) > YAML_MAX_NODES)
		abort();
	if (!root && (!err.reason || !err.line || !err.col))
		abort();
	arena_drop(a);
	return 0;
}
