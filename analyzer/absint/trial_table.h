/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TRIAL_TABLE_H
#define MIGVER_ABSINT_TRIAL_TABLE_H

#include "absint/engine.h"

/*
 * Structs whose only objects are the rows of the driver's tables: "struct
 * foo_type" of foo_types[]. Whatever leads to such a struct leads to one of
 * the rows, so a trial reads a row there instead of a made-up object. Which one
 * it is, is a place of the setting: the same wherever a pointer comes from.
 */

/* The place of the rows of "struct tag", before that name. */
#define TRIAL_ROW_OF "row of "

/**
 * trial_row_member - where @offset bytes of the member @key, "struct tag.member", are in the row
 *
 * Region 0: "struct tag" has other objects, too. So below.
 */
struct aval trial_row_member(struct engine *e, const char *key, wide offset);

/** trial_row_led_to - the row that the pointer in the member @key, "struct tag.member", is to. */
struct aval trial_row_led_to(struct engine *e, const char *key);

#endif
