/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_RULES_RULE_H
#define MIGVER_RULES_RULE_H

/*
 * A rule is one C file: a check that reads an attribute and the outcomes of
 * its handlers and says what it sees. It never sees C, IR or YAML. Texts and
 * severities are in catalogue.yaml under the same id.
 */

#include "absint/outcome.h"
#include "absint/trials.h"
#include "core/diag.h"

/** struct rule_input - everything a rule may look at. */
struct rule_input {
	const struct attribute *attr;
	const struct handler_summary *show;  /* NULL: no body to look at */
	const struct handler_summary *store; /* NULL: no body to look at */
	const struct trials *trials;	     /* NULL: none, because no rule asks for them */
	const struct handler_summary *const *composed; /* absint_compose() of both; or NULL */
	const struct attribute *twin;		       /* on the other node; NULL: there is none */
	const struct handler_summary *twin_store;      /* NULL: no body to look at */
	const struct node_pair *pair; /* both stores, given the same strings; NULL: not tried */
	const struct limits *limits;
};

/** struct rule_output - collects the verdict; the worst thing said wins. */
struct rule_output {
	struct arena *arena;
	const struct rule_info *info;
	const struct attribute *attr;
	struct obligation obligation; /* begins as proved */
	VEC(struct finding) findings;
};

struct rule {
	const char *id;
	void (*check)(struct rule_output *out, const struct rule_input *in);
};

/** rule_table - the implemented rules, by id. */
extern const struct rule rule_table[];
extern const size_t rule_count;

/**
 * rules_run - a verdict for every rule that is on, on the attribute of @in
 *
 * Rules of the catalogue without a row in rule_table get "unproved: not
 * implemented yet". Findings are appended to @findings.
 */
void rules_run(struct arena *a, const struct catalogue *c, const struct rule_input *in,
	       struct attr_report *report, finding_list *findings);

/** rules_run_driver - findings about drivers without the attribute (MV005). */
void rules_run_driver(struct arena *a, const struct catalogue *c, const struct driver_facts *d,
		      finding_list *findings);

/** rule_find - the implemented rule @id, or NULL. */
const struct rule *rule_find(const char *id);

/**
 * rules_witness - say what to write to see the findings from @first on, where one run shows it
 *
 * They are those of rules_run() on the attribute of @in.
 */
void rules_witness(struct arena *a, struct absint *x, const struct rule_input *in,
		   finding_list *findings, size_t first);

/** rule_ask_run - the verdict of @out's rule if the run of @p were all that the handler does. */
void rule_ask_run(struct rule_output *out, const struct rule_input *in, const struct probe *p);

/** witness_of - what @p wrote and what came of it, for the finding @f of that run. */
struct witness *witness_of(struct arena *a, const struct probe *p, const struct finding *f);

/**
 * rules_hunt - look for runs that break what rules_run() left unproved
 *
 * What one of them breaks gets a finding, with the string that was written as
 * its witness, and is violated in @report, which is that of rules_run() on @in.
 */
void rules_hunt(struct arena *a, struct absint *x, const struct rule_input *in,
		struct attr_report *report, finding_list *findings);

/* ---- for the checks ---- */

