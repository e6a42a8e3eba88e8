// SPDX-License-Identifier: MIT
/* The entry points of the engine, and how a target begins and ends. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "faults.h"
#include "oracle.h"
#include "speed.h"
#include "text.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))
#define STATUS_PERIOD 0.5
/* Inputs between two looks at the clock. */
#define CLOCK_PERIOD 64
/* Changes of one input in which the node's own version is the start. */
#define OWN_PERIOD 16

struct fuzz fuzz_world;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
				 uint8_t *out, size_t max, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max) __attribute__((weak));

/* ---- events ---- */

static void add_attribute(struct text *line, const struct krt_attr *a, bool is_driven)
{
	text_add(line, "{");
	event_text(line, "path", a->path);
	event_text(line, "name", a->name);
	event_text(line, "kind", a->kind);
	event_text(line, "node", a->node);
	event_number(line, "mode", a->mode);
	event_bool(line, "show", a->has_show);
	event_bool(line, "store", a->has_store);
	event_bool(line, "driven", is_driven);
	text_add(line, "}");
}

static bool is_driven(const struct fuzz *f, const struct krt_attr *a)
{
	for (unsigned i = 0; i < f->n_nodes; i++)
		if (f->nodes[i].attr == a)
			return true;
	return false;
}

static void send_start(struct fuzz *f, int load)
{
	static const size_t size = 256 * 1024;
	char *buf = malloc(size);
	const struct krt_attr *a;
	const char *text;
	struct text line;

	if (!buf)
		return;
	line = text_over(buf, size);
	text_addf(&line, "{\"event\":\"start\",\"load\":%d,\"attributes\":[", load);
	for (unsigned i = 0; (a = krt_attr_get(i)) && line.max - line.n > 4096; i++) {
		text_add(&line, i ? "," : "");
		add_attribute(&line, a, is_driven(f, a));
	}
	text_add(&line, "],\"notes\":[");
	for (unsigned i = 0; (text = krt_load_note(i)) && line.max - line.n > 4096; i++) {
		text_add(&line, i ? "," : "");
		text_add_json(&line, text);
	}
	text_add(&line, "]}");
	events_send(&f->events, &line);
	free(buf);
}

static void add_counts(const struct fuzz *f, struct text *line)
{
	unsigned long calls;
	const char *name;

	event_number(line, "inputs", f->inputs);
	event_number(line, "stores", f->stores);
	event_number(line, "accepted", f->accepted);
	event_number(line, "findings", f->findings.n);
	event_number(line, "first", f->first_accepted);
	event_number(line, "cpu_ms", (unsigned long)(speed_cpu() * 1e3));
	event_number(line, "bare_ps", (unsigned long)(f->bare * 1e12));
	text_add(line, ",\"stubs\":{");
	for (unsigned i = 0; (name = krt_stub_get(i, &calls)); i++)
		event_number(line, name, calls);
	text_add(line, "}");
}

