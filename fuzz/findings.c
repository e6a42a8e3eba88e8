// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oracle.h"
#include "plain.h"
#include "speed.h"
#include "text.h"

void finding_key(const struct finding *x, char *key, size_t size)
{
	snprintf(key, size, "%s%s %s %s:%u", x->rule, x->is_mild ? "-" : "",
		 *x->place.function ? x->place.function
		 : x->node	    ? x->node->attr->name
				    : "",
		 x->place.file, x->place.line);
}

/* Strings of places are kept once, but a function's name may be in two files. */
static bool same_place(const struct place *a, const struct place *b)
{
	return a->line == b->line && plain_same(a->function, b->function) &&
	       plain_same(a->file, b->file);
}

static bool is_same(const struct finding *x, const struct claim *c, const struct place *place)
{
	if (!plain_same(x->rule, c->rule) || x->is_mild != c->is_mild ||
	    !same_place(&x->place, place))
		return false;
	/* Without symbols the attribute is what tells two apart. */
	return *place->function || *place->file || x->node == c->node;
}

static struct place place_of(const struct claim *c)
{
	struct place none = { .function = "", .file = "" };

	if (c->place.function)
		return c->place;
	if (c->call)
		return c->call->kind == CALL_SHOW ? c->call->node->show : c->call->node->store;
	if (c->node)
		return *c->node->show.function ? c->node->show : c->node->store;
	return none;
}

static void keep_evidence(struct finding *x, const struct claim *c)
{
	x->n_evidence = c->n_evidence;
	for (unsigned i = 0; i < c->n_evidence; i++) {
		const struct evidence *e = &c->evidence[i];

		x->evidence[i].len = e->len < PAGE_BYTES ? e->len : PAGE_BYTES;
		x->evidence[i].ret = e->ret;
		memcpy(x->evidence[i].bytes, e->bytes, x->evidence[i].len);
	}
}

/* The input is what was written first. */
static void take_written(struct finding *x)
{
	x->input_len = x->n_evidence ? x->evidence[0].len : 0;
	if (x->input_len)
		memcpy(x->input, x->evidence[0].bytes, x->input_len);
}

static void fill(struct fuzz *f, struct finding *x, const struct claim *c, const char *fmt,
		 va_list ap)
{
	int n = vsnprintf(x->message, sizeof(x->message), fmt, ap);

	if (f->is_elsewhere && n > 0 && (size_t)n < sizeof(x->message))
		snprintf(x->message + n, sizeof(x->message) - (size_t)n, " (on a machine with %s)",
			 krt_machine_text());
	snprintf(x->details, sizeof(x->details), "%s", c->details ? c->details : "");
	x->input_len = f->input_len;
	memcpy(x->input, f->input, f->input_len);
	keep_evidence(x, c);
	if (c->is_of_many)
		take_written(x);
}

static void count_violation(struct fuzz *f, const char *rule)
{
	for (unsigned i = 0; i < oracle_count; i++)
		if (plain_same(oracles[i].rule, rule))
			f->violated[i]++;
}

void claim(struct fuzz *f, const struct claim *c, const char *fmt, ...)
{
	struct findings *all = &f->findings;
	struct place place = place_of(c);
	struct finding *x;
	va_list ap;

	if (all->is_deaf || oracle_is_off(f, c->rule, c->node))
		return;
	count_violation(f, c->rule);
	if (all->probe && !is_same(all->probe, c, &place))
		return;
	va_start(ap, fmt);
	if (all->probe && all->probe_refresh && !all->probe_hit)
		fill(f, all->probe, c, fmt, ap);
	va_end(ap);
	all->probe_hit = true;
	if (all->probe)
		return;
	for (unsigned i = 0; i < all->n; i++)
		if (is_same(&all->list[i], c, &place)) {
			all->list[i].times++;
			return;
		}
	if (all->n == MAX_FINDINGS)
		return;
	x = &all->list[all->n++];
	all->unsent++;
	*x = (struct finding){ .rule = c->rule,
			       .is_mild = c->is_mild,
			       .is_of_many = c->is_of_many,
			       .node = c->node,
			       .place = place,
			       .found_at = f->inputs,
			       .cpu = speed_cpu(),
			       .times = 1 };
	va_start(ap, fmt);
	fill(f, x, c, fmt, ap);
	va_end(ap);
}

