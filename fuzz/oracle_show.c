// SPDX-License-Identifier: MIT
/* Oracles of show: bytes, length, return value, and what they depend on. */
#include <stdio.h>
#include <string.h>

#include "oracle.h"
#include "text.h"

/* The bytes that a reader gets: what was returned, cut by sysfs. */
static size_t delivered(const struct call *c)
{
	if (c->ended || c->ret <= 0)
		return 0;
	return c->ret < (long)PAGE_BYTES ? (size_t)c->ret : PAGE_BYTES - 1;
}

/* Shows and their bytes can't be written, so they stand in the message. */
static void add_shown(struct text *t, const struct call *c)
{
	text_add_c_short(t, c->bytes, c->len < delivered(c) ? c->len : delivered(c));
}

void judge_ascii(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV101", .node = n, .call = c };
	size_t len = delivered(c);

	for (size_t i = 0; i < len; i++) {
		unsigned char byte = c->bytes[i];
		char buf[256];
		struct text t = text_over(buf, sizeof(buf));

		/* Newlines and NULs are MV106's. */
		if ((byte >= 0x20 && byte <= 0x7e) || byte == '\n' || byte == '\0')
			continue;
		add_shown(&t, c);
		claim(f, &x, "shows the byte 0x%02x, which is no printable ASCII: %s", byte, buf);
		return;
	}
}

void judge_length(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV102", .node = n, .call = c };

	/* More returned than written is no length, but a wrong return. */
	if (c->ended || c->ret < (long)PAGE_BYTES || c->len < PAGE_BYTES - 1)
		return;
	claim(f, &x, "shows %zu bytes: sysfs delivers %u", c->len, PAGE_BYTES - 1);
}

void judge_edges(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV103", .node = n, .call = c };

	if (!buffers_edges(&f->buffers))
		claim(f, &x, "writes outside the page");
}

/* NULs alone behind the text are a wrong length, MV104's. */
static bool has_text_behind_nul(const struct call *c, size_t len)
{
	for (size_t i = c->len; i < len; i++)
		if (c->bytes[i])
			return true;
	return false;
}

void judge_show_return(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV104", .node = n, .call = c };

	if (c->ended || c->ret < 0)
		return;
	if (c->ret == 0)
		claim(f, &x, "returns 0: a reader takes that for an empty version");
	else if (has_text_behind_nul(c, delivered(c)))
		return; /* the NUL is what is wrong: judge_line() */
	else if ((size_t)c->ret > c->len && (c->len < PAGE_BYTES - 1 || c->ret > (long)PAGE_BYTES))
		claim(f, &x, "returns %ld, but wrote %zu bytes before the first NUL", c->ret,
		      c->len);
	else if ((size_t)c->ret < c->len)
		claim(f, &x, "returns %ld of the %zu bytes written: the rest is lost", c->ret,
		      c->len);
}

void judge_line(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV106", .node = n, .call = c };
	size_t len = delivered(c);
	char buf[256];
	struct text t = text_over(buf, sizeof(buf));
	size_t text = len < c->len ? len : c->len;
	const unsigned char *newline = text ? memchr(c->bytes, '\n', text) : NULL;

	text_add_c_short(&t, c->bytes, len);
	if (newline && newline < c->bytes + text - 1)
		claim(f, &x, "shows a newline that is not the last byte: %s", buf);
	else if (has_text_behind_nul(c, len))
		claim(f, &x, "shows a NUL and text behind it: %s", buf);
}

/* ---- what a show depends on ---- */

struct shown {
	long ret;
	size_t len;
	unsigned char bytes[PAGE_BYTES];
};

static void show_with(struct fuzz *f, struct node *n, unsigned with, struct shown *s)
{
	unsigned before = f->with;
	struct call c;

	f->with |= with;
	call_show(f, n, &c);
	f->with = before;
	s->ret = c.ended ? KRT_ABORTED : c.ret;
	s->len = delivered(&c);
	memcpy(s->bytes, c.bytes, s->len);
}

static bool same_shown(const struct shown *a, const struct shown *b)
{
	return a->ret == b->ret && a->len == b->len && !memcmp(a->bytes, b->bytes, a->len);
}

