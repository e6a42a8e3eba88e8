// SPDX-License-Identifier: MIT
/* "migver baseline": make and keep the list of findings that are known. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "base/write.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/files.h"
#include "cli/finish.h"
#include "report/baseline.h"

#define DEFAULT_FILE "migver-baseline.yaml"

static const struct action {
	const char *name;
	unsigned int changes;
	bool is_new; /* there must be no file yet */
} actions[] = {
	{ "create", BASELINE_ADD, true },
	{ "update", BASELINE_ADD | BASELINE_DROP, false },
	{ "prune", BASELINE_DROP, false },
};
#define NACTIONS (sizeof(actions) / sizeof(actions[0]))

static const char *shown(struct arena *a, const char *s)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add_escaped(&b, s, strlen(s), true);
	return b.s;
}

/* The first operand; the others are files. */
static const struct action *take_action(struct options *o)
{
	const char *words[NACTIONS], *word = o->operands.n ? o->operands.v[0] : "", *meant;

	for (size_t i = 0; i < NACTIONS; i++) {
		words[i] = actions[i].name;
		if (strcmp(word, words[i]) != 0)
			continue;
		o->operands.v++;
		o->operands.n--;
		return &actions[i];
	}
	meant = closest(word, words, NACTIONS);
	if (meant)
		fatal("baseline: '%s' is unknown; did you mean '%s'?", shown(o->arena, word),
		      meant);
	fatal("baseline: create, update or prune? Try 'migver baseline create DRIVER.c'");
}

static void load_old(struct arena *a, const struct action *what, struct baseline *b)
{
	bool exists = access(b->path, F_OK) == 0;

	if (what->is_new && exists)
		fatal("%s: there is one already; 'migver baseline update' changes it",
		      shown(a, b->path));
	if (!what->is_new)
		load_baseline_file(a, b, b->path);
}

/* Entries of @b that @in lacks. */
static size_t count_missing(const struct baseline *b, const struct baseline *in)
{
	size_t n = 0;

	vec_for_each_ptr(const struct baseline_entry, e, &b->entries) {
		bool is_there = false;

		vec_for_each_ptr(const struct baseline_entry, f, &in->entries)
			is_there |= strcmp(e->fingerprint, f->fingerprint) == 0;
		n += !is_there;
	}
	return n;
}

static void say(struct arena *a, const struct baseline *b, const struct baseline *old)
{
	printf("%s: %zu finding%s, %zu added, %zu dropped\n", shown(a, b->path), b->entries.n,
	       b->entries.n == 1 ? "" : "s", count_missing(b, old), count_missing(old, b));
}

int command_baseline(struct options *o)
{
	const struct action *what = take_action(o);
	struct pipeline p = { .arena = o->arena, .options = o };
	struct baseline old = { 0 }, b;
	struct strbuf out;

	config_apply(o);
	old.path = o->baseline ? o->baseline : DEFAULT_FILE;
	load_old(o->arena, what, &old);
	o->baseline = NULL; /* it is to be made, not obeyed */
	files_expand(o, &p.files);
	pipeline_run(&p);
	b = baseline_merge(&p.report, &old, what->changes);
	strbuf_init(&out, o->arena);
	baseline_print(&b, &out);
	write_file(b.path, &out);
	if (!o->quiet)
		say(o->arena, &b, &old);
	finish_complain(&p);
	return finish_is_complete(&p) ? EXIT_OK : EXIT_INCOMPLETE;
}
