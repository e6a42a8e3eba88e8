// SPDX-License-Identifier: MIT
/*
 * The text form of IR.md. Places refer to a table of files that stands before
 * the first of them, so the rest is printed first, into a buffer of its own,
 * and fills the table on the way. A member left out is one that is 0, false or
 * NULL: nothing else is ever omitted.
 */
#include <string.h>

#include "ir/shape.h"
#include "ir/text.h"

struct printer {
	const struct ir_unit *unit;
	struct arena *scratch;
	struct strbuf out;
	struct map *file_numbers; /* path to its number in the text, a size_t */
	VEC(const char *) files;
};

static void print(struct printer *p, const char *s)
{
	strbuf_add(&p->out, s);
}

static void print_int(struct printer *p, const char *before, wide v)
{
	char buf[WIDE_CHARS];

	print(p, before);
	print(p, wide_format(v, buf));
}

static void print_nonzero(struct printer *p, const char *keyword, wide v)
{
	if (!v)
		return;
	print(p, keyword);
	print_int(p, " ", v);
}

static void print_quoted(struct printer *p, const char *s, size_t n)
{
	print(p, "\"");
	for (size_t i = 0, run; i < n; i += run + 1) {
		for (run = 0; i + run < n && s[i + run] != '"'; run++)
			;
		strbuf_add_escaped(&p->out, s + i, run, false);
		if (i + run < n)
			print(p, "\\\"");
	}
	print(p, "\"");
}

/* NULL prints nothing, which tells it from "". */
static void print_string(struct printer *p, const char *before, const char *s)
{
	if (!s)
		return;
	print(p, before);
	print_quoted(p, s, strlen(s));
}

static size_t file_number(struct printer *p, const char *path)
{
	size_t *number = map_get(p->file_numbers, path);

	if (!number) {
		number = arena_new_of(p->scratch, size_t);
		*number = p->files.n;
		*vec_push(p->scratch, &p->files) = path;
		map_put(p->file_numbers, path, number);
	}
	return *number;
}

static void print_loc(struct printer *p, const struct loc *l)
{
	if (!l->path && !l->line && !l->col && !l->end_line && !l->end_col)
		return;
	if (l->path)
		print_int(p, " !", (wide)file_number(p, l->path));
	else
		print(p, " !-");
	print_int(p, ":", l->line);
	print_int(p, ":", l->col);
	print_int(p, "-", l->end_line);
	print_int(p, ":", l->end_col);
}

static void print_line_end(struct printer *p, const struct loc *l)
{
	print_loc(p, l);
	print(p, "\n");
}

static bool is_identifier(const char *s)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789_";

	return *s && !s[strspn(s, signs)];
}

static void print_const(struct printer *p, const char *before, const struct ir_const *c)
{
	print_int(p, before, c->value);
	if (c->name && is_identifier(c->name)) {
		print(p, "'");
		print(p, c->name);
	} else {
		print_string(p, "'", c->name);
	}
}

static void print_ref(struct printer *p, const char *before, struct ir_ref r)
{
	static const char *const sigils[] = {
		[REF_TMP] = "%",
		[REF_LOCAL] = "$",
		[REF_GLOBAL] = "@",
		[REF_FUNC] = "&",
	};

	if (r.kind == REF_NONE)
		return;
	if (r.kind == REF_CONST) {
		print_const(p, before, &p->unit->consts.v[r.idx]);
		return;
	}
	print(p, before);
	print_int(p, sigils[r.kind], r.idx);
}

static void print_flags(struct printer *p, const void *object, const struct ir_flag *flags,
			size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool value = *(const bool *)((const char *)object + flags[i].offset);

		if (value == flags[i].is_negated)
			continue;
		print(p, " ");
		print(p, flags[i].word);
	}
}

/* ---- instructions ---- */

static void print_call(struct printer *p, const struct ir_call *c)
{
	print_ref(p, " ", c->callee);
	print(p, " (");
	for (size_t i = 0; i < c->nargs; i++)
		print_ref(p, i ? ", " : "", c->args[i]);
	print(p, ")");
}

