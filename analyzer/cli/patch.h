/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_PATCH_H
#define MIGVER_CLI_PATCH_H

#include "base/overlay.h"
#include "base/strbuf.h"

/** struct patch_file - a file that a patch changes; paths are below the root. */
struct patch_file {
	const char *from, *to; /* from: NULL for a new file; to: NULL for a deleted one */
};

struct patch {
	struct arena *arena;
	const char *name; /* for messages */
	const char *root; /* of the tree, with its final slash */
	bool is_reversed; /* its new state is what the tree has; apply it backwards */
	VEC(struct patch_file) files;
};

/**
 * patch_apply - apply the unified diffs in @text to the tree, in memory
 *
 * @text is a diff (of git or not), a mail with one, or a mailbox of several,
 * which are applied one after the other. The changed files go to @o, the list
 * of them to @p->files. Lines may have moved; they must be there, though:
 * fatal() for a hunk that does not apply, and for what is no patch.
 */
void patch_apply(struct patch *p, const char *text, size_t n, struct overlay *o);

/** mail_body - @text as it was before it was mailed: header off, quoted-printable and base64
 * undone.
 */
struct strbuf mail_body(struct arena *a, const char *text, size_t n);

#endif
