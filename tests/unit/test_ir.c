// SPDX-License-Identifier: MIT
/*
 * The samples of tests/ir carry their expectations in comments:
 *
 *	# expect: canonical		valid, and written as it prints
 *	# expect: valid
 *	# expect: LINE:COL: MESSAGE	refused so
 *	# prints: LINE			a line of the printed unit
 *	# cfg N: rpo BLOCKS heads BLOCKS preds BLOCK<PREDS ...	what ir_cfg_build() says of func N
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ir/build.h"
#include "ir/cfg.h"
#include "ir/dom.h"
#include "ir/program.h"
#include "ir/shape.h"
#include "ir/text.h"
#include "tests/unit/suites.h"

#define SAMPLES "tests/ir"

/* ---- helpers ---- */

static struct loc at(const char *path, uint32_t line)
{
	return (struct loc){ path, line, 2, line, 7 };
}

static const char *print_unit(struct arena *a, const struct ir_unit *u)
{
	struct strbuf b;

	strbuf_init(&b, a);
	ir_print_unit(u, &b);
	CU_ASSERT_EQUAL(strlen(b.s), b.n);
	return b.s;
}

static struct ir_unit *parse(struct arena *a, const char *text, struct ir_error *err)
{
	return ir_parse_unit(a, map_new(a), text, strlen(text), err);
}

/* Fails with the difference in sight, which CUnit's own message lacks. */
static void check_text(const char *what, const char *is, const char *should)
{
	if (strcmp(is, should) != 0)
		fprintf(stderr, "%s:\n--- is\n%s\n--- should be\n%s\n", what, is, should);
	CU_ASSERT_STRING_EQUAL(is, should);
}

static void check_round_trip(struct arena *a, const char *what, const struct ir_unit *u)
{
	const char *text = print_unit(a, u);
	struct ir_error err;
	struct ir_unit *again = parse(a, text, &err);

	if (!again)
		fprintf(stderr, "%s: %u:%u: %s\n%s", what, err.line, err.col, err.message, text);
	CU_ASSERT_PTR_NOT_NULL_FATAL(again);
	check_text(what, print_unit(a, again), text);
}

/* ---- types and opcodes ---- */

static void test_types(void)
{
	CU_ASSERT_EQUAL(ir_type_bits(IRT_BOOL), 1);
	CU_ASSERT_EQUAL(ir_type_bits(IRT_PTR), 64);
	CU_ASSERT_EQUAL(ir_type_bits(IRT_OTHER), 0);
	CU_ASSERT(!ir_type_signed(IRT_BOOL) && !ir_type_signed(IRT_PTR) && ir_type_signed(IRT_I8));
	CU_ASSERT(ir_type_min(IRT_BOOL) == 0 && ir_type_max(IRT_BOOL) == 1);
	CU_ASSERT(ir_type_min(IRT_I8) == -128 && ir_type_max(IRT_U16) == 65535);
	CU_ASSERT(ir_type_max(IRT_PTR) == (wide)UINT64_MAX && ir_type_min(IRT_U64) == 0);
	CU_ASSERT(ir_type_min(IRT_VOID) == INT64_MIN && ir_type_max(IRT_OTHER) == INT64_MAX);
}

static void test_result_types(void)
{
	struct ir_insn insn = { .op = OP_LT, .type = IRT_U8 };

	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_I32);
	insn.op = OP_ADD;
	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_U8);
	insn.op = OP_INDEX;
	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_PTR);
	insn.op = OP_PDIFF;
	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_I64);
	insn.op = OP_STORE;
	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_VOID);
	insn = (struct ir_insn){ .op = OP_CALL, .type = IRT_VOID };
	CU_ASSERT_EQUAL(ir_result_type(&insn), IRT_VOID);
}

/* ---- building ---- */

static struct ir_func *new_func(struct ir_unit *u, const char *name)
{
	struct ir_func f = { .name = name, .is_defined = true, .ret = IRT_I32, .ret_ctype = -1 };
	uint32_t i;

