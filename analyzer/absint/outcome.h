/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_OUTCOME_H
#define MIGVER_ABSINT_OUTCOME_H

/*
 * What the rules see of a handler: its outcomes, one per path (or merged
 * paths) and class of the value returned. Pure data; the states behind it are
 * gone.
 */

#include "absint/fact.h"
#include "absint/printed.h"
#include "absint/range.h"
#include "absint/spelling.h"
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

/*
 * What can be wrong with a text that is shown, one row each: the constant and
 * its name in dumps.
 */
#define TEXT_TRAITS(TRAIT)                                                                         \
	TRAIT(HIGH, "high")	  /* bytes from 0x80 on */                                         \
	TRAIT(CONTROL, "control") /* control characters, newline and NUL not counted */            \
	TRAIT(NUL, "nul")	  /* a NUL that is not its end */                                  \
	TRAIT(LINE, "line")	  /* a newline that is not its last byte */                        \
	TRAIT(END, "end")	  /* its last byte is a newline */                                 \
	TRAIT(CUT, "cut")	  /* there was more than its buffer could hold */                  \
	TRAIT(TIME, "time")	  /* it depends on a clock */                                      \
	TRAIT(ADDRESS, "address") /* ... on where something lies in memory */                      \
	TRAIT(RANDOM, "random")                                                                    \
	TRAIT(UNINIT, "uninit") /* ... on bytes that were never set */

enum text_trait {
#define CONSTANT(id, text) TEXT_##id,
	TEXT_TRAITS(CONSTANT)
#undef CONSTANT
		TEXT_TRAIT_NR,
};

/**
 * struct text_blame - what gives a text one of the traits
 *
 * Without a doubt the trait is there for some environment that the handler has
 * to expect.
 */
struct text_blame {
	const char *what;  /* "the byte 0x1b", "the value of %p"; NULL: it has not the trait */
	const char *doubt; /* why it may not have it after all, or NULL */
	struct loc loc;	   /* of what wrote it there */
};

/** struct outcome_failure - a callee that failed on the way to this outcome. */
struct outcome_failure {
	const char *callee;
	struct loc call;
	struct loc tested;     /* path NULL if it was never tested */
	bool is_deliberate;    /* one particular errno was singled out */
	bool is_relevant;      /* it checks the user's bytes or reads what is shown */
	bool is_status;	       /* a positive number, which may be no failure */
	bool is_device;	       /* which a device answered */
	bool is_answered;      /* a later check succeeded or tested the bytes again */
	struct path_list path; /* to the return, where the outcome's is another one */
};

/** enum input_extent - how much of the written text the tests of a path covered, least first. */
enum input_extent {
	INPUT_NOTHING,	    /* no test that is understood said yes */
	INPUT_FIXED_PREFIX, /* so many bytes; any text may follow them */
	INPUT_USER_PREFIX,  /* as many as were written: every prefix passes */
	INPUT_WHOLE,	    /* up to its NUL or its end */
};

/** enum newline_view - what a final newline means to the test that lets a path succeed. */
enum newline_view {
	NEWLINE_SENSITIVE, /* it may decide */
	NEWLINE_IGNORED,   /* with or without: the same */
	NEWLINE_SEEN,	   /* there is one, and it was taken off before the test */
	NEWLINE_ABSENT,	   /* there is none: that was tested */
};

/* Bytes that hold any number that a show prints, its sign and a newline. */
#define INPUT_NUMBER_ROOM 23

/**
 * struct outcome_input - what a path of store established about the text
 *
 * Proves MV206, MV207 and MV214; that something is missing here refutes
 * nothing. "The text" is what stands before the first NUL.
 */
struct outcome_input {
	enum input_extent extent;
	enum newline_view newline;
	const char *function; /* that made the farthest reaching test, or NULL */
	struct loc loc;	      /* of that test */
	bool sees_nul;	      /* nothing lies behind an embedded NUL, or it was compared, too */
	const char *doubt;    /* a test on the text that is not understood, or NULL */
	struct loc doubt_loc;
};

/** struct refusal - something that store found about the written text. */
struct refusal {
	struct spelling text; /* it is not this text, or not as long; if that is known */
	bool is_bare;	      /* a final newline on either side made no difference */
	bool has_nul;	      /* it has a NUL before its end */
	struct range count;   /* so many bytes were written */
};

/** struct refusal_list - all that one of the ways merged into an outcome found. */
struct refusal_list {
	VEC(struct refusal) reasons;
};

/** struct condition - a number of the driver, known by its identity, lay in a range. */
struct condition {
	uint64_t key;
	struct range range;
};

