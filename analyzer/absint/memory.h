/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_MEMORY_H
#define MIGVER_ABSINT_MEMORY_H

/*
 * What memory.c (bytes) and text.c (the string they make) do to one region's
 * contents. Everybody else uses the mem_*() of engine.h.
 */

#include "absint/engine.h"

/** region_keyed - the region that @key stands for, made as @r when it is met first. */
uint32_t region_keyed(struct engine *e, const char *key, const struct region *r);

/** contents_of - what @s knows of @region; never NULL. */
const struct contents *contents_of(struct engine *e, const struct state *s, uint32_t region);

/** contents_copy - a copy to change, with room for one more cell, without its NUL and its sieve. */
struct contents *contents_copy(struct engine *e, const struct contents *c);

/**
 * contents_remove_cells - no cell covers any of the bytes lo..hi-1 any more
 *
 * Afterwards there is room for one more cell.
 */
void contents_remove_cells(struct engine *e, struct contents *c, int64_t lo, int64_t hi);

/** contents_make_unknown - what no cell covers is now something else, depending on @deps. */
void contents_make_unknown(struct engine *e, struct contents *c, unsigned int deps,
			   const char *doubt);

/** covers_region - whether @size bytes from @to on are all of its object. */
bool covers_region(struct engine *e, struct aval to, wide size);

/**
 * text_nul - where the NUL of the text that @a points into is, as an offset in its region
 *
 * False if nothing is known of one.
 */
bool text_nul(struct engine *e, const struct contents *c, struct aval a, struct aval *end);

/* ---- stretch.c ---- */

/**
 * contents_change - the same for the bytes lo..hi-1 only
 *
 * Of a constant table the rest is lost, too.
 */
void contents_change(struct engine *e, struct contents *c, wide lo, wide hi, unsigned int deps,
		     const char *doubt);

/** contents_at - @c as @size bytes at @a see it: without a changed part, theirs for all. */
const struct contents *contents_at(struct engine *e, const struct contents *c, struct aval a,
				   wide size);

/** contents_changed_in - whether a part was changed that has some of the bytes lo..hi-1. */
bool contents_changed_in(const struct contents *c, wide lo, wide hi);

/** contents_extent - the bytes lo..hi-1 that @a keeps to; false if they are not known. */
bool contents_extent(struct aval a, wide *lo, wide *hi);

bool stretch_same(const struct stretch *a, const struct stretch *b);

/** stretch_join - one that covers both, of contents that are else the same. */
struct stretch stretch_join(struct engine *e, const struct stretch *a, const struct stretch *b);

/** stretch_covers - as state_covers(), of contents that are else the same. */
bool stretch_covers(const struct stretch *old, const struct stretch *new);

/** contents_unknown - what no cell covers at @a; equal reads give equal symbols. */
struct aval contents_unknown(struct engine *e, const struct contents *c, struct aval a,
			     enum ir_type t);

/** byte_implies - what follows when the byte read at @a is (not) a NUL. */
void byte_implies(struct engine *e, const struct contents *c, struct aval a, enum ir_type t,
		  struct aval byte);

/** texts_default - the texts of a region that nothing was written to, by its fill. */
void texts_default(struct contents *c);

/** text_as_written - text_at() by what was written, not by what tests said of the bytes since. */
struct text text_as_written(struct engine *e, struct state *s, struct aval a);

/** contents_text - the text that starts at offset @at, or NULL. */
const struct text *contents_text(const struct contents *c, int64_t at);

/** text_doubtful_length - any length that @t may have in its object. */
struct aval text_doubtful_length(struct engine *e, const struct text *t, const char *doubt);

/** text_forget - nothing is known of any string any more. */
void text_forget(struct contents *c);

/** text_write - @more was written at @a, a NUL behind it unless more->is_open. */
void text_write(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		const struct text *more);

/** text_after_byte - the byte @v of type @t was stored at @a. */
void text_after_byte(struct engine *e, struct state *s, struct contents *c, struct aval a,
		     enum ir_type t, struct aval v);

/** text_after_store - a number of @size bytes was stored at @a. */
void text_after_store(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		      wide size);

/** text_after_change - @size bytes from @a on became something unknown. */
void text_after_change(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		       wide size, unsigned int deps, const char *doubt);

/** text_after_zero - @size bytes from @a on were cleared. */
void text_after_zero(struct engine *e, struct state *s, struct contents *c, struct aval a,
		     wide size);

/**
 * text_of_copy - what of @size bytes at @from is text
 *
 * Up to the NUL; @to_page: to the last byte that is none, for all of them will
 * be shown.
 */
struct text text_of_copy(struct engine *e, struct state *s, struct aval from, struct aval size,
			 bool to_page);

/** text_after_copy - @size bytes that hold @text were copied to @to. */
void text_after_copy(struct engine *e, const struct state *s, struct contents *c, struct aval to,
		     struct aval size, const struct text *text);

/** text_copy_members - the texts of @src behind the first one move along with a copy. */
void text_copy_members(struct engine *e, struct contents *c, const struct contents *src,
		       const struct aval *to, const struct aval *from, wide size);

/** text_byte - the byte at @a if it is one of a string; false if it is not known to be. */
bool text_byte(struct engine *e, struct state *s, const struct contents *c, struct aval a,
	       enum ir_type t, struct aval *v);

/** range_of_bytes - the members of @set as numbers. */
struct range range_of_bytes(const struct charset *set, bool is_signed);

/* ---- nul.c ---- */

/** nul_put - a NUL was stored at @at. */
void nul_put(struct engine *e, const struct state *s, struct contents *c, struct aval at);

