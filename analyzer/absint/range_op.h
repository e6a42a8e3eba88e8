/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_RANGE_OP_H
#define MIGVER_ABSINT_RANGE_OP_H

#include "absint/range.h"
#include "ir/ir.h"

/** type_span - how many values @t has. */
wide type_span(enum ir_type t);

/** window_of - how often the span of @t lies between its range and @v, rounded down. */
wide window_of(enum ir_type t, wide v);

/** all_ones - the smallest 2^n - 1 that is not below @v. */
wide all_ones(wide v);

/** cast_range - @r converted to @t. */
struct range cast_range(const struct range *r, enum ir_type t);

/** range_op - the results of @op, an arithmetic one, as exact integers. */
struct range range_op(enum ir_op op, const struct range *a, const struct range *b);

#endif
