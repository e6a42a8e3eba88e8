/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_MODEL_H
#define MIGVER_MODEL_MODEL_H

/*
 * What a kernel function does, as data (rules/models/ *.yaml). A model is a
 * list of cases; the interpreter follows each case on a path of its own. The
 * table holds no behaviour: absint/apply_model.c gives every kind its meaning.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/charset.h"
#include "base/map.h"
#include "base/vec.h"
#include "base/wide.h"
#include "model/exact.h"

#define MODEL_NONE (-1)

/**
 * struct model_size - a number of bytes: a parameter, a constant, or unlimited
 *
 * param * factor * scale + constant, where MODEL_NONE stands for a factor of
 * one, and for zero when it is @param.
 */
struct model_size {
	int param;     /* number of the parameter, or MODEL_NONE */
	int factor;    /* second parameter to multiply with (kcalloc), or MODEL_NONE */
	int scale;     /* constant to multiply with (hex2bin: 2) */
	bool limited;  /* false: no limit (sprintf), or a size nobody knows */
	long constant; /* the whole of it when param is MODEL_NONE; else added (kmemdup_nul: 1) */
};

enum model_ret_kind {
	MR_VOID,
	MR_CONST,    /* value[0] */
	MR_RANGE,    /* value[0] .. value[1]; which one is the environment's choice */
	MR_BELOW,    /* 0 .. @size - 1; @param: a table that a NULL may end; @param2: no less */
	MR_SET,	     /* one of value[0..nvalues-1] (errnos are negative already) */
	MR_ANY,	     /* any value of the C type, the environment's choice */
	MR_TOKEN,    /* one that the struct match_token table @param has */
	MR_ARG,	     /* the argument @param itself */
	MR_ARG_BUT,  /* the value that argument @param points to */
	MR_LENGTH,   /* length of the string @param, at most @size (strlen, strnlen) */
	MR_SPAN,     /* how many bytes the string @param begins with that ... (strspn, strcspn) */
	MR_WRITTEN,  /* bytes that the case's print or copy stored, NUL not counted */
	MR_WOULD_BE, /* bytes it would have stored in an unlimited buffer */
	MR_COMPARE,  /* 0 if the strings @param and @param2 (at most @size) agree, else not 0 */
	MR_MATCH,    /* 1 if they agree, else 0 */
	MR_WITHIN,   /* a pointer into the string @param (skip_spaces, strchr) */
	MR_BEHIND,   /* the argument @param plus @size bytes */
	MR_FRESH,    /* a pointer to new memory of @size bytes; with a copy effect: filled */
	MR_ONE_OF,   /* a pointer to one of the constant strings string[0..nstrings-1] */
	MR_TEXT,     /* a pointer to a constant string out of @chars, at most @size bytes */
	MR_OUTSIDE,  /* a pointer to valid memory of the driver or the kernel */
	MR_NULL,
	MR_ERRPTR,  /* ERR_PTR(one of value[]) */
	MR_SCANNED, /* number of conversions that a scan effect stored */
};

struct model_ret {
	enum model_ret_kind kind;
	int param, param2;
	bool of_pointee; /* MR_WITHIN: @param is a char **, the string is the one *@param points to
			  */
	struct model_size size;
	wide *value;
	const char **value_name; /* errno names beside value[], NULL where there is none */
	size_t nvalues;
	const char **string;
	size_t nstrings;
	struct charset chars;
	bool zeroed;	    /* MR_FRESH */
	bool fits_text;	    /* MR_FRESH: as large as the text that the effects put there */
	bool inside;	    /* MR_WITHIN: at a byte of the string, not at its NUL */
	bool ahead_of_text; /* MR_WITHIN: the string @param2 is there; else the byte @param2 */
	bool in_memory;	    /* MR_WITHIN: among @size bytes, whether a NUL is among them or not */
	bool after_blanks;  /* MR_WITHIN: behind the blanks that the string begins with */
	bool managed;	    /* MR_FRESH: a device frees it (devm_*), not the caller */
};

/*
 * Locks and sections: id, name in model files, what holding it means. ATOMIC:
 * sleeping is forbidden meanwhile. WAITS: taking it may sleep. NESTS: one
 * context may take it again. ROAMS: another context may release it.
 */
enum lock_trait {
	LOCK_ATOMIC = 1,
	LOCK_WAITS = 2,
	LOCK_NESTS = 4,
	LOCK_ROAMS = 8,
};

