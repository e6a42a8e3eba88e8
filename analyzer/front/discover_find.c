// SPDX-License-Identifier: MIT
/*
 * From memory to attributes: a cell that lies where an attribute struct has its
 * attr.name, and that a text was put into, is an attribute; the cells beside
 * it are its mode and handlers. It makes no difference whether an initialiser,
 * an assignment or a helper put them there.
 *
 * Where several values may be in a cell the flow-insensitive view has lost
 * which go together. Several names are several attributes: of several handlers
 * a name gets those that stand in the same row of a table, if there is one.
 * Else each handler is an attribute of its own, up to MAX_VARIANTS.
 */
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "front/found.h"

#define MAX_VALUES   64 /* names or handlers of one attribute struct that are looked at */
#define MAX_VARIANTS 4
#define MAX_FOUND    20000

struct finder {
	struct points_to *pt;
	const struct discover_options *options;
	struct found_list *out;
};

/* ---- texts ---- */

static const char *text_in_bytes(const char *bytes, size_t n, uint64_t off)
{
	if (!bytes || off >= n || !memchr(bytes + off, '\0', n - off))
		return NULL;
	return bytes + off;
}

/* A char array that is initialised byte by byte. */
static const char *text_in_inits(struct arena *a, const struct pt_obj *o, uint64_t off)
{
	struct strbuf b;

	strbuf_init(&b, a);
	vec_for_each_ptr(struct ir_init, init, &o->global->inits) {
		wide v;

		if (init->offset < off)
			continue;
		if (init->offset != off + b.n || init->value.kind != REF_CONST || b.n > 256)
			break;
		v = o->unit->consts.v[init->value.idx].value;
		if (!v)
			break;
		strbuf_addc(&b, (char)v);
	}
	return b.n ? b.s : NULL;
}

static const char *global_text(struct arena *a, const struct pt_obj *o, uint64_t off)
{
	const struct ir_global *g = o->global;

	if (o->kind != PT_GLOBAL)
		return NULL;
	if (g->bytes)
		return text_in_bytes(g->bytes, g->nbytes, off);
	return text_in_inits(a, o, off);
}

/* The text at @loc; that of a buffer is what was printed into it. */
static const char *text_at(struct points_to *pt, uint32_t loc)
{
	struct pt_loc l = pt->locs.v[loc];
	const char *text = global_text(pt->arena, &pt->objs.v[l.obj], l.off);
	const struct pt_node *n;

	if (text || !l.cell)
		return text;
	n = &pt->nodes.v[pt->cells.v[l.cell].read];
	for (size_t i = 0; !text && i < n->locs.n; i++)
		text = global_text(pt->arena, pt_obj_of(pt, n->locs.v[i]),
				   pt->locs.v[n->locs.v[i]].off);
	return text;
}

/* ---- places ---- */

static const struct ir_init *init_at(const struct pt_obj *o, uint64_t off)
{
	size_t lo = 0, hi;

	if (o->kind != PT_GLOBAL)
		return NULL;
	hi = o->global->inits.n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->global->inits.v[mid].offset < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < o->global->inits.n && o->global->inits.v[lo].offset == off)
		return &o->global->inits.v[lo];
	return NULL;
}

static bool node_has(const struct points_to *pt, uint32_t node, uint32_t loc)
{
	const struct pt_node *n = &pt->nodes.v[node];

	for (size_t i = 0; i < n->locs.n; i++)
		if (n->locs.v[i] == loc)
			return true;
	return false;
}

static const struct pt_writer *writer_of(const struct points_to *pt, uint32_t cell, uint32_t loc,
					 int depth)
{
	const struct pt_cell *c = &pt->cells.v[cell];
	const struct pt_writer *found = NULL;

	vec_for_each_ptr(struct pt_writer, w, &c->writers)
		if (node_has(pt, w->node, loc))
			return w;
	for (size_t i = 0; !found && depth < 4 && i < c->parents.n; i++)
		found = writer_of(pt, c->parents.v[i], loc, depth + 1);
	return found;
}

