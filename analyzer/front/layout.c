// SPDX-License-Identifier: MIT
#include <string.h>

#include "front/layout.h"
#include "ir/sig.h"

#define MAX_DEPTH 48

const struct ir_ctype *ctype_get(struct ctype_ref r)
{
	if (!r.unit || r.ctype < 0 || (size_t)r.ctype >= r.unit->ctypes.n)
		return NULL;
	return &r.unit->ctypes.v[r.ctype];
}

struct ctype_ref ctype_strip_arrays(struct ctype_ref r)
{
	for (int depth = 0; depth < MAX_DEPTH; depth++) {
		const struct ir_ctype *t = ctype_get(r);

		if (!t || t->kind != CT_ARRAY)
			return r;
		r.ctype = t->elem;
	}
	return NO_CTYPE;
}

struct ctype_ref ctype_pointee(struct ctype_ref r)
{
	const struct ir_ctype *t = ctype_get(r);

	if (!t || t->kind != CT_POINTER)
		return NO_CTYPE;
	return (struct ctype_ref){ r.unit, t->elem };
}

void layout_start(struct layout_walk *w, struct ctype_ref type)
{
	*w = (struct layout_walk){ .at = type };
}

static bool into_array(struct layout_walk *w, const struct ir_ctype *t, uint64_t off)
{
	struct ctype_ref elem = { w->at.unit, t->elem };
	const struct ir_ctype *e = ctype_get(elem);

	if (!e || !e->size || (t->count && (off - w->base) / e->size >= t->count))
		return false;
	w->index = (off - w->base) / e->size;
	w->array_end = t->count ? w->base + t->count * e->size : UINT64_MAX;
	w->base += w->index * e->size;
	w->at = elem;
	w->owner = NULL;
	w->field = NULL;
	return true;
}

/* A flexible array has no size and takes everything behind it. */
static bool field_contains(struct ctype_ref type, uint64_t begin, uint64_t off)
{
	const struct ir_ctype *t = ctype_get(type);

	if (!t || off < begin)
		return false;
	return off - begin < t->size || (t->kind == CT_ARRAY && !t->size);
}

static bool into_field(struct layout_walk *w, const struct ir_ctype *t, uint64_t off)
{
	for (size_t i = 0; i < t->nfields; i++) {
		struct ctype_ref type = { w->at.unit, t->fields[i].ctype };

		if (!field_contains(type, w->base + t->fields[i].offset, off))
			continue;
		w->base += t->fields[i].offset;
		w->at = type;
		w->owner = t;
		w->field = &t->fields[i];
		return true;
	}
	return false;
}

bool layout_down(struct layout_walk *w, uint64_t off)
{
	const struct ir_ctype *t = ctype_get(w->at);

	if (!t || off < w->base || w->depth++ >= MAX_DEPTH)
		return false;
	if (t->kind == CT_ARRAY)
		return into_array(w, t, off);
	return t->kind == CT_STRUCT && into_field(w, t, off);
}

uint64_t layout_canon(struct ctype_ref type, uint64_t off, bool *has_array)
{
	struct layout_walk w;

	if (has_array)
		*has_array = false;
	layout_start(&w, type);
	while (layout_down(&w, off)) {
		const struct ir_ctype *t = ctype_get(w.at);

		if (w.owner || !t)
			continue;
		if (has_array)
			*has_array = true;
		off -= w.index * t->size;
		w.base -= w.index * t->size;
	}
	return off;
}

/* The flexible array that struct @t ends in, as its offset and the size of an element. */
static bool flexible_end(struct ctype_ref type, uint64_t *begin, uint64_t *size)
{
	const struct ir_ctype *t = ctype_get(type), *last, *elem;

	if (t->kind != CT_STRUCT || !t->nfields)
		return false;
	*begin = t->fields[t->nfields - 1].offset;
	last = ctype_get((struct ctype_ref){ type.unit, t->fields[t->nfields - 1].ctype });
	if (!last || last->kind != CT_ARRAY || last->count)
		return false;
	elem = ctype_get((struct ctype_ref){ type.unit, last->elem });
	*size = elem ? elem->size : 0;
	return *size;
}

uint64_t layout_fold(struct ctype_ref type, uint64_t off)
{
	const struct ir_ctype *t = ctype_get(type);
	uint64_t begin, size;

	if (!t || !t->size || off < t->size)
		return off;
	if (flexible_end(type, &begin, &size))
		return begin + (off - begin) % size;
	return off % t->size;
}

struct layout_member layout_member_at(struct ctype_ref type, uint64_t off)
{
	struct layout_member m = { .owner = NULL };
	struct layout_walk w;

	layout_start(&w, type);
	while (layout_down(&w, off)) {
		if (w.owner && w.owner->name && *w.field->name) {
			m.owner = w.owner->name;
			m.field = w.field->name;
		}
	}
	m.type = w.at;
	return m;
}

struct ctype_ref layout_sub(struct ctype_ref type, uint64_t off, const char *name)
{
	struct layout_walk w;

	layout_start(&w, type);
	do {
		const struct ir_ctype *t = ctype_get(w.at);

		if (t && w.base == off && t->name && strcmp(t->name, name) == 0)
			return w.at;
	} while (layout_down(&w, off));
	return NO_CTYPE;
}

