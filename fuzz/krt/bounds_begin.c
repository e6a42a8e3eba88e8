// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Linked right before the driver's objects, as bounds_end.c is right behind them:
 * the linker keeps the order, so that the driver's variables stand between these.
 * Both are compiled without sanitizers. See state.c.
 */
char krt_data_begin[64] __attribute__((aligned(64))) = { 1 };
char krt_bss_begin[64] __attribute__((aligned(64)));