#define LOCK_KINDS(X)                                                                              \
	X(MUTEX, "mutex", LOCK_WAITS)                                                              \
	X(RWSEM_READ, "rwsem-read", LOCK_WAITS | LOCK_NESTS)                                       \
	X(RWSEM_WRITE, "rwsem-write", LOCK_WAITS)                                                  \
	X(SEMAPHORE, "semaphore", LOCK_WAITS | LOCK_NESTS | LOCK_ROAMS)                            \
	X(SPIN, "spin", LOCK_ATOMIC)                                                               \
	X(RWLOCK_READ, "rwlock-read", LOCK_ATOMIC | LOCK_NESTS)                                    \
	X(RWLOCK_WRITE, "rwlock-write", LOCK_ATOMIC)                                               \
	X(SRCU, "srcu", LOCK_NESTS)                                                                \
	X(BIT, "bit", LOCK_ROAMS)                                                                  \
	X(RTNL, "rtnl", LOCK_WAITS)                                                                \
	X(CPUS, "cpus", LOCK_WAITS | LOCK_NESTS)                                                   \
	X(RCU, "rcu", LOCK_ATOMIC | LOCK_NESTS)                                                    \
	X(IRQS_OFF, "irqs-off", LOCK_ATOMIC | LOCK_NESTS)                                          \
	X(BH_OFF, "bh-off", LOCK_ATOMIC | LOCK_NESTS)                                              \
	X(PREEMPT_OFF, "preempt-off", LOCK_ATOMIC | LOCK_NESTS)

enum lock_kind {
#define X(id, name, traits) LOCK_##id,
	LOCK_KINDS(X)
#undef X
		LOCK_KIND_NR,
};

/*
 * What a function hands out and wants back: id, name in model files, what it
 * is called, what must be done with it. Memory that nobody frees is lost; of
 * the others a store may keep one on purpose, as state.
 */
#define RESOURCE_KINDS(X)                                                                          \
	X(MEMORY, "memory", "memory", "freed")                                                     \
	X(REFERENCE, "reference", "reference", "put")                                              \
	X(PM, "runtime-pm", "runtime PM reference", "put")                                         \
	X(FIRMWARE, "firmware", "firmware image", "released")                                      \
	X(FILE, "file", "file", "closed")                                                          \
	X(ENABLED, "enabled", "enable count", "disabled")                                          \
	X(MAPPING, "mapping", "mapping", "unmapped")

enum resource_kind {
#define X(id, name, noun, participle) RESOURCE_##id,
	RESOURCE_KINDS(X)
#undef X
		RESOURCE_KIND_NR,
};

enum model_effect_kind {
	ME_PRINT,	/* format text into @to at offset @at, at most @size bytes with the NUL */
	ME_COPY_STRING, /* string @from to @to, at most @size bytes with the NUL */
	ME_COPY_BYTES,	/* @size bytes of @from to @to */
	ME_TEXT,	/* @size bytes of text out of @chars to @to */
	ME_FILL,	/* @size bytes of @to become @value */
	ME_STORE,	/* the object @to points to becomes @value (a model_ret) */
	ME_CHANGE,	/* the object @to, or the first @size bytes, become unknown */
	ME_SCAN,	/* parse @from by the format; stores through the arguments after it */
	ME_READS,	/* the result depends on the bytes of string @from (at most @size) */
	ME_CUT,		/* the string @to gets a NUL somewhere: what follows is lost */
	ME_LOG,		/* writes to syslog; format */
	ME_LOG_SWITCH,	/* asks the static key @from; one of a debug message keeps that back */
	ME_LOCK,    /* takes the lock of kind @class that @to points to; MODEL_NONE: a section */
	ME_UNLOCK,  /* releases it */
	ME_SLEEPS,  /* may sleep; @from: only if these allocation flags allow it */
	ME_ACQUIRE, /* hands out resource @class: @to, or what it returns, or what *@to is now */
	ME_RELEASE, /* takes resource @class, @to, back */
	ME_KEEPS,   /* @to may outlive the call: it is in other hands now */
	ME_USES,    /* the object @to must be there; what it holds does not matter */
	ME_WAITS,   /* time goes by, in which others may write to memory that they know */
	ME_INTERRUPTED, /* this case is a wait that a signal ended: -ERESTARTSYS is right now */
	ME_KIND_NR,
};