	f.loc = at(u->path, 3);
	i = ir_add_func(u, &f);
	return &u->funcs.v[i];
}

static void test_consts_and_strings_are_shared(void)
{
	struct arena *a = arena_new();
	struct ir_unit *u = ir_unit_new(a, "a.c");
	struct ir_ref zero = ir_const(u, 0, NULL), null = ir_const(u, 0, "NULL");
	char bytes[] = "0.1\n";
	uint32_t s = ir_add_string(u, bytes, 5, at("a.c", 1));

	CU_ASSERT_EQUAL(ir_const(u, 0, NULL).idx, zero.idx);
	CU_ASSERT_NOT_EQUAL(null.idx, zero.idx);
	CU_ASSERT_EQUAL(ir_const(u, 0, "NULL").idx, null.idx);
	CU_ASSERT_STRING_EQUAL(ir_const_of(u, null)->name, "NULL");
	CU_ASSERT_EQUAL(ir_add_string(u, "0.1\n", 5, at("a.c", 9)), s);
	CU_ASSERT_NOT_EQUAL(ir_add_string(u, "0.1\n", 4, at("a.c", 9)), s);
	bytes[0] = '9';
	CU_ASSERT_STRING_EQUAL(u->globals.v[s].bytes, "0.1\n");
	CU_ASSERT(u->globals.v[s].is_literal && u->globals.v[s].size == 5);
	check_round_trip(a, "strings", u);
	arena_drop(a);
}

static void test_emit(void)
{
	struct arena *a = arena_new();
	struct ir_unit *u = ir_unit_new(a, "a.c");
	struct ir_func *f = new_func(u, "f");
	uint32_t b = ir_add_block(u, f);
	struct ir_ref r;

	/* What the opcode doesn't use is cleared. */
	r = ir_emit(u, f, b,
		    (struct ir_insn){ .op = OP_UNKNOWN,
				      .type = IRT_I32,
				      .offset = 9,
				      .dst = 77,
				      .from = IRT_I8,
				      .target = { 1, 2 } });
	CU_ASSERT(r.kind == REF_TMP && r.idx == 0 && f->ntmps == 1);
	CU_ASSERT(!ir_block_ended(f, b));
	r = ir_emit(u, f, b, (struct ir_insn){ .op = OP_RET, .arg = { r } });
	CU_ASSERT_EQUAL(r.kind, REF_NONE);
	CU_ASSERT(ir_block_ended(f, b));
	CU_ASSERT_PTR_NULL(ir_validate(u, a));
	check_round_trip(a, "emit", u);
	arena_drop(a);
}

/* Operands that fit any opcode of the built unit: a pointer, or a number of the type used. */
static struct ir_insn sample_insn(struct ir_unit *u, enum ir_op op, struct ir_call *call,
				  struct ir_switch *sw)
{
	struct ir_insn insn = { .op = op,
				.type = IRT_PTR,
				.from = IRT_PTR,
				.is_config = true,
				.offset = 3,
				.size = UINT64_MAX,
				.count = 5,
				.target = { 1, 0 },
				.text = "text",
				.call = call,
				.sw = sw,
				.loc = at("b.h", 4) };

	insn.arg[0] = op == OP_SCOPE ? ir_ref(REF_LOCAL, 0) : ir_ref(REF_GLOBAL, 0);
	insn.arg[1] = op == OP_SHL || op == OP_SHR ? ir_const(u, 3, NULL) : ir_ref(REF_FUNC, 0);
	if (op == OP_RET)
		insn.arg[0] = ir_const(u, -22, "EINVAL");
	return insn;
}

