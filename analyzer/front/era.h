/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_ERA_H
#define MIGVER_FRONT_ERA_H

#include <stdbool.h>

#include "base/arena.h"

/** struct era_choice - which kernel's mdev API the bundled headers shall offer. */
struct era_choice {
	int era; /* KRT_MDEV_ERA: 1 = 4.10-5.12, 2 = 5.13-5.18, 3 = 5.19-6.0, 4 = 6.1- */
	bool has_own_type_attribute; /* the driver defines struct mdev_type_attribute itself */
	bool has_const_core; /* its class or bus handlers take const structs, as from 6.4 on */
};

#define ERA_NR 4

/**
 * era_guess - the eras in the order in which they should be tried for @file
 *
 * Judged by the identifiers of the file (@text, @n bytes) and of the headers
 * it includes by "...", as far as they can be read.
 */
void era_guess(struct arena *a, const char *file, const char *text, size_t n,
	       struct era_choice order[ERA_NR]);

#endif