struct model_effect {
	enum model_effect_kind kind;
	int to, from, at; /* parameters, or MODEL_NONE; @to: then the memory returned */
	int class;	  /* enum lock_kind or resource_kind */
	bool of_pointee;  /* ME_READS: @from is a char **, as in model_ret; ME_ACQUIRE: of *@to */
	bool of_null;	  /* ME_READS of a pointee: *@from is NULL in this case, nothing is read */
	bool is_try;	  /* ME_LOCK: does not wait for it */
	bool exact;	  /* ME_READS: @size bytes, NUL or not; ME_TEXT: no less than @size */
	bool whole;	  /* ME_READS: the case holds only if all of it, up to its NUL, is fit */
	struct model_size least; /* ME_READS: the string has so many bytes before its NUL */
	int unlike, unlike_n;	 /* ME_READS: parameters, a table of strings that it is none of */
	int finds, lacks;	 /* ME_READS: parameter, a byte that is (not) among them */
	bool trims;		 /* ME_CUT: only blanks at its end are lost */
	bool append;		 /* ME_COPY_STRING: behind the string that @to holds (strcat) */
	bool from_start; /* ME_COPY_STRING: @size counts from the start of that string (strlcat) */
	bool pads;	 /* ME_COPY_STRING: @size bytes in any case, maybe no NUL (strncpy) */
	int format;	 /* parameter of the format string; its arguments follow it, or are a */
	bool va_list_args; /* va_list (vsnprintf: their values are unknown) */
	struct model_size size;
	struct model_ret value; /* ME_STORE, ME_FILL */
	struct charset chars;	/* ME_TEXT */
	bool newline;		/* ME_TEXT: the last of them is a newline */
	bool no_nul;		/* ME_TEXT: no NUL follows */
};

/** enum model_source - where what a function yields comes from, if not from the driver. */
enum model_source {
	MODEL_STABLE,
	MODEL_DEVICE, /* what the hardware or its firmware answers: nothing bounds it */
	/* what differs from call to call or host to host */
	MODEL_TIME,
	MODEL_ADDRESS,
	MODEL_RANDOM,
};

struct model_case {
	const char *
		label; /* for path notes, after the function's name: "succeeds", "finds no match" */
	bool if_tested;	      /* only where the driver's code tests for it: absent.c */
	bool is_failure;      /* the callee reports that it failed (MV213 follows it) */
	int ch;		      /* it comes about only if this argument ... */
	struct charset chars; /* ... is one of these; empty: whatever it is */
	struct model_ret ret;
	VEC(struct model_effect) effects;
};

struct model {
	const char *name;
	size_t nparams; /* named ones */
	bool variadic;
	bool noreturn;
	bool must_check;      /* ignoring a failure is an error: checks, parses and reads (MV213) */
	bool ignores_case;    /* upper and lower case letters are the same to it */
	bool ignores_newline; /* one final newline in a text makes no difference to it */
	enum model_source source; /* of its result and of what it stores */
	bool pure;		  /* same arguments and memory, same result */
	const char *finds;	  /* the one object of an attribute that it leads to; or NULL */
	enum model_exact exact;	  /* how to compute it when all it reads is constant */
	VEC(struct model_case) cases;
};

struct models {
	struct map *by_name;   /* struct model * */
	struct map *variables; /* of the kernel: enum model_source by name, as a pointer */
	struct map *members;   /* struct model_member * by "struct tag.member" */
	struct map *kinds;     /* "struct tag.member" */
	struct map *shared;    /* "struct tag" */
};

/** struct model_member - a string that a member of a kernel's struct is, or points to. */
struct model_member {
	struct charset chars;
	int max; /* bytes, its NUL not counted */
};

/** models_new - no models yet; load_models() adds some. */
struct models models_new(struct arena *a);

/** model_writes_to - whether effect @e of @m writes to what argument @n leads to. */
bool model_writes_to(const struct model *m, const struct model_effect *e, size_t n);

/** model_find - the model of function @name, or NULL. */
const struct model *model_find(const struct models *m, const char *name);

/** model_member - what is known of the string in "struct tag.member", or NULL. */
const struct model_member *model_member(const struct models *m, const char *name);

/** model_tells_kind - whether "struct tag.member" tells what kind of object a handler is handed. */
bool model_tells_kind(const struct models *m, const char *member);

/** model_is_shared - whether "struct tag.member" is of an object that drivers of all kinds have. */
bool model_is_shared(const struct models *m, const char *member);

/** model_variable - why the kernel's variable @name changes; MODEL_STABLE if nobody said so. */
enum model_source model_variable(const struct models *m, const char *name);

#endif
