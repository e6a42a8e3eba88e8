/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_SIG_H
#define MIGVER_IR_SIG_H

#include <stdbool.h>
#include <stddef.h>

/* Canonical prototypes, as clang spells them: "int (const struct row *, int, ...)". */

/** sig_param - the type of parameter @n, and what follows it; NULL if there is none by name. */
const char *sig_param(const char *sig, size_t n);

/**
 * sig_param_is_const - whether parameter @n is a pointer to something const. Taken for
 * granted by those who ask: such a function doesn't write there, nor do those it hands it to.
 */
bool sig_param_is_const(const char *sig, size_t n);

#endif
