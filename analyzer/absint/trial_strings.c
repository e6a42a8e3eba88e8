// SPDX-License-Identifier: MIT
/* The strings of trials: made from a version, or found in what store compares with. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "absint/trying.h"

#define MAX_CANDIDATES 8  /* strings that store compares with */
#define MAX_CHANGED    16 /* positions of a character that is changed */
#define MAX_PREFIXES   20

/* ---- strings made from an accepted version ---- */

static enum trial_verdict try_bytes(struct trying *t, enum trial_input input, const char *bytes,
				    size_t n)
{
	struct run r = run_store(t, bytes, n);

	*vec_push(t->arena, &t->out->results) = result_of(input, &r);
	return r.verdict;
}

/* The version and @tail. */
static enum trial_verdict try_tail(struct trying *t, enum trial_input input, const char *tail,
				   size_t n)
{
	struct trials *o = t->out;
	enum trial_verdict v =
		try_bytes(t, input, joined(t, o->version, o->nversion, tail, n), o->nversion + n);

	o->results.v[o->results.n - 1].nversion = o->nversion;
	return v;
}

/* Another character of no special meaning. */
static char other_char(char c)
{
	return c == 'x' ? 'y' : c >= '0' && c < '9' ? (char)(c + 1) : c == '9' ? '0' : 'x';
}

/* Whether a word of the version ends behind its first @n bytes, or the next one starts there. */
static bool is_word_edge(const struct trials *o, size_t n)
{
	return !isalnum((unsigned char)o->version[n - 1]) != !isalnum((unsigned char)o->version[n]);
}

/* Some characters, and the last one of each word: a number's. */
static void try_changed(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	size_t step = (o->nversion + MAX_CHANGED - 1) / MAX_CHANGED, words = 0;

	for (size_t i = 0; i < o->nversion; i++) {
		bool is_last = i + 1 < o->nversion && isalnum((unsigned char)o->version[i]) &&
			       is_word_edge(o, i + 1);
		char *s;

		if (i % step && !(is_last && words++ < MAX_CHANGED))
			continue;
		s = joined(t, o->version, o->nversion, end, strlen(end));
		s[i] = other_char(s[i]);
		try_bytes(t, TRIAL_CHANGED, s, o->nversion + strlen(end));
	}
}

/* As long as the version, with no letter, no digit and no character of it. */
static void try_garbage(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	char *s = joined(t, o->version, o->nversion, end, strlen(end));

	for (size_t i = 0; i < o->nversion; i++)
		s[i] = s[i] == '~' ? '!' : '~';
	try_bytes(t, TRIAL_GARBAGE, s, o->nversion + strlen(end));
}

/* A beginning of the version: the first @n bytes, the last of them @last. */
static struct trial_result prefix_result(struct trying *t, enum trial_input input, size_t n,
					 char last, const char *end)
{
	char *s = joined(t, t->out->version, n, end, strlen(end));
	struct run r;

	s[n - 1] = last;
	r = run_store(t, s, n + strlen(end));
	return result_of(input, &r);
}

/* The same with another last character; a number less may be as good where one more is not. */
static struct trial_result changed_prefix(struct trying *t, size_t n, const char *end)
{
	char last = t->out->version[n - 1];
	struct trial_result r = prefix_result(t, TRIAL_PREFIX_CHANGED, n, other_char(last), end),
			    less;

	if (r.verdict == TRIAL_ACCEPTED || last < '1' || last > '9')
		return r;
	less = prefix_result(t, TRIAL_PREFIX_CHANGED, n, (char)(last - 1), end);
	return less.verdict == TRIAL_ACCEPTED ? less : r;
}

static void add_result(struct trying *t, struct trial_result r)
{
	*vec_push(t->arena, &t->out->results) = r;
}

/*
 * The first @n bytes, and if they were accepted, again with another last one. If that
 * is not, the next longer beginning, too: its number may be any.
 */
static void try_prefix(struct trying *t, size_t n, const char *end)
{
	struct trial_result r = prefix_result(t, TRIAL_PREFIX, n, t->out->version[n - 1], end),
			    changed, next;

	add_result(t, r);
	if (r.verdict != TRIAL_ACCEPTED)
		return;
	changed = changed_prefix(t, n, end);
	add_result(t, changed);
	if (changed.verdict == TRIAL_ACCEPTED || ++n >= t->out->nversion)
		return;
	next = prefix_result(t, TRIAL_PREFIX, n, t->out->version[n - 1], end);
	if (next.verdict != TRIAL_ACCEPTED)
		return;
	add_result(t, next);
	add_result(t, changed_prefix(t, n, end));
}

/*
 * Beginnings: some of each length, and those that a parser may take for the whole.
 * An odd step meets those that end between the two digits of a byte, and those
 * that do not.
 */
static void try_prefixes(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	size_t step = ((o->nversion + MAX_PREFIXES - 1) / MAX_PREFIXES) | 1, edges = 0;

	for (size_t i = 1; i < o->nversion; i++)
		if (i % step == 1 % step || (is_word_edge(o, i) && edges++ < MAX_PREFIXES))
			try_prefix(t, i, end);
}

