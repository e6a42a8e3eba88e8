// SPDX-License-Identifier: MIT
/*
 * Soundness: does every concrete result lie within the abstract one?
 *
 *	migver-soundness [FUNCTIONS [SEED]]
 *	migver-soundness FILE.c
 *
 * Random functions (gen.c) are compiled and run on random inputs, and analyzed
 * from the same source. What a run returns, and what it leaves in the page, must
 * be covered by an outcome of the analysis. The functions make no memory error,
 * so an event without a doubt is wrong, too. A failure prints the function, the
 * input, and the outcomes; the seed printed with it reproduces its file. The
 * functions of FILE.c are judged in the same way: there are those that were once
 * misjudged.
 */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "absint/absint.h"
#include "base/fatal.h"
#include "front/front.h"
#include "ir/cfg.h"
#include "model/load.h"
#include "tests/property/gen.h"
#include "tests/property/kernel.h"

#define BATCH	    400 /* functions in one file */
#define RUNS	    24	/* of one function */
#define PAGE	    4096
#define MAX_REPORTS 20

struct subject {
	const char *name;
	bool is_store;
	const char *text; /* its source */
};

struct batch {
	struct arena *arena;
	const char *folder;
	struct gen gen;
	uint64_t seed; /* that the generator began with */
	VEC(struct subject) subjects;
	void *library;
	struct strbuf dump;
	struct handler_summary *summary; /* of the running subject */
};

struct totals {
	unsigned long functions, runs, incomplete, outside, alarms;
};

/* ---- files ---- */

static const char *path_in(struct batch *b, const char *name)
{
	return arena_printf(b->arena, "%s/%s", b->folder, name);
}

/* What @path holds becomes the batch; load() finds its functions. */
static void copy_batch(struct batch *b, const char *path)
{
	FILE *from = fopen(path, "re"), *to = fopen(path_in(b, "batch.c"), "we");
	struct strbuf prelude;
	int c;

	if (!from || !to)
		fatal("%s: cannot be %s", from ? path_in(b, "batch.c") : path,
		      from ? "written" : "read");
	strbuf_init(&prelude, b->arena);
	gen_prelude(&prelude);
	for (size_t i = 0; i < prelude.n; i++) /* in one line: the file's own stay numbered */
		putc(prelude.s[i] == '\n' ? ' ' : prelude.s[i], to);
	while ((c = getc(from)) != EOF)
		putc(c, to);
	fclose(from);
	if (fclose(to))
		fatal("%s: cannot be written", path_in(b, "batch.c"));
}

static void write_batch(struct batch *b, size_t n)
{
	struct strbuf all, one;
	FILE *f = fopen(path_in(b, "batch.c"), "we");

	if (!f)
		fatal("%s: cannot be written", path_in(b, "batch.c"));
	strbuf_init(&all, b->arena);
	gen_prelude(&all);
	for (size_t i = 0; i < n; i++) {
		struct subject *s = vec_push(b->arena, &b->subjects);

		strbuf_init(&one, b->arena);
		b->gen.out = &one;
		s->name = arena_printf(b->arena, "f%zu", i);
		gen_function(&b->gen, s->name);
		s->is_store = b->gen.is_store;
		s->text = one.s;
		strbuf_add(&all, one.s);
	}
	fwrite(all.s, 1, all.n, f);
	if (fclose(f))
		fatal("%s: cannot be written", path_in(b, "batch.c"));
}

