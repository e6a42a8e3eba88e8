// SPDX-License-Identifier: MIT
#include "oracle.h"

#include "plain.h"

/*
 * Rows of AT_FAULT have no function: faults.c tells which rule a
 * fault breaks, by what was running and which memory it was.
 */
const struct oracle oracles[] = {
	/* First of its kind: the others compare answers, and must know if there is only one. */
	{ "MV209", "the same write again", AT_INPUT, ON_ANY, .judge = judge_repeat },
	{ "MV001", "mode bits, and that both handlers are there", AT_LOAD,
	  .judge = judge_read_write },
	{ "MV002", "the files that lint expects are in the tree", AT_LOAD, .judge = NULL },
	{ "MV003", "mode bits", AT_LOAD, .judge = judge_mode },
	{ "MV005", "show and store fail whatever is tried", AT_COUNTS, .judge = judge_optional },
	{ "MV101", "the bytes of every show", AT_SHOW, .judge = judge_ascii },
	{ "MV102", "the length of every show", AT_SHOW, .judge = judge_length },
	{ "MV103", "the pages around the one shown into", AT_SHOW, .judge = judge_edges },
	{ "MV103", "writes outside the page", AT_FAULT, .judge = NULL },
	{ "MV104", "the value returned, against the bytes written", AT_SHOW,
	  .judge = judge_show_return },
	{ "MV105", "the errno of a failing show", AT_SHOW, .only = ODD_RETURN,
	  .judge = judge_errno },
	{ "MV106", "newlines and NULs in every show", AT_SHOW, .judge = judge_line },
	{ "MV107", "shows with other clocks, random numbers and stale memory", AT_LOOK,
	  .judge = judge_stable },
	{ "MV108", "the driver's state after a show", AT_LOOK, .judge = judge_show_pure },
	{ "MV108", "the driver's state after the first show", AT_FIRST_SHOW,
	  .judge = judge_show_pure },
	{ "MV109", "faults of show", AT_FAULT, .judge = NULL },
	{ "MV109", "show without driver data", AT_LOOK, .judge = judge_show_absent },
	{ "MV201", "the value returned", AT_STORE, .only = ODD_RETURN,
	  .judge = judge_store_return },
	{ "MV202", "the errno of a refusal", AT_STORE, .only = ODD_RETURN, .judge = judge_errno },
	{ "MV203", "whether any string is refused", AT_COUNTS, .judge = judge_rejects },
	{ "MV203", "an accepted string with a byte changed", AT_INPUT, ON_ACCEPTED, 8,
	  .compares = true, .judge = judge_discerns },
	{ "MV204", "whether any string is accepted", AT_COUNTS, .judge = judge_accepts },
	{ "MV205", "faults of store", AT_FAULT, .judge = NULL },
	{ "MV206", "the string with and without its newline", AT_INPUT, ON_ANY, .compares = true,
	  .judge = judge_newline },
	{ "MV207", "what an accepted string begins with", AT_INPUT, ON_ACCEPTED, 8,
	  .compares = true, .judge = judge_prefix },
	{ "MV207", "an accepted string with more behind it", AT_INPUT, ON_ACCEPTED, 8,
	  .compares = true, .judge = judge_tail },
	{ "MV208", "the buffer after the call", AT_STORE, .only = BUFFER_CHANGED,
	  .judge = judge_const },
	{ "MV208", "writes into the buffer, uses of an earlier one", AT_FAULT, .judge = NULL },
	{ "MV208", "pointers to the buffer in the driver's state", AT_INPUT, ON_ANY, 64,
	  .judge = judge_kept_pointer },
	{ "MV209", "the driver's state after a write", AT_INPUT, ON_ANY, 8, .judge = judge_pure },
	{ "MV210", "the log after a refusal", AT_STORE, .judge = judge_diagnoses },
	{ "MV211", "every line of the log", AT_STORE, .only = LOGGED, .judge = judge_log },
	{ "MV212", "stores over differently filled memory", AT_INPUT, ON_ANY, 16, .compares = true,
	  .judge = judge_fill },
	{ "MV212", "beginnings of its own version, over differently filled memory", AT_LOOK,
	  .compares = true, .judge = judge_short_fill },
	{ "MV214", "an accepted string, a NUL, and more", AT_INPUT, ON_ACCEPTED, 8,
	  .compares = true, .judge = judge_nul },
	{ "MV215", "arithmetic of store", AT_FAULT, .judge = NULL },
	{ "MV216", "the driver's state after a refusal", AT_INPUT, ON_REFUSED, 8,
	  .judge = judge_atomic },
	{ "MV301", "what show printed, written back", AT_LOOK, .compares = true,
	  .judge = judge_roundtrip },
	{ "MV302", "show, after an accepted write", AT_INPUT, ON_ACCEPTED, .judge = judge_support },
	{ "MV303", "the other node's answer to the same string", AT_INPUT, ON_ANY, 4,
	  .compares = true, .judge = judge_nodes },
	{ "MV401", "locks, contexts and lost memory after every call", AT_SHOW, .only = UNBALANCED,
	  .judge = judge_balance },
	{ "MV401", "locks, contexts and lost memory after every call", AT_STORE, .only = UNBALANCED,
	  .judge = judge_balance },
	{ "MV401", "references after the same write again", AT_INPUT, ON_ANY,
	  .judge = judge_growth },
	{ "MV401", "what krt complains of in show", AT_SHOW, .only = COMPLAINED_OF,
	  .judge = judge_violations },
	{ "MV401", "what krt complains of in store", AT_STORE, .only = COMPLAINED_OF,
	  .judge = judge_violations },
	{ "MV401", "interrupted waits", AT_INPUT, ON_ANY, 128, .judge = judge_signal },
	{ "MV402", "every allocation of a show fails once", AT_LOOK, .judge = judge_show_alloc },
	{ "MV402", "every allocation of a store fails once", AT_INPUT, ON_ANY,
	  .judge = judge_alloc },
	{ "MV403", "faults of store by pointers", AT_FAULT, .judge = NULL },
	{ "MV403", "store without driver data", AT_INPUT, ON_ANY, 128,
	  .judge = judge_store_absent },
};

