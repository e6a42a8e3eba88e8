// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/identity.h"
#include "absint/absint.h"
#include "absint/bytes.h"
#include "absint/engine.h"
#include "absint/given.h"
#include "absint/heads.h"
#include "absint/kept_limit.h"
#include "absint/lacking.h"
#include "absint/later.h"
#include "absint/numbers.h"
#include "absint/reads.h"
#include "absint/trial.h"
#include "absint/watch.h"

/* Generous for handlers, which are small; reached by state machines and generated code. */
#define MAX_INSNS	     60000
#define MAX_SYMBOLS	     200000
#define MAX_EVALS	     5000000
#define MAX_ALL_EVALS	     50000000 /* of all handlers together; ... */
#define FEW_EVALS	     1000000  /* those that come then get no more */
#define MAX_FRAMES	     24
#define MAX_TRIAL_FRAMES     120
#define MAX_COMPOSED	     4	     /* outcomes of show whose text is given to store */
#define MAX_TRIAL	     60000   /* instructions of a run with constant inputs ... */
#define MAX_ALL_TRIALS	     2000000 /* ... until all of them together had so many; then */
#define MAX_LATE_TRIAL	     8000
#define MAX_WATCHED	     8000   /* ... of a run that is about what the driver stores */
#define MAX_WATCHED_COARSELY 50000  /* ... and of a second one, if it was not enough */
#define MAX_AT_LIMIT	     180000 /* ... of one with a number at its limit: its loops are long */
#define MAX_LIMITS	     4	    /* numbers that are tried at theirs */

struct absint {
	struct arena *arena;
	uint64_t evals;	      /* of all runs so far */
	uint64_t trial_insns; /* of all trials so far */
	const struct program *prog;
	const struct models *models;
	const struct limits *limits;
	const struct prepared *prepared;
	struct reads *reads;
	const struct absences *absences;
	struct heads *heads;
	struct visible *visible;
	struct lackings *lackings;
	struct later *later;
	struct kept_limits *kept_limits;
	struct strbuf *dump;
	VEC(struct setting *) settings; /* by driver; NULL until needed */
};

struct absint *absint_new(struct arena *a, const struct program *p, const struct callees *handlers,
			  const struct models *m, const struct limits *l, struct strbuf *dump)
{
	struct absint *x = arena_new_of(a, struct absint);
	struct numbers *numbers = numbers_scan(a, p, m);
	struct targets *targets = targets_find(a, p);

	*x = (struct absint){ .arena = a,
			      .prog = p,
			      .models = m,
			      .limits = l,
			      .prepared = prepare_program(a, p, m),
			      .reads = reads_new(a, p, m),
			      .absences = absences_find(a, p, handlers),
			      .heads = heads_find(a, p, handlers),
			      .dump = dump };
	x->visible = visible_find(a, p, x->prepared);
	x->lackings = lackings_find(a, p, x->prepared, targets);
	x->later = later_new(a, p, numbers, targets);
	x->kept_limits = kept_limits_new(a, x, numbers);
	return x;
}

static void engine_init(struct engine *e, struct absint *x, struct handler_summary *s)
{
	*e = (struct engine){ .arena = arena_new(),
			      .out = x->arena,
			      .prog = x->prog,
			      .models = x->models,
			      .limits = x->limits,
			      .prepared = x->prepared,
			      .reads = x->reads,
			      .absences = x->absences,
			      .heads = x->heads,
			      .visible = x->visible,
			      .lackings = x->lackings,
			      .later = x->later,
			      .kept_limits = x->kept_limits,
			      .summary = s,
			      .budget = { .max_insns = MAX_INSNS,
					  .max_symbols = MAX_SYMBOLS,
					  .max_evals =
						  x->evals > MAX_ALL_EVALS ? FEW_EVALS : MAX_EVALS,
					  .max_depth = MAX_FRAMES } };
	symtab_init(&e->syms, e->arena);
	e->region_by_key = map_new(e->arena);
	(void)vec_push(e->arena, &e->regions);
}

