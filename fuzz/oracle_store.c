// SPDX-License-Identifier: MIT
/* Oracles of a single store: its answer, its buffer, its log. */
#include <stdio.h>
#include <string.h>

#include "oracle.h"
#include "text.h"

/* A line with this many bytes of the user's in a row is not bounded by the driver. */
#define LONG_LOG  256
#define LOG_SHIFT 64

void judge_store_return(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV201", .node = n, .call = c };

	if (c->ended || c->ret < 0 || c->ret == (long)c->len)
		return;
	x.evidence[x.n_evidence++] = evidence_of(c);
	if (c->ret == 0)
		claim(f, &x, "returns 0 for %zu bytes: shells write again for ever", c->len);
	else if (c->ret < (long)c->len)
		claim(f, &x, "returns %ld for %zu bytes: the rest is written again as a new string",
		      c->ret, c->len);
	else
		claim(f, &x, "returns %ld for %zu bytes: more than there were", c->ret, c->len);
}

void judge_const(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV208", .node = n, .call = c };

	if (!c->was_changed)
		return;
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "writes into the buffer, at byte %zu", c->changed_at);
}

void judge_diagnoses(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV210", .node = n, .call = c };

	/* When memory is short the allocator has its say; without data nobody is there to speak. */
	if (!is_refused(c) || !n->attr->has_store || c->with ||
	    c->after.log_seq != c->before.log_seq)
		return;
	if (n->store_stubbed) {
		oracle_off(f, "MV210", n, "store calls functions that nobody models; they may log");
		return;
	}
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "refuses (%ld) without a message in the log", c->ret);
}

/* Does a long piece of what was written stand in the line as it was? */
static bool is_copied(const struct call *c, const struct krt_log_line *line)
{
	if (!line->raw_user || line->len < LONG_LOG)
		return false;
	for (size_t at = 0; at + LONG_LOG <= c->len; at += LOG_SHIFT)
		if (memmem(line->text, line->len, c->bytes + at, LONG_LOG))
			return true;
	return false;
}

static void judge_log_line(struct fuzz *f, struct node *n, const struct call *c,
			   const struct krt_log_line *line)
{
	struct claim x = { .rule = "MV211", .node = n, .call = c };
	struct place place;
	char buf[400];
	struct text t = text_over(buf, sizeof(buf));

	if (!line->format_is_user && !is_copied(c, line))
		return;
	if (line->pc && places_driver(&f->places, (const char *)line->pc - 1, &place))
		x.place = place;
	x.evidence[x.n_evidence++] = evidence_of(c);
	text_add_c_short(&t, line->text, line->len);
	x.is_mild = !line->format_is_user;
	if (line->format_is_user)
		claim(f, &x, "uses what was written as a format: logs %s", buf);
	else
		claim(f, &x, "logs what was written raw and at any length: %s", buf);
}

void judge_log(struct fuzz *f, struct node *n, const struct call *c)
{
	for (unsigned long seq = c->before.log_seq; seq < c->after.log_seq; seq++) {
		const struct krt_log_line *line = krt_log_line(seq);

		if (line)
			judge_log_line(f, n, c, line);
	}
}