static void send_status(struct fuzz *f, const char *event)
{
	char buf[65536];
	struct text line = text_over(buf, sizeof(buf));

	text_add(&line, "{");
	event_text(&line, "event", event);
	add_counts(f, &line);
	text_add(&line, ",\"attributes\":[");
	for (unsigned i = 0; i < f->n_nodes && line.max - line.n > 4096; i++) {
		const struct node *n = &f->nodes[i];

		text_add(&line, i ? ",{" : "{");
		event_text(&line, "path", n->attr->path);
		event_number(&line, "shows", n->shows);
		event_number(&line, "stores", n->stores);
		event_number(&line, "accepted", n->accepted);
		event_number(&line, "refused", n->refused);
		text_add(&line, "}");
	}
	text_add(&line, "]}");
	events_send(&f->events, &line);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void status(struct fuzz *f)
{
	double time = now();

	if (time - f->last_status < STATUS_PERIOD)
		return;
	f->last_status = time;
	send_status(f, "status");
}

/* ---- setting up ---- */

static void fail(const char *what, const char *why)
{
	fprintf(stderr, "migver fuzz target: %s: %s\n", what, why);
	exit(2);
}

static void set_up(struct fuzz *f)
{
	const char *text = getenv("MIGVER_FUZZ_OPTS");
	const char *bad;

	if (!text && &fuzz_default_options)
		text = fuzz_default_options;
	bad = options_read(&f->options, text);

	if (bad)
		fail("MIGVER_FUZZ_OPTS", bad);
	if (!f->options.dir)
		f->options.dir = getenv("MIGVER_FUZZ_DIR");
	if (!events_open(&f->events, f->options.dir))
		fail(f->options.dir, strerror(errno));
	if (!buffers_init(&f->buffers))
		fail("memory", strerror(errno));
	if (f->options.dictionary && words_load(&f->mutator.words, f->options.dictionary) < 0)
		fail(f->options.dictionary, strerror(errno));
	f->options.thorough |= f->is_replay;
	f->mutator.engine = LLVMFuzzerMutate;
	f->input = (const unsigned char *)"";
	places_init(&f->places);
	faults_init();
}

static void at_exit(void)
{
	fuzz_end(&fuzz_world);
}

int fuzz_begin(struct fuzz *f)
{
	int ret;

	if (f->is_begun)
		return f->load_error;
	f->is_begun = true;
	set_up(f);
	krt_boot();
	krt_fill_pattern(DEFAULT_FILL);
	krt_world_seed(DEFAULT_SEED);
	ret = target_load(f);
	f->load_error = ret;
	send_start(f, ret);
	if (!ret) { /* a module that failed has registered nothing, and should not have */
		judge_registered(f);
		judge_missing(f);
		/* Where a finding aborts, mutations wait for an input that leads to them. */
		f->is_plain = f->options.abort_on;
		target_learn(f);
		f->is_plain = false;
	}
	findings_send(f);
	/* An engine that collects crashes wants inputs that lead to them. */
	if (!ret && f->n_nodes && !f->options.abort_on && !f->options.single)
		machines_visit(f);
	atexit(at_exit);
	f->bare = speed_bare();
	f->last_status = now();
	return ret;
}

void fuzz_input(struct fuzz *f, const unsigned char *data, size_t size)
{
	if (size > MAX_INPUT)
		size = MAX_INPUT;
	events_current(&f->events, data, size);
	f->inputs++;
	bundle_run(f, data, size);
	if (f->findings.unsent || f->is_doomed)
		findings_send(f);
	if (f->inputs % CLOCK_PERIOD == 0)
		status(f);
}

void fuzz_end(struct fuzz *f)
{
	if (!f->is_begun || f->is_ended)
		return;
	f->is_ended = true;
	findings_send_raw(f);
	send_status(f, "end");
}

/* ---- the engine's entry points ---- */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_begin(&fuzz_world);
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Some engines don't call LLVMFuzzerInitialize(). */
	fuzz_begin(&fuzz_world);
	fuzz_input(&fuzz_world, data, size);
	return 0;
}

static const struct node *any_own(const struct fuzz *f, unsigned seed)
{
	const struct node *n = f->n_nodes ? &f->nodes[seed / OWN_PERIOD % f->n_nodes] : NULL;

	return n && n->own_len ? n : NULL;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
	const struct node *n;

	fuzz_begin(&fuzz_world);
	n = seed % OWN_PERIOD == 0 ? any_own(&fuzz_world, seed) : NULL;
	if (n && n->own_len <= max) {
		memcpy(data, n->own, n->own_len);
		size = n->own_len;
	}
	return mutate(&fuzz_world.mutator, data, size, max, seed);
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
				 uint8_t *out, size_t max, unsigned seed)
{
	return mutate_cross(a, a_size, b, b_size, out, max, seed);
}
