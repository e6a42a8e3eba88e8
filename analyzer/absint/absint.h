/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ABSINT_H
#define MIGVER_ABSINT_ABSINT_H

#include "absint/outcome.h"
#include "base/strbuf.h"
#include "ir/program.h"
#include "ir/callees.h"
#include "model/model.h"

/** struct absint - what the analyses of one program share. */
struct absint;

/**
 * absint_new - prepare for @p
 *
 * needs: a linked program whose functions have their graphs (ir_cfg_build).
 * @handlers: the code that files of sysfs run; NULL: it is not known.
 * @dump, for --dump solve, gets the outcomes as text; or NULL.
 */
struct absint *absint_new(struct arena *a, const struct program *p, const struct callees *handlers,
			  const struct models *m, const struct limits *l, struct strbuf *dump);

/**
 * absint_show, absint_store - every outcome of a handler with a body
 *
 * The summary lives in the arena given to absint_new(). A handler that could
 * not be followed to the end has summary->incomplete set; its outcomes are
 * then only some of them.
 */
struct handler_summary *absint_show(struct absint *x, const struct handler *h);
struct handler_summary *absint_store(struct absint *x, const struct handler *h);

/**
 * absint_compose - what store may do with each text that @show may have printed
 *
 * By outcome of @show; NULL where its text is not known piece by piece, or the
 * outcome is no success.
 */
const struct handler_summary **absint_compose(struct absint *x, const struct handler_summary *show,
					      const struct handler *store);

/** absint_store_ways - absint_store() with ways kept apart, so that more is known of each. */
struct handler_summary *absint_store_ways(struct absint *x, const struct handler *h);

#endif