static void claim_unstable(struct fuzz *f, struct node *n, const struct shown *a,
			   const struct shown *b, const char *why)
{
	struct claim x = { .rule = "MV107", .node = n, .place = n->show };
	char buf[400];
	struct text t = text_over(buf, sizeof(buf));

	text_add_c_short(&t, a->bytes, a->len);
	text_add(&t, ", then ");
	text_add_c_short(&t, b->bytes, b->len);
	claim(f, &x, "%s: %s", why, buf);
}

/* Shows with the k-th seed or fill, then as ever: only what changes back is their doing. */
static void compare_with(struct fuzz *f, struct node *n, unsigned with, const struct shown *usual,
			 const char *why)
{
	static const unsigned char fills[] = { 0x00, 0xff, 0x31 };
	struct shown other, again;

	for (unsigned k = 0; k < sizeof(fills); k++) {
		if (with == WITH_OTHER_FILL)
			krt_fill_pattern(fills[k]);
		else
			krt_world_seed(DEFAULT_SEED + 1 + k);
		show_with(f, n, with, &other);
		krt_fill_pattern(DEFAULT_FILL);
		krt_world_seed(DEFAULT_SEED);
		show_with(f, n, 0, &again);
		if (!same_shown(usual, &again) || usual->ret == KRT_ABORTED)
			return;
		if (!same_shown(usual, &other) && other.ret != KRT_ABORTED) {
			claim_unstable(f, n, usual, &other, why);
			return;
		}
	}
}

void judge_stable(struct fuzz *f, struct node *n, const struct call *c)
{
	struct shown usual, again;

	(void)c;
	if (!n->attr->has_show)
		return;
	krt_world_seed(DEFAULT_SEED);
	show_with(f, n, 0, &usual);
	show_with(f, n, 0, &again);
	if (!same_shown(&usual, &again) && usual.ret != KRT_ABORTED && again.ret != KRT_ABORTED) {
		claim_unstable(f, n, &usual, &again, "two reads in a row differ");
		return;
	}
	compare_with(f, n, WITH_OTHER_FILL, &usual, "shows uninitialised memory");
	compare_with(f, n, WITH_OTHER_SEED, &usual,
		     "depends on a clock, a random number or an address");
}

void judge_reload(struct fuzz *f, struct node *n, const unsigned char *before, size_t len)
{
	struct shown first = { .len = len, .ret = (long)len }, now;

	memcpy(first.bytes, before, len);
	show_with(f, n, 0, &now);
	if (now.ret == (long)now.len && !same_shown(&first, &now))
		claim_unstable(f, n, &first, &now, "differs after the module was loaded again");
}

/* ---- what a show leaves behind, and what it lacks ---- */

void judge_show_pure(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV108", .node = n, .place = n->show };
	unsigned long long hash;
	struct krt_change change;
	char what[300];
	struct shown s;

	(void)c;
	if (!n->attr->has_show)
		return;
	state_settle(f);
	show_with(f, n, 0, &s);
	if (s.ret == KRT_ABORTED || state_is_same(f))
		return;
	if (state_describe(f, true, what, sizeof(what), &change)) {
		claim(f, &x, "reading changes the driver's state: %s", what);
	} else if (state_describe(f, false, what, sizeof(what), &change)) {
		/* A counter goes up every time; a flag that was set stays. */
		hash = krt_state_hash();
		show_with(f, n, 0, &s);
		if (krt_state_hash() == hash)
			claim(f, &x, "reading changes the driver's state: %s", what);
	}
	state_settle(f);
}

void judge_show_absent(struct fuzz *f, struct node *n, const struct call *c)
{
	struct shown s;

	(void)c;
	if (!n->attr->has_show)
		return;
	krt_drvdata_null(1);
	show_with(f, n, WITH_NO_DATA, &s);
	krt_drvdata_null(0);
}

/* More allocations than this are not failed one by one. */
#define MAX_ALLOCS 16

void judge_show_alloc(struct fuzz *f, struct node *n, const struct call *c)
{
	unsigned long allocs;
	struct shown s;

	(void)c;
	if (!n->attr->has_show || !f->options.alloc_period)
		return;
	krt_fail_alloc(0);
	show_with(f, n, 0, &s);
	allocs = krt_alloc_count();
	for (unsigned long k = 1; k <= allocs && k <= MAX_ALLOCS; k++) {
		krt_fail_alloc(k);
		show_with(f, n, WITH_ALLOC_FAILING, &s);
		krt_fail_alloc(0);
	}
}
