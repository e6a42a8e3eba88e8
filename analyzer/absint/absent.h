/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ABSENT_H
#define MIGVER_ABSINT_ABSENT_H

#include "core/loc.h"
#include "ir/program.h"
#include "ir/callees.h"

/*
 * Which pointers the driver itself expects to be absent sometimes.
 *
 * A pointer in a struct says nothing of its own. What its driver does says
 * something: code that tests it, or that sets it to NULL, knows of a time when
 * nothing is there. One that no code tests is taken to be valid; that is an
 * assumption, and the texts of MV109 and MV403 say so.
 */
struct absences;

/** absences_find - @handlers: the code that the driver's files run. */
struct absences *absences_find(struct arena *a, const struct program *prog,
			       const struct callees *handlers);

/** struct absence - what the driver expects instead of a valid pointer. */
struct absence {
	struct loc loc; /* of the first such code; of code that handlers run if there is any */
	bool is_null, is_error;
	bool by_handler; /* code that only handlers run tests it: it may be so while files are there
			  */
	bool is_set;	 /* the driver stores pointers there */
	bool is_reset;	 /* it stores NULL there */
	bool is_made;	 /* code that also makes files or devices sees to it that one is there */
	/* Of the code that handlers run: functions that read it, and those that test it, too. */
	unsigned int readers, testers;
};

/**
 * absence_of - what the driver tests @what for or sets it to, or NULL if it expects nothing
 *
 * @what is a member ("struct tag.member"), a global's name, or a function's
 * name with "()" for the pointer it returns.
 */
const struct absence *absence_of(const struct absences *x, const char *what);

#endif
