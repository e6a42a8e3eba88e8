// SPDX-License-Identifier: MIT
/* What a report of the running judge has besides findings, as text. */
#include <string.h>

#include "report/report.h"

#define NODES_SHOWN 8
#define LINES_SHOWN 12

static void line(struct strbuf *out, const char *what, const char *text)
{
	if (!text)
		return;
	strbuf_addf(out, "  %s: ", what);
	report_escape(out, text, strlen(text));
	strbuf_addc(out, '\n');
}

void report_evidence(const struct evidence *e, struct strbuf *out)
{
	line(out, "wrote", e->wrote);
	if (!e->wrote && e->n)
		strbuf_addf(out, "  input: \"%s\" (%zu bytes)\n", e->escaped, e->n);
	line(out, "shell", e->shell);
	line(out, "replay", e->replay);
}

/* ---- confirmations ---- */

static void confirmation(const struct confirmation *c, struct strbuf *out)
{
	static const char *const words[] = {
		[CONFIRMED] = "confirmed",
		[NOT_REPRODUCED] = "not reproduced",
		[NO_ORACLE] = "no dynamic oracle",
	};

	strbuf_add(out, "  ");
	report_place(out, &c->loc);
	strbuf_addf(out, "%s%s: %s", c->loc.path ? ": " : "", c->rule, words[c->verdict]);
	if (c->verdict == CONFIRMED && c->evidence && c->evidence->wrote)
		strbuf_addf(out, " by %s", c->evidence->wrote);
	if (c->verdict == NOT_REPRODUCED)
		strbuf_addf(out, " in %llu inputs", c->tries);
	strbuf_add(out, ": ");
	report_escape(out, c->message, strlen(c->message));
	strbuf_addc(out, '\n');
}

static void confirmations(const struct fuzz_facts *f, struct strbuf *out)
{
	size_t n[3] = { 0 };

	if (!f->confirmations.n)
		return;
	strbuf_add(out, "findings of lint:\n");
	vec_for_each_ptr(const struct confirmation, c, &f->confirmations) {
		confirmation(c, out);
		n[c->verdict]++;
	}
	strbuf_addf(out, "  %zu confirmed, %zu not reproduced, %zu without a dynamic oracle\n",
		    n[CONFIRMED], n[NOT_REPRODUCED], n[NO_ORACLE]);
}

/* ---- what was exercised ---- */

static void node(const struct fuzz_node *n, struct strbuf *out)
{
	strbuf_addf(out, "  %s /sys/", n->is_driven ? "driven:" : "beside:");
	report_escape(out, n->path ? n->path : "?", strlen(n->path ? n->path : "?"));
	strbuf_addf(out, " (%s, %04o%s%s)\n", n->kind ? n->kind : "?", n->mode,
		    n->has_show ? ", show" : "", n->has_store ? ", store" : "");
}

/* The driven ones always, the others up to a number. */
static void nodes(const struct fuzz_facts *f, bool is_verbose, struct strbuf *out)
{
	size_t left = is_verbose ? f->nodes.n : f->idle ? NODES_SHOWN : 0;

	vec_for_each_ptr(const struct fuzz_node, n, &f->nodes) {
		if (!n->is_driven && !left)
			continue;
		left -= !n->is_driven;
		node(n, out);
	}
}

static void stubs(const struct fuzz_facts *f, struct strbuf *out)
{
	if (!f->stubs.n)
		return;
	strbuf_add(out, "  called without a model, returned 0:");
	vec_for_each_ptr(const struct fuzz_count, s, &f->stubs)
		strbuf_addf(out, "%s %s (%llu)", s == f->stubs.v ? "" : ",", s->name, s->n);
	strbuf_addc(out, '\n');
}

static void coverage(const struct fuzz_facts *f, bool is_verbose, struct strbuf *out)
{
	size_t left = is_verbose ? f->unreached.n : LINES_SHOWN;

	if (!f->is_covered)
		return;
	if (!f->unreached.n)
		strbuf_add(out, "  every line of the handlers was reached\n");
	vec_for_each_ptr(const struct loc, loc, &f->unreached) {
		if (!left--)
			break;
		strbuf_add(out, "  never reached: ");
		report_escape(out, loc->path, strlen(loc->path));
		strbuf_addf(out, ":%u", loc->line);
		if (loc->end_line > loc->line)
			strbuf_addf(out, "-%u", loc->end_line);
		strbuf_addc(out, '\n');
	}
	line(out, "coverage", f->coverage);
}

static void totals(const struct fuzz_facts *f, struct strbuf *out)
{
	strbuf_addf(out,
		    "fuzzed: %llu inputs, %llu writes (%llu accepted) in %.1f s; %u edges, "
		    "corpus %u",
		    f->inputs, f->stores, f->accepted, f->seconds, f->edges, f->corpus);
	if (f->restarts)
		strbuf_addf(out, ", %u restarts", f->restarts);
	strbuf_addf(out, "; %s\n", f->stopped ? f->stopped : "?");
}

void report_campaign(const struct fuzz_facts *f, bool is_verbose, struct strbuf *out)
{
	confirmations(f, out);
	totals(f, out);
	if (f->stores && !f->accepted)
		strbuf_add(out, "  no write was ever accepted: only refusals were judged\n");
	nodes(f, is_verbose, out);
	for (size_t i = 0; i < f->notes.n && (is_verbose || f->idle); i++)
		line(out, "loading", f->notes.v[i]);
	vec_for_each_ptr(const struct fuzz_off, off, &f->off)
		line(out, arena_printf(out->arena, "not judged: %s", off->rule), off->reason);
	stubs(f, out);
	coverage(f, is_verbose, out);
	if (is_verbose) {
		line(out, "headers", f->headers);
		line(out, "compiler", f->compiler);
		line(out, "sandbox", f->sandbox);
	}
	line(out, "campaign", f->folder);
	line(out, "NOTHING WAS EXERCISED", f->idle);
}
