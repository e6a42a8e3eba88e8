/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_MEMORY_H
#define MIGVER_ABSINT_MEMORY_H

/*
 * What memory.c (bytes) and text.c (the string they make) do to one region's
 * contents. Everybody else uses the mem_*() of engine.h.
 */

#include "absint/engine.h"

/** contents_of - what @s knows of @region; never NULL. */
const struct contents *contents_of(struct engine *e, const struct state *s, uint32_t region);

/** contents_copy - a copy to change, with room for one more cell. */
struct contents *contents_copy(struct engine *e, const struct contents *c);

/** contents_remove_cells - forget the cells that touch the bytes lo..hi-1. */
void contents_remove_cells(struct contents *c, int64_t lo, int64_t hi);

/** contents_make_unknown - what no cell covers is now something else, depending on @deps. */
void contents_make_unknown(struct engine *e, struct contents *c, unsigned int deps,
			   const char *doubt);

/** text_forget - nothing is known of the string any more. */
void text_forget(struct contents *c);

/** text_after_byte - @v was stored at offset @at. */
void text_after_byte(struct engine *e, const struct state *s, struct contents *c, struct aval at,
		     struct aval v);

/** text_after_write - @n bytes of text were stored at offset @at. */
void text_after_write(struct engine *e, const struct state *s, struct contents *c, struct aval at,
		      struct aval n);

/** text_in_bytes - how many of the @size bytes at @from are text: up to a NUL that is known. */
struct aval text_in_bytes(struct engine *e, struct state *s, struct aval from, struct aval size);

#endif