struct outcome {
	enum ret_class cls;
	struct range ret;	    /* the values returned */
	struct range minus_count;   /* store: value - count */
	struct range minus_written; /* show: value - bytes written */
	struct range written;	    /* show: bytes written, NUL not counted */
	const char *doubt;	    /* why it may not really happen, or NULL */
	const char *reach_doubt;    /* the same of reaching the return, whatever is returned */
	const char *path_doubt;	    /* the same, but for the very value that is returned */
	const char *written_doubt;  /* why the bytes written are uncertain, or NULL */
	const char *class_doubt;    /* the same of returning a value of this class, whichever */
	bool is_constant;	    /* one number, on every way that leads here */
	bool is_let_pass;	    /* a test of the driver's own lets the greatest one pass */
	bool named_errno;	    /* the errno was spelled by its name */
	bool interrupted;	    /* a signal ended a wait before: -ERESTARTSYS is the idiom */
	bool is_bool;		    /* the value is the result of a comparison */
	uint32_t bytes_tests;	    /* tests of the written bytes on the way */
	uint32_t count_tests;	    /* tests of count on the way */
	const char *bytes_doubt;    /* an unknown callee may have tested them, or NULL */
	struct outcome_input input; /* store: what the tests said of the text */
	struct loc loc;		    /* the handler's return statement */
	struct loc origin;	    /* the return statement that made the value, maybe a callee's */
	const char *origin_function;
	bool is_tail_call;	    /* return f(...): origin is the better place */
	const char *failures_doubt; /* why there may be more of them, or NULL */
	VEC(struct outcome_failure) failures;
	fact_list facts;			/* that hold at the return */
	struct spelling spelling;		/* show: of the text on the page */
	struct printed_text printed;		/* show: its pieces, if they are known */
	VEC(struct refusal_list) ways;		/* store: that end here; none: nothing is known */
	VEC(struct condition) conditions;	/* what the path asked of the driver's own state */
	struct text_blame shown[TEXT_TRAIT_NR]; /* show: of the text on the page */
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

/*
 * What can go wrong on the way through a handler, one row each: the constant
 * and its name in dumps. A rule reads the kinds it is about.
 */
#define EVENT_KINDS(KIND)                                                                          \
	KIND(OUT_OF_BOUNDS, "out-of-bounds")	 /* an access outside its object */                \
	KIND(NULL, "null")			 /* NULL is dereferenced */                        \
	KIND(ERR_PTR, "err-ptr")		 /* an ERR_PTR is dereferenced */                  \
	KIND(WILD, "wild-pointer")		 /* another value that is no address */            \
	KIND(FREED, "freed")			 /* an object is used after its release */         \
	KIND(UNINIT, "uninit")			 /* a value is used that was never set */          \
	KIND(UNCHECKED_ALLOC, "unchecked-alloc") /* an allocation is used that may have failed */  \
	KIND(ABSENT_CALL, "absent-call")     /* a function pointer that may be NULL is called */   \
	KIND(CONST_WRITE, "const-write")     /* a write into the const buffer */                   \
	KIND(KEPT_POINTER, "kept-pointer")   /* a pointer into the buffer outlives the call */     \
	KIND(OVERFLOW, "overflow")	     /* arithmetic leaves its type */                      \
	KIND(TRUNCATION, "truncation")	     /* a conversion changes a value */                    \
	KIND(WIDTH, "width")		     /* an object of another width than what is stored */  \
	KIND(SLEEP_ATOMIC, "sleep-atomic")   /* a call that may sleep where it must not */         \
	KIND(DOUBLE_LOCK, "double-lock")     /* a lock is taken that this path holds */            \
	KIND(UNLOCK_UNHELD, "unlock-unheld") /* a lock is released that this path does not hold */ \
	KIND(LOG_FORMAT, "log-format")	     /* the user's bytes are a format */                   \
	KIND(LOG_RAW, "log-raw")	     /* all the user's bytes are logged as they are */     \
	KIND(UNCHECKED_PARSE, "unchecked-parse") /* a value is used whose parse may have failed */

enum event_kind {
#define CONSTANT(id, text) EVENT_##id,
	EVENT_KINDS(CONSTANT)
#undef CONSTANT
		EVENT_NR,
};

/* The kinds of memory an event may be about. */
#define PLACE_KINDS(KIND)                                                                          \
	KIND(NONE, "nothing")                                                                      \
	KIND(PAGE, "page")     /* show's buffer */                                                 \
	KIND(USER, "user")     /* store's buffer */                                                \
	KIND(LOCAL, "local")   /* a variable of a function */                                      \
	KIND(GLOBAL, "global") /* a global, a table, a literal */                                  \
	KIND(HEAP, "heap")     /* what an allocation returned */                                   \
	KIND(FUNC, "function")                                                                     \
	KIND(OUTSIDE, "outside") /* an object of the driver or the kernel */

enum place_kind {
#define CONSTANT(id, text) PLACE_##id,
	PLACE_KINDS(CONSTANT)
#undef CONSTANT
};

const char *event_kind_name(enum event_kind k);
const char *place_kind_name(enum place_kind p);

/**
 * struct event - a hazard met on a path
 *
 * Without a doubt it really happens, for some input and some environment that
 * the handler has to expect. One per kind, place and location.
 */
struct event {
	enum event_kind kind;
	enum place_kind place;
	bool is_write;
	const char *message; /* what happens, with the values involved */
	const char *doubt;   /* why it may not happen after all, or NULL */
	struct loc loc;
	const char *function; /* the one @loc is in */
	struct path_list path;
};

/** struct stranger - a function that was called and of which nothing is known. */
struct stranger {
	const char *callee;
	const char *doubt; /* what verdicts give as their reason */
	struct loc loc;	   /* of the first call */
};

struct number_limit;

struct handler_summary {
	const struct handler *handler;
	VEC(struct outcome) outcomes;
	VEC(struct event) events; /* in the order they were met */
	VEC(struct config_switch) switches;
	VEC(struct stranger) strangers; /* one per function */
	VEC(struct error_print) prints;
	VEC(const struct number_limit *)
	limits;			/* of numbers that it read, if the driver set them */
	const char *incomplete; /* why some path was not followed, or NULL */
	struct loc incomplete_loc;
	struct {
		const char *when; /* "'struct foo.n' is 255: line 7 lets it be"; or NULL */
		struct outcome outcome;
	} overlong; /* show: what fills a page, with a number of the driver's at its limit */
};

#endif