static void build_body(struct ir_unit *u, struct ir_func *f)
{
	struct ir_ref args[] = { ir_ref(REF_LOCAL, 0), ir_ref(REF_GLOBAL, 0) };
	struct ir_case cases[] = { { 1, 1, 0 }, { 5, UINT64_MAX, 1 } };
	uint32_t b = ir_add_block(u, f);

	for (enum ir_op op = 0; op < OP_NR; op++) {
		struct ir_call *call = arena_new_of(u->arena, struct ir_call);
		struct ir_switch *sw = arena_new_of(u->arena, struct ir_switch);

		*call = (struct ir_call){ arena_grow(u->arena, args, sizeof(args), sizeof(args)), 2,
					  ir_ref(REF_FUNC, 0) };
		*sw = (struct ir_switch){ arena_grow(u->arena, cases, sizeof(cases), sizeof(cases)),
					  2, 1 };
		ir_emit(u, f, b, sample_insn(u, op, call, sw));
		if (ir_block_ended(f, b))
			b = ir_add_block(u, f);
	}
	ir_emit(u, f, b, (struct ir_insn){ .op = OP_RET });
}

static struct ir_unit *build_unit(struct arena *a)
{
	struct ir_unit *u = ir_unit_new(a, "a \"b\".c");
	struct ir_field fields[] = { { "", 0, 0 }, { "m", 8, 0 } };
	struct ir_ctype types[] = {
		{ .kind = CT_POINTER, .elem = 1, .size = 8 },
		{ .kind = CT_STRUCT,
		  .name = "struct s",
		  .size = 16,
		  .fields = fields,
		  .nfields = 2 },
	};
	struct ir_global g = { .name = "g", .ctype = 1, .size = 16, .is_defined = true };
	struct ir_local l = { .name = "p", .is_param = true, .size = 8 };
	struct ir_func *f;

	types[1].fields = arena_grow(a, fields, sizeof(fields), sizeof(fields));
	ir_add_ctype(u, &types[0]);
	ir_add_ctype(u, &types[1]);
	*vec_push(a, &g.inits) =
		(struct ir_init){ 8, IRT_PTR, ir_ref(REF_FUNC, 0), INT64_MIN, at("b.h", 2) };
	ir_add_global(u, &g);
	f = new_func(u, "every");
	f->nparams = 1;
	ir_add_local(u, f, &l);
	*vec_push(a, &f->notes) = (struct ir_note){ IRN_DEGRADED, "x", at(NULL, 1) };
	build_body(u, f);
	ir_add_reason(u, at(NULL, 0), "%d of %d", 1, 2);
	u->status = UNIT_INCOMPLETE;
	return u;
}

static void test_built_unit_round_trips(void)
{
	struct arena *a = arena_new();
	struct ir_unit *u = build_unit(a);
	const char *error = ir_validate(u, a), *text = print_unit(a, u);

	if (error)
		fprintf(stderr, "%s\n%s", error, text);
	CU_ASSERT_PTR_NULL(error);
	for (enum ir_op op = 0; op < OP_NR; op++)
		CU_ASSERT_PTR_NOT_NULL(strstr(text, ir_ops[op].text));
	check_round_trip(a, "built unit", u);
	arena_drop(a);
}

static void test_print_func_alone(void)
{
	struct arena *a = arena_new();
	struct ir_unit *u = build_unit(a);
	struct strbuf b;

	strbuf_init(&b, a);
	ir_print_func(u, &u->funcs.v[0], &b);
	CU_ASSERT_EQUAL(strncmp(b.s, "file 0 ", 7), 0);
	CU_ASSERT_PTR_NOT_NULL(strstr(b.s, "\nfunc 0 \"every\""));
	CU_ASSERT_PTR_NULL(strstr(b.s, "global"));
	arena_drop(a);
}

/* ---- what only a builder can break ---- */

static struct ir_insn *first_insn(struct ir_unit *u)
{
	return &u->funcs.v[0].blocks.v[0].insns.v[0];
}

static void test_validate_refuses_broken_structs(void)
{
	struct arena *a = arena_new();
	struct ir_unit *u = build_unit(a);

	first_insn(u)->op = OP_NR;
	CU_ASSERT_PTR_NOT_NULL(ir_validate(u, a));
	first_insn(u)->op = OP_LOAD;
	first_insn(u)->count = 1; /* a load has none: printing would lose it */
	CU_ASSERT_PTR_NOT_NULL(ir_validate(u, a));
	first_insn(u)->count = 0;
	CU_ASSERT_PTR_NULL(ir_validate(u, a));
	u->globals.v[0].name = NULL;
	CU_ASSERT_PTR_NOT_NULL(ir_validate(u, a));
	u->globals.v[0].name = "g";
	u->consts.v[0].value = WIDE_MAX + 1;
	CU_ASSERT_PTR_NOT_NULL(ir_validate(u, a));
	arena_drop(a);
}

