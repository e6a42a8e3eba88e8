/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_RENDER_H
#define MIGVER_FUZZING_RENDER_H

#include "ir/program.h"

/**
 * render_call - the text that a call prints whose argument @arg is a literal format
 *
 * Arguments that are constants, literals or constant variables are printed as
 * such, the others as 1 or "x". NULL if the argument is no literal with a
 * conversion in it that a further argument could feed.
 */
const char *render_call(struct arena *a, const struct program *p, const struct func_id *f,
			const struct ir_insn *call, size_t arg);

#endif
