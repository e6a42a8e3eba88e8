// SPDX-License-Identifier: MIT
/*
 * Discovery on the linked program, one driver at a time: what pointers point
 * to, which memory is an attribute, which attributes the kernel gets to see.
 */
#include <stdlib.h>
#include <string.h>

#include "front/found.h"

/* ---- eras ---- */

static bool has(const char *sig, const char *what)
{
	return sig && strstr(sig, what);
}

/* Era C is B with another way to register, which the prototype of the call shows. */
static bool registers_driver(const struct driver_units *d, const struct attr_kinds *k)
{
	for (size_t i = 0; i < d->n; i++)
		vec_for_each_ptr(struct ir_func, f, &d->v[i]->funcs)
			for (size_t n = 0; n < k->nmdev_register; n++)
				if (strcmp(f->name, k->mdev_register[n]) == 0 &&
				    has(f->sig, "struct mdev_driver *"))
					return true;
	return false;
}

static bool is_era_ident(const struct attr_era *e, const char *name)
{
	for (size_t n = 0; n < e->nidents; n++)
		if (strcmp(name, e->idents[n]) == 0)
			return true;
	return false;
}

/* The era that one of the functions the driver refers to belongs to, or NULL. */
static const char *era_of_functions(const struct driver_units *d, const struct attr_kinds *k)
{
	for (size_t i = 0; i < d->n; i++)
		vec_for_each_ptr(struct ir_func, f, &d->v[i]->funcs)
			vec_for_each_ptr(struct attr_era, e, &k->eras)
				if (is_era_ident(e, f->name))
					return e->id;
	return NULL;
}

/* The kernel's own struct tells the era, even if a cast binds a handler of another. */
static const char *type_era(const struct attribute *attr, bool is_driver_era)
{
	const char *sig = attr->show.member_sig ? attr->show.member_sig : attr->show.sig;

	if (has(sig, "struct kobject *"))
		return "A";
	if (has(sig, "struct mdev_type *"))
		return is_driver_era ? "C" : "B";
	return NULL;
}

static void find_eras(const struct driver_units *d, const struct attr_kinds *k,
		      struct found_list *found)
{
	bool is_driver_era = registers_driver(d, k);
	const char *other = era_of_functions(d, k);

	vec_for_each_ptr(struct found, f, &found->v) {
		if (strcmp(f->attr.kind->node, "type") == 0)
			f->attr.era = type_era(&f->attr, is_driver_era);
		else
			f->attr.era = other ? other : "device";
	}
}

/* ---- the same attribute found twice ---- */

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_attribute(const struct attribute *a, const struct attribute *b)
{
	return loc_compare(&a->loc, &b->loc) == 0 && same_text(a->name, b->name) &&
	       a->kind == b->kind && same_text(a->object, b->object) &&
	       same_text(a->show.name, b->show.name) && same_text(a->store.name, b->store.name);
}

static void take_registrations(struct arena *a, struct attribute *to, const struct attribute *from)
{
	vec_for_each_ptr(struct registration, r, &from->registrations)
		*vec_push(a, &to->registrations) = *r;
}

/* What is written through a pointer to some object of a type, and to a known one,
 * is one. */
static bool is_class_of(const struct points_to *pt, const struct found *class,
			const struct found *member)
{
	const struct pt_obj *o = &pt->objs.v[member->obj];
	struct ctype_ref type = pt->objs.v[class->obj].type;

	return o->class == class->obj && layout_fold(type, member->base) == class->base &&
	       same_text(class->attr.name, member->attr.name);
}

static void drop_classes(const struct points_to *pt, struct found_list *found)
{
	vec_for_each_ptr(struct found, class, &found->v) {
		if (pt->objs.v[class->obj].kind != PT_CLASS)
			continue;
		vec_for_each_ptr(struct found, member, &found->v) {
			if (member->is_dropped || !is_class_of(pt, class, member))
				continue;
			if (!member->attr.registrations.n)
				take_registrations(found->arena, &member->attr, &class->attr);
			class->is_dropped = true;
		}
	}
}

/* Of an array, one element stands for all that an index may choose. */
static bool copies_element(const struct pt_obj *o, const struct pt_range *r)
{
	return r->size && o->size > r->size && o->size % r->size == 0;
}

/* What is only copied is a template, or the temporary of a compound literal. */
static bool is_copied(const struct points_to *pt, const struct found *f)
{
	const struct pt_obj *o = &pt->objs.v[f->obj];
	uint64_t name = f->base + f->layout.name;

	for (size_t i = 0; i < o->copies.n; i++) {
		const struct pt_range *r = &pt->ranges.v[o->copies.v[i]];
		uint64_t from = pt->locs.v[r->from].off;

		if (name >= from && (name - from < r->size || copies_element(o, r)))
			return true;
	}
	return false;
}

