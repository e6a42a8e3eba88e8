// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/hash.h"
#include "front/paths.h"
#include "fuzzing/cache.h"
#include "fuzzing/folder.h"
#include "fuzzing/quote.h"
#include "fuzzing/recall.h"
#include "fuzzing/workplace.h"

#define SHOWN_BYTES 100 /* of a write, in words */
#define LINE_BYTES  400 /* of a shell line that is still read */

/* Below the cache: named by the first file, told apart by all of them. */
static const char *default_folder(struct arena *a, const char *kind, const char *const *files,
				  size_t n)
{
	const char *base = path_base(files[0]);
	uwide h = HASH_BEGIN;

	for (size_t i = 0; i < n; i++) {
		const char *real = path_real(a, files[i]);

		h = hash_text(h, real ? real : files[i]);
	}
	return arena_printf(a, "%s/%s/%.*s-%.8s", cache_root(a), kind, (int)strcspn(base, "."),
			    base, hash_hex(a, h));
}

static void lock(struct arena *a, const char *folder)
{
	int fd = open(path_join(a, folder, "lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		fatal("can't write into %s: %s", folder, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		fatal("another campaign is running in %s; choose a folder with --dir", folder);
	/* stays open: the lock is the process's */
}

struct workplace workplace_open(struct arena *a, const char *dir, const char *kind,
				const char *const *files, size_t nfiles)
{
	static const struct {
		const char *name;
		bool is_kept; /* in a folder of the user's */
	} parts[] = {
		{ "corpus", true },   { "findings", true }, { "seeds", false },
		{ "objects", false }, { "jobs", false },
	};
	const char *folder = dir ? dir : default_folder(a, kind, files, nfiles);
	struct workplace w = { 0 };

	folder_make(a, folder);
	w.folder = path_real(a, folder);
	lock(a, w.folder);
	w.findings = path_join(a, w.folder, "findings");
	folder_make(a, w.findings);
	if (dir)
		recall_salvage(a, path_join(a, w.folder, "jobs"), w.findings);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *part = path_join(a, w.folder, parts[i].name);

		if (!dir || !parts[i].is_kept)
			folder_remove(a, part);
		folder_make(a, part);
	}
	w.corpus = path_join(a, w.folder, "corpus");
	w.seeds = path_join(a, w.folder, "seeds");
	w.objects = path_join(a, w.folder, "objects");
	w.dict = path_join(a, w.folder, "dict");
	w.target = path_join(a, w.folder, "target");
	w.replay = path_join(a, w.folder, "replay");
	return w;
}

/* A command that writes @bytes; what is too long to be read comes from a file beside @file. */
static const char *write_line(struct arena *a, const char *file, size_t i, const char *bytes,
			      size_t n, const char *node)
{
	const char *line = quote_shell(a, bytes, n, node);
	struct strbuf b;

	if (strlen(line) <= LINE_BYTES)
		return line;
	file = arena_printf(a, "%s.write-%zu", file, i + 1);
	file_put(file, bytes, n);
	strbuf_init(&b, a);
	strbuf_add(&b, "cat ");
	quote_word(file, &b);
	strbuf_add(&b, " > ");
	quote_word(node, &b);
	return b.s;
}

/* The writes that show it; a finding of show has none. */
static const char *shell_line(struct arena *a, const char *file, const struct hit *h,
			      const char *node)
{
	struct strbuf b;

	if (!h->writes.n && h->n)
		return write_line(a, file, 0, h->bytes, h->n, node);
	strbuf_init(&b, a);
	for (size_t i = 0; i < h->writes.n; i++) {
		const struct write *w = &h->writes.v[i];

		strbuf_addf(&b, "%s%s", b.n ? "; " : "",
			    write_line(a, file, i, w->bytes, w->n, node));
	}
	if (!b.n) {
		strbuf_add(&b, "cat ");
		quote_word(node, &b);
	}
	return b.s;
}

/* "\"a\" (1 byte): -22, ..." */
static const char *writes_text(struct arena *a, const struct hit *h)
{
	struct strbuf b;

	strbuf_init(&b, a);
	vec_for_each_ptr(const struct write, w, &h->writes) {
		bool is_long = w->n > SHOWN_BYTES;

		strbuf_add(&b, b.n ? ", \"" : "\"");
		quote_c(w->bytes, is_long ? SHOWN_BYTES : w->n, &b);
		strbuf_addf(&b, "%s\" (%zu bytes): %ld", is_long ? "..." : "", w->n, w->ret);
	}
	return h->writes.n ? b.s : NULL;
}

struct evidence *workplace_save(struct arena *a, const struct workplace *w, const struct hit *h,
				const char *node)
{
	struct evidence *e = arena_new_of(a, struct evidence);
	struct strbuf text, replay;

	strbuf_init(&text, a);
	strbuf_init(&replay, a);
	quote_c(h->bytes ? h->bytes : "", h->n, &text);
	e->bytes = h->bytes ? h->bytes : "";
	e->n = h->n;
	e->file = recall_file(a, w->findings, h);
	e->escaped = text.s;
	e->wrote = writes_text(a, h);
	e->shell = shell_line(a, e->file, h, node);
	strbuf_add(&replay, "migver replay ");
	quote_word(e->file, &replay);
	e->replay = replay.s;
	e->details = h->details;
	e->tries = h->tries;
	file_put(e->file, e->bytes, e->n);
	return e;
}
