/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_POINTER_FORMAT_H
#define MIGVER_ABSINT_POINTER_FORMAT_H

#include "base/charset.h"
#include "base/wide.h"

/** enum pointer_source - what the printed text tells of the pointer. */
enum pointer_source {
	POINTER_NAME,	 /* what it is called */
	POINTER_MEMORY,	 /* what it leads to */
	POINTER_ADDRESS, /* where that lies */
};

/** struct pointer_format - what the kernel prints for %p and letters behind it. */
struct pointer_format {
	const char *letters;
	wide lo, hi;	   /* characters */
	const char *chars; /* NULL: any that can be printed; "": any byte but NUL */
	const char *what;
	const char *doubt; /* why not every length and byte occurs, or NULL */
	enum pointer_source source;
};

/** pointer_format_find - the row for @ext, the text behind %p; never NULL. */
const struct pointer_format *pointer_format_find(const char *ext);

/** pointer_format_chars - the bytes it may consist of. */
struct charset pointer_format_chars(const struct pointer_format *row);

#endif
