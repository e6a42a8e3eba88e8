/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_FOUND_H
#define MIGVER_FRONT_FOUND_H

/* What the passes of discovery hand to each other; private to discover*.c, registration*.c. */

#include "front/discover.h"
#include "front/points_to.h"

/** struct found - an attribute and the memory it lies in. */
struct found {
	struct attribute attr;
	struct kind_layout layout;
	uint32_t obj;
	uint64_t base;	 /* of the attribute struct in the object */
	bool is_any;	 /* some element of an array */
	uint32_t name;	 /* cell of attr.name */
	bool is_runtime; /* named by a statement, not by an initialiser */
	bool is_dropped;
};

struct found_list {
	VEC(struct found) v;
	struct arena *arena; /* of the attributes */
};

/** find_attributes - the attributes of one driver, without their registrations. */
void find_attributes(struct points_to *pt, const struct discover_options *o,
		     struct found_list *out);

/** find_registrations - fill in registrations, registration_doubt and node. */
void find_registrations(struct points_to *pt, struct found_list *found);

/** find_doubts - why those without a registration may be registered after all. */
struct reach;
void find_doubts(struct points_to *pt, struct found_list *found, struct reach *r);

#endif
