// SPDX-License-Identifier: MIT
/*
 * Relations between an input and others made from it.
 *
 * What "accepts a part" means needs care, since vendors' grammars differ: a
 * driver that takes any number up to 12 takes "1", a prefix of "12"; one that
 * takes "5.4" may well take "5.4.1". So a prefix counts only where it cuts a word
 * or ends in a separator, and only if all such prefixes pass; a tail counts only
 * if several that no grammar has pass alike; and both only if the same string
 * with a byte changed is refused, or the driver would take anything.
 */
#include <stdio.h>
#include <string.h>

#include "edit.h"
#include "oracle.h"
#include "text.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

/* A version without the newline behind it. */
struct core {
	unsigned char bytes[PAGE_BYTES];
	size_t len;
	bool had_newline;
};

/* False if there is nothing of the kind: empty, more newlines than one, or a NUL. */
static bool core_of(const struct call *c, struct core *core)
{
	core->len = c->len;
	core->had_newline = c->bytes[c->len - 1] == '\n';
	core->len -= core->had_newline;
	memcpy(core->bytes, c->bytes, core->len);
	return core->len && core->bytes[core->len - 1] != '\n' &&
	       !memchr(core->bytes, '\0', core->len);
}

/* The core with @n bytes more. */
struct variant {
	unsigned char bytes[PAGE_BYTES];
	size_t len;
};

static bool variant_of(const struct core *core, const char *tail, size_t n, struct variant *v)
{
	if (core->len + n > PAGE_BYTES)
		return false;
	memcpy(v->bytes, core->bytes, core->len);
	memcpy(v->bytes + core->len, tail, n);
	v->len = core->len + n;
	return true;
}

static bool accepts(struct fuzz *f, struct node *n, const unsigned char *bytes, size_t len,
		    struct call *c)
{
	call_store(f, n, bytes, len, c);
	return is_accepted(c);
}

static bool accepts_with(struct fuzz *f, struct node *n, const struct core *core, const char *tail,
			 size_t len, struct variant *v, struct call *c)
{
	return variant_of(core, tail, len, v) && accepts(f, n, v->bytes, v->len, c);
}

bool answers_hold(struct fuzz *f, const struct call *a, const struct call *b)
{
	struct call again;

	for (int i = 0; i < 3; i++) {
		const struct call *order[] = { a, b };

		for (int k = 0; k < 2; k++) {
			call_store(f, order[k]->node, order[k]->bytes, order[k]->len, &again);
			if (again.ended || is_accepted(&again) != is_accepted(order[k])) {
				claim_fickle(f, order[k], &again);
				return false;
			}
		}
	}
	return true;
}

/* Is the string refused if the byte @at is another one? */
static bool is_byte_needed(struct fuzz *f, struct node *n, struct variant *v, size_t at)
{
	unsigned char before = v->bytes[at];
	bool is_refused_now;
	struct call c;

	v->bytes[at] = before == '~' ? '#' : '~';
	is_refused_now = !accepts(f, n, v->bytes, v->len, &c) && !c.ended;
	v->bytes[at] = before;
	return is_refused_now;
}

/* Is the string, which was accepted with or without its newline, refused if a byte is changed? */
static bool discriminates_as(struct fuzz *f, struct node *n, const struct core *core, bool newline)
{
	size_t places[] = { 0, core->len / 2, core->len - 1 };
	struct variant other;

	if (!variant_of(core, "\n", newline, &other))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		if (is_byte_needed(f, n, &other, places[i]))
			return true;
	return false;
}

static bool discriminates(struct fuzz *f, struct node *n, const struct core *core)
{
	return discriminates_as(f, n, core, core->had_newline);
}

/* ---- MV203 ---- */

/* Accepted strings of which no byte matters, before it is said that none ever does. */
#define ENOUGH_INDIFFERENT 24

void judge_discerns(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV203", .node = n, .place = n->store };
	struct core core;

	if (n->discerning || !core_of(c, &core))
		return;
	if (discriminates(f, n, &core))
		n->discerning++;
	else
		n->indifferent++;
	if (n->discerning || n->indifferent < ENOUGH_INDIFFERENT || !n->refused)
		return;
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "looks at the length only: no byte of %lu accepted strings matters",
	      n->indifferent);
}

