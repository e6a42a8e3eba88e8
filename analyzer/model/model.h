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

#include "base/map.h"
#include "base/vec.h"
#include "base/wide.h"

#define MODEL_NONE (-1)

/**
 * struct model_size - a number of bytes: a parameter, a constant, or unlimited
 *
 * param * factor + constant, where MODEL_NONE stands for a factor of one, and
 * for zero when it is @param.
 */
struct model_size {
	int param;	/* number of the parameter, or MODEL_NONE */
	int factor;	/* second parameter to multiply with (kcalloc), or MODEL_NONE */
	bool is_double; /* twice the parameter (hex2bin) */
	bool limited;	/* false: no limit (sprintf), or a size nobody knows */
	long constant;	/* the whole of it when param is MODEL_NONE; else added (kmemdup_nul: 1) */
};

enum model_ret_kind {
	MR_VOID,
	MR_CONST,    /* value[0] */
	MR_RANGE,    /* value[0] .. value[1]; which one is the environment's choice */
	MR_SET,	     /* one of value[0..nvalues-1] (errnos are negative already) */
	MR_ANY,	     /* any value of the C type, the environment's choice */
	MR_ARG,	     /* the argument @param itself */
	MR_ARG_BUT,  /* the value that argument @param points to */
	MR_LENGTH,   /* length of the string @param, at most @size (strlen, strnlen) */
	MR_WRITTEN,  /* bytes that the case's print or copy stored, NUL not counted */
	MR_WOULD_BE, /* bytes it would have stored in an unlimited buffer */
	MR_COMPARE,  /* 0 if the strings @param and @param2 (at most @size) agree, else not 0 */
	MR_MATCH,    /* 1 if they agree, else 0 */
	MR_WITHIN,   /* a pointer into the string @param (skip_spaces, strchr) */
	MR_FRESH,    /* a pointer to new memory of @size bytes; with a copy effect: filled */
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
	bool zeroed;	   /* MR_FRESH */
	bool after_blanks; /* MR_WITHIN: behind the blanks that the string begins with */
};

enum model_effect_kind {
	ME_PRINT,	/* format text into @to at offset @at, at most @size bytes with the NUL */
	ME_COPY_STRING, /* string @from to @to, at most @size bytes with the NUL */
	ME_COPY_BYTES,	/* @size bytes of @from to @to */
	ME_FILL,	/* @size bytes of @to become @value */
	ME_STORE,	/* the object @to points to becomes @value (a model_ret) */
	ME_CHANGE,	/* the object @to points to becomes unknown */
	ME_SCAN,	/* parse @from by the format; stores through the arguments after it */
	ME_READS,	/* the result depends on the bytes of string @from (at most @size) */
	ME_CUT,		/* the string @to gets a NUL somewhere: what follows is lost */
	ME_LOG,		/* writes to syslog; format */
	ME_INTERRUPTED, /* this case is a wait that a signal ended: -ERESTARTSYS is right now */
};

struct model_effect {
	enum model_effect_kind kind;
	int to, from, at;  /* parameters, or MODEL_NONE; @to: then the memory returned */
	bool of_pointee;   /* ME_READS: @from is a char **, as in model_ret */
	bool whole;	   /* ME_READS: the case holds only if all of it, up to its NUL, is fit */
	bool trims;	   /* ME_CUT: only blanks at its end are lost */
	bool append;	   /* ME_COPY_STRING: behind the string that @to holds (strcat) */
	int format;	   /* parameter of the format string; its arguments follow it, or are a */
	bool va_list_args; /* va_list (vsnprintf: their values are unknown) */
	struct model_size size;
	struct model_ret value; /* ME_STORE, ME_FILL */
};

struct model_case {
	const char *
		label; /* for path notes, after the function's name: "succeeds", "finds no match" */
	bool is_failure; /* the callee reports that it failed (MV213 follows it) */
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
	bool pure;	      /* same arguments and memory, same result */
	VEC(struct model_case) cases;
};

struct models {
	struct map *by_name; /* struct model * */
};

/** model_find - the model of function @name, or NULL. */
const struct model *model_find(const struct models *m, const char *name);

#endif