uint64_t layout_array_end(struct ctype_ref type, uint64_t off)
{
	struct layout_walk w;
	uint64_t end = 0;

	layout_start(&w, type);
	while (layout_down(&w, off))
		if (!w.owner && w.base == off)
			end = w.array_end;
	return end;
}

static bool field_of(struct ctype_ref t, const char *name, int depth, uint64_t *off,
		     struct ctype_ref *type)
{
	const struct ir_ctype *s = ctype_get(t);

	if (!s || s->kind != CT_STRUCT || depth > 4)
		return false;
	for (size_t i = 0; i < s->nfields; i++) {
		const struct ir_field *f = &s->fields[i];

		*off = 0;
		*type = (struct ctype_ref){ t.unit, f->ctype };
		if (strcmp(f->name, name) == 0 ||
		    (!*f->name && field_of(*type, name, depth + 1, off, type))) {
			*off += f->offset;
			return true;
		}
	}
	return false;
}

bool layout_field(struct ctype_ref t, const char *name, uint64_t *off, struct ctype_ref *type)
{
	return name && field_of(t, name, 0, off, type);
}

static const struct attr_kind *find_kind(const struct attr_kinds *k, const char *name)
{
	vec_for_each_ptr(struct attr_kind, kind, &k->kinds)
		if (name && strcmp(kind->struct_name, name) == 0)
			return kind;
	return NULL;
}

/* ---- attribute structs that a driver has made up ---- */

#define ANY_ATTRIBUTE "struct attribute"

static bool starts(const char *s, const char *with)
{
	return s && strncmp(s, with, strlen(with)) == 0;
}

/* show(..., char *) or store(..., const char *, size_t). */
static bool takes_buffer(struct ctype_ref type, bool is_store)
{
	const struct ir_ctype *t = ctype_get(type);
	size_t n = 0;

	if (!t || t->kind != CT_FUNCPTR)
		return false;
	while (sig_param(t->sig, n))
		n++;
	if (!is_store)
		return n >= 2 && starts(sig_param(t->sig, n - 1), "char *)");
	return n >= 3 && starts(sig_param(t->sig, n - 2), "const char *,") &&
	       starts(sig_param(t->sig, n - 1), "unsigned long)");
}

static bool find_attribute(struct ctype_ref t, struct kind_layout *l, struct ctype_ref *attr)
{
	const struct ir_ctype *s = ctype_get(t);

	for (size_t i = 0; i < s->nfields; i++) {
		const struct ir_ctype *f;

		*attr = (struct ctype_ref){ t.unit, s->fields[i].ctype };
		f = ctype_get(*attr);
		l->attr = s->fields[i].offset;
		if (f && f->kind == CT_STRUCT && f->name && !strcmp(f->name, ANY_ATTRIBUTE))
			return true;
	}
	return false;
}

static bool is_made_up(const struct attr_kind *kind, struct ctype_ref t, struct kind_layout *l,
		       struct ctype_ref *attr)
{
	struct ctype_ref show, store;
	uint64_t off;

	return kind && find_attribute(t, l, attr) &&
	       layout_field(t, kind->show_member, &off, &show) && takes_buffer(show, false) &&
	       layout_field(t, kind->store_member, &off, &store) && takes_buffer(store, true);
}

bool layout_kind(const struct attr_kinds *k, struct ctype_ref t, struct kind_layout *l)
{
	const struct ir_ctype *s = ctype_get(t);
	struct ctype_ref attr, ignored;
	uint64_t off;

	*l = (struct kind_layout){ .kind = NULL };
	if (!s || s->kind != CT_STRUCT)
		return false;
	l->struct_name = s->name ? s->name : "";
	l->kind = find_kind(k, s->name);
	if (!l->kind) {
		l->kind = find_kind(k, ANY_ATTRIBUTE);
		if (!is_made_up(l->kind, t, l, &attr))
			return false;
	} else if (!layout_field(t, l->kind->attr_member, &l->attr, &attr)) {
		return false;
	}
	if (!layout_field(attr, "name", &off, &ignored))
		return false;
	l->size = s->size;
	l->name = l->attr + off;
	l->mode = layout_field(attr, "mode", &off, &ignored) ? l->attr + off : UINT64_MAX;
	l->has_show = layout_field(t, l->kind->show_member, &l->show, &l->show_type);
	l->has_store = layout_field(t, l->kind->store_member, &l->store, &l->store_type);
	return true;
}

bool layout_kind_at(const struct attr_kinds *k, struct ctype_ref type, uint64_t off,
		    struct kind_layout *l, uint64_t *base)
{
	struct layout_walk w;

	layout_start(&w, type);
	do {
		if (layout_kind(k, w.at, l)) {
			*base = w.base;
			return true;
		}
	} while (layout_down(&w, off));
	return false;
}

void layout_path(struct ctype_ref type, uint64_t base, const char *stop, bool any,
		 struct strbuf *out)
{
	struct layout_walk w;
	const struct ir_ctype *t;

	layout_start(&w, type);
	for (;;) {
		t = ctype_get(w.at);
		if (!t || (w.base == base && t->name && strcmp(t->name, stop) == 0))
			return;
		if (!layout_down(&w, base))
			return;
		if (w.owner && *w.field->name)
			strbuf_addf(out, ".%s", w.field->name);
		else if (!w.owner && any)
			strbuf_add(out, "[]");
		else if (!w.owner)
			strbuf_addf(out, "[%llu]", (unsigned long long)w.index);
	}
}