/* Where @loc was put into @cell: an entry of an initialiser or an assignment. */
static struct loc place_of(struct points_to *pt, uint32_t cell, uint32_t loc)
{
	const struct pt_loc *at = &pt->locs.v[pt->cells.v[cell].loc];
	const struct pt_obj *o = &pt->objs.v[at->obj];
	const struct pt_writer *w = writer_of(pt, cell, loc, 0);
	const struct ir_init *init = at->is_any ? NULL : init_at(o, at->off);

	if (w)
		return pt_writer_loc(pt, w);
	if (init)
		return init->loc;
	return o->kind == PT_GLOBAL ? o->global->loc : (struct loc){ .path = NULL };
}

/* ---- values of one attribute struct ---- */

struct values {
	uint32_t v[MAX_VALUES];
	size_t n;
	bool is_unknown; /* there may be others */
};

static void collect(const struct points_to *pt, uint32_t cell, enum pt_kind kind,
		    struct values *out)
{
	const struct pt_node *n = &pt->nodes.v[pt->cells.v[cell].read];

	*out = (struct values){ .is_unknown = pt->is_limited && !n->locs.n };
	for (size_t i = 0; i < n->locs.n; i++) {
		enum pt_kind k = pt_obj_of(pt, n->locs.v[i])->kind;

		if (k == PT_UNKNOWN)
			out->is_unknown = true;
		if (k != kind)
			continue;
		if (out->n < MAX_VALUES)
			out->v[out->n++] = n->locs.v[i];
		else
			out->is_unknown = true;
	}
}

static uint32_t cell_of_part(struct points_to *pt, const struct found *f, uint64_t part)
{
	return pt_cell_at(pt, f->obj, f->base + part, f->is_any);
}

/* Zero is what memory of the kernel starts with; that of others is not known. */
static void read_mode(struct points_to *pt, struct found *f)
{
	struct values v;
	uint32_t cell;

	if (f->layout.mode == UINT64_MAX)
		return;
	cell = cell_of_part(pt, f, f->layout.mode);
	if (!cell)
		return;
	collect(pt, cell, PT_CONST, &v);
	if (v.is_unknown || v.n > 1)
		return;
	f->attr.mode_known =
		v.n || (!pt->cells.v[cell].writers.n && pt->objs.v[f->obj].kind != PT_CLASS);
	f->attr.mode = v.n ? (unsigned int)pt->locs.v[v.v[0]].off & 0xffff : 0;
}

static size_t unit_number(const struct points_to *pt, const struct ir_unit *u)
{
	return pt->units->number[idmap_get(&pt->unit_ids, (uintptr_t)u, 0) - 1];
}

static void bind_handler(struct points_to *pt, uint32_t cell, uint32_t loc, struct handler *h)
{
	const struct pt_obj *o = pt_obj_of(pt, loc);

	h->name = o->func->name;
	h->has_body = o->func->is_defined;
	h->unit = unit_number(pt, o->unit);
	h->func = (size_t)(o->func - o->unit->funcs.v);
	h->sig = o->func->sig;
	h->def = o->func->loc;
	h->bound = place_of(pt, cell, loc);
}

static const char *sig_of(struct ctype_ref r)
{
	const struct ir_ctype *t = ctype_get(r);

	return t ? t->sig : NULL;
}

/* ---- which handler belongs to which name ---- */

/* Whether the row of @table that has @text also has the function @func. */
static bool row_has(const struct points_to *pt, const struct pt_obj *table, uint64_t row,
		    uint64_t size, uint32_t func)
{
	const struct ir_func *f = pt_obj_of(pt, func)->func;

	vec_for_each_ptr(struct ir_init, init, &table->global->inits)
		if (init->offset >= row && init->offset - row < size &&
		    init->value.kind == REF_FUNC &&
		    program_func(pt->program, table->unit, init->value.idx).func == f)
			return true;
	return false;
}

static uint64_t row_size(const struct pt_obj *o)
{
	const struct ir_ctype *t = ctype_get(o->type), *e;

	if (!t || t->kind != CT_ARRAY)
		return 0;
	e = ctype_get((struct ctype_ref){ o->type.unit, t->elem });
	return e && e->kind == CT_STRUCT ? e->size : 0;
}

