// SPDX-License-Identifier: MIT
/* Oracles of the attribute itself, and of what was counted over a run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oracle.h"
#include "text.h"

#define READ_BITS    0444u
#define WRITE_BITS   0222u
#define OTHERS_WRITE 0002u
/* include/linux/sysfs.h: a buffer made in advance */
#define SYSFS_PREALLOC 010000u
#define USUAL_BITS     (0666u | SYSFS_PREALLOC)

/* Writes before "nothing was ever accepted" or "refused" is said. */
#define MANY_STORES 100000
#define SOME_STORES 4000
#define SOME_SHOWS  8

void judge_read_write(struct fuzz *f, struct node *n, const struct call *c)
{
	const struct krt_attr *a = n->attr;
	const char *problem = NULL;
	struct claim x = { .rule = "MV001", .node = n };

	(void)c;
	if (!a->has_show)
		problem = "it has no show handler: read fails with EIO";
	else if (!a->has_store)
		problem = "it has no store handler: write fails with EIO";
	else if (!(a->mode & READ_BITS))
		problem = "its mode lets nobody read";
	else if (!(a->mode & WRITE_BITS))
		problem = "its mode lets nobody write";
	if (problem)
		claim(f, &x, "'%s' is not read-write: %s (mode %04o)", a->name, problem, a->mode);
}

void judge_mode(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV003", .node = n };
	unsigned mode = n->attr->mode;

	(void)c;
	if (mode & OTHERS_WRITE)
		claim(f, &x, "mode %04o lets any user write '%s'", mode, n->attr->name);
	else if (mode & ~USUAL_BITS)
		claim(f, &x, "mode %04o has bits that mean nothing for a sysfs file (%04o)", mode,
		      mode & ~USUAL_BITS);
}

static bool is_there(const char *name, size_t len)
{
	const struct krt_attr *a;

	for (unsigned i = 0; (a = krt_attr_get(i)); i++)
		if (strlen(a->name) == len && !strncmp(a->name, name, len))
			return true;
	return false;
}

/* NAME@FILE:LINE, one for each attribute that the driver defines. */
void judge_registered(struct fuzz *f)
{
	for (unsigned i = 0; i < f->options.expected.n; i++) {
		const char *name = f->options.expected.item[i], *at = strchr(name, '@');
		size_t len = at ? (size_t)(at - name) : strlen(name);
		struct claim x = { .rule = "MV002" };
		const char *colon = at ? strrchr(at, ':') : NULL;
		char *file;

		if (is_there(name, len))
			continue;
		/* Kept as long as the finding, which is to the end. */
		file = colon ? strndup(at + 1, (size_t)(colon - at - 1)) : NULL;
		x.place = (struct place){ "", file ? file : "",
					  file ? (unsigned)atoi(colon + 1) : 0 };
		claim(f, &x, "'%.*s' is nowhere in the tree after the module was loaded", (int)len,
		      name);
	}
}

/*
 * MV005: lint says that the driver can migrate and lacks the attribute. Whether it
 * can is seen in the source only, that no file is there is seen here.
 */
void judge_missing(struct fuzz *f)
{
	struct claim x = { .rule = "MV005", .is_of_many = true };

	if (options_has(&f->options.by_lint, "MV005") && !f->n_nodes)
		claim(f, &x, "no '%s' is in the tree after the module was loaded",
		      f->options.attrs.item[0]);
}

/* What a handler answers is the device's answer only if all it called was there. */
static bool is_real(struct fuzz *f, const char *rule, struct node *n)
{
	if (!n->show_stubbed && !n->store_stubbed)
		return true;
	oracle_off(f, rule, n, "a handler calls functions that nobody models; see the stubs");
	return false;
}

void judge_rejects(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV203", .node = n, .place = n->store, .is_of_many = true };

	(void)c;
	if (n->stores < SOME_STORES || n->accepted < n->stores || !n->foreign_len ||
	    !is_real(f, "MV203", n))
		return;
	x.evidence[x.n_evidence++] =
		(struct evidence){ n->foreign, n->foreign_len, (long)n->foreign_len };
	claim(f, &x, "accepted every one of %lu strings: nothing depends on what is written",
	      n->stores);
}

void judge_accepts(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV204", .node = n, .place = n->store, .is_of_many = true };

	(void)c;
	/* Answers that are neither are MV201's. */
	if (n->stores < MANY_STORES || n->refused < n->stores || !n->own_len ||
	    !is_real(f, "MV204", n))
		return;
	claim(f, &x, "none of %lu strings was accepted, its own version among them", n->stores);
}

void judge_optional(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV005", .node = n, .is_of_many = true };

	(void)c;
	if (!options_has(&f->options.by_lint, "MV005")) {
		oracle_off(f, "MV005", n,
			   "only lint can tell \"never\" from a device in another state and from "
			   "code that is configured off");
		return;
	}
	if (n->stores < MANY_STORES || n->shows < SOME_SHOWS || n->accepted || n->shown ||
	    !is_real(f, "MV005", n))
		return;
	claim(f, &x,
	      "neither show (%lu calls) nor store (%lu) ever succeeded: leave the attribute out",
	      n->shows, n->stores);
}