/** nul_keep - @c has the NUL of @old if the @size bytes written at offset @at are not there. */
void nul_keep(struct engine *e, const struct state *s, struct contents *c,
	      const struct contents *old, struct aval at, struct aval size);

/** nul_copy - @c has the NUL of @from if it is among the @size bytes copied to @to. */
void nul_copy(struct engine *e, const struct state *s, struct contents *c, struct aval to,
	      struct aval from, struct aval size);

/** nul_ends - the text @t at @a, if it has no end yet, ends at the NUL that is known there. */
void nul_ends(struct engine *e, struct state *s, struct aval a, struct text *t);

/* ---- sieve.c ---- */

/** sieves_grow - take in the bytes that tests have come to since. */
void sieves_grow(struct engine *e, struct state *s);

/** sieve_store - @c, which is to be the contents at @at, has @v of @size bytes there. */
void sieve_store(struct engine *e, struct state *s, struct contents *c, struct aval at, wide size,
		 struct aval v);

bool sieve_same(const struct sieve *a, const struct sieve *b);

/** sieve_text - the text @t at @a is of the bytes that went through the sieve, if all of it did. */
void sieve_text(struct engine *e, struct state *s, struct aval a, struct text *t);

/* ---- one_of.c ---- */

/** text_one_of - one of the @n strings @v; @doubt: of its length, or NULL if any may come. */
struct text text_one_of(struct engine *e, const char **v, size_t n, const char *doubt);

/** strings_at_pointer - @sym leads to one of the @n strings @v, which stay. */
void strings_at_pointer(struct engine *e, uint32_t sym, const char **v, size_t n);

/** strings_byte - the bytes that @a may have in those; false if it is not in such a string. */
bool strings_byte(const struct engine *e, const struct state *s, struct aval a,
		  struct charset *set);

/**
 * own_number - what a @t at @a is if that lies in the attribute that the handler is called for
 *
 * It is a part of the struct that a static attribute lies in, as its initialiser set it: one
 * number for each attribute of the handler. False if that is not so or not known, or code of
 * the driver stores there.
 */
bool own_number(struct engine *e, struct aval a, enum ir_type t, struct range *out);

/** own_name_loaded - @sym was read from @a; whether it is the name of the handler's attribute. */
bool own_name_loaded(struct engine *e, struct aval a, uint32_t sym);

/* ---- kept_text.c ---- */

/** kept_text - what the driver may keep at @a, or behind the pointer there; false: not known. */
bool kept_text(struct engine *e, struct aval a, struct text *t);

/* ---- rows.c ---- */

/** enum row_fit - whether the path may read a row of a table. */
enum row_fit { ROW_OUT, ROW_DOUBTFUL, ROW_CERTAIN };

/** struct rows - the offsets base + i * step that a variable address may have, for i in lo..hi. */
struct rows {
	wide base, step, lo, hi;
	unsigned char *fit; /* by i - lo, enum row_fit; NULL: not asked for */
	bool all_certain;   /* but for those that are out */
	const char *doubt;  /* why some of the doubtful ones may never be read */
	uint64_t hash[2];   /* of everything above but @doubt */
};

/** rows_of - where a @t may be read at @a, in @s or in any state; false if that is not known. */
bool rows_of(struct engine *e, const struct state *s, struct aval a, enum ir_type t,
	     bool in_any_state, struct rows *x);

static inline enum row_fit rows_fit(const struct rows *x, wide i)
{
	return x->fit ? (enum row_fit)x->fit[i - x->lo] : ROW_DOUBTFUL;
}

/**
 * rows_is_inside - whether @sym is @index or what that is made of, or relates these only
 *
 * What an operator's result always is to its operand says nothing of a row.
 */
bool rows_is_inside(const struct engine *e, uint32_t index, uint32_t sym);

/** for_each_row - @offset: of one that is not out; its number is in i_. */
#define for_each_row(x, offset)                                                                    \
	for (wide i_ = (x)->lo, offset = (x)->base + i_ * (x)->step; i_ <= (x)->hi;                \
	     offset = (x)->base + ++i_ * (x)->step)                                                \
		if (rows_fit(x, i_) != ROW_OUT)

/* ---- table.c ---- */

/**
 * constant_number - the number of type @t that a global begins with at @offset
 *
 * It may be a part of an entry of the initialiser, or made of several. False if
 * a pointer is there, or may be.
 */
bool constant_number(struct global_id g, uint64_t offset, enum ir_type t, wide *out);

/** constant_of_init - the value of one entry of an initialiser. */
struct aval constant_of_init(struct engine *e, struct global_id g, const struct ir_init *in);

/** constant_load - the value at the fixed address @a of a constant. */
struct aval constant_load(struct engine *e, const struct contents *c, struct aval a,
			  enum ir_type t);

/** table_load - any of the values at the variable address @a of a constant. */
struct aval table_load(struct engine *e, struct state *s, const struct contents *c, struct aval a,
		       enum ir_type t);

/** text_of_element - the string at @a, which an element of a constant table leads to. */
bool text_of_element(struct engine *e, struct state *s, struct aval a, struct text *t);

/** text_at_pointer - the unknown pointer @sym leads to @t, which nothing changes. */
void text_at_pointer(struct engine *e, uint32_t sym, const struct text *t);

/** address_region - the region that the unknown pointer @sym leads to. */
uint32_t address_region(struct engine *e, uint32_t sym);

/** text_of_table - any of the strings that a constant object holds at a variable @a. */
bool text_of_table(struct engine *e, struct state *s, struct aval a, struct text *t);

#endif
