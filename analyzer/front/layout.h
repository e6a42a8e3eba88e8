/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_LAYOUT_H
#define MIGVER_FRONT_LAYOUT_H

/*
 * Questions about the byte offsets of C types. Types may be hostile (cyclic,
 * overlapping, of absurd sizes): every walk has a depth limit.
 */

#include "base/strbuf.h"
#include "core/attribute.h"
#include "ir/ir.h"

/** struct ctype_ref - a type of a unit; ctype -1: unknown. */
struct ctype_ref {
	const struct ir_unit *unit;
	int32_t ctype;
};

#define NO_CTYPE ((struct ctype_ref){ NULL, -1 })

/** ctype_get - the type itself, NULL if it is unknown. */
const struct ir_ctype *ctype_get(struct ctype_ref r);

/** ctype_strip_arrays - the element type of an array of arrays of ..., or @r. */
struct ctype_ref ctype_strip_arrays(struct ctype_ref r);

/** ctype_pointee - what a CT_POINTER points to, else NO_CTYPE. */
struct ctype_ref ctype_pointee(struct ctype_ref r);

/**
 * struct layout_walk - the way from a type down to the byte @off of it
 *
 * layout_down() makes one step: into the array element or the member that
 * contains the byte. @owner and @field are the struct and member stepped
 * through, @owner is NULL for a step into an array.
 */
struct layout_walk {
	struct ctype_ref at;
	uint64_t base; /* offset of @at */
	const struct ir_ctype *owner;
	const struct ir_field *field;
	uint64_t index;	    /* of the array step */
	uint64_t array_end; /* offset behind the array stepped into */
	unsigned int depth;
};

void layout_start(struct layout_walk *w, struct ctype_ref type);
bool layout_down(struct layout_walk *w, uint64_t off);

/** layout_canon - @off with every array index on the way set to 0; @has_array may be NULL. */
uint64_t layout_canon(struct ctype_ref type, uint64_t off, bool *has_array);

/**
 * layout_fold - where in one @type the byte @off of a row of them lies
 *
 * A struct that ends in a flexible array has no second struct behind it, but
 * more elements.
 */
uint64_t layout_fold(struct ctype_ref type, uint64_t off);

/** struct layout_member - the innermost struct member that contains an offset. */
struct layout_member {
	const char *owner; /* "struct device"; NULL if there is none */
	const char *field;
	struct ctype_ref type; /* of what lies at the offset */
};

struct layout_member layout_member_at(struct ctype_ref type, uint64_t off);

/** layout_sub - the struct called @name that begins exactly at @off of @type, or NO_CTYPE. */
struct ctype_ref layout_sub(struct ctype_ref type, uint64_t off, const char *name);

/** layout_array_end - the end of the innermost array that has an element at @off, else 0. */
uint64_t layout_array_end(struct ctype_ref type, uint64_t off);

/** layout_field - the offset of member @name of struct @t, following anonymous members. */
bool layout_field(struct ctype_ref t, const char *name, uint64_t *off, struct ctype_ref *type);

/** struct kind_layout - where the parts of an attribute struct lie, from its beginning. */
struct kind_layout {
	const struct attr_kind *kind;
	const char *struct_name;
	uint64_t size, attr, name, mode, show, store;
	bool has_show, has_store;
	struct ctype_ref show_type, store_type;
};

/** layout_kind - fill @l if @t is the struct of one of @k's kinds. */
bool layout_kind(const struct attr_kinds *k, struct ctype_ref t, struct kind_layout *l);

/** layout_kind_at - the attribute struct inside @type that contains @off; @base gets its offset. */
bool layout_kind_at(const struct attr_kinds *k, struct ctype_ref type, uint64_t off,
		    struct kind_layout *l, uint64_t *base);

/** layout_path - append ".member[2].member" down to the struct at @base; "[]" for @any index. */
void layout_path(struct ctype_ref type, uint64_t base, const char *stop, bool any,
		 struct strbuf *out);

#endif
