// SPDX-License-Identifier: MIT
/*
 * The campaign as a report like lint's. The target knows rule ids and places;
 * severities, names and attributes come from here. A run can break a rule or
 * fail to: it proves nothing, so what was not violated is unproved.
 */
#include <string.h>

#include "base/fatal.h"
#include "cli/fuzz.h"
#include "fuzzing/confirm.h"

#define LAST_WORDS	2000
#define PROTOTYPE_LINES 4

/* ---- findings ---- */

static const struct attribute *attribute_of(const struct fuzz_run *f, const struct hit *h)
{
	const struct pipeline *p = &f->pipeline;

	for (size_t i = 0; h->function && i < p->nattrs; i++) {
		const struct attribute *a = &p->attrs[i];

		if ((a->show.name && strcmp(a->show.name, h->function) == 0) ||
		    (a->store.name && strcmp(a->store.name, h->function) == 0))
			return a;
	}
	for (size_t i = 0; h->attribute && i < p->nattrs; i++)
		if (strcmp(p->attrs[i].name, path_base(h->attribute)) == 0)
			return &p->attrs[i];
	return p->nattrs == 1 ? &p->attrs[0] : NULL;
}

/* The file as the user spelled it; the compiler may have made its name absolute. */
static const char *spelled(const struct fuzz_run *f, const char *path)
{
	const char *real = path_real(f->arena, path);

	for (size_t i = 0; i < f->pipeline.paths.n; i++) {
		const char *own = path_real(f->arena, f->pipeline.paths.v[i]);

		if (own && real && strcmp(own, real) == 0)
			return f->pipeline.paths.v[i];
	}
	return path_from_cwd(f->flags.cwd, path);
}

/*
 * The debug information puts a function where its body begins; its name, in the
 * lines before, is a better place.
 */
static bool is_beginning(const struct hit *h, const struct handler *handler)
{
	return handler->name && h->function && strcmp(handler->name, h->function) == 0 &&
	       h->line >= handler->def.line && h->line <= handler->def.line + PROTOTYPE_LINES &&
	       strcmp(path_base(h->file), path_base(handler->def.path)) == 0;
}

/* Rules about show are MV1xx; without a place of its own a finding is at its handler. */
static struct loc place_of(const struct fuzz_run *f, const struct hit *h,
			   const struct attribute *attr)
{
	struct loc loc = { 0 };

	if (attr && h->file && is_beginning(h, &attr->show))
		return attr->show.def;
	if (attr && h->file && is_beginning(h, &attr->store))
		return attr->store.def;
	if (h->file && h->line)
		return (struct loc){ spelled(f, h->file), h->line, h->col, h->line,
				     h->col ? h->col + 1 : 0 };
	if (!attr)
		return loc;
	if (strncmp(h->rule, "MV1", 3) == 0)
		loc = attr->show.def;
	else if (strncmp(h->rule, "MV2", 3) == 0)
		loc = attr->store.def;
	return loc.path ? loc : attr->loc;
}

/* Where to write on a real machine: the node the target wrote to. */
static const char *node_path(const struct fuzz_run *f, const struct hit *h)
{
	const struct campaign *c = f->supervision.campaign;

	if (h->attribute && strchr(h->attribute, '/'))
		return arena_printf(f->arena, "/sys/%s", h->attribute);
	vec_for_each_ptr(const struct fuzz_node, n, &c->nodes)
		if (n->is_driven && n->path)
			return arena_printf(f->arena, "/sys/%s", n->path);
	return "migration_version";
}

static void add_finding(struct fuzz_run *f, const struct hit *h)
{
	const struct rule_info *rule = catalogue_find(&f->pipeline.catalogue, h->rule);
	const struct attribute *attr = attribute_of(f, h);
	struct finding *new;

	if (!rule)
		BUG("the target reports a rule %s, which there is not", h->rule);
	if (rule->severity == SEV_OFF)
		return;
	new = vec_push(f->arena, &f->pipeline.findings);
	*new = (struct finding){
		.rule = rule,
		.severity = h->is_mild ? rule->lesser : rule->severity,
		.message = h->message,
		.loc = place_of(f, h, attr),
		.function = h->function,
		.attr = attr,
		.evidence = workplace_save(f->arena, &f->place, h, node_path(f, h)),
	};
}

/* ---- verdicts ---- */

static bool is_violated(const struct fuzz_run *f, const struct rule_info *rule,
			const struct attribute *attr)
{
	vec_for_each_ptr(const struct finding, g, &f->pipeline.findings)
		if (g->rule == rule && (g->attr == attr || !g->attr))
			return true;
	return false;
}