/* A pointer that the kernel hands to a handler: valid, its object made elsewhere. */
static struct aval kernel_object(struct engine *e, const struct ir_local *l, uint64_t identity)
{
	struct aval v;
	struct sym_spec spec = { .range = range_of(4096, ((wide)1 << 64) - 4097),
				 .what = l->name,
				 .deps = DEP_ADDRESS };

	v = sym_fresh(&e->syms, &spec);
	sym_get(&e->syms, v.sym)->identity = identity;
	sym_get(&e->syms, v.sym)->is_argument = true;
	return v;
}

static struct aval page_buffer(struct engine *e)
{
	struct region r = { .kind = REGION_PAGE,
			    .fill = FILL_ZERO,
			    .name = "the page of show",
			    .size = value_const(e->limits->page_size),
			    .size_known = true };

	e->page = region_new(e, &r);
	return value_address(e->page, 0);
}

static struct aval user_count(struct engine *e)
{
	struct sym_spec spec = { .range = range_of(1, e->limits->page_size),
				 .deps = DEP_COUNT,
				 .what = "count" };

	e->count = e->given ? given_count(e) : sym_fresh(&e->syms, &spec);
	if (!e->given)
		sym_get(&e->syms, e->count.sym)->identity = identity_of_count();
	e->has_count = true;
	return e->count;
}

static struct aval user_buffer(struct engine *e)
{
	struct region r = { .kind = REGION_USER,
			    .fill = FILL_UNKNOWN,
			    .name = "the written bytes",
			    .size = value_add(&e->syms, e->count, value_const(1)),
			    .size_known = true };

	e->user = region_new(e, &r);
	return value_address(e->user, 0);
}

/* store with the bytes of a trial */
static void constant_args(struct engine *e, struct aval *buf, struct aval *count)
{
	e->count = value_const((wide)e->trial->ninput);
	e->has_count = true;
	*count = e->count;
	*buf = user_buffer(e);
}

/* Whether the parameter @l is of the type of the attributes that the handler is for. */
static bool is_attribute(const struct engine *e, const struct ir_unit *u, const struct ir_local *l)
{
	const struct ir_ctype *t = l->ctype >= 0 ? &u->ctypes.v[l->ctype] : NULL;

	t = t && t->kind == CT_POINTER && t->elem >= 0 ? &u->ctypes.v[t->elem] : NULL;
	return t && t->name && e->summary->handler->owner &&
	       !strcmp(t->name, e->summary->handler->owner);
}

/* The buffer is show's last parameter, and store's last but one. */
static struct aval *handler_args(struct engine *e, const struct ir_unit *u, const struct ir_func *f,
				 bool is_store)
{
	struct aval *args = arena_array(e->arena, f->nparams + 1, sizeof(*args));
	size_t given = is_store ? 2 : 1;

	for (size_t i = 0; i + given < f->nparams; i++) {
		args[i] = e->trial ? trial_argument(e, f->locals.v[i].name)
				   : kernel_object(e, &f->locals.v[i],
						   identity_of_param(u, f, i,
								     e->summary->handler->node));
		if (is_attribute(e, u, &f->locals.v[i]))
			e->own_attr = args[i];
	}
	if (f->nparams < given)
		return args;
	if (is_store && e->trial) {
		constant_args(e, &args[f->nparams - 2], &args[f->nparams - 1]);
	} else if (is_store) {
		args[f->nparams - 1] = user_count(e);
		args[f->nparams - 2] = user_buffer(e);
	} else {
		args[f->nparams - 1] = page_buffer(e);
	}
	return args;
}

/* ---- --dump solve ---- */

static void dump_range(struct strbuf *b, const char *name, const struct range *r)
{
	char lo[WIDE_CHARS], hi[WIDE_CHARS];

	strbuf_addf(b, " %s", name);
	for (size_t i = 0; i < r->n; i++) {
		const struct interval *p = &r->part[i];

		strbuf_addf(b, "%c%s..%s", i ? ',' : ' ',
			    p->lo <= WIDE_MIN ? "-inf" : wide_format(p->lo, lo),
			    p->hi >= WIDE_MAX ? "inf" : wide_format(p->hi, hi));
	}
}

