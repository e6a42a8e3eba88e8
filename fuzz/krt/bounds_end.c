// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Linked right behind the driver's objects; see bounds_begin.c. */
char krt_data_end[64] __attribute__((aligned(64))) = { 1 };
char krt_bss_end[64] __attribute__((aligned(64)));