/* ---- the samples ---- */

static char *read_file(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "r");
	struct strbuf b;
	char buf[4096];
	size_t n;

	CU_ASSERT_PTR_NOT_NULL_FATAL(f);
	strbuf_init(&b, a);
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		strbuf_add_bytes(&b, buf, n);
	fclose(f);
	return b.s;
}

/* The rest of the next line of @text that begins with @key, after @after (NULL: the first). */
static const char *find_line(struct arena *a, const char *text, const char *key, const char **next)
{
	for (const char *p = text; p && *p; p = strchr(p, '\n'), p = p ? p + 1 : NULL) {
		size_t n = strcspn(p, "\n");

		if (strncmp(p, key, strlen(key)) != 0)
			continue;
		if (next)
			*next = p + n;
		return arena_strndup(a, p + strlen(key), n - strlen(key));
	}
	return NULL;
}

static const char *without_comments(struct arena *a, const char *text)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (const char *p = text; *p; p += strcspn(p, "\n"), p += *p == '\n')
		if (*p != '#')
			strbuf_add_bytes(&b, p, strcspn(p, "\n") + 1);
	return b.s;
}

static void describe_preds(const struct ir_func *f, uint32_t b, struct strbuf *out)
{
	const struct ir_block *blk = &f->blocks.v[b];

	for (size_t i = 0; i < blk->preds.n; i++)
		if (i)
			strbuf_addf(out, ",%u", blk->preds.v[i]);
		else
			strbuf_addf(out, " %u<%u", b, blk->preds.v[i]);
}

static const char *describe_cfg(struct arena *a, const struct ir_func *f)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, "rpo");
	for (size_t i = 0; i < f->nrpo; i++) {
		strbuf_addf(&b, " %u", f->rpo_order[i]);
		CU_ASSERT_EQUAL(f->blocks.v[f->rpo_order[i]].rpo, i);
	}
	strbuf_add(&b, " heads");
	for (uint32_t i = 0; i < f->blocks.n; i++)
		if (f->blocks.v[i].is_loop_head)
			strbuf_addf(&b, " %u", i);
	strbuf_add(&b, " preds");
	for (uint32_t i = 0; i < f->blocks.n; i++)
		describe_preds(f, i, &b);
	return b.s;
}

static void check_cfg(struct arena *a, const char *path, const char *text, struct ir_unit *u)
{
	for (size_t i = 0; i < u->funcs.n; i++) {
		struct ir_func *f = &u->funcs.v[i];
		const char *expected = find_line(a, text, arena_printf(a, "# cfg %zu: ", i), NULL);

		ir_cfg_build(u, f);
		ir_cfg_build(u, f); /* again: gives the same */
		if (expected)
			check_text(path, describe_cfg(a, f), expected);
	}
}

static void check_prints(struct arena *a, const char *path, const char *text, const char *printed)
{
	const char *line, *next = text;

	while ((line = find_line(a, next, "# prints: ", &next))) {
		if (!strstr(printed, arena_printf(a, "%s\n", line)))
			fprintf(stderr, "%s: not printed: %s\n%s", path, line, printed);
		CU_ASSERT_PTR_NOT_NULL(strstr(printed, arena_printf(a, "%s\n", line)));
	}
}

static void check_valid(struct arena *a, const char *path, const char *text, struct ir_unit *u)
{
	const char *expect = find_line(a, text, "# expect: ", NULL);

	check_round_trip(a, path, u);
	check_prints(a, path, text, print_unit(a, u));
	if (strcmp(expect, "canonical") == 0)
		check_text(path, print_unit(a, u), without_comments(a, text));
	else
		check_text(path, "valid", expect);
	check_cfg(a, path, text, u);
}