static void dump_input(struct strbuf *b, const struct outcome_input *in)
{
	static const char *const extents[] = { "nothing", "fixed-prefix", "user-prefix", "whole" };
	static const char *const views[] = { "sensitive", "ignored", "seen", "absent" };

	strbuf_addf(b, " text %s newline %s%s", extents[in->extent], views[in->newline],
		    in->sees_nul ? " nul" : "");
	if (in->doubt)
		strbuf_addf(b, " (%u:%u %s)", in->doubt_loc.line, in->doubt_loc.col, in->doubt);
}

static void dump_shown(struct strbuf *b, const struct outcome *o)
{
	static const char *const traits[] = {
#define NAME(id, text) [TEXT_##id] = text,
		TEXT_TRAITS(NAME)
#undef NAME
	};
	bool is_first = true;

	for (int i = 0; i < TEXT_TRAIT_NR; i++) {
		if (!o->shown[i].what)
			continue;
		strbuf_addf(b, "%s %s%s", is_first ? " text" : "", traits[i],
			    o->shown[i].doubt ? "?" : "");
		is_first = false;
	}
}

/* The texts that decide MV301: what show printed, what store refused. */
static void dump_spelling(struct strbuf *b, const struct outcome *o)
{
	if (o->spelling.is_known)
		strbuf_addf(b, " spelled %08x",
			    (unsigned int)(spelling_bare(o->spelling).hash >> 32));
	vec_for_each_ptr(const struct refusal_list, w, &o->ways)
		vec_for_each_ptr(const struct refusal, r, &w->reasons)
			if (r->text.is_known)
				strbuf_addf(b, " not %08x", (unsigned int)(r->text.hash >> 32));
}

static void dump_outcome(struct strbuf *b, const struct outcome *o, bool is_store)
{
	static const char *const classes[] = { "errno", "internal", "wild", "zero", "positive" };

	strbuf_addf(b, "  %u:%u %s", o->loc.line, o->loc.col, classes[o->cls]);
	dump_range(b, "returns", &o->ret);
	if (is_store) {
		dump_range(b, "minus-count", &o->minus_count);
		strbuf_addf(b, " byte-tests %u count-tests %u", o->bytes_tests, o->count_tests);
		dump_input(b, &o->input);
	} else {
		dump_range(b, "written", &o->written);
		dump_range(b, "minus-written", &o->minus_written);
		dump_shown(b, o);
	}
	vec_for_each_ptr(const struct outcome_failure, f, &o->failures)
		strbuf_addf(b, " failed %s%s%s%s", f->callee, f->tested.path ? " tested" : "",
			    f->is_deliberate ? " deliberate" : "",
			    f->is_answered ? " answered" : "");
	dump_spelling(b, o);
	facts_dump(b, &o->facts);
	if (o->doubt)
		strbuf_addf(b, " doubt \"%s\"", o->doubt);
	strbuf_addc(b, '\n');
}

static void dump_event(struct strbuf *b, const struct event *ev)
{
	strbuf_addf(b, "  event %u:%u %s %s%s \"%s\"", ev->loc.line, ev->loc.col,
		    event_kind_name(ev->kind), place_kind_name(ev->place),
		    ev->is_write ? " write" : "", ev->message);
	if (ev->doubt)
		strbuf_addf(b, " doubt \"%s\"", ev->doubt);
	strbuf_addc(b, '\n');
}

static void dump_summary(struct strbuf *b, const struct handler_summary *s, bool is_store)
{
	strbuf_addf(b, "%s %s\n", is_store ? "store" : "show", s->handler->name);
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		dump_outcome(b, o, is_store);
	vec_for_each_ptr(const struct event, ev, &s->events)
		dump_event(b, ev);
	vec_for_each_ptr(const struct config_switch, c, &s->switches)
		strbuf_addf(b, "  switch %u:%u \"%s\"\n", c->loc.line, c->loc.col, c->text);
	if (s->incomplete)
		strbuf_addf(b, "  incomplete \"%s\"\n", s->incomplete);
}

