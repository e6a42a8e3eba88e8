/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_HEADS_H
#define MIGVER_ABSINT_HEADS_H

#include "core/loc.h"
#include "ir/program.h"
#include "ir/callees.h"

/*
 * What the driver does with the heads of its lists: where one is made, where it
 * gets entries, and where the driver asks whether it has any.
 */
struct heads;

struct head_use {
	const struct ir_func *made; /* that makes the head; NULL: none, or an initialiser */
	bool is_made;		    /* by the driver, in whatever way */
	bool is_filled_at_once;	    /* the function that makes it adds an entry */
	struct loc filled;	    /* where that is */
	struct loc asked;	    /* path NULL if the driver never asks */
	bool is_asked_by_handler;   /* code that its files run does; asked is there then */
};

/** heads_find - @handlers: the code that the driver's files run. */
struct heads *heads_find(struct arena *a, const struct program *prog,
			 const struct callees *handlers);

/** heads_use - what is known of the head @what of a driver (as in targets.h), or NULL. */
const struct head_use *heads_use(struct heads *h, size_t driver, const char *what);

#endif