static void drop_templates(const struct points_to *pt, struct found_list *found)
{
	vec_for_each_ptr(struct found, f, &found->v)
		if (!f->attr.registrations.n && is_copied(pt, f))
			f->is_dropped = true;
}

static const char *statement_key(struct arena *a, const struct attribute *attr)
{
	const char *show = attr->show.name ? attr->show.name : "";
	const char *store = attr->store.name ? attr->store.name : "";

	return arena_printf(a, "%s:%u:%u %s %s %s", attr->loc.path, attr->loc.line, attr->loc.col,
			    attr->name, show, store);
}

/* One statement in a loop makes one attribute, however many elements it goes through. */
static void drop_loops(const struct points_to *pt, struct found_list *found)
{
	struct map *first = map_new(pt->arena);

	vec_for_each_ptr(struct found, f, &found->v) {
		const char *key = statement_key(pt->arena, &f->attr);
		struct found *other = map_get(first, key);

		if (!f->is_runtime || f->is_dropped || !f->attr.loc.path)
			continue;
		if (!other) {
			map_put(first, key, f);
			continue;
		}
		if (!other->attr.registrations.n)
			take_registrations(found->arena, &other->attr, &f->attr);
		f->is_dropped = true;
	}
}

static int compare_attributes(const void *a, const void *b)
{
	const struct attribute *x = a, *y = b;
	int order = loc_compare(&x->loc, &y->loc);

	if (!order)
		order = strcmp(x->name, y->name);
	return order ? order : strcmp(x->object, y->object);
}

/* Instances of one helper for several calls find what the helper itself names once
 * each. */
static size_t drop_doubles(struct arena *a, struct attribute *attrs, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (!kept || !same_attribute(&attrs[kept - 1], &attrs[i]))
			attrs[kept++] = attrs[i];
		else if (!attrs[kept - 1].registrations.n)
			take_registrations(a, &attrs[kept - 1], &attrs[i]);
	}
	return kept;
}

/* ---- drivers ---- */

struct attribute_list {
	VEC(struct attribute) v;
};

/* Most files of a kernel have no attribute: nothing is to be solved then. */
static bool has_kind(const struct driver_units *d, const struct attr_kinds *k)
{
	struct kind_layout l;

	for (size_t i = 0; i < d->n; i++)
		for (size_t t = 0; t < d->v[i]->ctypes.n; t++)
			if (layout_kind(k, (struct ctype_ref){ d->v[i], (int32_t)t }, &l))
				return true;
	return false;
}

static void discover_driver(struct program *p, const struct driver_units *d,
			    const struct attr_kinds *k, const struct discover_options *o,
			    struct arena *a, struct attribute_list *out)
{
	struct found_list found = { .arena = a };
	struct arena *scratch;
	struct points_to *pt;

	if (!has_kind(d, k))
		return;
	scratch = arena_new();
	pt = points_to_solve(p, d, k, scratch);
	find_attributes(pt, o, &found);
	find_registrations(pt, &found);
	find_eras(d, k, &found);
	drop_templates(pt, &found);
	drop_classes(pt, &found);
	drop_loops(pt, &found);
	vec_for_each_ptr(struct found, f, &found.v)
		if (!f->is_dropped)
			*vec_push(a, &out->v) = f->attr;
	arena_drop(scratch);
}

static void add_unit(struct arena *a, struct driver_units *d, size_t cap, struct ir_unit *u,
		     size_t number)
{
	if (!d->v) {
		d->v = arena_array(a, cap, sizeof(*d->v));
		d->number = arena_array(a, cap, sizeof(*d->number));
	}
	d->v[d->n] = u;
	d->number[d->n++] = number;
}

/* One row per unit of @p: the driver of that number, empty if there is none. */
static struct driver_units *split_program(const struct program *p, struct arena *a)
{
	struct driver_units *d = arena_array(a, p->units.n, sizeof(*d));
	size_t *driver = arena_array(a, p->units.n, sizeof(*driver));
	size_t *size = arena_array(a, p->units.n, sizeof(*size));

	for (size_t i = 0; i < p->units.n; i++) {
		driver[i] = program_driver(p, p->units.v[i]);
		size[driver[i]]++;
		d[i].driver = i;
	}
	for (size_t i = 0; i < p->units.n; i++)
		add_unit(a, &d[driver[i]], size[driver[i]], p->units.v[i], i);
	return d;
}

/* ---- which attributes a handler is for ---- */

static bool same_handler(const struct handler *a, const struct handler *b)
{
	return a->has_body && b->has_body && a->unit == b->unit && a->func == b->func;
}

static void add_name(struct arena *a, struct handler *h, const char *name, size_t cap)
{
	for (size_t i = 0; i < h->nnames; i++)
		if (!strcmp(h->names[i], name))
			return;
	if (!h->names)
		h->names = arena_array(a, cap, sizeof(*h->names));
	h->names[h->nnames++] = name;
}