static void send_writes(struct text *line, const struct finding *x)
{
	text_add(line, ",\"writes\":[");
	for (unsigned i = 0; i < x->n_evidence; i++) {
		text_add(line, i ? ",{" : "{");
		event_hex(line, "hex", x->evidence[i].bytes, x->evidence[i].len);
		text_addf(line, ",\"ret\":%ld}", x->evidence[i].ret);
	}
	text_add(line, "]");
}

static void send_event(const struct fuzz *f, const struct finding *x)
{
	static const size_t size = 16 * PAGE_BYTES + 2 * MAX_INPUT;
	char key[1024], buf[16 * PAGE_BYTES + 2 * MAX_INPUT];
	struct text line = text_over(buf, size);

	finding_key(x, key, sizeof(key));
	text_add(&line, "{");
	event_text(&line, "event", "finding");
	event_text(&line, "rule", x->rule);
	event_bool(&line, "mild", x->is_mild);
	event_text(&line, "function", x->place.function);
	event_text(&line, "file", x->place.file);
	event_number(&line, "line", x->place.line);
	event_text(&line, "attribute", x->node ? x->node->attr->path : "");
	event_text(&line, "message", x->message);
	event_hex(&line, "input", x->input, x->input_len);
	send_writes(&line, x);
	event_text(&line, "details", x->details);
	event_text(&line, "key", key);
	event_number(&line, "inputs", x->found_at);
	event_number(&line, "cpu_ms", (unsigned long)(x->cpu * 1e3));
	text_add(&line, "}");
	events_send(&f->events, &line);
}

/* Longer strings are not spelled out on a terminal. */
#define MAX_SHELL_LINE 200

/* For people: what it is, where, and how to do it by hand. */
static void print(const struct finding *x)
{
	const char *name = x->node ? x->node->attr->name : "ATTRIBUTE";
	char buf[4 * PAGE_BYTES + 1024];
	struct text t = text_over(buf, sizeof(buf));

	if (*x->place.file)
		text_addf(&t, "%s:%u: ", x->place.file, x->place.line);
	if (*x->place.function)
		text_addf(&t, "in %s(): ", x->place.function);
	text_addf(&t, "%s [%s]\n", x->message, x->rule);
	for (unsigned i = 0; i < x->n_evidence; i++) {
		if (x->evidence[i].len > MAX_SHELL_LINE) {
			text_add(&t, "    ");
			text_add_c_short(&t, x->evidence[i].bytes, x->evidence[i].len);
		} else {
			text_add(&t, "    printf ");
			text_add_shell(&t, x->evidence[i].bytes, x->evidence[i].len);
		}
		text_addf(&t, " > %s    # %ld\n", name, x->evidence[i].ret);
	}
	fputs(buf, stderr);
}

static void deliver(struct fuzz *f, struct finding *x)
{
	x->is_sent = true;
	f->is_doomed = f->options.abort_on;
	f->findings.unsent--;
	if (f->events.fd >= 0)
		send_event(f, x);
	else
		print(x);
}

static struct finding *next_unsent(struct fuzz *f)
{
	for (unsigned i = 0; i < f->findings.n; i++)
		if (!f->findings.list[i].is_sent)
			return &f->findings.list[i];
	return NULL;
}

void findings_send_raw(struct fuzz *f)
{
	struct finding *x;

	while ((x = next_unsent(f)))
		deliver(f, x);
}

void findings_send(struct fuzz *f)
{
	struct finding *x;

	while ((x = next_unsent(f))) {
		if (f->options.minimise && x->input_len && !x->is_of_many)
			minimise(f, x);
		deliver(f, x);
	}
	/* An engine collects what dies of an input, not what dies before the first one. */
	if (f->is_doomed && f->inputs)
		abort();
}

void note(struct fuzz *f, const struct node *n, const char *text)
{
	char buf[4 * MAX_INPUT];
	struct text line = text_over(buf, sizeof(buf));
	uint64_t hash = hash_bytes((const unsigned char *)text, strlen(text));

	for (unsigned i = 0; i < f->n_notes; i++)
		if (f->notes[i] == hash)
			return;
	if (f->n_notes == MAX_NOTES)
		return;
	f->notes[f->n_notes++] = hash;
	text_add(&line, "{");
	event_text(&line, "event", "note");
	event_text(&line, "message", text);
	event_text(&line, "attribute", n ? n->attr->path : "");
	event_hex(&line, "input", f->input, f->input_len);
	text_add(&line, "}");
	events_send(&f->events, &line);
	if (f->events.fd < 0)
		fprintf(stderr, "note: %s\n", text);
}
