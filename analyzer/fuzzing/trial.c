// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "front/paths.h"
#include "fuzzing/faults.h"
#include "fuzzing/folder.h"
#include "fuzzing/process.h"
#include "fuzzing/trial.h"

#define OPTION_BYTES ((size_t)16 << 20)
#define EVENT_BYTES  ((size_t)64 << 20)
#define INPUT_BYTES  65536
#define HANG_S	     2	/* one input may take; a campaign is more patient */
#define SHRINK_S     10 /* for one fault */

/* ---- one input ---- */

/* The campaign's own options, and the thoroughness of a replay. */
struct trial trial_new(const struct supervision *s)
{
	struct arena *a = s->arena;
	struct trial t = { .s = s, .folder = path_join(a, s->folder, "jobs/trial") };
	const char *path = path_join(a, s->folder, "jobs/trial-options"), *text = s->options;
	size_t n = 0;

	if (text && text[0] == '@')
		text = file_get(a, text + 1, OPTION_BYTES, &n);
	text = arena_printf(a, "%s;thorough=1", text ? text : "");
	folder_make(a, path_join(a, s->folder, "jobs"));
	file_put(path, text, strlen(text));
	t.options = arena_printf(a, "@%s", path);
	return t;
}

static void prepare(const void *data)
{
	const struct trial *t = data;
	struct sandbox limits = t->s->sandbox;

	setenv("TMPDIR", t->folder, 1);
	setenv("MIGVER_FUZZ_DIR", t->folder, 1);
	setenv("MIGVER_FUZZ_OPTS", t->options, 1);
	unsetenv("ASAN_OPTIONS");
	unsetenv("UBSAN_OPTIONS");
	if (t->s->symbolizer)
		setenv("ASAN_SYMBOLIZER_PATH", t->s->symbolizer, 1);
	limits.cpu_s = 4 * HANG_S;
	sandbox_enter(&limits);
}

static void read_events(const struct trial *t, struct campaign *k)
{
	struct counters none = { 0 };
	size_t n = 0;
	char *text = file_get(t->s->arena, path_join(t->s->arena, t->folder, "events.jsonl"),
			      EVENT_BYTES, &n);

	for (char *p = text, *end; p && (end = memchr(p, '\n', n - (size_t)(p - text)));
	     p = end + 1)
		campaign_event(k, p, (size_t)(end - p), &none);
}

static const char *read_phase(const struct trial *t)
{
	size_t n = 0;
	char *text = file_get(t->s->arena, path_join(t->s->arena, t->folder, "phase"), 64, &n);

	return text ? arena_strndup(t->s->arena, text, strcspn(text, "\n")) : NULL;
}

bool trial_run(const struct trial *t, const char *bytes, size_t n, struct campaign *k,
	       struct hit *fault)
{
	struct arena *a = t->s->arena;
	struct process p = { .prepare = prepare, .data = t };
	struct fault_context c = { t->s->files, t->s->nfiles, NULL };
	const char *input = path_join(a, t->folder, "input");

	folder_remove(a, t->folder);
	folder_make(a, t->folder);
	file_put(input, bytes, n);
	args_add(a, &p.args, t->s->target);
	args_add(a, &p.args, arena_printf(a, "-artifact_prefix=%s/", t->folder));
	args_add(a, &p.args, arena_printf(a, "-timeout=%d", HANG_S));
	args_add(a, &p.args, arena_printf(a, "-rss_limit_mb=%u", t->s->sandbox.memory_mb));
	args_add(a, &p.args, input);
	process_run_all(a, &p, 1, 1);
	if (k)
		read_events(t, k);
	*fault = (struct hit){ .bytes = bytes, .n = n };
	c.phase = read_phase(t);
	return p.status != 0 && fault_read(a, p.output.s, p.status, &c, fault);
}

/* ---- smaller ---- */

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool comes_again(const struct trial *t, const struct hit *h, const char *bytes, size_t n)
{
	struct hit fault;

	return n && trial_run(t, bytes, n, NULL, &fault) && strcmp(fault.key, h->key) == 0;
}

/* Without the @size bytes at @at, if the fault still comes. */
static bool drop(const struct trial *t, struct hit *h, size_t at, size_t size)
{
	struct arena *a = t->s->arena;
	char *rest = arena_alloc(a, h->n);
	size_t n = h->n - size;

	memcpy(rest, h->bytes, at);
	memcpy(rest + at, h->bytes + at + size, n - at);
	if (!comes_again(t, h, rest, n))
		return false;
	h->bytes = rest;
	h->n = n;
	return true;
}

/* Halves first, single bytes last, each from the end on. */
void trial_shrink(const struct trial *t, struct hit *h)
{
	double end = now_s() + SHRINK_S;

	if (!comes_again(t, h, h->bytes, h->n))
		return;
	for (size_t size = h->n / 2; size; size /= 2)
		for (size_t at = h->n; at >= size && now_s() < end;) {
			at -= size;
			drop(t, h, at, size);
		}
}
