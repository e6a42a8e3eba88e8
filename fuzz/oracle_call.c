// SPDX-License-Identifier: MIT
/* Oracles of any call: its errno, its balance, and what krt complained of. */
#include <stdio.h>
#include <string.h>

#include "oracle.h"
#include "text.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

/* include/linux/errno.h: 512 to 530 must never reach user space; the first five restart a call. */
#define INTERNAL_FIRST 512
#define INTERNAL_LAST  530
#define RESTART_LAST   516
#define MAX_ERRNO      4095

static const char *internal_name(long code)
{
	static const char *const names[] = {
		"ERESTARTSYS",
		"ERESTARTNOINTR",
		"ERESTARTNOHAND",
		"ENOIOCTLCMD",
		"ERESTART_RESTARTBLOCK",
		"EPROBE_DEFER",
		"EOPENSTALE",
		"ENOPARAM",
		NULL,
		"EBADHANDLE",
		"ENOTSYNC",
		"EBADCOOKIE",
		"ENOTSUPP",
		"ETOOSMALL",
		"ESERVERFAULT",
		"EBADTYPE",
		"EJUKEBOX",
		"EIOCBQUEUED",
		"ERECALLCONFLICT",
	};
	const char *name = names[code - INTERNAL_FIRST];

	return name ? name : "an internal code";
}

static struct claim claim_of(struct node *n, const struct call *c, const char *show_rule,
			     const char *store_rule)
{
	struct claim x = { .node = n, .call = c };

	x.rule = c->kind == CALL_SHOW ? show_rule : store_rule;
	if (c->kind == CALL_STORE)
		x.evidence[x.n_evidence++] = evidence_of(c);
	return x;
}

/* A bare -1 looks like -EPERM here: lint tells them apart, where it was asked. */
static void judge_bare(struct fuzz *f, struct claim *x)
{
	char mild[16];

	snprintf(mild, sizeof(mild), "%s-", x->rule);
	x->is_mild = true;
	if (options_has(&f->options.by_lint, mild))
		claim(f, x, "returns -1, which is -EPERM: a reason that nobody chose");
}

void judge_errno(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = claim_of(n, c, "MV105", "MV202");

	if (!c->ended && c->ret == -1)
		judge_bare(f, &x);
	if (c->ended || c->ret >= -(INTERNAL_FIRST - 1))
		return;
	if (c->ret >= -RESTART_LAST && c->with & WITH_SIGNAL)
		return; /* straight after a wait that a signal ended: the right idiom */
	if (c->ret >= -INTERNAL_LAST)
		claim(f, &x,
		      "returns -%s (%ld), which is internal to the kernel: user space gets an "
		      "unknown error",
		      internal_name(-c->ret), c->ret);
	else if (c->ret < -MAX_ERRNO)
		claim(f, &x, "returns %ld, which is no errno", c->ret);
}

/* ---- balance ---- */

static void blame_pc(struct fuzz *f, const void *pc, struct claim *x)
{
	struct place place;

	if (pc && places_driver(&f->places, (const char *)pc - 1, &place))
		x->place = place;
}

static void judge_locks(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = claim_of(n, c, "MV401", "MV401");
	const struct krt_held_lock *lock = krt_held_lock(0);

	if (!lock)
		return;
	blame_pc(f, lock->pc, &x);
	claim(f, &x, "%s returns with a %s held that was taken here",
	      c->kind == CALL_SHOW ? "show" : "store", lock->kind);
}

static void judge_context(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = claim_of(n, c, "MV401", "MV401");
	const char *what = NULL;

	if (c->after.rcu_depth)
		what = "inside an RCU read-side section";
	else if (c->after.irq_off && !c->after.locks_held)
		what = "with interrupts disabled";
	else if (c->after.preempt_off && !c->after.locks_held)
		what = "with preemption disabled";
	if (what)
		claim(f, &x, "returns %s", what);
}

static bool is_reachable(const struct krt_block *b)
{
	const char *start = b->start;
	unsigned long cursor = 0;

	return krt_state_find_pointer(&cursor, start, start + (b->size ? b->size : 1)) != NULL;
}

/* A block of this call that is still there and that nothing in the driver points at. */
static void judge_lost(struct fuzz *f, struct node *n, const struct call *c)
{
	const struct krt_block *b;

	/* Somebody outside the driver's state may hold it now. */
	if (c->after.work_queued != c->before.work_queued ||
	    c->after.tree_version != c->before.tree_version)
		return;
	for (unsigned long seq = c->first_block; (b = krt_block_after(seq)); seq = b->seq) {
		struct claim x = claim_of(n, c, "MV401", "MV401");

		if (b->managed || is_reachable(b))
			continue;
		blame_pc(f, b->pc, &x);
		claim(f, &x, "%s loses the %lu bytes allocated here%s",
		      c->kind == CALL_SHOW ? "show" : "store", b->size,
		      c->with & WITH_ALLOC_FAILING ? ", when a later allocation fails" : "");
		return;
	}
}

void judge_balance(struct fuzz *f, struct node *n, const struct call *c)
{
	if (c->ended)
		return;
	if (c->after.locks_held)
		judge_locks(f, n, c);
	if (c->after.rcu_depth | c->after.irq_off | c->after.preempt_off)
		judge_context(f, n, c);
	if (c->after.live_allocs > c->before.live_allocs)
		judge_lost(f, n, c);
}

/* ---- krt's complaints ---- */

/* The rule of show and of store; NULL: no rule's business, but worth a note. */
static const struct {
	const char *show_rule, *store_rule;
} violation_rules[KRT_V_KINDS] = {
	[KRT_V_UNLOCK] = { "MV401", "MV401" },
	[KRT_V_RECURSION] = { "MV401", "MV401" },
	[KRT_V_SLEEP] = { "MV401", "MV401" },
	[KRT_V_CONTEXT] = { "MV401", "MV401" },
	[KRT_V_WARN] = { NULL, NULL },
	[KRT_V_BUG] = { "MV109", "MV205" },
	[KRT_V_DOUBLE_FREE] = { "MV401", "MV401" },
	[KRT_V_BAD_FREE] = { "MV109", "MV403" },
	[KRT_V_REFCOUNT] = { "MV401", "MV401" },
	[KRT_V_FORMAT] = { "MV211", "MV211" },
	[KRT_V_API] = { NULL, NULL },
	[KRT_V_DEADLOCK] = { "MV401", "MV401" },
};

static void judge_violation(struct fuzz *f, struct node *n, const struct call *c,
			    const struct krt_violation *v)
{
	struct claim x = claim_of(n, c, violation_rules[v->kind].show_rule,
				  violation_rules[v->kind].store_rule);
	char buf[MESSAGE_SIZE];
	struct text t = text_over(buf, sizeof(buf));

	text_add(&t, v->what);
	if (v->detail && *v->detail) {
		text_add(&t, ": ");
		text_add_c(&t, v->detail, strlen(v->detail));
	}
	blame_pc(f, v->pc, &x);
	if (x.rule)
		claim(f, &x, "%s", buf);
	else
		note(f, n, buf);
}

void judge_violations(struct fuzz *f, struct node *n, const struct call *c)
{
	const struct krt_violation *v;

	if (c->after.violations == c->before.violations)
		return;
	for (unsigned i = 0; i < krt_violation_count() && (v = krt_violation_get(i)); i++)
		if ((size_t)v->kind < ARRAY_SIZE(violation_rules))
			judge_violation(f, n, c, v);
}