static void print_switch(struct printer *p, const struct ir_switch *sw)
{
	print(p, " [");
	for (size_t i = 0; i < sw->ncases; i++) {
		const struct ir_case *c = &sw->cases[i];

		print_int(p, i ? ", " : "", c->low);
		if (c->high != c->low)
			print_int(p, "..", c->high);
		print_int(p, " b", c->target);
	}
	print_int(p, "] else b", sw->fallback);
}

static void print_op(struct printer *p, const struct ir_insn *insn)
{
	if (ir_result_type(insn) == IRT_VOID)
		print(p, "  ");
	else
		print_int(p, "  %", insn->dst);
	print(p, ir_result_type(insn) == IRT_VOID ? "" : " = ");
	print(p, ir_ops[insn->op].text);
	if (ir_shapes[insn->op] & IRM_TYPE) {
		print(p, ".");
		print(p, ir_type_name(insn->type));
	}
}

static void print_targets(struct printer *p, const struct ir_insn *insn)
{
	unsigned int shape = ir_shapes[insn->op];

	if (shape & (IRM_TARGET | IRM_TARGETS))
		print_int(p, " b", insn->target[0]);
	if (shape & IRM_TARGETS)
		print_int(p, " b", insn->target[1]);
	if (shape & IRM_SWITCH)
		print_switch(p, insn->sw);
}

static void print_insn(struct printer *p, const struct ir_insn *insn)
{
	unsigned int shape = ir_shapes[insn->op];

	print_op(p, insn);
	for (int i = 0; i < ir_ops[insn->op].operands; i++)
		print_ref(p, " ", insn->arg[i]);
	if (shape & IRM_CALL)
		print_call(p, insn->call);
	if (shape & IRM_FROM) {
		print(p, " from ");
		print(p, ir_type_name(insn->from));
	}
	print_nonzero(p, " offset", insn->offset);
	print_nonzero(p, " size", insn->size);
	print_nonzero(p, " count", insn->count);
	print_targets(p, insn);
	print_string(p, " ", insn->text);
	print(p, insn->is_config ? " config" : "");
	print_line_end(p, &insn->loc);
}

/* ---- functions ---- */

static void print_local(struct printer *p, const struct ir_local *l, size_t i)
{
	print_int(p, "  local ", (wide)i);
	print_string(p, " ", l->name);
	print(p, l->is_param ? " param" : "");
	print_int(p, " type ", l->ctype);
	print_nonzero(p, " size", l->size);
	print_line_end(p, &l->loc);
}

static void print_func_head(struct printer *p, const struct ir_func *f, size_t i)
{
	print_int(p, "func ", (wide)i);
	print_string(p, " ", f->name);
	print_flags(p, f, ir_func_flags, IR_FUNC_FLAGS);
	print_string(p, " sig ", f->sig);
	print(p, " ret ");
	print(p, ir_type_name(f->ret));
	print_int(p, " type ", f->ret_ctype);
	print_nonzero(p, " params", (wide)f->nparams);
	print_nonzero(p, " tmps", f->ntmps);
	print_loc(p, &f->loc);
}

static void print_block(struct printer *p, const struct ir_block *b, size_t i)
{
	print_int(p, "b", (wide)i);
	print(p, ":\n");
	vec_for_each_ptr(struct ir_insn, insn, &b->insns)
		print_insn(p, insn);
}

static void print_func(struct printer *p, const struct ir_func *f, size_t idx)
{
	print_func_head(p, f, idx);
	if (!f->notes.n && !f->locals.n && !f->blocks.n) {
		print(p, "\n");
		return;
	}
	print(p, " {\n");
	vec_for_each_ptr(struct ir_note, note, &f->notes) {
		print(p, "  note ");
		print(p, ir_note_kinds[note->kind]);
		print_string(p, " ", note->text);
		print_line_end(p, &note->loc);
	}
	for (size_t i = 0; i < f->locals.n; i++)
		print_local(p, &f->locals.v[i], i);
	for (size_t i = 0; i < f->blocks.n; i++)
		print_block(p, &f->blocks.v[i], i);
	print(p, "}\n");
}

/* ---- types and globals ---- */

static void print_fields(struct printer *p, const struct ir_ctype *t)
{
	if (!t->nfields)
		return;
	print(p, " {");
	for (size_t i = 0; i < t->nfields; i++) {
		const struct ir_field *f = &t->fields[i];

		print_string(p, i ? " ; " : " ", f->name);
		print_int(p, " ", f->offset);
		print_int(p, " ", f->ctype);
	}
	print(p, " }");
}

