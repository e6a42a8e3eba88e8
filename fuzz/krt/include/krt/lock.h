/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: krt's own lock word, shared by every lock type so that depth can be counted */
#ifndef KRT_KRT_LOCK_H
#define KRT_KRT_LOCK_H

#include <linux/types.h>

/*
 * A lock that is all zero is free; krt counts in it, and the static initialisers
 * give it a name for reports.
 */
struct krt_lock {
	const char *name;
	int depth;
	unsigned int owner;
};
#define KRT_LOCK_INIT(lockname) { .name = #lockname }

#endif
