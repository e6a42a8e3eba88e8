// SPDX-License-Identifier: MIT
/*
 * Reading the text form of IR.md. The text may come from a worker that crashed
 * over a hostile source, so nothing in it is believed: numbers have ranges,
 * entities come in order, nothing nests deeper than the loops below, and what
 * is built is at most in proportion to the text. What the parser can't see
 * while it reads (indexes into what comes later, types) the validator checks.
 */
#include <string.h>

#include "ir/build.h"
#include "ir/scan.h"
#include "ir/shape.h"
#include "ir/text.h"
#include "ir/validate.h"

#define TEXT_MAX ((size_t)64 << 20)
#define REF_MAX	 (((wide)1 << 29) - 1)

struct parser {
	struct scan s;
	struct ir_unit *unit;
	struct map *paths;
	VEC(const char *) files;
	/* lines of the text, for the validator's complaints */
	VEC(uint32_t) type_lines;
	VEC(uint32_t) global_lines;
	VEC(uint32_t) func_lines;
	VEC(uint32_t) insn_lines;
	VEC(size_t) first_insn; /* of a function, in insn_lines */
};

static struct arena *parser_arena(const struct parser *p)
{
	return p->s.arena;
}

/* The row of @words that the next word is; @what it should be. */
static size_t parse_choice(struct parser *p, const char *const *words, size_t n, const char *what)
{
	for (size_t i = 0; i < n; i++)
		if (scan_accept_word(&p->s, words[i]))
			return i;
	scan_fail(&p->s, "%s expected", what);
	return 0;
}

static enum ir_type parse_type(struct parser *p)
{
	for (enum ir_type t = 0; t < IRT_NR; t++)
		if (scan_accept_word(&p->s, ir_type_name(t)))
			return t;
	scan_fail(&p->s, "type expected");
	return IRT_VOID;
}

/* Entities are numbered in order, so that a number can't ask for memory. */
static void parse_number(struct parser *p, size_t expected)
{
	if (scan_int(&p->s, 0, UINT32_MAX) != (wide)expected)
		scan_fail(&p->s, "number %zu expected", expected);
}

static uint64_t parse_keyword_u64(struct parser *p, const char *keyword)
{
	return scan_accept_word(&p->s, keyword) ? scan_u64(&p->s) : 0;
}

static int32_t parse_ctype_index(struct parser *p)
{
	return (int32_t)scan_int(&p->s, -1, INT32_MAX);
}

static int32_t parse_keyword_ctype(struct parser *p)
{
	return scan_accept_word(&p->s, "type") ? parse_ctype_index(p) : -1;
}

static const char *parse_optional_string(struct parser *p)
{
	return scan_peek(&p->s) == '"' ? scan_string(&p->s) : NULL;
}

static const char *parse_path(struct parser *p)
{
	return intern(p->paths, scan_string(&p->s));
}

/* !FILE:LINE:COL-LINE:COL, or nothing */
static struct loc parse_loc(struct parser *p)
{
	struct scan *s = &p->s;
	struct loc l = { 0 };

	if (!scan_accept(s, '!'))
		return l;
	if (!scan_accept(s, '-')) {
		uint32_t i = scan_u32(s);

		if (i >= p->files.n)
			scan_fail(s, "file %u is not in the table", i);
		else
			l.path = p->files.v[i];
	}
	scan_expect(s, ':');
	l.line = scan_u32(s);
	scan_expect(s, ':');
	l.col = scan_u32(s);
	scan_expect(s, '-');
	l.end_line = scan_u32(s);
	scan_expect(s, ':');
	l.end_col = scan_u32(s);
	return l;
}

static void parse_flags(struct parser *p, void *object, const struct ir_flag *flags, size_t n)
{
	bool is_found = true;

	for (size_t i = 0; i < n; i++)
		*(bool *)((char *)object + flags[i].offset) = flags[i].is_negated;
	while (is_found) {
		is_found = false;
		for (size_t i = 0; i < n && !is_found; i++) {
			if (!scan_accept_word(&p->s, flags[i].word))
				continue;
			is_found = true;
			*(bool *)((char *)object + flags[i].offset) = !flags[i].is_negated;
		}
	}
}

/* ---- operands ---- */

