/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_REACH_H
#define MIGVER_FRONT_REACH_H

/*
 * What does the kernel see of the driver's memory when it gets a pointer? The
 * object pointed to, as large as the pointer's C type says, and what pointers
 * in it point to, in turn.
 */

#include "front/found.h"

/** struct shape - what stands at an address: a struct (levels 0) or pointers to some, in a list. */
struct shape {
	struct ctype_ref type; /* the struct, NO_CTYPE if unknown */
	uint32_t class;	       /* number of the struct type, 0 if unknown */
	int levels;
};

/** struct way - how a search came along. */
struct way {
	const struct attr_sink *member; /* last row of attr_kinds.members on the way, or NULL */
	const char *node;		/* first node that a row on the way gives, or NULL */
};

struct reach {
	struct points_to *pt;
	bool *is_name;	 /* per cell: an attribute's name lies there, or may */
	bool *is_useful; /* per object: there is a way from it to a name */
	size_t nobjs;
	size_t ncells;
	struct idmap rows;    /* names of struct and member to a row of attr_kinds.members */
	struct idmap visited; /* locations, and cells of lists */
	size_t steps;
	bool is_limited;
	VEC(struct visit) queue;
	/**
	 * hit - the search has come to name cell @cell; @is_part: only to a
	 * part of the memory that the cell stands for
	 */
	void (*hit)(void *data, uint32_t cell, const struct way *way, bool is_part);
	void *data;
};

/** reach_init - prepare to search for the attributes of @found. */
void reach_init(struct reach *r, struct points_to *pt, const struct found_list *found);

/**
 * reach_from - follow the pointers that @node holds, which point to @shape
 *
 * Searches of one @root number don't come to the same memory twice in the same
 * way. @is_list: the pointers may point to the first element of an array.
 */
void reach_from(struct reach *r, uint32_t root, uint32_t node, struct shape shape, struct way way,
		bool is_list);

/** shape_of_param - what parameter @arg of prototype @sig points to; false if no pointer. */
bool shape_of_param(struct points_to *pt, const struct ir_unit *unit, const char *sig, int arg,
		    struct shape *out);
/** shape_of_pointer - the shape at the address that a pointer of C type @pointer holds. */
bool shape_of_pointer(struct points_to *pt, struct ctype_ref pointer, struct shape *out);

/** way_step - @way after the pointer at @off of an object of @type. */
struct way way_step(struct reach *r, struct way way, struct ctype_ref type, uint64_t off);

#endif
