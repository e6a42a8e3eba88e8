/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ABSINT_H
#define MIGVER_ABSINT_ABSINT_H

#include "absint/outcome.h"
#include "ir/program.h"
#include "model/model.h"

struct absint_request {
	const struct program *prog; /* linked, graphs built */
	const struct models *models;
	const struct limits *limits;
	struct strbuf *dump; /* --dump solve: gets a line per outcome; or NULL */
};

/**
 * absint_show, absint_store - every outcome of a handler with a body
 *
 * The summary lives in @out. A handler that could not be followed to the end
 * has summary->incomplete set; its outcomes are then only some of them.
 */
struct handler_summary *absint_show(const struct absint_request *r, const struct handler *h,
				    struct arena *out);
struct handler_summary *absint_store(const struct absint_request *r, const struct handler *h,
				     struct arena *out);

#endif