/* NUMBER['NAME], where a NAME that is no identifier is quoted */
static struct ir_ref parse_const(struct parser *p)
{
	wide v = scan_int(&p->s, WIDE_MIN, WIDE_MAX);
	const char *name = NULL;

	if (scan_accept(&p->s, '\'')) {
		name = parse_optional_string(p);
		if (!name) {
			size_t n;
			const char *word = scan_word(&p->s, &n, "name");

			name = arena_strndup(parser_arena(p), word, n);
		}
	}
	return ir_const(p->unit, v, name);
}

static struct ir_ref parse_indexed_ref(struct parser *p, enum ir_ref_kind kind)
{
	p->s.p++;
	return ir_ref(kind, (uint32_t)scan_int(&p->s, 0, REF_MAX));
}

static bool is_ref_start(struct parser *p)
{
	int c = scan_peek(&p->s);

	return c > 0 && strchr("%$@&-0123456789", c);
}

static struct ir_ref parse_ref(struct parser *p)
{
	switch (scan_peek(&p->s)) {
	case '%':
		return parse_indexed_ref(p, REF_TMP);
	case '$':
		return parse_indexed_ref(p, REF_LOCAL);
	case '@':
		return parse_indexed_ref(p, REF_GLOBAL);
	case '&':
		return parse_indexed_ref(p, REF_FUNC);
	}
	if (is_ref_start(p))
		return parse_const(p);
	scan_fail(&p->s, "operand expected");
	return ir_ref(REF_NONE, 0);
}

/* bN */
static uint32_t parse_target(struct parser *p)
{
	scan_expect(&p->s, 'b');
	return scan_u32(&p->s);
}

/* ---- instructions ---- */

/* [&CALLEE] (ARG, ...) */
static struct ir_call *parse_call(struct parser *p, bool has_callee)
{
	struct ir_call *call = arena_new_of(parser_arena(p), struct ir_call);
	VEC(struct ir_ref) args = { 0 };

	if (has_callee)
		call->callee = parse_ref(p);
	scan_expect(&p->s, '(');
	if (!scan_accept(&p->s, ')')) {
		do {
			*vec_push(parser_arena(p), &args) = parse_ref(p);
		} while (scan_accept(&p->s, ','));
		scan_expect(&p->s, ')');
	}
	call->args = args.v;
	call->nargs = args.n;
	return call;
}

/* LOW[..HIGH] bN */
static struct ir_case parse_case(struct parser *p)
{
	struct ir_case c;

	c.low = c.high = scan_int(&p->s, WIDE_MIN, WIDE_MAX);
	if (scan_accept(&p->s, '.')) {
		scan_expect(&p->s, '.');
		c.high = scan_int(&p->s, WIDE_MIN, WIDE_MAX);
	}
	c.target = parse_target(p);
	return c;
}

/* [CASE, ...] else bN */
static struct ir_switch *parse_switch(struct parser *p)
{
	struct ir_switch *sw = arena_new_of(parser_arena(p), struct ir_switch);
	VEC(struct ir_case) cases = { 0 };

	scan_expect(&p->s, '[');
	if (!scan_accept(&p->s, ']')) {
		do {
			*vec_push(parser_arena(p), &cases) = parse_case(p);
		} while (scan_accept(&p->s, ','));
		scan_expect(&p->s, ']');
	}
	if (!scan_accept_word(&p->s, "else"))
		scan_fail(&p->s, "\"else\" expected");
	sw->fallback = parse_target(p);
	sw->cases = cases.v;
	sw->ncases = cases.n;
	return sw;
}

static enum ir_op parse_op(struct parser *p)
{
	for (enum ir_op op = 0; op < OP_NR; op++)
		if (scan_accept_word(&p->s, ir_ops[op].text))
			return op;
	scan_fail(&p->s, "opcode expected");
	return OP_UNREACHABLE;
}