static void run_handler(struct engine *e, const struct handler *h, bool is_store, exit_list *exits)
{
	struct func_id id = { e->prog->units.v[h->unit], NULL };
	struct state *s = state_new(e->arena);

	id.func = &id.unit->funcs.v[h->func];
	e->summary->handler = h;
	summary_add_losses(e, s, id.func);
	run_function(e, id, handler_args(e, id.unit, id.func, is_store), id.func->nparams, s,
		     h->def, exits);
	summarise(e, exits);
}

/* What is solved. */
enum solve_kind {
	SOLVE_PLAIN,
	SOLVE_WAYS,  /* with ways kept apart */
	SOLVE_GIVEN, /* ... and with a text that show printed */
};

/* How a handler is run, as struct engine says. */
struct way {
	bool keeps_ways, is_coarse;
	struct given *given;
};

/* What a run finds is added to @s; false if it gave up. */
static bool solve_into(struct absint *x, struct handler_summary *s, const struct handler *h,
		       bool is_store, const struct way *how)
{
	exit_list exits = { 0 };
	struct engine e;

	engine_init(&e, x, s);
	e.keeps_ways = how->keeps_ways;
	e.given = how->given;
	e.is_coarse = how->is_coarse;
	run_handler(&e, h, is_store, &exits);
	x->evals += e.budget.evals;
	arena_drop(e.arena);
	return !e.budget.is_spent;
}

static bool has_outcome(const struct handler_summary *s, const struct outcome *like)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (!o->doubt && o->cls == like->cls && range_equal(&o->ret, &like->ret) &&
		    loc_compare(&o->loc, &like->loc) == 0)
			return true;
	return false;
}

/*
 * Where there are too many paths to follow each, a second run merges them early. What
 * the first one has seen did happen, and stays if the second can't tell it.
 */
static void solve_coarsely(struct absint *x, struct handler_summary *s, const struct handler *h,
			   bool is_store)
{
	struct handler_summary seen = *s;

	memset(&s->outcomes, 0, sizeof(s->outcomes));
	s->incomplete = NULL;
	(void)solve_into(x, s, h, is_store, &(struct way){ .is_coarse = true });
	vec_for_each_ptr(const struct outcome, o, &seen.outcomes)
		if (!o->doubt && !has_outcome(s, o))
			*vec_push(x->arena, &s->outcomes) = *o;
}

static struct handler_summary *solve(struct absint *x, const struct handler *h, bool is_store,
				     enum solve_kind kind, struct given *given)
{
	struct handler_summary *s = arena_new_of(x->arena, struct handler_summary);
	const struct way how = { .keeps_ways = kind != SOLVE_PLAIN, .given = given };

	if (!solve_into(x, s, h, is_store, &how) && kind == SOLVE_PLAIN)
		solve_coarsely(x, s, h, is_store);
	return s;
}

/* ---- a number at its limit ---- */

static struct event *doubtful_access(struct handler_summary *s, const struct event *like)
{
	vec_for_each_ptr(struct event, ev, &s->events)
		if (ev->kind == EVENT_OUT_OF_BOUNDS && ev->doubt &&
		    (!like ||
		     (like->kind == ev->kind && like->place == ev->place &&
		      like->is_write == ev->is_write && loc_compare(&like->loc, &ev->loc) == 0)))
			return ev;
	return NULL;
}

static bool fills_page(const struct absint *x, const struct outcome *o)
{
	return (o->cls == RET_ZERO || o->cls == RET_POSITIVE) && !range_is_empty(&o->written) &&
	       range_max(&o->written) >= x->limits->page_size;
}

static bool may_fill_page(const struct absint *x, const struct handler_summary *s)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (fills_page(x, o))
			return true;
	return false;
}

static const char *told_limit(struct absint *x, const struct number_limit *l)
{
	char most[WIDE_CHARS];

	return arena_printf(x->arena, "when '%s' is %s: line %u lets it be", l->name,
			    wide_format(range_max(&l->range), most), l->loc.line);
}

