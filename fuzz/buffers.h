/* SPDX-License-Identifier: MIT */
/*
 * The memory that show() and store() get.
 *
 * store: count + 1 bytes in a memfd that is mapped twice. The driver sees the
 * read-only mapping, so that a write is a fault at the instruction that does it;
 * the harness fills, scribbles over and compares the other one. The string ends
 * at the last page, with an inaccessible page behind it, and all that doesn't
 * belong to it is poisoned for ASan. There are several such arenas that take
 * turns: an access to an idle one is the use of a pointer kept from an earlier call.
 *
 * show: one page, zeroed, between two pages that are poisoned for ASan and, for
 * builds without, filled with a pattern that is looked at afterwards.
 */
#ifndef FUZZ_BUFFERS_H
#define FUZZ_BUFFERS_H

#include <stdbool.h>
#include <stddef.h>

#define PAGE_BYTES 4096u
/* A string of a page and its NUL, with room before it to poison. */
#define ARENA_BYTES (3 * PAGE_BYTES)

/* They take turns, so that a pointer kept from some calls ago is still told apart. */
#define ARENAS 8

struct arena {
	unsigned char *seen;  /* what the driver gets pointers into */
	unsigned char *own;   /* the same memory, writable */
	signed char *shadow;  /* what ASan knows of `seen`, a byte for 8; NULL: ask its functions */
	unsigned char *start; /* of the string in `seen`; NULL: no call is on */
	size_t len;	      /* without the NUL */
	bool writable;	      /* by the driver */
};

struct buffers {
	struct arena arena[ARENAS];
	unsigned turn;
	unsigned char *page; /* of show */
};

/* What an address is, to tell apart the ways in which an access can be wrong. */
enum buffer_place {
	BUFFER_NONE,	/* not in these buffers */
	BUFFER_PAGE,	/* the page of show, or the edges around it */
	BUFFER_CURRENT, /* the arena of the store that is going on, or its edges */
	BUFFER_IDLE,	/* an arena whose call has returned */
};

/** buffers_init - false if the memory cannot be had; errno says why. */
bool buffers_init(struct buffers *b);

/**
 * buffers_string - a buffer for store() that holds @len (1 to PAGE_BYTES) bytes and a NUL.
 * @writable: the driver may write into it; buffers_release() tells of it then.
 */
const char *buffers_string(struct buffers *b, const unsigned char *bytes, size_t len,
			   bool writable);

/**
 * buffers_release - the store has returned: scribble and poison. Returns false
 * if the driver changed a byte; @changed_at says which.
 */
bool buffers_release(struct buffers *b, const unsigned char *bytes, size_t *changed_at);

/** buffers_page - the page for show(), zeroed. */
char *buffers_page(struct buffers *b);

/** buffers_edges - are the pages around show's page as they were? */
bool buffers_edges(const struct buffers *b);

/** buffers_repair - after a call that wrote over the edges. */
void buffers_repair(struct buffers *b);

enum buffer_place buffers_place(const struct buffers *b, const void *address);

#endif