static void check_sample(const char *name)
{
	struct arena *a = arena_new();
	const char *path = arena_printf(a, "%s/%s", SAMPLES, name);
	const char *text = read_file(a, path), *expect = find_line(a, text, "# expect: ", NULL);
	struct ir_error err;
	struct ir_unit *u = parse(a, text, &err);

	if (!expect)
		fprintf(stderr, "%s: no line \"# expect:\"\n", path);
	CU_ASSERT_PTR_NOT_NULL_FATAL(expect);
	if (u)
		check_valid(a, path, text, u);
	else
		check_text(path, arena_printf(a, "%u:%u: %s", err.line, err.col, err.message),
			   expect);
	arena_drop(a);
}

static void test_samples(void)
{
	DIR *dir = opendir(SAMPLES);
	struct dirent *entry;
	size_t n = 0;

	CU_ASSERT_PTR_NOT_NULL_FATAL(dir);
	while ((entry = readdir(dir))) {
		const char *dot = strrchr(entry->d_name, '.');

		if (!dot || strcmp(dot, ".mir") != 0)
			continue;
		check_sample(entry->d_name);
		n++;
	}
	closedir(dir);
	CU_ASSERT(n >= 40);
}

/* Every prefix and every one-byte change of a unit is refused or parsed, never worse. */
static void test_damaged_text(void)
{
	struct arena *a = arena_new();
	char *text = read_file(a, SAMPLES "/every_opcode.mir");
	size_t n = strlen(text);

	for (size_t i = 0; i < n; i++) {
		struct arena *scratch = arena_new();
		struct map *paths = map_new(scratch);
		struct ir_error err;
		char old = text[i];

		if (!ir_parse_unit(scratch, paths, text, i, &err))
			CU_ASSERT(err.message && err.line && err.col);
		text[i] = (char)(i * 37);
		if (!ir_parse_unit(scratch, paths, text, n, &err))
			CU_ASSERT(err.message && err.line && err.col);
		text[i] = old;
		arena_drop(scratch);
	}
	arena_drop(a);
}

static void test_nesting_types(void)
{
	struct arena *a = arena_new();
	struct ir_error err;
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, "unit \"a.c\"\n");
	for (int i = 0; i < 100000; i++)
		strbuf_addf(&b, "type %d array %d count 1 size 4\n", i, i < 99999 ? i + 1 : -1);
	CU_ASSERT_PTR_NULL(parse(a, b.s, &err));
	CU_ASSERT_STRING_EQUAL(err.message, "types nest too deep");
	arena_drop(a);
}

/* ---- dominators ---- */

/* By the definition: @b can't be reached when @a is taken out. */
static bool dominates_slowly(const struct ir_func *f, uint32_t a, uint32_t b)
{
	uint32_t todo[64], n = 0;
	bool is_seen[64] = { 0 };

	if (a != 0)
		todo[n++] = 0;
	is_seen[0] = is_seen[a] = true;
	while (n) {
		const struct ir_block *blk = &f->blocks.v[todo[--n]];
		const struct ir_insn *term = &blk->insns.v[blk->insns.n - 1];

		for (size_t i = 0; i < ir_succ_count(term); i++) {
			uint32_t to = ir_succ(term, i);

			if (is_seen[to])
				continue;
			if (to == b)
				return false;
			is_seen[to] = true;
			todo[n++] = to;
		}
	}
	return a == b || b != 0;
}

static bool is_reachable(const struct ir_func *f, uint32_t b)
{
	return f->blocks.v[b].rpo != UINT32_MAX;
}

static struct ir_func *random_graph(struct ir_unit *u, uint64_t *seed, uint32_t nblocks)
{
	struct ir_func *f = new_func(u, "random");

