/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_CACHE_H
#define MIGVER_FUZZING_CACHE_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * What fuzzing builds once: the runtime's sources, unpacked from the binary,
 * and their objects. Everything lies below $XDG_CACHE_HOME/migver (else
 * ~/.cache/migver) in folders named by a hash of all that went in, so two
 * versions of migver, two compilers or two kernels never share one. A folder
 * is filled under another name and then renamed: it is there whole or not at
 * all, whoever else is filling it at the same time. What an interrupted run has
 * left half filled is removed by the next one that fills something.
 */

/** cache_root - the folder; fatal() if there is no place for one. */
const char *cache_root(struct arena *a);

/** cache_sources - the folder with the unpacked sources: fuzz/, include/, strings/. */
const char *cache_sources(struct arena *a);

/** struct cache_folder - a named folder that may have to be filled. */
struct cache_folder {
	const char *path;    /* its final name */
	const char *filling; /* where to put its contents now; NULL: it is complete */
	int lock;	     /* held while it is filled: who is interrupted lets go of it */
};

/** cache_open - the folder KIND-KEY; cache_close - call it complete after filling. */
struct cache_folder cache_open(struct arena *a, const char *kind, const char *key);
void cache_close(struct arena *a, struct cache_folder *f);

/** cache_abandon - nothing came of it. */
void cache_abandon(struct arena *a, struct cache_folder *f);

#endif
