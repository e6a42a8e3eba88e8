/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_UNIT_LOWER_CASES_H
#define MIGVER_TESTS_UNIT_LOWER_CASES_H

#include <stddef.h>

/*
 * Functions that are compiled into the tests, and at run time parsed, lowered
 * and interpreted: both must give the same number for any two arguments.
 */
struct lower_case {
	const char *name;
	long (*run)(long a, long b);
};

extern const struct lower_case lower_cases[], lower_cases_objects[];
extern const size_t nlower_cases, nlower_cases_objects;

#endif