static bool init_is_text(struct points_to *pt, const struct pt_obj *o, const struct ir_init *init,
			 uint32_t text)
{
	const struct pt_loc *l = &pt->locs.v[text];

	return init->value.kind == REF_GLOBAL && (uint64_t)init->addend == l->off &&
	       program_global(pt->program, o->unit, init->value.idx).global ==
		       pt->objs.v[l->obj].global;
}

/* What tables that hold handlers say of a text. */
struct rows {
	bool has_text;
	struct values kept;
};

static void note_row(const struct points_to *pt, const struct pt_obj *o, uint64_t row,
		     uint64_t size, const struct values *all, struct rows *r)
{
	r->has_text = true;
	for (size_t i = 0; i < all->n && r->kept.n < MAX_VALUES; i++)
		if (row_has(pt, o, row, size, all->v[i]))
			r->kept.v[r->kept.n++] = all->v[i];
}

static void search_table(struct points_to *pt, const struct pt_obj *o, uint32_t text,
			 const struct values *all, struct rows *r)
{
	uint64_t size = row_size(o);
	bool has_handlers = false;

	for (size_t i = 0; size && i < all->n && !has_handlers; i++)
		has_handlers = row_has(pt, o, 0, UINT64_MAX, all->v[i]);
	if (!has_handlers)
		return;
	vec_for_each_ptr(struct ir_init, init, &o->global->inits)
		if (init_is_text(pt, o, init, text))
			note_row(pt, o, init->offset / size * size, size, all, r);
}

/* Keep of @v the functions that stand in a row with @text; all if there is no such row. */
static void narrow_by_table(struct points_to *pt, uint32_t text, struct values *v)
{
	struct rows r = { .has_text = false };

	if (pt_obj_of(pt, text)->kind != PT_GLOBAL)
		return;
	for (size_t i = 0; i < pt->objs.n; i++)
		if (pt->objs.v[i].kind == PT_GLOBAL && !pt->objs.v[i].global->is_literal)
			search_table(pt, &pt->objs.v[i], text, v, &r);
	if (r.has_text)
		*v = r.kept;
}

/* ---- names of objects ---- */

static const char *object_text(struct points_to *pt, const struct found *f, struct arena *a)
{
	const struct pt_obj *o = &pt->objs.v[f->obj];
	const struct ir_ctype *t = ctype_get(o->type);
	struct strbuf b;

	strbuf_init(&b, a);
	if (o->kind == PT_GLOBAL)
		strbuf_add(&b, *o->global->name ? o->global->name : "(unnamed)");
	else if (o->kind == PT_LOCAL)
		strbuf_add(&b, o->func->locals.v[o->local].name);
	else
		strbuf_add(&b, t && t->name ? t->name : "(allocated)");
	layout_path(o->type, f->base, f->layout.struct_name, f->is_any, &b);
	return b.s;
}

static bool is_whole_global(const struct points_to *pt, const struct found *f)
{
	const struct pt_obj *o = &pt->objs.v[f->obj];

	return o->kind == PT_GLOBAL && !f->base && o->size <= f->layout.size;
}

/* The definition, or the line of a larger initialiser, or the assignment of the name. */
static struct loc attribute_loc(struct points_to *pt, const struct found *f, uint32_t name)
{
	const struct pt_obj *o = &pt->objs.v[f->obj];

	if (is_whole_global(pt, f) && !f->is_any && init_at(o, f->base + f->layout.name) &&
	    !writer_of(pt, f->name, name, 0))
		return o->global->loc;
	return place_of(pt, f->name, name);
}

/* ---- which names are asked for ---- */

static bool is_glob(const char *s)
{
	return strpbrk(s, "*?[\\");
}

static bool matches(const struct discover_options *o, const char *name)
{
	for (size_t i = 0; i < o->nnames; i++)
		if (fnmatch(o->names[i], name, 0) == 0)
			return true;
	return false;
}

static bool is_wanted(const struct discover_options *o, struct attribute *attr)
{
	attr->is_near_miss = false;
	attr->meant = NULL;
	if (matches(o, attr->name))
		return true;
	for (size_t i = 0; i < o->nnames; i++) {
		if (is_glob(o->names[i]) || !name_near_miss(attr->name, o->names[i]))
			continue;
		attr->is_near_miss = true;
		attr->meant = o->names[i];
		return true;
	}
	return false;
}