/*
 * Where two beginnings pass, the version without what lies between them: parts of a list may be
 * missing in the middle, too.
 */
static void try_without(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	size_t from = 0;

	for (size_t i = 0; i < o->results.n; i++) {
		const struct trial_result *r = &o->results.v[i];
		size_t n = r->n - (r->n && r->bytes[r->n - 1] == '\n');
		char *s;

		if (r->input != TRIAL_PREFIX || r->verdict != TRIAL_ACCEPTED || n >= o->nversion ||
		    isalnum((unsigned char)o->version[n]))
			continue;
		if (!from || n <= from) {
			from = n;
			continue;
		}
		s = joined(t, o->version, o->nversion, end, strlen(end));
		memmove(s + from, s + n, o->nversion - n + strlen(end));
		try_bytes(t, TRIAL_WITHOUT, s, o->nversion - (n - from) + strlen(end));
		return;
	}
}

/* ---- numbers that wrap round ---- */

#define MAX_WRAPPED 4

static size_t digits_at(const char *s, size_t n, unsigned int base)
{
	size_t i = 0;

	while (i < n && (base == 16 ? isxdigit((unsigned char)s[i]) : isdigit((unsigned char)s[i])))
		i++;
	return i;
}

/* The version with @v in place of the @n digits at @at. */
static char *with_number(struct trying *t, size_t at, size_t n, uwide v, unsigned int base)
{
	const struct trials *o = t->out;
	char digits[64];
	size_t k = sizeof(digits);

	digits[--k] = '\0';
	do
		digits[--k] = "0123456789abcdef"[v % base];
	while (v /= base);
	return arena_printf(t->arena, "%.*s%s%.*s", (int)at, o->version, digits + k,
			    (int)(o->nversion - at - n), o->version + at + n);
}

/* Half as much more is another number: one that passes with that has no greatest one. */
static bool try_span(struct trying *t, size_t at, size_t n, unsigned int base, unsigned int bits,
		     const char *end)
{
	char *digits = arena_strndup(t->arena, t->out->version + at, n);
	uwide v = strtoull(digits, NULL, (int)base);
	const char *more = with_number(t, at, n, v + ((uwide)1 << (bits - 1)), base);
	const char *same = with_number(t, at, n, v + ((uwide)1 << bits), base);

	more = joined(t, more, strlen(more), end, strlen(end));
	same = joined(t, same, strlen(same), end, strlen(end));
	return run_store(t, more, strlen(more)).verdict == TRIAL_REFUSED &&
	       run_store(t, same, strlen(same)).verdict == TRIAL_ACCEPTED &&
	       try_bytes(t, TRIAL_WRAPPED, same, strlen(same)) == TRIAL_ACCEPTED;
}

static void try_wrapped(struct trying *t, const char *end)
{
	static const unsigned int bases[] = { 10, 16 }, bits[] = { 32, 64 };
	size_t left = MAX_WRAPPED, n;

	for (size_t i = 0; i < t->out->nversion && left; i += n + !n) {
		n = digits_at(t->out->version + i, t->out->nversion - i, 10);
		left -= n > 0;
		for (size_t k = 0; n && n < 16 && k < 4; k++) {
			size_t m =
				digits_at(t->out->version + i, t->out->nversion - i, bases[k / 2]);

			if (m < 16 && try_span(t, i, m, bases[k / 2], bits[k % 2], end))
				return;
		}
	}
}

/* ---- less of a word ---- */

#define SHORTEST_WORD 3 /* that is cut */

/* A word of the version, that begins with a letter. */
struct word {
	size_t at, n;
};

static bool next_word(const struct trials *o, struct word *w)
{
	for (w->at += w->n; w->at < o->nversion && !isalpha((unsigned char)o->version[w->at]);)
		w->at++;
	for (w->n = 0;
	     w->at + w->n < o->nversion && isalnum((unsigned char)o->version[w->at + w->n]);)
		w->n++;
	return w->n > 0;
}

/* A number, of whatever base: less of it is another one. */
static bool is_all_digits(const struct trials *o, const struct word *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (!isxdigit((unsigned char)o->version[w->at + i]))
			return false;
	return true;
}

/* The version with the first @keep characters of the word only, the last of them @last. */
static struct trial_result short_word(struct trying *t, const struct word *w, size_t keep,
				      char last, const char *end)
{
	const struct trials *o = t->out;
	size_t rest = o->nversion - w->at - w->n, n = w->at + keep + rest;
	char *s = joined(t, o->version, o->nversion, end, strlen(end));
	struct run r;

	memmove(s + w->at + keep, s + w->at + w->n, rest + strlen(end));
	s[w->at + keep - 1] = last;
	r = run_store(t, s, n + strlen(end));
	return result_of(TRIAL_SHORT, &r);
}