static void compile(struct batch *b)
{
	const char *so = path_in(b, "batch.so"), *c = path_in(b, "batch.c");
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execlp("cc", "cc", "-O0", "-w", "-fwrapv", "-fno-builtin", "-fno-strict-aliasing",
		       "-shared", "-fPIC", "-o", so, c, (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || status)
		fatal("the compiler cc failed on %s", c);
	b->library = dlopen(so, RTLD_NOW | RTLD_LOCAL);
	if (!b->library)
		fatal("%s", dlerror());
}

/* ---- analysis ---- */

static struct program *load(struct batch *b)
{
	char *args[] = { "-w", "-fno-builtin" };
	char *path = arena_strdup(b->arena, path_in(b, "batch.c"));
	struct front_options o = { .clang_args = args, .nclang_args = 2, .jobs = 1 };
	struct program *p = program_new(b->arena);

	front_load(&o, &path, 1, p);
	program_link(p);
	if (p->units.v[0]->status != UNIT_ANALYZED)
		fatal("%s was not analyzed: %s", path,
		      p->units.v[0]->reasons.n ? p->units.v[0]->reasons.v[0].text : "no reason");
	vec_for_each_ptr(struct ir_func, f, &p->units.v[0]->funcs)
		if (f->is_defined)
			ir_cfg_build(p->units.v[0], f);
	return p;
}

static struct handler_summary *analyze(struct absint *x, const struct program *p,
				       const struct subject *s)
{
	struct handler h = { .name = s->name, .has_body = true };

	vec_for_each_ptr(struct ir_func, f, &p->units.v[0]->funcs)
		if (strcmp(f->name, s->name) == 0)
			h.func = (size_t)(f - p->units.v[0]->funcs.v);
	return s->is_store ? absint_store(x, &h) : absint_show(x, &h);
}

/* ---- runs ---- */

struct result {
	long value, count;
	long text; /* bytes of text in the page */
};

static bool covers(const struct outcome *o, const struct result *r, bool is_store)
{
	if (!range_contains(&o->ret, r->value))
		return false;
	if (is_store)
		return range_contains(&o->minus_count, r->value - r->count);
	/* a length in doubt is no claim */
	return o->written_doubt || (range_contains(&o->written, r->text) &&
				    range_contains(&o->minus_written, r->value - r->text));
}

static bool is_covered(const struct handler_summary *s, const struct result *r, bool is_store)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (covers(o, r, is_store))
			return true;
	return s->incomplete;
}

static void make_input(struct gen *g, char *buf, size_t n)
{
	static const char alphabet[] = "v1120-+x \n\nab.\x80\xff";
	static const char *const known[] = {
		"v1", "v1\n", "12", "12\n", "a-b", "v", "0x1f\n", "-7"
	};
	const char *text = known[gen_random(g, sizeof(known) / sizeof(known[0]))];

	for (size_t i = 0; i < n; i++)
		buf[i] = alphabet[gen_random(g, sizeof(alphabet))]; /* its NUL, too */
	if (gen_random(g, 2) && strlen(text) <= n)
		memcpy(buf, text, strlen(text));
	buf[n] = '\0';
}

static struct result run_store(struct batch *b, void *f, char *shown)
{
	static const unsigned int sizes[] = { 3, 8, 20, 40, 200, PAGE };
	size_t n = 1 + gen_random(&b->gen, sizes[gen_random(&b->gen, 6)]);
	char *buf = malloc(n + 1);
	struct result r = { .count = (long)n };

	make_input(&b->gen, buf, n);
	snprintf(shown, 64, "%s", buf);
	r.value = ((long (*)(const char *, unsigned long))f)(buf, n);
	free(buf);
	return r;
}

static struct result run_show(void *f)
{
	char *page = calloc(1, PAGE + 1);
	struct result r;

	r.value = ((long (*)(char *))f)(page);
	r.text = (long)strlen(page);
	free(page);
	return r;
}

static void randomize(struct batch *b)
{
	static const long values[] = { 0, 1, -1, 5, 100, -4096, INT_MAX, 255 };

	kernel_g0 = (int)values[gen_random(&b->gen, 8)];
	kernel_g1 = (unsigned char)gen_random(&b->gen, 256);
	kernel_g2 = values[gen_random(&b->gen, 8)] * (long)gen_random(&b->gen, 1000);
}

static void report(struct batch *b, const struct subject *s, const struct result *r,
		   const char *input, struct totals *t)
{
	if (t->outside++ >= MAX_REPORTS)
		return;
	printf("OUTSIDE (seed %llu): returns %ld", (unsigned long long)b->seed, r->value);
	if (s->is_store)
		printf(" for %ld bytes \"%s\"", r->count, input);
	else
		printf(" and %ld bytes of text", r->text);
	printf(", g0 %d, g1 %d, g2 %ld before\n%s", kernel_g0, kernel_g1, kernel_g2, s->text);
	printf("%s\n", b->dump.s);
}

