/* SPDX-License-Identifier: MIT */
/*
 * A krt of one or two attributes whose handlers are functions of the test: each
 * violation can be planted exactly, without a kernel behind it.
 */
#ifndef FAKE_KRT_H
#define FAKE_KRT_H

#include <stdbool.h>
#include <stddef.h>

#include "fuzz/krt/krt.h"

typedef long (*fake_show_fn)(char *page);
typedef long (*fake_store_fn)(const char *buf, unsigned long count);

struct fake_node {
	const char *name, *node;
	unsigned mode;
	fake_show_fn show;
	fake_store_fn store;
};

/* What a driver has as its variables. */
struct fake_state {
	unsigned long count;
	char text[64];
	const void *pointer;
};

/** fake_reset - a krt with no attribute, and a harness that has not begun. */
void fake_reset(void);
void fake_add(const struct fake_node *node);

/** fake_machines - so many besides the usual one; the text of each is the same. */
void fake_machines(unsigned n);

/* For handlers. */
unsigned fake_machine(void);
struct fake_state *fake_state(void);
void fake_log(const char *text);
void fake_log_bytes(const char *bytes, size_t n, bool format_is_user, bool raw);
void fake_lock(int change);
void fake_refs(long change);
void fake_violation(enum krt_violation_kind kind);
/** fake_alloc - a block; NULL if this one is to fail. */
void *fake_alloc(size_t size);
void fake_free(void *block);
unsigned fake_fill(void);
unsigned long fake_seed(void);
bool fake_has_data(void);
bool fake_is_signalled(void);
void fake_stub(void);

#endif