static void parse_operands(struct parser *p, struct ir_insn *insn, unsigned int shape)
{
	for (int i = 0; i < ir_ops[insn->op].operands; i++)
		if (!(shape & IRM_OPTIONAL_ARG) || is_ref_start(p))
			insn->arg[i] = parse_ref(p);
	if (shape & IRM_CALL)
		insn->call = parse_call(p, shape & IRM_CALLEE);
	if (shape & IRM_FROM) {
		if (!scan_accept_word(&p->s, "from"))
			scan_fail(&p->s, "\"from\" expected");
		insn->from = parse_type(p);
	}
	if (shape & IRM_OFFSET)
		insn->offset = parse_keyword_u64(p, "offset");
	if (shape & IRM_SIZE)
		insn->size = parse_keyword_u64(p, "size");
	if (shape & IRM_COUNT)
		insn->count = parse_keyword_u64(p, "count");
}

static void parse_targets(struct parser *p, struct ir_insn *insn, unsigned int shape)
{
	if (shape & (IRM_TARGET | IRM_TARGETS))
		insn->target[0] = parse_target(p);
	if (shape & IRM_TARGETS)
		insn->target[1] = parse_target(p);
	if (shape & IRM_SWITCH)
		insn->sw = parse_switch(p);
}

/* [%N =] OP[.TYPE] OPERANDS ... TARGETS ["TEXT"] [config] [LOC] */
static struct ir_insn parse_insn(struct parser *p)
{
	struct ir_insn insn = { .dst = IR_NO_TMP };
	bool has_result = scan_accept(&p->s, '%');
	unsigned int shape;

	if (has_result) {
		insn.dst = (uint32_t)scan_int(&p->s, 0, REF_MAX);
		scan_expect(&p->s, '=');
	}
	insn.op = parse_op(p);
	shape = ir_shapes[insn.op];
	if (shape & IRM_TYPE) {
		scan_expect(&p->s, '.');
		insn.type = parse_type(p);
	}
	if (has_result != (ir_result_type(&insn) != IRT_VOID))
		scan_fail(&p->s, "\"%s\" here has %s result", ir_ops[insn.op].text,
			  has_result ? "no" : "a");
	parse_operands(p, &insn, shape);
	parse_targets(p, &insn, shape);
	insn.text = parse_optional_string(p);
	if (shape & IRM_CONFIG)
		insn.is_config = scan_accept_word(&p->s, "config");
	insn.loc = parse_loc(p);
	return insn;
}

/* ---- functions ---- */

static void parse_note(struct parser *p, struct ir_func *f)
{
	struct ir_note *note = vec_push(parser_arena(p), &f->notes);

	note->kind =
		(enum ir_note_kind)parse_choice(p, ir_note_kinds, IR_NOTE_KINDS, "kind of note");
	note->text = scan_string(&p->s);
	note->loc = parse_loc(p);
}

static void parse_local(struct parser *p, struct ir_func *f)
{
	struct ir_local l = { 0 };

	parse_number(p, f->locals.n);
	l.name = scan_string(&p->s);
	l.is_param = scan_accept_word(&p->s, "param");
	l.ctype = parse_keyword_ctype(p);
	l.size = parse_keyword_u64(p, "size");
	l.loc = parse_loc(p);
	ir_add_local(p->unit, f, &l);
}

static bool is_label(struct parser *p)
{
	return scan_peek(&p->s) == 'b' && p->s.end - p->s.p > 1 && p->s.p[1] >= '0' &&
	       p->s.p[1] <= '9';
}

static void parse_label(struct parser *p, struct ir_func *f)
{
	p->s.p++;
	parse_number(p, f->blocks.n);
	scan_expect(&p->s, ':');
	ir_add_block(p->unit, f);
}

static void parse_body_insn(struct parser *p, struct ir_func *f, uint32_t *ntmps)
{
	struct ir_insn insn;

	if (!f->blocks.n) {
		scan_fail(&p->s, "label of a block expected");
		return;
	}
	*vec_push(parser_arena(p), &p->insn_lines) = p->s.line;
	insn = parse_insn(p);
	if (ir_result_type(&insn) != IRT_VOID && insn.dst >= *ntmps)
		*ntmps = insn.dst + 1;
	*vec_push(parser_arena(p), &f->blocks.v[f->blocks.n - 1].insns) = insn;
}

static void parse_body(struct parser *p, struct ir_func *f, uint32_t *ntmps)
{
	while (scan_next_line(&p->s)) {
		if (scan_accept(&p->s, '}'))
			return;
		if (scan_accept_word(&p->s, "note"))
			parse_note(p, f);
		else if (scan_accept_word(&p->s, "local"))
			parse_local(p, f);
		else if (is_label(p))
			parse_label(p, f);
		else
			parse_body_insn(p, f, ntmps);
		scan_line_end(&p->s);
	}
	scan_fail(&p->s, "'}' expected");
}

