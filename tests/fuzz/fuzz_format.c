// SPDX-License-Identifier: MIT
/*
 * Any bytes as the format of scnprintf() and of sscanf(): the evaluators answer
 * with outcomes, and what show may return fits in its page.
 */
#include <string.h>

#include "absint/absint.h"
#include "base/fatal.h"
#include "ir/cfg.h"
#include "ir/text.h"
#include "model/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MAX_FORMAT 512

/* Two handlers with the bytes as global 0: show prints by it, store scans by it. */
static void write_unit(struct strbuf *out, const uint8_t *data, size_t size)
{
	strbuf_add(out, "unit \"f.c\"\ntype 0 scalar i32\ntype 1 scalar u64\ntype 2 ptr -1\n");
	strbuf_addf(out, "global 0 \"\" literal const size %zu bytes \"", size + 1);
	for (size_t i = 0; i < size; i++)
		strbuf_addf(out, "\\x%02x", data[i]);
	strbuf_add(out,
		   "\\x00\"\nglobal 1 \"\" literal const size 3 bytes \"v1\\x00\"\n"
		   "func 0 \"scnprintf\" extern variadic ret i32 params 3\n"
		   "func 1 \"sscanf\" extern variadic ret i32 params 2\n"
		   "func 2 \"show\" ret i32 params 2 tmps 2 {\n"
		   "local 0 \"dev\" param type 2 size 8\nlocal 1 \"buf\" param type 2 size 8\n"
		   "b0:\n%0 = load.ptr $1\n"
		   "%1 = call.i32 &0 (%0, 4096, @0, 7, @1, @1, -5, @1)\nret %1\n}\n"
		   "func 3 \"store\" ret i32 params 4 tmps 2 {\n"
		   "local 0 \"kobj\" param type 2 size 8\nlocal 1 \"dev\" param type 2 size 8\n"
		   "local 2 \"buf\" param type 2 size 8\nlocal 3 \"count\" param type 1 size 8\n"
		   "local 4 \"v\" type 0 size 4\nlocal 5 \"w\" type 0 size 4\n"
		   "b0:\n%0 = load.ptr $2\n%1 = call.i32 &1 (%0, @0, $4, $5, $4)\nret %1\n}\n");
}

static void check_show(const struct handler_summary *s, long page)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		BUG_ON(!o->doubt && !range_is_empty(&o->ret) && range_max(&o->ret) >= page);
}

/* The rules and models, loaded once for all inputs. */
struct loaded {
	struct catalogue catalogue;
	struct attr_kinds kinds;
	struct models models;
};

static const struct loaded *load(void)
{
	static struct loaded *all;
	struct load_request request = { .profile = NULL };
	struct arena *a;

	if (all)
		return all;
	a = arena_new();
	all = arena_new_of(a, struct loaded);
	all->models.by_name = map_new(a);
	load_everything(a, &request, &all->catalogue, &all->kinds, &all->models);
	return all;
}

static void solve(struct arena *a, struct ir_unit *u)
{
	const struct loaded *all = load();
	struct handler show = { .name = "show", .has_body = true, .func = 2 };
	struct handler store = { .name = "store", .has_body = true, .func = 3 };
	struct program *p = program_new(a);
	struct absint *x;

	program_add(p, u);
	program_link(p);
	vec_for_each_ptr(struct ir_func, f, &u->funcs)
		if (f->is_defined)
			ir_cfg_build(u, f);
	x = absint_new(a, p, NULL, &all->models, &all->catalogue.limits, NULL);
	check_show(absint_show(x, &show), all->catalogue.limits.page_size);
	absint_store(x, &store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct strbuf text;
	struct ir_error err;
	struct ir_unit *u;

	strbuf_init(&text, a);
	write_unit(&text, data, size < MAX_FORMAT ? size : MAX_FORMAT);
	u = ir_parse_unit(a, map_new(a), text.s, text.n, &err);
	if (!u)
		BUG("%u:%u: %s", err.line, err.col, err.message);
	solve(a, u);
	arena_drop(a);
	return 0;
}
