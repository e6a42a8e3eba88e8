// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/fact.h"
#include "base/arena.h"
#include "base/strbuf.h"

static const struct {
	const char *name;
	enum fact_policy policy;
} kinds[] = {
#define X(kind, name, policy) [FACT_##kind] = { name, FACT_##policy },
	FACT_KINDS(X)
#undef X
};

const char *fact_name(enum fact_kind kind)
{
	return kinds[kind].name;
}

static enum fact_policy policy_of(const struct fact *f)
{
	return kinds[f->kind].policy;
}

/* ---- one list ---- */

static int compare(const struct fact *f, enum fact_kind kind, uint64_t key)
{
	if (f->kind != kind)
		return f->kind < kind ? -1 : 1;
	return f->key < key ? -1 : f->key > key;
}

/* The first fact that does not come before (@kind, @key). */
static size_t search(const fact_list *l, enum fact_kind kind, uint64_t key)
{
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (compare(&l->v[mid], kind, key) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct fact *find(const fact_list *l, enum fact_kind kind, uint64_t key)
{
	size_t i = search(l, kind, key);

	return i < l->n && !compare(&l->v[i], kind, key) ? &l->v[i] : NULL;
}

const struct fact *fact_find(const fact_list *l, enum fact_kind kind, uint64_t key)
{
	return find(l, kind, key);
}

const struct fact *fact_any(const fact_list *l, enum fact_kind kind)
{
	size_t i = search(l, kind, 0);

	return i < l->n && l->v[i].kind == kind ? &l->v[i] : NULL;
}

void fact_set(struct arena *a, fact_list *l, const struct fact *f)
{
	size_t i = search(l, f->kind, f->key);

	if (i == l->n || compare(&l->v[i], f->kind, f->key)) {
		(void)vec_push(a, l);
		memmove(l->v + i + 1, l->v + i, (l->n - 1 - i) * sizeof(*l->v));
	}
	l->v[i] = *f;
}

void fact_drop(fact_list *l, enum fact_kind kind, uint64_t key)
{
	struct fact *f = find(l, kind, key);

	if (!f)
		return;
	l->n--;
	memmove(f, f + 1, (size_t)(l->v + l->n - f) * sizeof(*f));
}

int64_t fact_count(struct arena *a, fact_list *l, const struct fact *f)
{
	struct fact *old = find(l, f->kind, f->key);
	int64_t value = f->value + (old ? old->value : 0);

	if (!value)
		fact_drop(l, f->kind, f->key);
	else if (old)
		old->value = value;
	else
		fact_set(a, l, f);
	return value;
}

/* ---- two lists ---- */

/* The facts of one kind and key in two lists; either may be NULL. */
struct both {
	const struct fact *a, *b;
};

/* Walks both lists in step; @i and @k are where it is in either. */
static bool next_both(const fact_list *a, const fact_list *b, size_t *i, size_t *k,
		      struct both *out)
{
	const struct fact *x = *i < a->n ? &a->v[*i] : NULL, *y = *k < b->n ? &b->v[*k] : NULL;
	int order;

	if (!x && !y)
		return false;
	order = !x ? 1 : !y ? -1 : compare(x, y->kind, y->key);
	*out = (struct both){ order <= 0 ? x : NULL, order >= 0 ? y : NULL };
	*i += order <= 0;
	*k += order >= 0;
	return true;
}

bool facts_mergeable(const fact_list *a, const fact_list *b)
{
	struct both p;

	for (size_t i = 0, k = 0; next_both(a, b, &i, &k, &p);) {
		if (policy_of(p.a ? p.a : p.b) != FACT_SPLIT)
			continue;
		if (!p.a || !p.b || p.a->value != p.b->value || !p.a->doubt != !p.b->doubt)
			return false;
	}
	return true;
}

bool facts_same(const fact_list *a, const fact_list *b)
{
	struct both p;

	for (size_t i = 0, k = 0; next_both(a, b, &i, &k, &p);)
		if (!p.a || !p.b || p.a->value != p.b->value || !p.a->doubt != !p.b->doubt ||
		    p.a->by_input != p.b->by_input)
			return false;
	return true;
}

bool facts_contradict(const fact_list *a, const fact_list *b)
{
	struct both p;

	for (size_t i = 0, k = 0; next_both(a, b, &i, &k, &p);)
		if (p.a && p.b && policy_of(p.a) == FACT_MEET && !p.a->doubt && !p.b->doubt &&
		    p.a->value != p.b->value)
			return true;
	return false;
}

/* In a loop every round may be about another object: a doubtful one of this place is enough. */
static bool place_is_doubtful(const fact_list *l, const struct fact *f)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == f->kind && l->v[i].doubt &&
		    loc_compare(&l->v[i].loc, &f->loc) == 0)
			return true;
	return false;
}

/* What remains of a fact that both have. */
static struct fact join_both(const struct both *p, const char *doubt)
{
	struct fact f = *p->a;

	if (policy_of(&f) == FACT_UNION && !doubt)
		f.doubt = p->a->doubt && p->b->doubt ? p->a->doubt : NULL;
	else if (!f.doubt)
		f.doubt = p->b->doubt		       ? p->b->doubt
			  : p->a->value == p->b->value ? NULL
			  : doubt		       ? doubt
						       : "paths that differ in it have met";
	return f;
}

/* Whether a fact that one of the two has remains; @f gets the merge's doubt. */
static bool join_single(struct fact *f, const fact_list *other, const char *doubt)
{
	if (policy_of(f) == FACT_MEET && !doubt)
		return false;
	if (!f->doubt && place_is_doubtful(other, f))
		return false;
	if (!f->doubt)
		f->doubt = doubt;
	return true;
}

void facts_join(struct arena *a, fact_list *out, const fact_list *b, const char *doubt)
{
	fact_list joined = { 0 };
	struct both p;

	for (size_t i = 0, k = 0; next_both(out, b, &i, &k, &p);) {
		struct fact f;

		if (p.a && p.b) {
			f = join_both(&p, doubt);
		} else {
			f = p.a ? *p.a : *p.b;
			if (!join_single(&f, p.a ? b : out, doubt))
				continue;
		}
		*vec_push(a, &joined) = f;
	}
	*out = joined;
}

static bool covers(const struct both *p, const fact_list *old)
{
	const struct fact *f = p->a ? p->a : p->b;

	if (p->a && p->a->doubt)
		return true;
	switch (policy_of(f)) {
	case FACT_UNION:
		return p->a || place_is_doubtful(old, f);
	case FACT_MEET:
		return !p->a || (p->b && !p->b->doubt && p->a->value == p->b->value);
	default:
		if (!p->a)
			return place_is_doubtful(old, f);
		return p->b && !p->b->doubt && p->a->value == p->b->value;
	}
}

bool facts_cover(const fact_list *old, const fact_list *new)
{
	struct both p;

	for (size_t i = 0, k = 0; next_both(old, new, &i, &k, &p);)
		if (!covers(&p, old))
			return false;
	return true;
}

/* ---- for people ---- */

void facts_dump(struct strbuf *b, const fact_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct fact *f = &l->v[i];

		strbuf_addf(b, " %s", fact_name(f->kind));
		if (f->what)
			strbuf_addf(b, " %s", f->what);
		if (f->value)
			strbuf_addf(b, " %lld", (long long)f->value);
		strbuf_addf(b, " at %u:%u%s", f->loc.line, f->loc.col, f->doubt ? " maybe" : "");
	}
}