/* Then the text that is too long is that finding's. */
static bool has_overflow(const struct handler_summary *s)
{
	vec_for_each_ptr(const struct event, ev, &s->events)
		if (ev->kind == EVENT_OUT_OF_BOUNDS && ev->is_write && !ev->doubt)
			return true;
	return false;
}

static void keep_overlong(struct absint *x, struct handler_summary *plain,
			  const struct handler_summary *s, const struct number_limit *l)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (!plain->overlong.when && fills_page(x, o) && !o->doubt && !o->written_doubt &&
		    range_min(&o->written) >= x->limits->page_size) {
			plain->overlong.when = told_limit(x, l);
			plain->overlong.outcome = *o;
		}
}

/*
 * Runs @h once more with one of the numbers that the driver keeps at its greatest, which it
 * counts with: what certainly goes wrong then is no longer in doubt.
 */
static void try_limit(struct absint *x, const struct handler *h, bool is_store,
		      struct handler_summary *plain, const struct number_limit *l)
{
	struct handler_summary s = { 0 };
	exit_list exits = { 0 };
	struct engine e;

	engine_init(&e, x, &s);
	e.at_limit = l;
	e.budget.max_insns = MAX_AT_LIMIT;
	run_handler(&e, h, is_store, &exits);
	x->evals += e.budget.evals;
	if (!is_store && !has_overflow(&s))
		keep_overlong(x, plain, &s, l);
	vec_for_each_ptr(struct event, ev, &s.events) {
		struct event *old = ev->doubt ? NULL : doubtful_access(plain, ev);

		if (!old)
			continue;
		/* what goes wrong later may follow from it */
		*old = *ev;
		old->message = arena_printf(x->arena, "%s, %s", ev->message, told_limit(x, l));
		break;
	}
	arena_drop(e.arena);
}

static struct handler_summary *solve_plainly(struct absint *x, const struct handler *h,
					     bool is_store)
{
	struct handler_summary *s = solve(x, h, is_store, SOLVE_PLAIN, NULL);

	for (size_t i = 0; i < s->limits.n && i < MAX_LIMITS; i++)
		if (doubtful_access(s, NULL) ||
		    (!is_store && !s->overlong.when && may_fill_page(x, s)))
			try_limit(x, h, is_store, s, s->limits.v[i]);
	if (x->dump)
		dump_summary(x->dump, s, is_store);
	return s;
}

struct handler_summary *absint_show(struct absint *x, const struct handler *h)
{
	return solve_plainly(x, h, false);
}

struct handler_summary *absint_store(struct absint *x, const struct handler *h)
{
	return solve_plainly(x, h, true);
}

const struct handler_summary **absint_compose(struct absint *x, const struct handler_summary *show,
					      const struct handler *store)
{
	const struct handler_summary **all =
		arena_array(x->arena, show->outcomes.n + 1, sizeof(*all));
	size_t runs = 0;

	for (size_t i = 0; i < show->outcomes.n && runs < MAX_COMPOSED; i++) {
		const struct outcome *shown = &show->outcomes.v[i];
		struct given *g = shown->cls == RET_POSITIVE ? given_new(x->arena, shown) : NULL;

		if (!g)
			continue;
		all[i] = solve(x, store, true, SOLVE_GIVEN, g);
		runs++;
	}
	return all;
}

struct handler_summary *absint_store_ways(struct absint *x, const struct handler *h)
{
	return solve(x, h, true, SOLVE_WAYS, NULL);
}

/* ---- what the driver stores ---- */

static struct aval unknown_argument(struct engine *e, const struct ir_unit *u,
				    const struct ir_local *l)
{
	struct sym_spec spec = { .range = type_range(param_type(u, l)),
				 .doubt = "an argument of any value",
				 .what = l->name };

	return sym_anything(&e->syms, &spec);
}

static size_t unit_number(const struct program *p, const struct ir_unit *u)
{
	size_t i = 0;

	while (i < p->units.n && p->units.v[i] != u)
		i++;
	return i;
}