static const char *why_unproved(const struct fuzz_run *f, const struct rule_info *rule)
{
	vec_for_each_ptr(const struct fuzz_off, off, &f->facts.off)
		if (strcmp(off->rule, rule->id) == 0)
			return off->reason;
	if (!rule->oracle)
		return "nothing that runs can see this";
	if (f->facts.idle)
		return "nothing was exercised";
	return arena_printf(f->arena, "not violated in %llu inputs", f->facts.inputs);
}

static void add_attribute(struct fuzz_run *f, const struct attribute *attr)
{
	struct attr_report *r = vec_push(f->arena, &f->pipeline.report.attrs);

	r->attr = attr;
	vec_for_each_ptr(const struct rule_info, rule, &f->pipeline.catalogue.rules) {
		bool is_bad = is_violated(f, rule, attr);

		if (rule->severity == SEV_OFF)
			continue;
		*vec_push(f->arena, &r->obligations) = (struct obligation){
			.rule = rule,
			.verdict = is_bad ? VERDICT_VIOLATED : VERDICT_UNPROVED,
			.reason = is_bad ? NULL : why_unproved(f, rule),
		};
	}
}

/* ---- was anything exercised? ---- */

static const char *last_words(const struct fuzz_run *f)
{
	const char *text = f->supervision.failure ? f->supervision.failure : "";
	size_t n = strlen(text);

	return n > LAST_WORDS ? text + n - LAST_WORDS : text;
}

static size_t count_driven(const struct campaign *c)
{
	size_t n = 0;

	vec_for_each_ptr(const struct fuzz_node, node, &c->nodes)
		n += node->is_driven;
	return n;
}

static const char *asked_for(const struct fuzz_run *f)
{
	return f->options->attrs.n ? f->options->attrs.v[0] : f->pipeline.catalogue.attributes[0];
}

static const char *why_idle(const struct fuzz_run *f)
{
	const struct campaign *c = f->supervision.campaign;

	if (!c->is_started)
		return arena_printf(f->arena, "the target could not begin: %s", last_words(f));
	if (!count_driven(c) && c->load_error)
		return arena_printf(f->arena,
				    "the driver's module_init failed with %d, and there is no file "
				    "called %s; it may need a --fixture",
				    c->load_error, asked_for(f));
	if (!count_driven(c))
		return arena_printf(f->arena,
				    "the driver registered no file called %s (of %zu files; -v "
				    "lists them); --attr names others",
				    asked_for(f), c->nodes.n);
	if (!f->facts.inputs || !f->facts.stores)
		return "no input was run";
	if (!f->facts.edges)
		return "no code of the driver was reached: zero edges";
	return NULL;
}

/* ---- all of it ---- */

static void copy_facts(struct fuzz_run *f)
{
	const struct supervision *s = &f->supervision;
	const struct campaign *c = s->campaign;
	struct fuzz_facts *facts = &f->facts;
	const struct sample *last = &s->samples.v[s->samples.n - 1];

	facts->inputs = last->counters.inputs;
	facts->stores = last->counters.stores;
	facts->accepted = last->counters.accepted;
	facts->edges = last->counters.edges;
	facts->corpus = last->counters.corpus;
	facts->restarts = last->restarts;
	facts->seconds = last->seconds;
	facts->jobs = s->jobs;
	facts->seed = s->seed;
	facts->stopped = s->stopped;
	facts->headers = f->build.headers.from;
	facts->compiler = f->toolchain.version;
	facts->sandbox = sandbox_text(f->arena, &s->sandbox, sandbox_probe());
	facts->folder = f->place.folder;
	vec_for_each_ptr(const struct fuzz_node, n, &c->nodes)
		*vec_push(f->arena, &facts->nodes) = *n;
	vec_for_each_ptr(const struct fuzz_count, n, &c->stubs)
		*vec_push(f->arena, &facts->stubs) = *n;
	vec_for_each_ptr(const struct fuzz_off, n, &c->off)
		*vec_push(f->arena, &facts->off) = *n;
	for (size_t i = 0; i < c->notes.n; i++)
		*vec_push(f->arena, &facts->notes) = c->notes.v[i];
	facts->idle = why_idle(f);
	vec_for_each_ptr(struct loc, loc, &facts->unreached)
		loc->path = spelled(f, loc->path);
}

void fuzz_report(struct fuzz_run *f)
{
	struct pipeline *p = &f->pipeline;

	copy_facts(f);
	vec_for_each_ptr(const struct hit, h, &f->supervision.campaign->hits)
		add_finding(f, h);
	for (size_t i = 0; i < p->nattrs; i++)
		add_attribute(f, &p->attrs[i]);
	p->report.fuzz = &f->facts;
	pipeline_report(p);
	if (f->options->fuzz.confirm)
		confirm_report(f->arena, f->options->fuzz.confirm, &p->report, &f->facts);
}
