/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_CONSTANTS_H
#define MIGVER_MODEL_CONSTANTS_H

#include <stdbool.h>

#include "base/wide.h"

/*
 * The names that stand for numbers in the YAML files: errnos of the kernel
 * (its internal ones too, which <errno.h> of the host lacks) and limits of its
 * types, for a 64-bit kernel. An errno is a positive number here, as in C.
 */

/** constant_find - the value of @name ("EINVAL", "S32_MAX") into *@value; false: no such name. */
bool constant_find(const char *name, wide *value);

/** constant_errno_name - "EINVAL" for 22; NULL if @code is no errno. */
const char *constant_errno_name(wide code);

#endif