/* func N "NAME" FLAGS [sig "SIG"] [ret TYPE] [type N] [params N] [tmps N] [LOC] [{ ... }] */
static void parse_func(struct parser *p)
{
	struct ir_func f = { 0 };
	uint32_t ntmps = 0;
	bool has_ntmps;

	*vec_push(parser_arena(p), &p->func_lines) = p->s.line;
	*vec_push(parser_arena(p), &p->first_insn) = p->insn_lines.n;
	parse_number(p, p->unit->funcs.n);
	f.name = scan_string(&p->s);
	parse_flags(p, &f, ir_func_flags, IR_FUNC_FLAGS);
	if (scan_accept_word(&p->s, "sig"))
		f.sig = scan_string(&p->s);
	if (scan_accept_word(&p->s, "ret"))
		f.ret = parse_type(p);
	f.ret_ctype = parse_keyword_ctype(p);
	f.nparams = parse_keyword_u64(p, "params");
	has_ntmps = scan_accept_word(&p->s, "tmps");
	if (has_ntmps)
		f.ntmps = scan_u32(&p->s);
	f.loc = parse_loc(p);
	if (scan_accept(&p->s, '{')) {
		scan_line_end(&p->s);
		parse_body(p, &f, &ntmps);
	}
	if (!has_ntmps)
		f.ntmps = ntmps;
	ir_add_func(p->unit, &f);
}

/* ---- types and globals ---- */

/* { "NAME" OFFSET TYPE ; ... } */
static void parse_fields(struct parser *p, struct ir_ctype *t)
{
	VEC(struct ir_field) fields = { 0 };

	do {
		struct ir_field *f = vec_push(parser_arena(p), &fields);

		f->name = scan_string(&p->s);
		f->offset = scan_u64(&p->s);
		f->ctype = parse_ctype_index(p);
	} while (scan_accept(&p->s, ';'));
	scan_expect(&p->s, '}');
	t->fields = fields.v;
	t->nfields = fields.n;
}

/* type N KIND [TYPE|ELEM] ["NAME"] [sig "SIG"] [count N] [size N] [own] [{ FIELDS }] */
static void parse_ctype(struct parser *p)
{
	struct ir_ctype t = { .elem = -1 };

	*vec_push(parser_arena(p), &p->type_lines) = p->s.line;
	parse_number(p, p->unit->ctypes.n);
	t.kind =
		(enum ir_ctype_kind)parse_choice(p, ir_ctype_kinds, IR_CTYPE_KINDS, "kind of type");
	if (t.kind == CT_SCALAR)
		t.scalar = parse_type(p);
	if (t.kind == CT_POINTER || t.kind == CT_ARRAY)
		t.elem = parse_ctype_index(p);
	t.name = parse_optional_string(p);
	if (scan_accept_word(&p->s, "sig"))
		t.sig = scan_string(&p->s);
	t.count = parse_keyword_u64(p, "count");
	t.size = parse_keyword_u64(p, "size");
	t.is_own = scan_accept_word(&p->s, "own");
	if (scan_accept(&p->s, '{'))
		parse_fields(p, &t);
	ir_add_ctype(p->unit, &t);
}

/* OFFSET TYPE VALUE [+ ADDEND] [LOC] */
static void parse_init(struct parser *p, struct ir_global *g)
{
	struct ir_init *in = vec_push(parser_arena(p), &g->inits);

	in->offset = scan_u64(&p->s);
	in->type = parse_type(p);
	in->value = parse_ref(p);
	if (scan_accept(&p->s, '+'))
		in->addend = (int64_t)scan_int(&p->s, INT64_MIN, INT64_MAX);
	in->loc = parse_loc(p);
}

static void parse_inits(struct parser *p, struct ir_global *g)
{
	scan_line_end(&p->s);
	while (scan_next_line(&p->s)) {
		if (scan_accept(&p->s, '}'))
			return;
		parse_init(p, g);
		scan_line_end(&p->s);
	}
	scan_fail(&p->s, "'}' expected");
}