/* ---- emission ---- */

struct handlers {
	uint32_t show_cell, store_cell;
	struct values show, store;
};

static uint32_t nth(const struct values *v, size_t i)
{
	if (!v->n)
		return 0;
	return v->v[i < v->n ? i : v->n - 1];
}

static void bind_nth(struct points_to *pt, uint32_t cell, const struct values *v, size_t i,
		     struct handler *h)
{
	uint32_t loc = nth(v, i);

	if (v->n > MAX_VARIANTS || (!loc && v->is_unknown))
		h->is_unknown = true;
	else if (loc)
		bind_handler(pt, cell, loc, h);
}

static size_t variants(const struct handlers *h)
{
	size_t n = h->show.n > h->store.n ? h->show.n : h->store.n;

	return n > MAX_VARIANTS || !n ? 1 : n;
}

/* A read of several values sorts them by place, so that pairs written together stay together. */
static void sort_by_place(struct points_to *pt, uint32_t cell, struct values *v)
{
	for (size_t i = 1; i < v->n; i++)
		for (size_t k = i; k > 0; k--) {
			struct loc a = place_of(pt, cell, v->v[k - 1]);
			struct loc b = place_of(pt, cell, v->v[k]);
			uint32_t t = v->v[k];

			if (loc_compare(&a, &b) <= 0)
				break;
			v->v[k] = v->v[k - 1];
			v->v[k - 1] = t;
		}
}

static void read_handlers(struct points_to *pt, const struct found *f, bool has_several_names,
			  uint32_t name, struct handlers *h)
{
	*h = (struct handlers){ .show_cell = 0 };
	if (f->layout.has_show) {
		h->show_cell = cell_of_part(pt, f, f->layout.show);
		collect(pt, h->show_cell, PT_FUNC, &h->show);
		if (has_several_names && h->show.n)
			narrow_by_table(pt, name, &h->show);
		sort_by_place(pt, h->show_cell, &h->show);
	}
	if (f->layout.has_store) {
		h->store_cell = cell_of_part(pt, f, f->layout.store);
		collect(pt, h->store_cell, PT_FUNC, &h->store);
		if (has_several_names && h->store.n)
			narrow_by_table(pt, name, &h->store);
		sort_by_place(pt, h->store_cell, &h->store);
	}
}

static void emit_variants(struct finder *d, struct found f, const struct handlers *h)
{
	for (size_t i = 0; i < variants(h); i++) {
		struct found *out;

		if (d->out->v.n >= MAX_FOUND)
			return;
		out = vec_push(d->out->arena, &d->out->v);
		*out = f;
		out->attr.show.member_sig = sig_of(f.layout.show_type);
		out->attr.store.member_sig = sig_of(f.layout.store_type);
		bind_nth(d->pt, h->show_cell, &h->show, i, &out->attr.show);
		bind_nth(d->pt, h->store_cell, &h->store, i, &out->attr.store);
	}
}

static void emit_named(struct finder *d, struct found f, const char *text, uint32_t name,
		       bool has_several_names)
{
	struct handlers h;

	f.attr.name = arena_strdup(d->out->arena, text);
	if (!is_wanted(d->options, &f.attr))
		return;
	f.attr.kind = f.layout.kind;
	f.attr.node = f.layout.kind->node;
	f.attr.object = object_text(d->pt, &f, d->out->arena);
	f.attr.loc = attribute_loc(d->pt, &f, name);
	f.is_runtime = writer_of(d->pt, f.name, name, 0);
	f.attr.driver = d->pt->units->driver;
	read_mode(d->pt, &f);
	read_handlers(d->pt, &f, has_several_names, name, &h);
	emit_variants(d, f, &h);
}

struct names {
	const char *text[MAX_VALUES];
	uint32_t loc[MAX_VALUES];
	size_t n;
	uint32_t unknown;
};

static void add_name(struct names *names, const char *text, uint32_t loc)
{
	for (size_t i = 0; i < names->n; i++)
		if (strcmp(names->text[i], text) == 0)
			return;
	if (names->n == MAX_VALUES)
		return;
	names->text[names->n] = text;
	names->loc[names->n++] = loc;
}