	for (uint32_t b = 0; b < nblocks; b++)
		ir_add_block(u, f);
	for (uint32_t b = 0; b < nblocks; b++) {
		struct ir_insn br = { .op = OP_BR, .arg = { ir_const(u, 1, NULL) } };

		for (int i = 0; i < 2; i++) {
			*seed = *seed * 6364136223846793005u + 1442695040888963407u;
			br.target[i] = (uint32_t)(*seed >> 33) % nblocks;
		}
		ir_emit(u, f, b, br);
	}
	ir_cfg_build(u, f);
	return f;
}

static void test_dominators_of_random_graphs(void)
{
	uint64_t seed = 1;

	for (int round = 0; round < 300; round++) {
		struct arena *a = arena_new();
		struct ir_unit *u = ir_unit_new(a, "a.c");
		struct ir_func *f = random_graph(u, &seed, 2 + (uint32_t)round % 20);
		struct ir_dom *d = ir_dom_build(f, a);

		for (uint32_t x = 0; x < f->blocks.n; x++)
			for (uint32_t y = 0; y < f->blocks.n; y++)
				CU_ASSERT_EQUAL(ir_dominates(d, x, y),
						!is_reachable(f, y) || dominates_slowly(f, x, y));
		arena_drop(a);
	}
}

/* A ladder that makes the usual iterative algorithm quadratic. */
static void test_validate_is_fast_on_large_graphs(void)
{
	const uint32_t n = 200000;
	struct arena *a = arena_new();
	struct ir_unit *u = ir_unit_new(a, "a.c");
	struct ir_func *f = new_func(u, "ladder");
	struct ir_ref t;

	for (uint32_t b = 0; b <= n; b++)
		ir_add_block(u, f);
	t = ir_emit(u, f, 0, (struct ir_insn){ .op = OP_UNKNOWN, .type = IRT_I32 });
	for (uint32_t b = 0; b < n; b++)
		ir_emit(u, f, b,
			(struct ir_insn){ .op = OP_BR,
					  .arg = { t },
					  .target = { b + 1, b % 2 ? b / 2 : n } });
	ir_emit(u, f, n, (struct ir_insn){ .op = OP_RET, .arg = { t } });
	CU_ASSERT_PTR_NULL(ir_validate(u, a));
	ir_cfg_build(u, f);
	CU_ASSERT_EQUAL(f->nrpo, n + 1);
	arena_drop(a);
}

/* ---- programs ---- */

static struct ir_unit *add_unit(struct program *p, const char *path)
{
	struct ir_unit *u = ir_unit_new(p->arena, path);

	program_add(p, u);
	return u;
}

static void add_func(struct ir_unit *u, const char *name, bool is_defined, bool is_static)
{
	struct ir_func f = { .name = name, .is_defined = is_defined, .is_static = is_static };

	ir_add_func(u, &f);
}

static void add_global(struct ir_unit *u, const char *name, bool is_defined, bool has_contents)
{
	struct ir_global g = { .name = name, .size = 4, .is_defined = is_defined };

	if (has_contents)
		*vec_push(u->arena, &g.inits) = (struct ir_init){ .type = IRT_I32 };
	ir_add_global(u, &g);
}

static void test_program_functions(void)
{
	struct arena *a = arena_new();
	struct program *p = program_new(a);
	struct ir_unit *main_unit = add_unit(p, "drv/main.c"), *near = add_unit(p, "./drv/near.c");
	struct ir_unit *far = add_unit(p, "other/far.c"), *farther = add_unit(p, "third/far.c");

	add_func(main_unit, "helper", false, false);
	add_func(main_unit, "twice", false, false);
	add_func(main_unit, "remote", false, false);
	add_func(main_unit, "hidden", false, false);
	add_func(main_unit, "own", true, false);
	add_func(near, "helper", true, false);
	add_func(near, "hidden", true, true);
	add_func(far, "helper", true, false);
	add_func(far, "twice", true, false);
	add_func(far, "remote", true, false);
	add_func(farther, "twice", true, false);
	program_link(p);
	CU_ASSERT_PTR_EQUAL(program_func(p, main_unit, 0).unit, near);
	CU_ASSERT(!program_func(p, main_unit, 1).func->is_defined); /* ambiguous */
	CU_ASSERT_PTR_EQUAL(program_func(p, main_unit, 2).unit, far);
	CU_ASSERT_PTR_EQUAL(program_func(p, main_unit, 3).unit, main_unit); /* static there */
	CU_ASSERT_PTR_EQUAL(program_func(p, main_unit, 4).unit, main_unit);
	arena_drop(a);
}

