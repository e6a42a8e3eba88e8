// SPDX-License-Identifier: MIT
/* --dump: what a pass made, as text that tests can compare. */
#include <string.h>

#include "cli/pipeline.h"
#include "ir/text.h"

static void dump_place(const struct loc *loc, const char *what, const char *text,
		       struct strbuf *out)
{
	strbuf_add(out, "  ");
	report_place(out, loc);
	strbuf_add(out, loc->path ? ": " : "");
	strbuf_add(out, what);
	report_escape(out, text, strlen(text));
	strbuf_addc(out, '\n');
}

static void dump_parse(const struct ir_unit *u, struct strbuf *out)
{
	static const char *const status[] = {
		[UNIT_ANALYZED] = "analyzed",
		[UNIT_INCOMPLETE] = "incomplete",
		[UNIT_FAILED] = "failed",
	};

	report_escape(out, u->path, strlen(u->path));
	strbuf_addf(out, ": %s, flags from %s\n", status[u->status],
		    u->flags_from ? u->flags_from : "nowhere");
	vec_for_each_ptr(const struct unit_reason, r, &u->reasons)
		dump_place(&r->loc, "", r->text, out);
	vec_for_each_ptr(const struct ir_marker, m, &u->markers)
		dump_place(&m->loc, "marker ", m->name, out);
}

static void dump_block(const struct ir_block *b, size_t number, struct strbuf *out)
{
	if (b->rpo == UINT32_MAX) {
		strbuf_addf(out, "  b%zu: unreachable\n", number);
		return;
	}
	strbuf_addf(out, "  b%zu: number %u%s, from", number, b->rpo,
		    b->is_loop_head ? ", loop" : "");
	vec_for_each_ptr(const uint32_t, pred, &b->preds)
		strbuf_addf(out, " b%u", *pred);
	strbuf_add(out, b->preds.n ? "\n" : " nowhere\n");
}

static void dump_cfg(const struct ir_unit *u, struct strbuf *out)
{
	vec_for_each_ptr(const struct ir_func, f, &u->funcs) {
		if (!f->is_defined || f->in_header)
			continue;
		strbuf_addf(out, "func %s\n", f->name);
		for (size_t i = 0; i < f->blocks.n; i++)
			dump_block(&f->blocks.v[i], i, out);
	}
}

/* Passes that make something of each unit; the others are below. */
static void (*const dump_unit[DUMP_NR])(const struct ir_unit *u, struct strbuf *out) = {
	[DUMP_PARSE] = dump_parse,
	[DUMP_LOWER] = ir_print_unit,
	[DUMP_CFG] = dump_cfg,
};

void dump_pass(struct pipeline *p, enum dump_pass pass)
{
	if (!(p->options->dump & 1u << pass))
		return;
	if (pass == DUMP_DISCOVER)
		discover_dump(p->program, p->attrs, p->nattrs, &p->dump);
	/* DUMP_SOLVE is written while the solver works: see absint_new(). */
	for (size_t i = 0; dump_unit[pass] && i < p->program->units.n; i++)
		dump_unit[pass](p->program->units.v[i], &p->dump);
}