/* An errno: what the function made is gone, or nobody's. */
static bool is_failure(struct engine *e, const struct exit_state *x)
{
	struct range r = eval(e, x->state, x->value);

	return !x->value.region && !range_is_empty(&r) && range_max(&r) < 0;
}

/* Returns false if it gave up. */
static bool watch_once(struct absint *x, struct func_id id, struct watch *w, bool is_coarse)
{
	struct handler self = { .name = id.func->name, .unit = unit_number(x->prog, id.unit) };
	struct handler_summary s = { .handler = &self };
	struct aval *args;
	exit_list exits = { 0 };
	struct engine e;

	engine_init(&e, x, &s);
	e.out = e.arena;
	e.watch = w;
	e.is_coarse = is_coarse;
	e.budget.max_insns = is_coarse ? MAX_WATCHED_COARSELY : MAX_WATCHED;
	args = arena_array(e.arena, id.func->nparams + 1, sizeof(*args));
	for (size_t i = 0; i < id.func->nparams; i++)
		args[i] = unknown_argument(&e, id.unit, &id.func->locals.v[i]);
	run_function(&e, id, args, id.func->nparams, state_new(e.arena), id.func->loc, &exits);
	vec_for_each_ptr(const struct exit_state, end, &exits)
		if (end->state->is_exposed || !is_failure(&e, end))
			watch_expose(&e, end->state);
	arena_drop(e.arena);
	return !e.budget.is_spent;
}

void absint_watch(struct absint *x, struct func_id id, struct watch *w)
{
	struct watch fine = *w, coarse = *w;

	if (watch_once(x, id, &fine, false)) {
		*w = fine;
		return;
	}
	coarse.gave_up |= !watch_once(x, id, &coarse, true);
	*w = coarse;
}

/* ---- trials ---- */

struct arena *absint_arena(const struct absint *x)
{
	return x->arena;
}

const struct program *absint_program(const struct absint *x)
{
	return x->prog;
}

/* One for all nodes of a driver, so that they can be compared. */
struct setting *absint_setting(struct absint *x, size_t driver)
{
	while (x->settings.n <= driver)
		*vec_push(x->arena, &x->settings) = NULL;
	if (!x->settings.v[driver])
		x->settings.v[driver] = setting_new(x->arena);
	return x->settings.v[driver];
}

bool absint_always_has(const struct absint *x, const struct handler *h, const char *member)
{
	size_t driver = program_driver(x->prog, x->prog->units.v[h->unit]);
	struct lacking l;

	return prepare_bound(x->prepared, member) &&
	       !lacking_in_any_table(x->lackings, driver, member, &l) &&
	       !lacking_in_code(x->lackings, driver, member, &l);
}

/* What a reader of the file gets of the page. */
static void read_page(struct engine *e, const exit_list *exits)
{
	struct trial *t = e->trial;
	const struct exit_state *only = &exits->v[0];
	const char *text;

	if (exits->n != 1 || !value_is_const(only->value) || only->value.k <= 0 ||
	    only->value.k > e->limits->page_size)
		return;
	t->nshown = (size_t)only->value.k;
	text = bytes_exactly(e, only->state, value_address(e->page, 0), t->nshown);
	t->shown = text ? arena_strndup(e->out, text, t->nshown) : NULL;
}

struct handler_summary *absint_try(struct absint *x, const struct handler *h, bool is_store,
				   struct trial *t)
{
	struct handler_summary *s = arena_new_of(x->arena, struct handler_summary);
	exit_list exits = { 0 };
	struct engine e;

	engine_init(&e, x, s);
	e.trial = t;
	e.budget.max_insns = x->trial_insns < MAX_ALL_TRIALS ? MAX_TRIAL : MAX_LATE_TRIAL;
	e.budget.max_depth = MAX_TRIAL_FRAMES;
	run_handler(&e, h, is_store, &exits);
	if (e.page && exits.n)
		read_page(&e, &exits);
	x->trial_insns += e.budget.insns;
	arena_drop(e.arena);
	return s;
}
