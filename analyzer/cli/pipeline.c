// SPDX-License-Identifier: MIT
/*
 * The passes of lint. pipeline_run() at the end is the table of contents; each
 * pass above it only binds one module's call to the state in struct pipeline.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "cli/lookup.h"
#include "cli/pipeline.h"
#include "cli/skip.h"
#include "ir/cfg.h"
#include "report/baseline.h"
#include "report/fingerprint.h"
#include "report/ignore.h"
#include "report/source.h"

/* ---- flags, parsing and lowering, each file in a process of its own ---- */

static bool is_modelled(void *data, const char *name)
{
	return model_find(data, name) != NULL;
}

static void parsed(void *data, size_t done, size_t total, const char *path)
{
	struct pipeline *p = data;

	(void)path;
	progress_show(&p->progress, "parsed", done, total);
}

static void add_markers(struct arena *a, string_list *list, const char **words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*vec_push(a, list) = arena_strdup(a, words[i]);
}

/* Which functions have a model decides whose bodies are kept. */
static const char *names_of_models(struct pipeline *p)
{
	uwide h = HASH_BEGIN;

	for (size_t i = 0; i < p->models.by_name->cap; i++)
		h = hash_text(h, p->models.by_name->slots[i].key);
	return hash_hex(p->arena, h);
}

/* Parses @paths and adds them to the program. */
static void load(struct pipeline *p, const string_list *paths)
{
	const struct options *o = p->options;
	string_list markers = { 0 };
	struct front_options front = {
		.clang_args = o->clang_args.v,
		.nclang_args = o->clang_args.n,
		.cache = o->cache,
		.cache_salt = o->cache ? names_of_models(p) : NULL,
		.compiler = o->compiler,
		.extra_args = o->fuzz.cc_args.v,
		.nextra_args = o->fuzz.cc_args.n,
		.compdb = o->compdb,
		.kernel = o->kernel,
		.overlay = p->overlay,
		.jobs = o->jobs,
		.verbose = o->verbose,
		.is_modelled = is_modelled,
		.data = &p->models,
		.progress = parsed,
		.progress_data = p,
	};

	add_markers(p->arena, &markers, p->kinds.support_idents, p->kinds.nsupport_idents);
	add_markers(p->arena, &markers, p->kinds.mdev_register, p->kinds.nmdev_register);
	vec_for_each_ptr(const struct attr_era, era, &p->kinds.eras)
		add_markers(p->arena, &markers, era->idents, era->nidents);
	front.markers = (const char *const *)markers.v;
	front.nmarkers = markers.n;
	front_load(&front, paths->v, paths->n, p->program);
}

static void parse(struct pipeline *p)
{
	p->program = program_new(p->arena);
	load(p, &p->paths);
}

/* Links the program and prepares the functions of its units from @first on. */
static void link_units(struct pipeline *p, size_t first)
{
	program_link(p->program);
	for (size_t i = first; i < p->program->units.n; i++) {
		struct ir_unit *u = p->program->units.v[i];

		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (f->is_defined)
				ir_cfg_build(u, f);
	}
}

/* ---- attributes and their handlers ---- */

static void discover(struct pipeline *p)
{
	const struct options *o = p->options;
	struct discover_options d = { p->catalogue.attributes, p->catalogue.nattributes };

	if (o->attrs.n)
		d = (struct discover_options){ (const char *const *)o->attrs.v, o->attrs.n };
	discover_attributes(p->program, &p->kinds, &d, p->arena, &p->attrs, &p->nattrs);
	discover_drivers(p->program, &p->kinds, p->attrs, p->nattrs, p->arena, &p->drivers,
			 &p->ndrivers);
}

/* The attributes of files that were only looked up are nobody's question. */
static void forget_attributes(struct pipeline *p)
{
	size_t out = 0;

	for (size_t i = 0; i < p->nattrs; i++) {
		bool is_asked = true;

		for (size_t k = p->paths.n; k < p->program->units.n; k++)
			is_asked &= strcmp(p->attrs[i].loc.path, p->program->units.v[k]->path) != 0;
		if (is_asked)
			p->attrs[out++] = p->attrs[i];
	}
	p->nattrs = out;
}