static void run(struct batch *b, const struct subject *s, struct totals *t)
{
	void *f = dlsym(b->library, s->name);
	char shown[64] = "";

	for (int i = 0; i < RUNS; i++) {
		struct result r;

		randomize(b);
		r = s->is_store ? run_store(b, f, shown) : run_show(f);
		t->runs++;
		if (is_covered(b->summary, &r, s->is_store))
			continue;
		report(b, s, &r, shown, t);
		return;
	}
}

static void check_events(struct batch *b, const struct subject *s, struct totals *t)
{
	vec_for_each_ptr(const struct event, e, &b->summary->events) {
		if (e->doubt || e->kind == EVENT_OVERFLOW || e->kind == EVENT_TRUNCATION)
			continue;
		if (t->alarms++ < MAX_REPORTS)
			printf("ALARM (seed %llu): line %u: %s\n%s%s\n",
			       (unsigned long long)b->seed, e->loc.line, e->message, s->text,
			       b->dump.s);
	}
}

/* The functions of a batch that was written by hand. */
static void find_subjects(struct batch *b, const struct program *p)
{
	vec_for_each_ptr(struct ir_func, f, &p->units.v[0]->funcs)
		if (f->is_defined && !f->is_static)
			*vec_push(b->arena, &b->subjects) = (struct subject){
				.name = f->name, .is_store = f->nparams == 2, .text = f->name
			};
}

/* @path: of functions written by hand; NULL: @n are generated. */
static void run_batch(struct batch *b, const struct load_request *request, const char *path,
		      size_t n, struct totals *t)
{
	struct catalogue catalogue = { 0 };
	struct attr_kinds kinds = { 0 };
	struct models models = { .by_name = map_new(b->arena) };
	struct program *p;
	struct absint *x;

	load_everything(b->arena, request, &catalogue, &kinds, &models);
	if (path)
		copy_batch(b, path);
	else
		write_batch(b, n);
	compile(b);
	p = load(b);
	if (path)
		find_subjects(b, p);
	strbuf_init(&b->dump, b->arena);
	x = absint_new(b->arena, p, NULL, &models, &catalogue.limits, &b->dump);
	vec_for_each_ptr(const struct subject, s, &b->subjects) {
		strbuf_init(&b->dump, b->arena);
		b->summary = analyze(x, p, s);
		t->functions++;
		t->incomplete += b->summary->incomplete != NULL;
		if (path && b->summary->incomplete)
			printf("%s: %s\n", s->name, b->summary->incomplete);
		run(b, s, t);
		check_events(b, s, t);
	}
	dlclose(b->library);
}

static bool is_source(const char *arg)
{
	size_t n = strlen(arg);

	return n > 2 && strcmp(arg + n - 2, ".c") == 0;
}

static void run_one(const char *folder, uint64_t seed, const char *path, size_t n, struct totals *t)
{
	struct load_request request = { .profile = NULL };
	struct batch b = {
		.arena = arena_new(), .folder = folder, .seed = seed, .gen = { .seed = seed }
	};

	run_batch(&b, &request, path, n, t);
	unlink(path_in(&b, "batch.c"));
	unlink(path_in(&b, "batch.so"));
	arena_drop(b.arena);
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 && is_source(argv[1]) ? argv[1] : NULL;
	unsigned long n = argc > 1 && !path ? strtoul(argv[1], NULL, 10) : BATCH, done = 0;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	char folder[] = "/tmp/migver-soundness-XXXXXX";
	struct totals t = { 0 };

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!mkdtemp(folder))
		fatal("no folder for temporary files");
	if (path)
		run_one(folder, seed, path, 0, &t);
	for (; !path && done < n; done += BATCH, seed++)
		run_one(folder, seed, NULL, n - done < BATCH ? n - done : BATCH, &t);
	rmdir(folder);
	printf("%lu functions, %lu runs, %lu not followed to the end: %lu results outside, %lu "
	       "false "
	       "alarms\n",
	       t.functions, t.runs, t.incomplete, t.outside, t.alarms);
	return t.outside || t.alarms ? 1 : 0;
}