/* global N "NAME" FLAGS [type N] [size N] [bytes "BYTES"] [LOC] [{ INITS }] */
static void parse_global(struct parser *p)
{
	struct ir_global g = { 0 };

	*vec_push(parser_arena(p), &p->global_lines) = p->s.line;
	parse_number(p, p->unit->globals.n);
	g.name = scan_string(&p->s);
	parse_flags(p, &g, ir_global_flags, IR_GLOBAL_FLAGS);
	g.ctype = parse_keyword_ctype(p);
	g.size = parse_keyword_u64(p, "size");
	if (scan_accept_word(&p->s, "bytes"))
		g.bytes = scan_bytes(&p->s, &g.nbytes);
	g.loc = parse_loc(p);
	if (scan_accept(&p->s, '{'))
		parse_inits(p, &g);
	ir_add_global(p->unit, &g);
}

/* ---- the unit ---- */

static void parse_flags_from(struct parser *p)
{
	p->unit->flags_from = scan_string(&p->s);
}

static void parse_status(struct parser *p)
{
	p->unit->status =
		(enum unit_status)parse_choice(p, ir_statuses, IR_STATUSES, "status of the unit");
}

static void parse_file(struct parser *p)
{
	parse_number(p, p->files.n);
	*vec_push(parser_arena(p), &p->files) = parse_path(p);
}

static void parse_reason(struct parser *p)
{
	struct unit_reason *r = vec_push(parser_arena(p), &p->unit->reasons);

	r->text = scan_string(&p->s);
	r->loc = parse_loc(p);
}

static void parse_marker(struct parser *p)
{
	struct ir_marker *m = vec_push(parser_arena(p), &p->unit->markers);

	m->name = scan_string(&p->s);
	m->loc = parse_loc(p);
}

static void parse_item(struct parser *p)
{
	static const struct {
		const char *word;
		void (*parse)(struct parser *p);
	} items[] = {
		{ "flags", parse_flags_from }, { "status", parse_status }, { "file", parse_file },
		{ "reason", parse_reason },    { "marker", parse_marker }, { "type", parse_ctype },
		{ "global", parse_global },    { "func", parse_func },
	};

	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
		if (!scan_accept_word(&p->s, items[i].word))
			continue;
		items[i].parse(p);
		scan_line_end(&p->s);
		return;
	}
	scan_fail(&p->s, "part of a unit expected");
}

static void parse_unit(struct parser *p)
{
	scan_next_line(&p->s);
	if (!scan_accept_word(&p->s, "unit"))
		scan_fail(&p->s, "\"unit\" expected");
	p->unit = ir_unit_new(parser_arena(p), parse_path(p));
	scan_line_end(&p->s);
	while (scan_next_line(&p->s))
		parse_item(p);
}

static uint32_t spot_line(const struct parser *p, const struct ir_spot *spot)
{
	switch (spot->kind) {
	case IN_UNIT:
		break;
	case IN_TYPE:
		return p->type_lines.v[spot->idx];
	case IN_GLOBAL:
		return p->global_lines.v[spot->idx];
	case IN_FUNC:
		return p->func_lines.v[spot->idx];
	case IN_INSN:
		return p->insn_lines.v[p->first_insn.v[spot->idx] + spot->insn];
	}
	return 1;
}

static void check_unit(struct parser *p, struct ir_error *err)
{
	struct ir_spot spot;

	err->message = ir_validate_at(p->unit, parser_arena(p), &spot);
	if (!err->message)
		return;
	err->line = spot_line(p, &spot);
	err->col = 1;
}

struct ir_unit *ir_parse_unit(struct arena *a, struct map *paths, const char *text, size_t n,
			      struct ir_error *err)
{
	struct parser p = { .paths = paths };

	*err = (struct ir_error){ 0 };
	scan_init(&p.s, a, text, n);
	if (n > TEXT_MAX)
		scan_fail(&p.s, "the text is longer than %zu bytes", TEXT_MAX);
	parse_unit(&p);
	if (p.s.message)
		*err = (struct ir_error){ p.s.bad_line, p.s.bad_col, p.s.message };
	else
		check_unit(&p, err);
	return err->message ? NULL : p.unit;
}
