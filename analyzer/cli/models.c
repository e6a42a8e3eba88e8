// SPDX-License-Identifier: MIT
/* "migver models check": which callees nobody describes, and what that costs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/finish.h"
#include "cli/pipeline.h"

typedef VEC(struct stranger) stranger_list;

static void take_action(struct options *o)
{
	if (!o->operands.n || strcmp(o->operands.v[0], "check") != 0)
		fatal("models: what is to be done? Try 'migver models check DRIVER.c'");
	o->operands.v++;
	o->operands.n--;
}

static void add_strangers(struct arena *a, stranger_list *all, const struct handler_summary *s)
{
	if (!s)
		return;
	vec_for_each_ptr(const struct stranger, x, &s->strangers) {
		bool is_known = false;

		vec_for_each_ptr(const struct stranger, y, all)
			is_known |= strcmp(x->callee, y->callee) == 0;
		if (!is_known)
			*vec_push(a, all) = *x;
	}
}

static int by_name(const void *a, const void *b)
{
	const struct stranger *x = a, *y = b;

	return strcmp(x->callee, y->callee);
}

static stranger_list find_strangers(const struct pipeline *p)
{
	stranger_list all = { 0 };

	for (size_t i = 0; i < p->nattrs; i++) {
		add_strangers(p->arena, &all, p->inputs[i].show);
		add_strangers(p->arena, &all, p->inputs[i].store);
	}
	if (all.n > 1)
		qsort(all.v, all.n, sizeof(*all.v), by_name);
	return all;
}

/* The rules of one attribute whose reason is that @x is unknown. */
static size_t print_kept(struct arena *a, const struct attr_report *r, const struct stranger *x)
{
	struct strbuf name;
	size_t n = 0;

	strbuf_init(&name, a);
	strbuf_add_escaped(&name, r->attr->name, strlen(r->attr->name), true);
	vec_for_each_ptr(const struct obligation, ob, &r->obligations) {
		if (ob->verdict != VERDICT_UNPROVED || !ob->reason || !strstr(ob->reason, x->doubt))
			continue;
		if (n++)
			printf(",");
		else
			printf("    %s: unproved", name.s);
		printf(" %s %s", ob->rule->id, ob->rule->name);
	}
	if (n)
		printf("\n");
	return n;
}

static void print_stranger(const struct pipeline *p, const struct stranger *x)
{
	struct strbuf path;
	size_t n = 0;

	strbuf_init(&path, p->arena);
	strbuf_add_escaped(&path, x->loc.path, strlen(x->loc.path), true);
	printf("%s:%u:%u: %s() has neither body nor model\n", path.s, x->loc.line, x->loc.col,
	       x->callee);
	vec_for_each_ptr(const struct attr_report, r, &p->report.attrs)
		n += print_kept(p->arena, r, x);
	if (!n)
		printf("    keeps nothing unproved\n");
}

int command_models(struct options *o)
{
	struct pipeline p = { .arena = o->arena, .options = o };
	stranger_list all;

	take_action(o);
	files_expand(o, &p.files);
	pipeline_run(&p);
	all = find_strangers(&p);
	vec_for_each_ptr(const struct stranger, x, &all)
		print_stranger(&p, x);
	if (!o->quiet)
		printf("%zu callee%s without body or model; %zu attribute%s in %zu file%s\n", all.n,
		       all.n == 1 ? "" : "s", p.nattrs, p.nattrs == 1 ? "" : "s", p.paths.n,
		       p.paths.n == 1 ? "" : "s");
	finish_complain(&p);
	if (all.n)
		return EXIT_FINDINGS;
	return finish_is_complete(&p) ? EXIT_OK : EXIT_INCOMPLETE;
}
