// SPDX-License-Identifier: MIT
#include <string.h>

#include "faults.h"
#include "oracle.h"

/* All of @c but what the call itself will bring, and the ledger after it. */
static void begin(struct fuzz *f, struct node *n, enum call_kind kind, struct call *c)
{
	c->kind = kind;
	c->node = n;
	c->with = f->with;
	c->bytes = NULL;
	c->len = 0;
	c->ret = 0;
	c->ended = c->was_changed = false;
	c->changed_at = 0;
	krt_ledger_read(&c->before);
	c->first_block = krt_alloc_seq();
	f->call = c;
	events_phase(&f->events, kind == CALL_SHOW ? PHASE_SHOW : PHASE_STORE);
}

/* Does the next call begin in a context that this one left in disorder? */
static bool is_entangled(const struct krt_ledger *l)
{
	return l->locks_held || l->irq_off || l->preempt_off || l->rcu_depth;
}

static void finish(struct fuzz *f, struct call *c)
{
	struct node *n = c->node;

	f->call = NULL;
	events_phase(&f->events, PHASE_NONE);
	krt_ledger_read(&c->after);
	c->ended = c->ret == KRT_ABORTED || f->fault.happened;
	if (c->after.stub_calls != c->before.stub_calls) {
		n->show_stubbed |= c->kind == CALL_SHOW;
		n->store_stubbed |= c->kind == CALL_STORE;
	}
	oracles_ask(f, c->kind == CALL_SHOW ? AT_SHOW : AT_STORE, n, c);
	faults_settle(f, c);
	if (c->after.violations != c->before.violations)
		krt_violation_clear();
	n->ended += c->ended;
	if (c->ended || is_entangled(&c->after))
		krt_context_reset();
}

void call_show(struct fuzz *f, struct node *n, struct call *c)
{
	char *page = buffers_page(&f->buffers);

	begin(f, n, CALL_SHOW, c);
	faults_begin(f);
	c->ret = krt_show(n->attr, page);
	c->bytes = f->buffers.page;
	c->len = strnlen(page, PAGE_BYTES);
	finish(f, c);
	n->shows++;
	if (!c->ended && c->ret > 0)
		n->shown++;
	if (c->ended || !buffers_edges(&f->buffers))
		buffers_repair(&f->buffers);
}

void call_store(struct fuzz *f, struct node *n, const unsigned char *bytes, size_t len,
		struct call *c)
{
	const char *buf =
		buffers_string(&f->buffers, bytes, len, n->writes_buffer && !f->is_strict);

	begin(f, n, CALL_STORE, c);
	faults_begin(f);
	c->bytes = bytes;
	c->len = len;
	c->ret = krt_store(n->attr, buf, len);
	c->was_changed = !buffers_release(&f->buffers, bytes, &c->changed_at);
	finish(f, c);
	n->stores++;
	f->stores++;
	n->accepted += is_accepted(c);
	n->refused += is_refused(c);
}

bool call_same(const struct call *a, const struct call *b)
{
	if (a->ended || b->ended)
		return a->ended == b->ended;
	/* Of two accepted writes the lengths may differ. */
	return a->ret == b->ret || (a->kind == CALL_STORE && is_accepted(a) && is_accepted(b));
}