/* Adds files near those given until nothing that the handlers reach can be found any more. */
static void look_up(struct pipeline *p)
{
	struct lookup *l = lookup_new(p);

	for (;;) {
		string_list paths = lookup_next(l);
		size_t first = p->program->units.n;

		if (!paths.n)
			return;
		load(p, &paths);
		link_units(p, first);
		discover(p);
		forget_attributes(p);
	}
}

typedef struct handler_summary *(*solver)(struct absint *x, const struct handler *h);

/* What tells a handler from others: attributes may share one. */
static const char *handler_key(struct pipeline *p, const struct handler *h)
{
	return arena_printf(p->arena, "%zu %zu %s", h->unit, h->func, h->node ? h->node : "");
}

/* A handler that several attributes share is solved once: @done maps it to its summary. */
static const struct handler_summary *solve_handler(struct pipeline *p, struct absint *x,
						   struct map *done, solver run,
						   const struct handler *h)
{
	const char *key =
		arena_printf(p->arena, "%s %s", run == absint_show ? "r" : "w", handler_key(p, h));
	struct handler_summary *s, *own;

	if (!h->name || h->is_unknown || !h->has_body)
		return NULL;
	s = map_get(done, key);
	if (!s) {
		s = run(x, h);
		map_put(done, key, s);
	}
	own = arena_new_of(p->arena, struct handler_summary);
	*own = *s;
	own->handler = h;
	return own;
}

static const struct handler *with_body(const struct handler *h)
{
	return h->name && !h->is_unknown && h->has_body ? h : NULL;
}

/* The same for trials: @done maps both handlers to theirs. */
static const struct trials *try_handlers(struct pipeline *p, struct absint *x, struct map *done,
					 const struct attribute *attr)
{
	const struct handler *show = with_body(&attr->show), *store = with_body(&attr->store);
	const char *key =
		arena_printf(p->arena, "%zu|%s|%s", attr->driver, show ? handler_key(p, show) : "",
			     store ? handler_key(p, store) : "");
	const struct trials *t = map_get(done, key);

	if (!t) {
		t = trials_new(x, show, store, attr->driver);
		map_put(done, key, (void *)(uintptr_t)t);
	}
	if (p->options->dump & 1u << DUMP_TRIALS) {
		strbuf_addf(&p->dump, "trials %s\n", attr->object);
		trials_dump(&p->dump, t);
	}
	return t;
}

/* Two ways to the same answers: where they disagree, no verdict of the analysis counts. */
static void cross_check(struct pipeline *p, struct rule_input *in)
{
	struct handler_summary *doubtful;
	const char *text;

	if (!in->store || !in->trials || in->store->incomplete)
		return;
	text = trials_contradict(p->arena, in->trials, in->store);
	if (!text)
		return;
	doubtful = arena_new_of(p->arena, struct handler_summary);
	*doubtful = *in->store;
	doubtful->incomplete = arena_printf(p->arena,
					    "no path is known that answers \"%s\" as a "
					    "run does: please report this",
					    text);
	doubtful->incomplete_loc = in->attr->store.def;
	in->store = doubtful;
}

static bool is_node(const struct attribute *a, const char *node)
{
	return a->node && !strcmp(a->node, node);
}

/* The file of the same name on the driver's other node, type and device. */
static size_t other_node(const struct pipeline *p, size_t i)
{
	const struct attribute *a = &p->attrs[i];
	const char *want = is_node(a, "type") ? "device" : is_node(a, "device") ? "type" : NULL;

	for (size_t k = 0; want && k < p->nattrs; k++)
		if (p->attrs[k].driver == a->driver && is_node(&p->attrs[k], want) &&
		    !strcmp(p->attrs[k].name, a->name))
			return k;
	return p->nattrs;
}

