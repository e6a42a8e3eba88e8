/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_SANDBOX_H
#define MIGVER_FUZZING_SANDBOX_H

#include "base/arena.h"

/*
 * A driver's code runs in the target. It is no stranger's code, but it is code
 * that is expected to go wrong, with inputs made to that end.
 */

/** struct sandbox - limits of one child. */
struct sandbox {
	unsigned cpu_s;	    /* seconds of CPU, 0: no limit */
	unsigned file_mb;   /* largest file */
	unsigned memory_mb; /* watched by the engine: ASan's address space has no use for a limit */
};

/** enum sandbox_net - how the network was taken away; in the order in which it is tried. */
enum sandbox_net {
	NET_NAMESPACE, /* an empty network namespace */
	NET_SECCOMP,   /* socket() fails */
	NET_OPEN,      /* neither could be had */
};

/**
 * sandbox_enter - in the child, before exec: limits, no new privileges, no network
 *
 * Dies with its parent. A core file is not written.
 */
enum sandbox_net sandbox_enter(const struct sandbox *s);

/** sandbox_probe - what sandbox_enter() can have here, found out in a child. */
enum sandbox_net sandbox_probe(void);

/** sandbox_text - all of it in words, for the report. */
const char *sandbox_text(struct arena *a, const struct sandbox *s, enum sandbox_net net);

#endif
