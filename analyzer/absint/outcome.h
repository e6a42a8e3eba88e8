/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_OUTCOME_H
#define MIGVER_ABSINT_OUTCOME_H

/*
 * What the rules see of a handler: its outcomes, one per path (or merged
 * paths) and class of the value returned. Pure data; the states behind it are
 * gone.
 */

#include "absint/range.h"
#include "core/diag.h"

/** struct path_list - the steps of a path, oldest first. */
struct path_list {
	VEC(struct path_step) steps;
};

/** enum ret_class - what sysfs makes of a returned value (contract.md section 2). */
enum ret_class {
	RET_ERRNO,    /* -1..-4095 without the next: user space sees it */
	RET_INTERNAL, /* -512..-530: never meant for user space */
	RET_WILD,     /* below -4095: no errno at all */
	RET_ZERO,
	RET_POSITIVE,
	RET_CLASSES,
};

/** struct outcome_failure - a callee that failed on the way to this outcome. */
struct outcome_failure {
	const char *callee;
	struct loc call;
	struct loc tested;  /* path NULL if it was never tested */
	bool is_deliberate; /* one particular errno was singled out */
	bool is_relevant;   /* it checks the user's bytes or reads what is shown */
	bool is_answered;   /* a later check succeeded or tested the bytes again */
};

struct outcome {
	enum ret_class cls;
	struct range ret;	    /* the values returned */
	struct range minus_count;   /* store: value - count */
	struct range minus_written; /* show: value - bytes written */
	struct range written;	    /* show: bytes written, NUL not counted */
	const char *doubt;	    /* why it may not really happen, or NULL */
	const char *written_doubt;  /* why the bytes written are uncertain, or NULL */
	bool named_errno;	    /* the errno was spelled by its name */
	bool interrupted;	    /* a signal ended a wait before: -ERESTARTSYS is the idiom */
	bool is_bool;		    /* the value is the result of a comparison */
	uint32_t bytes_tests;	    /* tests of the written bytes on the way */
	uint32_t count_tests;	    /* tests of count on the way */
	const char *bytes_doubt;    /* an unknown callee may have tested them, or NULL */
	struct loc loc;		    /* the handler's return statement */
	struct loc origin;	    /* the return statement that made the value, maybe a callee's */
	const char *origin_function;
	bool is_tail_call;	    /* return f(...): origin is the better place */
	const char *failures_doubt; /* why there may be more of them, or NULL */
	VEC(struct outcome_failure) failures;
	struct path_list path;
};

/** struct config_switch - a constant that decided a branch: code configured off. */
struct config_switch {
	const char *text; /* "#ifdef CONFIG_X", "supports_migration is constant" */
	struct loc loc;
};

/** struct error_print - an error number that reached the shown text (MV213). */
struct error_print {
	const char *callee; /* what failed */
	const char *doubt;  /* why that is not certain, or NULL */
	struct loc loc;	    /* of the call that prints */
	struct path_list path;
};

struct handler_summary {
	const struct handler *handler;
	VEC(struct outcome) outcomes;
	VEC(struct config_switch) switches;
	VEC(struct error_print) prints;
	const char *incomplete; /* why some path was not followed, or NULL */
	struct loc incomplete_loc;
};

#endif