/** rule_violated - a finding at @loc; returns it, to add a path or lower the severity. */
struct finding *rule_violated(struct rule_output *out, struct loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void rule_unproved(struct rule_output *out, struct loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/** rule_not_applicable - unless something worse was said already. */
void rule_not_applicable(struct rule_output *out, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/** rule_path - copy the path that leads to a finding. */
void rule_path(struct rule_output *out, struct finding *f, const struct path_list *path);

/**
 * rule_handler - the summary a rule needs, or NULL after having said why there
 * is none: no handler (not applicable), no body here (unproved).
 */
const struct handler_summary *rule_handler(struct rule_output *out, const struct handler *h,
					   const struct handler_summary *s, const char *what);

/**
 * rule_each_handler - @check for show and store, whichever there are
 *
 * One that is not there has nothing to be judged; one without a body here leaves
 * the rule unproved. Not applicable if there is neither.
 */
void rule_each_handler(struct rule_output *out, const struct rule_input *in,
		       void (*check)(struct rule_output *out, const struct handler_summary *s,
				     bool is_store));

/** rule_accepting_store - store's summary, if store can succeed; else NULL after having said so. */
const struct handler_summary *rule_accepting_store(struct rule_output *out,
						   const struct rule_input *in);

/** rule_followed - say "unproved" if not every path of @s was followed. */
void rule_followed(struct rule_output *out, const struct handler_summary *s);

/** rule_quote - bytes as C would write them, in quotes. */
const char *rule_quote(struct rule_output *out, const char *bytes, size_t n);

/**
 * rule_refuted - a finding that the trial @r of store shows
 *
 * At the test that let it pass, if @by_test and that is known, else at the
 * return; with the trial's path and bytes.
 */
struct finding *rule_refuted(struct rule_output *out, const struct rule_input *in,
			     const struct trial_result *r, bool by_test, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/** rule_witness - the trial @r as a witness. */
struct witness *rule_witness(struct rule_output *out, const struct trial_result *r);

/** rule_untried - why no trial speaks about a store that no trial refutes, for "unproved". */
const char *rule_untried(const struct rule_input *in);

/** trials_accept_all - whether a version passes whichever of its characters are changed (MV203). */
bool trials_accept_all(const struct trials *t);
/** struct event_filter - events that a rule is about: a kind, and which of them. */
struct event_filter {
	enum event_kind kind;
	enum event_way { EITHER_WAY, READING, WRITING } way;
	enum event_where { ANY_PLACE, IN_USER_BUFFER, ELSEWHERE } where;
};

/**
 * rule_events - say what those events of @s that pass one of @filters mean
 *
 * One that is certain is a violation, with its path and witness; one with a
 * doubt leaves the rule unproved, and so does a handler not followed to its end.
 */
void rule_events(struct rule_output *out, const struct handler_summary *s,
		 const struct event_filter *filters, size_t n);

/**
 * outcome_returns_count - whether a store may return count on purpose here
 *
 * A constant that happens to be one of the values of count is another success (MV201).
 */
bool outcome_returns_count(const struct outcome *o);

/** outcome_succeeds - whether user space sees success: 0 or more. */
static inline bool outcome_succeeds(const struct outcome *o)
{
	return o->cls == RET_ZERO || o->cls == RET_POSITIVE;
}

/** config_switch_of - a switch that keeps code of either handler from running, or NULL. */
const struct config_switch *config_switch_of(const struct rule_input *in);

/** outcome_place - where a wrong success is reported: the return that decided its value. */
static inline struct loc outcome_place(const struct outcome *o)
{
	return o->is_tail_call ? o->origin : o->loc;
}

/** rule_doubt - why @o may not happen, or NULL; a trial of store that ended there leaves no doubt.
 */
const char *rule_doubt(const struct rule_input *in, const struct outcome *o);

/** rule_check_zero - a success of 0 is wrong: @why. Returns the finding, or NULL. */
struct finding *rule_check_zero(struct rule_output *out, const struct rule_input *in,
				const struct outcome *o, const char *why);

/** rule_check_errnos - what MV105 and MV202 demand of every failing outcome. */
void rule_check_errnos(struct rule_output *out, const struct rule_input *in,
		       const struct handler_summary *s);

/**
 * rule_check_unchanged - @when ("a refused write") changes no state of the driver
 *
 * @by_input: only changes are meant that come after the written bytes were
 * looked at, not a cache that is filled for whoever asks.
 */
void rule_check_unchanged(struct rule_output *out, const struct outcome *o, const char *when,
			  bool by_input);

/** outcomes_exclude - whether no state of the driver lets show end in @a and store in @b. */
bool outcomes_exclude(const struct outcome *a, const struct outcome *b);

/** outcome_is_transient - memory ran out, or a signal came: says nothing about the driver. */
bool outcome_is_transient(const struct outcome *o);

/** summary_can_succeed - whether any outcome, even a doubtful one, is a success. */
bool summary_can_succeed(const struct handler_summary *s);

#endif