/* Whether the beginning of the word is compared, and nothing else passes for it. */
static bool passes_short(struct trying *t, const struct word *w, size_t keep, const char *end)
{
	char last = t->out->version[w->at + keep - 1];

	if (short_word(t, w, keep, last, end).verdict != TRIAL_ACCEPTED)
		return false;
	if (short_word(t, w, keep, other_char(last), end).verdict != TRIAL_REFUSED)
		return false;
	return last < '1' || last > '9' ||
	       short_word(t, w, keep, (char)(last - 1), end).verdict == TRIAL_REFUSED;
}

/* A word that passes with its first character only, and without its last, is compared in part. */
static void try_short_words(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	struct word w = { 0, 0 };

	while (next_word(o, &w))
		if (w.n >= SHORTEST_WORD && !is_all_digits(o, &w) && passes_short(t, &w, 1, end) &&
		    passes_short(t, &w, w.n - 1, end)) {
			add_result(t, short_word(t, &w, 1, o->version[w.at], end));
			return;
		}
}

/* ---- more fields, other texts, and all of it ---- */

#define MAX_SEPARATORS 3

/* A parser that splits the text may leave what follows its last field unread. */
static void try_more_fields(struct trying *t, const char *end)
{
	const struct trials *o = t->out;
	char tail[] = "?x\n", seen[MAX_SEPARATORS + 1] = "";

	for (size_t i = 0; i < o->nversion && strlen(seen) < MAX_SEPARATORS; i++) {
		if (!ispunct((unsigned char)o->version[i]) || strchr(seen, o->version[i]))
			continue;
		seen[strlen(seen)] = tail[0] = o->version[i];
		try_tail(t, TRIAL_TAIL, tail, 2 + strlen(end));
	}
}

/* What store compares with besides: older names that it knows as well. */
static void try_words(struct trying *t, const char *probe)
{
	const struct trials *o = t->out;
	struct run r = run_store(t, probe, strlen(probe));

	for (size_t i = 0; i < r.trial.texts.n && i < MAX_CANDIDATES; i++) {
		const char *s = r.trial.texts.v[i];
		size_t n = strcspn(s, "\n");

		if (!n || n > MAX_VERSION || !strncmp(s, probe, n) ||
		    (n == o->nversion && !memcmp(s, o->version, n)))
			continue;
		try_bytes(t, TRIAL_WORD, joined(t, s, n, "", 0), n);
		try_bytes(t, TRIAL_WORD_LINE, joined(t, s, n, "\n", 1), n + 1);
	}
}

void try_strings(struct trying *t)
{
	static const char foreign[] = "Foreign_V5_4-8086-1912";
	bool bare = try_tail(t, TRIAL_OWN, "", 0) == TRIAL_ACCEPTED;
	bool line = try_tail(t, TRIAL_LINE, "\n", 1) == TRIAL_ACCEPTED;
	const char *end = bare || !line ? "" : "\n";

	try_tail(t, TRIAL_TAIL, "x", 1);
	try_tail(t, TRIAL_TAIL, " x", 2);
	if (!bare)
		try_tail(t, TRIAL_TAIL, "x\n", 2);
	try_more_fields(t, end);
	try_tail(t, TRIAL_LINE_TAIL, "\nx", 2);
	try_prefixes(t, end);
	try_without(t, end);
	if (bare && line)
		try_bytes(t, TRIAL_PREFIX, joined(t, t->out->version, 1, "\n", 1), 2);
	try_changed(t, end);
	try_short_words(t, end);
	try_garbage(t, end);
	try_wrapped(t, end);
	try_bytes(t, TRIAL_EMPTY, "\n", 1);
	try_tail(t, TRIAL_NUL, "\0junk", 5);
	try_tail(t, TRIAL_CRLF, "\r\n", 2);
	try_bytes(t, TRIAL_FOREIGN, joined(t, foreign, sizeof(foreign) - 1, end, strlen(end)),
		  sizeof(foreign) - 1 + strlen(end));
	try_words(t, foreign);
}

/* ---- no text of show's: what store itself compares with ---- */

static bool try_candidate(struct trying *t, const char *s)
{
	size_t n = strlen(s);
	struct run r;

	if (n > MAX_VERSION)
		return false;
	if (n && s[n - 1] == '\n')
		n--;
	r = run_store(t, joined(t, s, n, "\n", 1), n + 1);
	if (r.verdict != TRIAL_ACCEPTED)
		r = run_store(t, arena_strndup(t->arena, s, n), n);
	if (!n || r.verdict != TRIAL_ACCEPTED)
		return false;
	t->out->version = arena_strndup(t->arena, s, n);
	t->out->nversion = n;
	return true;
}

/* Each run may get as far as one more comparison. */
bool find_candidate(struct trying *t)
{
	const char *probe = "probe";

	for (int round = 0; round < MAX_CANDIDATES; round++) {
		struct run r = run_store(t, probe, strlen(probe));
		const char *next = NULL;

		for (size_t i = 0; i < r.trial.texts.n && i < MAX_CANDIDATES; i++) {
			const char *s = r.trial.texts.v[i];

			if (strncmp(s, probe, strlen(s)) == 0)
				continue;
			if (try_candidate(t, s))
				return true;
			next = s;
		}
		if (!next)
			return false;
		probe = next;
	}
	return false;
}