static void add_object(struct arena *a, struct handler *h, const struct own_object *o, size_t cap)
{
	if (!h->objects)
		h->objects = arena_array(a, cap, sizeof(*h->objects));
	h->objects[h->nobjects++] = *o;
}

/* The attributes of @v from @first on that @h is the handler of. */
static void add_attributes(struct arena *a, struct handler *h, struct attribute *v, size_t n,
			   size_t first, struct handler *(*handler)(struct attribute *))
{
	bool all_static = true;

	for (size_t k = first; k < n; k++) {
		if (!same_handler(handler(&v[k]), h))
			continue;
		add_name(a, h, v[k].name, n);
		add_object(a, h, &v[k].place, n);
		all_static &= v[k].is_static;
	}
	if (!all_static)
		h->nobjects = 0;
}

/* The first attribute with a handler knows the names for all. */
static void name_handlers(struct arena *a, struct attribute *v, size_t n,
			  struct handler *(*handler)(struct attribute *))
{
	for (size_t i = 0; i < n; i++) {
		struct handler *h = handler(&v[i]), *first = NULL;

		for (size_t k = 0; k < n && h->has_body && !first; k++)
			if (same_handler(handler(&v[k]), h))
				first = handler(&v[k]);
		if (first == h)
			add_attributes(a, h, v, n, i, handler);
		if (first) {
			h->names = first->names;
			h->nnames = first->nnames;
			h->objects = first->objects;
			h->nobjects = first->nobjects;
		}
	}
}

static struct handler *show_of(struct attribute *a)
{
	return &a->show;
}

static struct handler *store_of(struct attribute *a)
{
	return &a->store;
}

void discover_attributes(struct program *p, const struct attr_kinds *k,
			 const struct discover_options *o, struct arena *a, struct attribute **out,
			 size_t *n)
{
	struct arena *scratch = arena_new();
	struct driver_units *drivers = split_program(p, scratch);
	struct attribute_list list = { 0 };

	for (size_t i = 0; i < p->units.n; i++)
		discover_driver(p, &drivers[i], k, o, a, &list);
	if (list.v.n > 1)
		qsort(list.v.v, list.v.n, sizeof(*list.v.v), compare_attributes);
	*n = drop_doubles(a, list.v.v, list.v.n);
	*out = list.v.v;
	name_handlers(a, *out, *n, show_of);
	name_handlers(a, *out, *n, store_of);
	arena_drop(scratch);
}

/* ---- what MV005 asks ---- */

static bool in_list(const char *const *list, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], s) == 0)
			return true;
	return false;
}

static void note_support(struct driver_facts *d, const struct attr_kinds *k,
			 const struct ir_unit *u)
{
	vec_for_each_ptr(struct ir_marker, m, &u->markers) {
		if (d->support)
			return;
		if (!in_list(k->support_idents, k->nsupport_idents, m->name))
			continue;
		d->support = m->name;
		d->support_loc = m->loc;
	}
}

static void note_insn(struct driver_facts *d, const struct attr_kinds *k, const struct ir_unit *u,
		      const struct ir_insn *insn)
{
	if (insn->op != OP_CALL || insn->call->callee.kind != REF_FUNC || d->registers_mdev)
		return;
	if (!in_list(k->mdev_register, k->nmdev_register, u->funcs.v[insn->call->callee.idx].name))
		return;
	d->registers_mdev = true;
	d->register_loc = insn->loc;
}

static void note_calls(struct driver_facts *d, const struct attr_kinds *k, const struct ir_unit *u)
{
	vec_for_each_ptr(struct ir_func, f, &u->funcs)
		vec_for_each_ptr(struct ir_block, b, &f->blocks)
			vec_for_each_ptr(struct ir_insn, insn, &b->insns)
				note_insn(d, k, u, insn);
}

static void fill_facts(const struct driver_units *units, const struct attr_kinds *k,
		       const struct attribute *attrs, size_t n, struct driver_facts *d)
{
	d->driver = units->driver;
	for (size_t i = 0; i < units->n; i++) {
		note_support(d, k, units->v[i]);
		note_calls(d, k, units->v[i]);
	}
	for (size_t i = 0; i < n; i++)
		if (attrs[i].driver == d->driver)
			d->has_attribute = true;
}

void discover_drivers(struct program *p, const struct attr_kinds *k, const struct attribute *attrs,
		      size_t n, struct arena *a, struct driver_facts **out, size_t *nout)
{
	struct arena *scratch = arena_new();
	struct driver_units *drivers = split_program(p, scratch);
	VEC(struct driver_facts) list = { 0 };

	for (size_t i = 0; i < p->units.n; i++)
		if (drivers[i].n)
			fill_facts(&drivers[i], k, attrs, n, vec_push(a, &list));
	*out = list.v;
	*nout = list.n;
	arena_drop(scratch);
}