static void test_program_globals(void)
{
	struct arena *a = arena_new();
	struct program *p = program_new(a);
	struct ir_unit *x = add_unit(p, "drv/x.c"), *y = add_unit(p, "drv/y.c");
	struct ir_unit *z = add_unit(p, "z.c");

	add_global(x, "declared", false, false);
	add_global(x, "tentative", true, false);
	add_global(x, "alone", true, false);
	add_global(x, "", true, false);
	add_global(y, "declared", true, false); /* "int declared;" */
	add_global(y, "tentative", true, true);
	add_global(z, "declared", true, true);
	add_global(z, "alone", true, true); /* of another driver */
	add_global(z, "", true, true);
	program_link(p);
	CU_ASSERT_PTR_EQUAL(program_global(p, x, 0).unit, y);
	CU_ASSERT_PTR_EQUAL(program_global(p, x, 1).unit, y);
	CU_ASSERT_PTR_EQUAL(program_global(p, x, 2).unit, x);
	CU_ASSERT_PTR_EQUAL(program_global(p, x, 3).unit, x);
	CU_ASSERT_PTR_EQUAL(program_global(p, y, 0).unit, y);
	arena_drop(a);
}

static void test_program_drivers(void)
{
	struct arena *a = arena_new();
	struct program *p = program_new(a);
	struct ir_unit *m = add_unit(p, "a/m.c"), *n = add_unit(p, "a/n.c");
	struct ir_unit *bystander = add_unit(p, "a/o.c"), *lone = add_unit(p, "b/p.c");
	struct ir_unit *lone2 = add_unit(p, "b/q.c"), *lib = add_unit(p, "lib/r.c");
	struct ir_unit *lib2 = add_unit(p, "lib/s.c");

	add_func(m, "n_init", false, false);
	add_func(n, "n_init", true, false);
	add_func(n, "lib_call", false, false);
	add_func(lib, "lib_call", true, false);
	add_func(lone, "init", true, true);
	add_func(lone2, "init", true, true);
	program_link(p);
	CU_ASSERT_EQUAL(program_driver(p, m), program_driver(p, n));
	CU_ASSERT_EQUAL(program_driver(p, m), program_driver(p, bystander));
	CU_ASSERT_EQUAL(program_driver(p, m), program_driver(p, lib));
	CU_ASSERT_NOT_EQUAL(program_driver(p, m), program_driver(p, lib2));
	CU_ASSERT_NOT_EQUAL(program_driver(p, lone), program_driver(p, lone2));
	CU_ASSERT_NOT_EQUAL(program_driver(p, lone), program_driver(p, m));
	arena_drop(a);
}

int suite_ir(void)
{
	static const struct unit_test tests[] = {
		{ "types", test_types },
		{ "result types", test_result_types },
		{ "build: constants and strings are shared", test_consts_and_strings_are_shared },
		{ "build: emit", test_emit },
		{ "text: a unit with every opcode", test_built_unit_round_trips },
		{ "text: one function", test_print_func_alone },
		{ "text: samples of tests/ir", test_samples },
		{ "text: damaged", test_damaged_text },
		{ "validate: broken structs", test_validate_refuses_broken_structs },
		{ "validate: nesting of types", test_nesting_types },
		{ "validate: a large graph", test_validate_is_fast_on_large_graphs },
		{ "dom: random graphs", test_dominators_of_random_graphs },
		{ "program: functions", test_program_functions },
		{ "program: globals", test_program_globals },
		{ "program: drivers", test_program_drivers },
	};

	return suite_add("ir", tests, sizeof(tests) / sizeof(tests[0]));
}