/* ---- MV206 ---- */

/* Much longer strings than its own may be refused for their length. */
static size_t usual_length(const struct node *n)
{
	return n->own_len ? n->own_len + 4 : 32;
}

void judge_newline(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV206", .node = n, .place = n->store };
	bool bare;
	struct core core;
	struct variant v;
	struct call other;

	if (!core_of(c, &core) || !variant_of(&core, "\n", core.had_newline ? 0 : 1, &v))
		return;
	call_store(f, n, v.bytes, v.len, &other);
	/* One must be taken and one refused: other answers are MV201's. */
	if (!(is_accepted(c) && is_refused(&other)) && !(is_refused(c) && is_accepted(&other)))
		return;
	bare = core.had_newline ? is_accepted(&other) : is_accepted(c);
	if ((bare && core.len > usual_length(n)) || !discriminates_as(f, n, &core, !bare) ||
	    !answers_hold(f, c, &other))
		return;
	x.is_mild = !bare;
	x.evidence[0] = evidence_of(core.had_newline ? &other : c);
	x.evidence[1] = evidence_of(core.had_newline ? c : &other);
	x.n_evidence = 2;
	claim(f, &x,
	      bare ? "accepts a version, but refuses it with a newline behind it, as echo writes it"
		   : "accepts a version with a newline behind it, but refuses it without");
}

/* ---- MV207 ---- */

/* Is the cut before byte @at one that no list of versions explains? */
static bool is_telling_cut(const struct core *core, size_t at)
{
	unsigned char before = core->bytes[at - 1], after = core->bytes[at];

	return !is_digit(before) && (is_letter(after) || is_digit(after));
}

/* Longer strings are cut at so many places only. */
#define MAX_CUTS 24

void judge_prefix(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV207", .node = n, .place = n->store };
	size_t cuts = 0, shortest = 0;
	struct variant whole;
	struct call part = { 0 };
	struct core core;

	if (!core_of(c, &core))
		return;
	/* The shortest first: that one decides most cases. */
	for (size_t at = 1; at < core.len && cuts < MAX_CUTS; at++) {
		if (!is_telling_cut(&core, at))
			continue;
		if (!accepts(f, n, core.bytes, at, &part))
			return;
		if (!shortest)
			shortest = at;
		cuts++;
	}
	/* If what was cut off may be anything, it is a tail that nobody looks at. */
	if (cuts < 2 || !variant_of(&core, "\n", core.had_newline, &whole) ||
	    !is_byte_needed(f, n, &whole, core.len - 1) || !answers_hold(f, c, &part))
		return;
	x.evidence[0] = evidence_of(c);
	x.evidence[1] = (struct evidence){ core.bytes, shortest, (long)shortest };
	x.n_evidence = 2;
	claim(f, &x,
	      "compares only as many bytes as are written: every prefix of a version is accepted");
}

void judge_tail(struct fuzz *f, struct node *n, const struct call *c)
{
	/* Glued to it, behind a blank, on the next line: what no grammar has. */
	static const char *const tails[][3] = {
		{ "x", "~#!", "\x01" },
		{ " x", " ~#!", "\t\x01" },
		{ "\nx", "\n~#!", "\n\x01" },
	};
	struct claim x = { .rule = "MV207", .is_mild = true, .node = n, .place = n->store };
	struct core core;
	struct variant v;
	struct call other;

	if (!core_of(c, &core))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
		size_t k = 0;

		while (k < 3 &&
		       accepts_with(f, n, &core, tails[i][k], strlen(tails[i][k]), &v, &other))
			k++;
		if (k < 3 || !discriminates(f, n, &core))
			continue;
		/* The readable one of the three for the report. */
		accepts_with(f, n, &core, tails[i][0], strlen(tails[i][0]), &v, &other);
		if (!answers_hold(f, c, &other))
			return;
		x.evidence[0] = evidence_of(c);
		x.evidence[1] = evidence_of(&other);
		x.n_evidence = 2;
		claim(f, &x, "accepts a version with anything behind it");
		return;
	}
}

/* ---- MV214 ---- */