const unsigned oracle_count = sizeof(oracles) / sizeof(*oracles);
_Static_assert(sizeof(oracles) / sizeof(*oracles) <= MAX_ORACLES, "MAX_ORACLES");

/* Inputs of a node's first accepted ones that every row looks at. */
#define FIRST_ACCEPTED 16

static bool is_due(const struct fuzz *f, const struct oracle *o, const struct node *n,
		   const struct call *c)
{
	if (o->at != AT_INPUT)
		return true;
	if (c->ended || !(o->on & (is_accepted(c) ? ON_ACCEPTED : ON_REFUSED)))
		return false;
	if (!o->every || f->is_thorough || !(f->input_hash & (o->every - 1)))
		return true;
	return is_accepted(c) && n->accepted <= FIRST_ACCEPTED;
}

/* Rows of @at, found once: most calls are judged by a few of the many. */
static const unsigned char *rows_at(struct fuzz *f, enum oracle_at at, unsigned *n)
{
	struct moments *m = &f->moments;

	_Static_assert(AT_MOMENTS <= MAX_MOMENTS, "MAX_MOMENTS");
	for (unsigned i = 0; i < oracle_count && !m->is_ready; i++)
		if (oracles[i].judge)
			m->rows[oracles[i].at][m->n[oracles[i].at]++] = (unsigned char)i;
	m->is_ready = true;
	*n = m->n[at];
	return m->rows[at];
}

/* A bare -1 may be meant as none, and from 512 on they are the kernel's own. */
#define FIRST_ERRNO 2
#define LAST_ERRNO  511

static bool is_odd(const struct call *c)
{
	return c->ret != (long)c->len && (c->ret > -FIRST_ERRNO || c->ret < -LAST_ERRNO);
}

/* Most calls do nothing of the kind, and most rows needn't be asked. */
static unsigned deeds(const struct call *c)
{
	const struct krt_ledger *before = &c->before, *after = &c->after;
	bool unbalanced =
		after->locks_held | after->rcu_depth | after->irq_off | after->preempt_off;

	unbalanced |= after->live_allocs > before->live_allocs;
	return (is_odd(c) ? ODD_RETURN : 0) | (c->was_changed ? BUFFER_CHANGED : 0) |
	       (after->log_seq != before->log_seq ? LOGGED : 0) | (unbalanced ? UNBALANCED : 0) |
	       (after->violations != before->violations ? COMPLAINED_OF : 0);
}

void oracles_ask(struct fuzz *f, enum oracle_at at, struct node *n, const struct call *c)
{
	unsigned count, done = at == AT_SHOW || at == AT_STORE ? deeds(c) : 0;
	const unsigned char *rows = rows_at(f, at, &count);

	for (unsigned k = 0; k < count; k++) {
		unsigned i = rows[k];
		const struct oracle *o = &oracles[i];

		if (n->is_off[i] || !is_due(f, o, n, c))
			continue;
		if (o->compares && n->is_fickle) {
			oracle_off(f, o->rule, n, "the same write is not always answered alike");
			continue;
		}
		f->judged[i]++;
		if (!o->only || o->only & done)
			o->judge(f, n, c);
	}
}

static void send_off(struct fuzz *f, const char *rule, const struct node *n, const char *reason)
{
	char buf[2048];
	struct text line = text_over(buf, sizeof(buf));

	text_add(&line, "{");
	event_text(&line, "event", "off");
	event_text(&line, "rule", rule);
	event_text(&line, "attribute", n ? n->attr->path : "");
	event_text(&line, "reason", reason);
	text_add(&line, "}");
	events_send(&f->events, &line);
}

static void node_off(struct node *n, const char *rule, bool *is_new)
{
	for (unsigned i = 0; i < oracle_count; i++)
		if (plain_same(oracles[i].rule, rule)) {
			*is_new |= !n->is_off[i];
			n->is_off[i] = true;
		}
}

void oracle_off(struct fuzz *f, const char *rule, struct node *n, const char *reason)
{
	bool is_new = false;

	if (n)
		node_off(n, rule, &is_new);
	for (unsigned i = 0; !n && i < f->n_nodes; i++)
		node_off(&f->nodes[i], rule, &is_new);
	if (is_new)
		send_off(f, rule, n, reason);
}

bool oracle_is_off(const struct fuzz *f, const char *rule, const struct node *n)
{
	for (unsigned i = 0; n && i < oracle_count; i++)
		if (plain_same(oracles[i].rule, rule))
			return n->is_off[i];
	return options_has(&f->options.off, rule);
}
