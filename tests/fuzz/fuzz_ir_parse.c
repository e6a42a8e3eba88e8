// SPDX-License-Identifier: MIT
/*
 * Any text is either refused with a place and a message, or gives a unit that
 * prints, parses back and prints the same, and that every pass over it survives.
 */
#include <string.h>

#include "base/fatal.h"
#include "ir/cfg.h"
#include "ir/program.h"
#include "ir/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct ir_unit *parse_again(struct arena *a, struct map *paths, const struct strbuf *text)
{
	struct ir_error err;
	struct ir_unit *u = ir_parse_unit(a, paths, text->s, text->n, &err);

	if (!u)
		BUG("what was printed does not parse: %u:%u: %s", err.line, err.col, err.message);
	return u;
}

static void check_unit(struct arena *a, struct map *paths, struct ir_unit *u)
{
	struct program *program = program_new(a);
	struct strbuf once, twice;

	strbuf_init(&once, a);
	strbuf_init(&twice, a);
	ir_print_unit(u, &once);
	ir_print_unit(parse_again(a, paths, &once), &twice);
	BUG_ON(once.n != twice.n || memcmp(once.s, twice.s, once.n) != 0);
	vec_for_each_ptr(struct ir_func, f, &u->funcs)
		ir_cfg_build(u, f);
	program_add(program, u);
	program_link(program);
	BUG_ON(program_driver(program, u) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct map *paths = map_new(a);
	struct ir_error err;
	struct ir_unit *u = ir_parse_unit(a, paths, (const char *)data, size, &err);

	BUG_ON(!u && (!err.message || !err.line || !err.col));
	if (u)
		check_unit(a, paths, u);
	arena_drop(a);
	return 0;
}