static void compare_nodes(struct pipeline *p, struct absint *x)
{
	for (size_t i = 0; i < p->nattrs; i++) {
		size_t k = other_node(p, i);
		struct node a, b;

		if (k == p->nattrs)
			continue;
		p->inputs[i].twin = &p->attrs[k];
		p->inputs[i].twin_store = p->inputs[k].store;
		a = (struct node){ with_body(&p->attrs[i].show), with_body(&p->attrs[i].store),
				   p->inputs[i].trials };
		b = (struct node){ with_body(&p->attrs[k].show), with_body(&p->attrs[k].store),
				   p->inputs[k].trials };
		if (a.store && b.store)
			p->inputs[i].pair = trials_pair(x, &a, &b, p->attrs[i].driver);
	}
}

static void compose_handlers(struct pipeline *p, struct absint *x)
{
	for (size_t i = 0; i < p->nattrs; i++)
		if (p->inputs[i].show && p->inputs[i].store)
			p->inputs[i].composed =
				absint_compose(x, p->inputs[i].show, &p->attrs[i].store);
}

/*
 * What the driver's files may run: those of other attributes, too, for what their code
 * asks happens while there are files.
 */
static const struct callees *handler_code(struct pipeline *p)
{
	static const char *const any[] = { "*" };
	struct callees *r = arena_new_of(p->arena, struct callees);
	struct attribute *attrs;
	size_t nattrs;

	discover_attributes(p->program, &p->kinds, &(struct discover_options){ any, 1 }, p->arena,
			    &attrs, &nattrs);
	callees_init(r, p->arena, p->program, SIZE_MAX);
	for (size_t i = 0; i < nattrs; i++) {
		const struct handler *h[] = { &attrs[i].show, &attrs[i].store };

		for (size_t k = 0; k < 2; k++)
			if (h[k]->name && !h[k]->is_unknown && h[k]->has_body)
				callees_from(r, (struct func_id){ p->program->units.v[h[k]->unit],
								  &p->program->units.v[h[k]->unit]
									   ->funcs.v[h[k]->func] });
	}
	return r;
}

static void solve(struct pipeline *p)
{
	const bool is_dumped = p->options->dump & 1u << DUMP_SOLVE;
	struct map *done = map_new(p->arena), *tried = map_new(p->arena);
	struct absint *x = p->absint =
		absint_new(p->arena, p->program, handler_code(p), &p->models, &p->catalogue.limits,
			   is_dumped ? &p->dump : NULL);

	p->inputs = arena_array(p->arena, p->nattrs, sizeof(*p->inputs));
	for (size_t i = 0; i < p->nattrs; i++) {
		struct attribute *attr = &p->attrs[i];

		attr->show.node = attr->store.node = attr->node;

		progress_show(&p->progress, "analyzed attribute", i, p->nattrs);
		p->inputs[i] = (struct rule_input){
			.attr = attr,
			.limits = &p->catalogue.limits,
			.show = solve_handler(p, x, done, absint_show, &attr->show),
			.store = solve_handler(p, x, done, absint_store, &attr->store),
			.trials = try_handlers(p, x, tried, attr),
		};
	}
	for (size_t i = 0; i < p->nattrs; i++)
		cross_check(p, &p->inputs[i]);
	compare_nodes(p, x);
	compose_handlers(p, x);
}

/* ---- verdicts ---- */

static void judge(struct pipeline *p)
{
	for (size_t i = 0; i < p->nattrs; i++) {
		struct attr_report *report = vec_push(p->arena, &p->report.attrs);
		size_t first = p->findings.n;

		report->attr = p->inputs[i].attr;
		rules_run(p->arena, &p->catalogue, &p->inputs[i], report, &p->findings);
		rules_hunt(p->arena, p->absint, &p->inputs[i], report, &p->findings);
		rules_witness(p->arena, p->absint, &p->inputs[i], &p->findings, first);
	}
	for (size_t i = 0; i < p->ndrivers; i++)
		rules_run_driver(p->arena, &p->catalogue, &p->drivers[i], &p->findings);
}

/* ---- the report ---- */

