/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_VISIBLE_H
#define MIGVER_ABSINT_VISIBLE_H

#include <stdbool.h>

#include "absint/prepare.h"

/*
 * What the is_visible callbacks of the driver's groups look at. The file is only there
 * where they said yes, so a handler that asks the same again knows the answer, although
 * it can't be told which.
 */
struct visible;

struct visible *visible_find(struct arena *a, const struct program *prog,
			     const struct prepared *prepared);

/** visible_asks - whether one of them looks at the member "struct tag.member". */
bool visible_asks(const struct visible *v, const char *member);

/** visible_calls - whether one of them calls @f. */
bool visible_calls(const struct visible *v, const struct ir_func *f);

#endif
