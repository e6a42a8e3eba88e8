/* SPDX-License-Identifier: MIT */
/* Runs of the harness over handlers of a test, and the handlers that several tests use. */
#ifndef FUZZ_UNIT_RUN_H
#define FUZZ_UNIT_RUN_H

#include <errno.h>

#include "fake_krt.h"
#include "fuzz/oracle.h"

/** run_begin - a harness that has begun, with these attributes and MIGVER_FUZZ_OPTS. */
void run_begin(const struct fake_node *nodes, size_t n, const char *options);

/** run_begin_on - the same, where there are @machines besides the usual one. */
void run_begin_on(const struct fake_node *nodes, size_t n, const char *options, unsigned machines);

/** run_some - some inputs, by our own mutations of the first node's version. */
void run_some(struct fuzz *f, unsigned inputs);

/** run_find - the finding of @rule, in its milder form if a '-' is behind it; or NULL. */
const struct finding *run_find(const struct fuzz *f, const char *rule);

#define OWN	"bolt-v3.12"
#define REFUSED (fake_log("refused"), -EINVAL)

bool is_own(const char *buf, unsigned long count);
long show_fine(char *page);
long store_fine(const char *buf, unsigned long count);
/* As long a version as sysfs delivers. */
long show_most(char *page);
long store_most(const char *buf, unsigned long count);
/* With a defect each. */
long store_zero(const char *buf, unsigned long count);
long store_bare_only(const char *buf, unsigned long count);
long store_divides(const char *buf, unsigned long count);

#endif