static void print_ctype(struct printer *p, const struct ir_ctype *t, size_t i)
{
	print_int(p, "type ", (wide)i);
	print(p, " ");
	print(p, ir_ctype_kinds[t->kind]);
	if (t->kind == CT_SCALAR) {
		print(p, " ");
		print(p, ir_type_name(t->scalar));
	}
	if (t->kind == CT_POINTER || t->kind == CT_ARRAY)
		print_int(p, " ", t->elem);
	print_string(p, " ", t->name);
	print_string(p, " sig ", t->sig);
	print_nonzero(p, " count", t->count);
	print_nonzero(p, " size", t->size);
	print(p, t->is_own ? " own" : "");
	print_fields(p, t);
	print(p, "\n");
}

static void print_init(struct printer *p, const struct ir_init *in)
{
	print_int(p, "  ", in->offset);
	print(p, " ");
	print(p, ir_type_name(in->type));
	print_ref(p, " ", in->value);
	print_nonzero(p, " +", in->addend);
	print_line_end(p, &in->loc);
}

static void print_global(struct printer *p, const struct ir_global *g, size_t i)
{
	print_int(p, "global ", (wide)i);
	print_string(p, " ", g->name);
	print_flags(p, g, ir_global_flags, IR_GLOBAL_FLAGS);
	print_int(p, " type ", g->ctype);
	print_nonzero(p, " size", g->size);
	if (g->bytes) {
		print(p, " bytes ");
		print_quoted(p, g->bytes, g->nbytes);
	}
	print_loc(p, &g->loc);
	print(p, g->inits.n ? " {\n" : "\n");
	vec_for_each_ptr(struct ir_init, in, &g->inits)
		print_init(p, in);
	print(p, g->inits.n ? "}\n" : "");
}

/* ---- the unit ---- */

static void print_unit_head(const struct ir_unit *u, struct strbuf *out)
{
	struct printer p = { .unit = u, .out = *out };

	print_string(&p, "unit ", u->path);
	print_string(&p, "\nflags ", u->flags_from);
	print(&p, "\nstatus ");
	print(&p, ir_statuses[u->status]);
	print(&p, "\n");
	*out = p.out;
}

static void print_facts(struct printer *p)
{
	const struct ir_unit *u = p->unit;

	vec_for_each_ptr(struct unit_reason, r, &u->reasons) {
		print_string(p, "reason ", r->text);
		print_line_end(p, &r->loc);
	}
	vec_for_each_ptr(struct ir_marker, m, &u->markers) {
		print_string(p, "marker ", m->name);
		print_line_end(p, &m->loc);
	}
}

static struct printer printer_new(const struct ir_unit *u)
{
	struct arena *scratch = arena_new();
	struct printer p = { .unit = u, .scratch = scratch, .file_numbers = map_new(scratch) };

	strbuf_init(&p.out, scratch);
	return p;
}

/* The table of files, then what referred to it. */
static void printer_finish(struct printer *p, struct strbuf *out)
{
	struct printer files = { .out = *out };

	for (size_t i = 0; i < p->files.n; i++) {
		print_int(&files, "file ", (wide)i);
		print_string(&files, " ", p->files.v[i]);
		print(&files, "\n");
	}
	*out = files.out;
	strbuf_add_bytes(out, p->out.s, p->out.n);
	arena_drop(p->scratch);
}

void ir_print_unit(const struct ir_unit *u, struct strbuf *out)
{
	struct printer p = printer_new(u);

	print_unit_head(u, out);
	print_facts(&p);
	for (size_t i = 0; i < u->ctypes.n; i++)
		print_ctype(&p, &u->ctypes.v[i], i);
	for (size_t i = 0; i < u->globals.n; i++)
		print_global(&p, &u->globals.v[i], i);
	for (size_t i = 0; i < u->funcs.n; i++)
		print_func(&p, &u->funcs.v[i], i);
	printer_finish(&p, out);
}

void ir_print_func(const struct ir_unit *u, const struct ir_func *f, struct strbuf *out)
{
	struct printer p = printer_new(u);

	print_func(&p, f, (size_t)(f - u->funcs.v));
	printer_finish(&p, out);
}
