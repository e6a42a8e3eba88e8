/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_MUTATE_TABLE_H
#define FUZZ_MUTATE_TABLE_H

#include "edit.h"

#define ROW(name, weight) bool mutate_##name(struct edit *e);
#include "mutate_rows.h"
#undef ROW

#endif