static bool has_attribute(const struct pipeline *p, const struct ir_unit *u)
{
	size_t driver = program_driver(p->program, u);

	for (size_t i = 0; i < p->nattrs; i++)
		if (p->attrs[i].driver == driver)
			return true;
	return false;
}

static enum file_status status_of(const struct pipeline *p, const struct ir_unit *u)
{
	static const enum file_status status[] = {
		[UNIT_ANALYZED] = FILE_ANALYZED,
		[UNIT_INCOMPLETE] = FILE_INCOMPLETE,
		[UNIT_FAILED] = FILE_FAILED,
	};

	if (u->status == UNIT_ANALYZED && !has_attribute(p, u))
		return FILE_NO_ATTRIBUTE;
	return status[u->status];
}

static void report_files(struct pipeline *p)
{
	for (size_t i = 0; i < p->paths.n; i++) {
		const struct ir_unit *u = p->program->units.v[i];
		struct file_report *f = vec_push(p->arena, &p->report.files);

		f->path = u->path;
		f->flags_from = u->flags_from;
		f->status = status_of(p, u);
		vec_for_each_ptr(const struct unit_reason, r, &u->reasons)
			*vec_push(p->arena, &f->reasons) = (struct path_step){ r->loc, r->text };
	}
	for (size_t i = 0; i < p->skipped.n; i++)
		*vec_push(p->arena, &p->report.files) =
			(struct file_report){ .path = p->skipped.v[i], .status = FILE_SKIPPED };
}

/*
 * A statement breaks a rule once, however many paths or values lead there, and
 * however many attributes share the handler.
 */
static bool is_repeated(const struct finding *f, const struct finding *g)
{
	return loc_compare(&f->loc, &g->loc) == 0 && f->rule == g->rule &&
	       (f->attr == g->attr || strcmp(f->message, g->message) == 0);
}

static void report_findings(struct pipeline *p)
{
	const struct finding *last = NULL;

	if (p->findings.n)
		qsort(p->findings.v, p->findings.n, sizeof(*p->findings.v), finding_compare);
	vec_for_each_ptr(const struct finding, f, &p->findings) {
		if (!last || !is_repeated(last, f))
			*vec_push(p->arena, &p->report.findings) = *f;
		last = f;
	}
	fingerprint_findings(&p->report);
	ignore_apply(&p->report);
	ignore_paths(&p->report, &p->options->config);
	if (p->options->baseline)
		baseline_apply(&p->report, &p->baseline);
	/* A struct suppressed begins with its finding. */
	if (p->report.suppressed.n)
		qsort(p->report.suppressed.v, p->report.suppressed.n,
		      sizeof(*p->report.suppressed.v), finding_compare);
}

/* ---- all of it ---- */

static void begin(struct pipeline *p)
{
	struct load_request load = options_load(p->options);

	progress_begin(&p->progress, !p->options->quiet);
	strbuf_init(&p->dump, p->arena);
	load_everything(p->arena, &load, &p->catalogue, &p->kinds, &p->models);
	if (p->options->baseline)
		load_baseline_file(p->arena, &p->baseline, p->options->baseline);
	p->report.arena = p->arena;
	p->report.sources = sources_new(p->arena);
	sources_overlay(p->report.sources, p->overlay);
	p->report.catalogue = &p->catalogue;
	p->report.renamed = p->renamed;
	p->report.libclang = front_libclang_version(p->arena);
}

void pipeline_discover(struct pipeline *p)
{
	begin(p);
	skip_files(p);
	parse(p);
	dump_pass(p, DUMP_PARSE);
	dump_pass(p, DUMP_LOWER);
	link_units(p, 0);
	dump_pass(p, DUMP_CFG);
	discover(p);
	look_up(p);
	dump_pass(p, DUMP_DISCOVER);
}

void pipeline_report(struct pipeline *p)
{
	report_files(p);
	report_findings(p);
	progress_end(&p->progress);
}

void pipeline_run(struct pipeline *p)
{
	pipeline_discover(p);
	solve(p);
	judge(p);
	pipeline_report(p);
}