static void collect_names(struct points_to *pt, uint32_t cell, struct names *out)
{
	const struct pt_node *n = &pt->nodes.v[pt->cells.v[cell].down];

	*out = (struct names){ .n = 0 };
	for (size_t i = 0; i < n->locs.n; i++) {
		const char *text = text_at(pt, n->locs.v[i]);

		if (text && *text)
			add_name(out, text, n->locs.v[i]);
		else
			out->unknown = n->locs.v[i];
	}
}

static void emit_found(struct finder *d, const struct found *f)
{
	struct names names;

	collect_names(d->pt, f->name, &names);
	for (size_t i = 0; i < names.n; i++)
		emit_named(d, *f, names.text[i], names.loc[i], names.n > 1);
	if (!names.n && names.unknown && d->pt->objs.v[f->obj].kind != PT_CLASS)
		emit_named(d, *f, ATTR_NAME_UNKNOWN, names.unknown, false);
}

/* ---- candidates ---- */

/* What only comes down from a parent is reported there. */
static bool is_written(const struct points_to *pt, uint32_t cell)
{
	const struct pt_loc *l = &pt->locs.v[pt->cells.v[cell].loc];

	return pt->cells.v[cell].writers.n || (!l->is_any && init_at(&pt->objs.v[l->obj], l->off));
}

static bool is_name_cell(struct points_to *pt, uint32_t cell, struct found *f)
{
	struct pt_loc l = pt->locs.v[pt->cells.v[cell].loc];
	const struct pt_obj *o = &pt->objs.v[l.obj];
	const struct ir_ctype *t = ctype_get(o->type);
	uint64_t off = l.off, whole = 0;
	struct layout_member m;

	if (!t || !pt->nodes.v[pt->cells.v[cell].down].locs.n || !is_written(pt, cell))
		return false;
	if (o->kind == PT_HEAP && t->size) {
		off = layout_fold(o->type, off);
		whole = l.off - off;
	}
	m = layout_member_at(o->type, off);
	if (!m.owner || strcmp(m.owner, "struct attribute") != 0)
		return false;
	*f = (struct found){ .obj = l.obj, .is_any = l.is_any, .name = cell };
	if (!layout_kind_at(pt->kinds, o->type, off, &f->layout, &f->base) ||
	    off - f->base != f->layout.name)
		return false;
	f->base += whole;
	return true;
}

static void make_cells(struct points_to *pt, const struct found *f)
{
	if (f->layout.mode != UINT64_MAX)
		cell_of_part(pt, f, f->layout.mode);
	if (f->layout.has_show)
		cell_of_part(pt, f, f->layout.show);
	if (f->layout.has_store)
		cell_of_part(pt, f, f->layout.store);
}

/* Where the attribute lies, for those that its handlers are called with. */
static void place_attribute(const struct points_to *pt, struct found *f)
{
	const struct pt_obj *o = &pt->objs.v[f->obj];

	f->attr.show.owner = f->attr.store.owner = f->attr.kind->struct_name;
	f->attr.is_static = o->kind == PT_GLOBAL && o->global->is_defined && !f->is_any;
	if (f->attr.is_static)
		f->attr.place =
			(struct own_object){ .unit = unit_number(pt, o->unit),
					     .global = (size_t)(o->global - o->unit->globals.v),
					     .base = f->base };
}

void find_attributes(struct points_to *pt, const struct discover_options *o, struct found_list *out)
{
	struct finder d = { .pt = pt, .options = o, .out = out };
	VEC(struct found) candidates = { 0 };
	struct found f;
	size_t n = pt->cells.n;

	for (uint32_t i = 1; i < n; i++) {
		if (!is_name_cell(pt, i, &f))
			continue;
		*vec_push(pt->arena, &candidates) = f;
		make_cells(pt, &f);
	}
	pt_run(pt);
	vec_for_each_ptr(struct found, c, &candidates)
		emit_found(&d, c);
	vec_for_each_ptr(struct found, c, &out->v)
		place_attribute(pt, c);
}