void judge_nul(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV214", .node = n, .place = n->store };
	struct core core;
	struct variant v;
	struct call other;

	if (!core_of(c, &core) || !accepts_with(f, n, &core, "\0~#!", 4, &v, &other) ||
	    !accepts_with(f, n, &core, "\0junk", 5, &v, &other) || !discriminates(f, n, &core) ||
	    !answers_hold(f, c, &other))
		return;
	x.evidence[0] = evidence_of(c);
	x.evidence[1] = evidence_of(&other);
	x.n_evidence = 2;
	claim(f, &x, "accepts a version with a NUL and more text behind it");
}

/* ---- MV301 ---- */

/* What a reader got, as a shell keeps it: without NULs, and without newlines at the end. */
static size_t kept_by_shell(const struct call *shown, unsigned char *copy)
{
	size_t got = shown->ret < (long)PAGE_BYTES ? (size_t)shown->ret : PAGE_BYTES - 1, len = 0;

	for (size_t i = 0; i < got; i++)
		if (shown->bytes[i])
			copy[len++] = shown->bytes[i];
	while (len && copy[len - 1] == '\n')
		len--;
	return len;
}

/* As read; as "echo $(cat)" writes it; and without a newline. What was refused last is in @copy. */
static bool accepts_shown(struct fuzz *f, struct node *n, const struct call *shown,
			  unsigned char *copy, struct call *c)
{
	size_t len;

	memcpy(copy, shown->bytes, shown->len);
	if (shown->ret == (long)shown->len && shown->len && accepts(f, n, copy, shown->len, c))
		return true;
	len = kept_by_shell(shown, copy);
	if (len && accepts(f, n, copy, len, c))
		return true;
	if (len == PAGE_BYTES)
		return false;
	copy[len] = '\n';
	return accepts(f, n, copy, len + 1, c);
}

void judge_roundtrip(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV301", .node = n, .place = n->store };
	unsigned char bytes[PAGE_BYTES];
	struct call shown, other;

	(void)c;
	if (!n->attr->has_show || !n->attr->has_store)
		return;
	call_show(f, n, &shown);
	if (shown.ended || shown.ret < 0 || accepts_shown(f, n, &shown, bytes, &other) ||
	    !is_refused(&other))
		return;
	if (n->store_stubbed || n->show_stubbed) {
		oracle_off(f, "MV301", n, "a handler calls functions that nobody models");
		return;
	}
	x.evidence[x.n_evidence++] = evidence_of(&other);
	claim(f, &x, "refuses (%ld) the version that show printed", other.ret);
}

/* ---- MV302, MV303 ---- */

void judge_support(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV302", .node = n, .place = n->store };
	struct call shown;

	if (n->shown || !n->attr->has_show)
		return;
	call_show(f, n, &shown);
	if (shown.ended || shown.ret >= 0)
		return;
	if (n->show_stubbed) {
		oracle_off(f, "MV302", n, "show calls functions that nobody models");
		return;
	}
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "accepts a version, though show answers %ld: not supported", shown.ret);
}

static bool is_twin(const struct node *device, const struct node *type)
{
	return !strcmp(type->attr->node, "type") && !strcmp(type->attr->name, device->attr->name) &&
	       type->attr->has_store;
}

/* Which type a device is of isn't known here: it must agree with one of them. */
void judge_nodes(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV303", .node = n, .place = n->store };
	struct call other;
	unsigned twins = 0;

	if (strcmp(n->attr->node, "device") != 0)
		return;
	for (unsigned i = 0; i < f->n_nodes; i++) {
		if (!is_twin(n, &f->nodes[i]))
			continue;
		call_store(f, &f->nodes[i], c->bytes, c->len, &other);
		if (other.ended || is_accepted(&other) == is_accepted(c))
			return;
		twins++;
	}
	if (!twins || !answers_hold(f, c, &other))
		return;
	x.evidence[0] = evidence_of(c);
	x.evidence[1] = evidence_of(&other);
	x.n_evidence = 2;
	claim(f, &x, "the device's node %s what the type's node %s",
	      is_accepted(c) ? "accepts" : "refuses", is_accepted(c) ? "refuses" : "accepts");
}
