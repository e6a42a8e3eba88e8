// SPDX-License-Identifier: MIT
/* The parts of "migver fuzz" that need no compiler; the target is a shell script. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "front/paths.h"
#include "fuzzing/faults.h"
#include "fuzzing/folder.h"
#include "fuzzing/process.h"
#include "fuzzing/quote.h"
#include "fuzzing/stubs.h"
#include "fuzzing/supervisor.h"
#include "fuzzing/words.h"
#include "tests/unit/suites.h"

/* ---- quoting ---- */

static void test_quote(void)
{
	struct arena *a = arena_new();
	static const char bytes[] = "-a'%\\\x01"
				    "7\n\xff";
	struct strbuf b;

	strbuf_init(&b, a);
	quote_c(bytes, sizeof(bytes) - 1, &b);
	CU_ASSERT_STRING_EQUAL(b.s, "-a'%\\\\\\0017\\n\\377");
	CU_ASSERT_STRING_EQUAL(quote_shell(a, bytes, sizeof(bytes) - 1, "/sys/a b"),
			       "printf '\\055a\\047%%\\134\\0017\\n\\377' > '/sys/a b'");
	arena_drop(a);
}

/* What the line writes is what was meant: asked of a real shell. */
static void test_quote_in_a_shell(void)
{
	struct arena *a = arena_new();
	const char *dir = folder_temporary(a, "/tmp/migver-unit");
	const char *path = path_join(a, dir, "it's"), *words[] = { "sh", "-c", NULL };
	struct args args = { 0 };
	char bytes[256], *got;
	size_t n = 0;

	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	words[2] = quote_shell(a, bytes, sizeof(bytes), path);
	args_add_all(a, &args, words, 3);
	CU_ASSERT_EQUAL(process_run(a, &args, NULL), 0);
	got = file_get(a, path, sizeof(bytes), &n);
	CU_ASSERT(got && n == sizeof(bytes) && memcmp(got, bytes, n) == 0);
	folder_remove(a, dir);
	arena_drop(a);
}

/* ---- stubs ---- */

static size_t size_of(void *data, const char *name)
{
	(void)data;
	return strcmp(name, "jiffies") == 0 ? 8 : 0;
}

static void test_stubs(void)
{
	struct arena *a = arena_new();
	name_list stubs = { 0 };
	struct strbuf b;

	stubs_find(a,
		   "a.o: in function `probe':\nd.c:3: undefined reference to `clk_get'\n"
		   "d.c:4: undefined reference to `clk_get'\n"
		   "ld.lld: error: undefined symbol: jiffies\n>>> referenced by d.c:9\n"
		   "undefined reference to `krt_boot'\n",
		   &stubs);
	CU_ASSERT_EQUAL_FATAL(stubs.n, 2);
	CU_ASSERT_STRING_EQUAL(stubs.v[0], "clk_get");
	CU_ASSERT_STRING_EQUAL(stubs.v[1], "jiffies");
	strbuf_init(&b, a);
	stubs_write(&stubs, size_of, NULL, &b);
	CU_ASSERT_PTR_NOT_NULL(strstr(b.s, "krt_stub_called(\"clk_get\")"));
	CU_ASSERT_PTR_NOT_NULL(strstr(b.s, "char jiffies[8];"));
	CU_ASSERT_PTR_NULL(strstr(b.s, "krt_boot"));
	arena_drop(a);
}

/* ---- faults ---- */

static const struct fault {
	const char *name, *output, *phase;
	int status;
	const char *rule, *function;
	unsigned line;
} faults[] = {
	{ "overflow in store",
	  "==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60200000001 at pc 0x4f\n"
	  "READ of size 1 at 0x60200000001 thread T0\n"
	  "    #0 0x4f in strlen (/x/target+0x4f)\n"
	  "    #1 0x50 in foo_store /src/foo.c:38:3\n"
	  "    #2 0x51 in krt_store krt.c:1:1\n",
	  "store", 1, "MV205", "foo_store", 38 },
	{ "write outside the page",
	  "==7==ERROR: AddressSanitizer: use-after-poison on address 0x7f at pc 0x4f\n"
	  "WRITE of size 1 at 0x7f thread T0\n    #0 0x50 in foo_show /src/foo.c:9\n",
	  "show", 1, "MV103", "foo_show", 9 },
	{ "NULL in show",
	  "==7==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 T0)\n"
	  "==7==The signal is caused by a READ memory access.\n"
	  "    #0 0x50 in foo_show /src/foo.c:9:4\n",
	  "show", 1, "MV109", "foo_show", 9 },
	{ "NULL in store",
	  "==7==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 T0)\n"
	  "    #0 0x50 in helper /src/foo.c:9:4\n",
	  "store", 1, "MV403", "helper", 9 },
	{ "freed in store",
	  "==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x6 at pc 0x4f\n"
	  "READ of size 8 at 0x6 thread T0\n    #0 0x50 in foo_store /src/foo.c:20:1\n",
	  "store", 1, "MV403", "foo_store", 20 },
	{ "double free",
	  "==7==ERROR: AddressSanitizer: attempting double-free on 0x6 in thread T0:\n"
	  "    #0 0x50 in kfree slab.c:1\n    #1 0x50 in foo_store /src/foo.c:21:1\n",
	  "store", 1, "MV401", "foo_store", 21 },
	{ "overflow of a number",
	  "/src/foo.c:30:7: runtime error: signed integer overflow: 2147483647 + 1\n"
	  "    #0 0x50 in parse /src/foo.c:30:7\n",
	  "store", 1, "MV215", "parse", 30 },
	{ "a bare signal", "", "store", 128 + 11, "MV205", NULL, 0 },
};

static void test_faults(void)
{
	static const char *const files[] = { "dir/foo.c" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		const struct fault *f = &faults[i];
		const struct fault_context c = { files, 1, f->phase };
		struct hit h = { 0 };

		CU_ASSERT_TRUE(fault_read(a, f->output, f->status, &c, &h));
		CU_ASSERT_STRING_EQUAL(h.rule, f->rule);
		CU_ASSERT_EQUAL(h.line, f->line);
		if (f->function)
			CU_ASSERT_STRING_EQUAL(h.function, f->function);
		if (f->line)
			CU_ASSERT_STRING_EQUAL(h.file, "dir/foo.c");
	}
	arena_drop(a);
}

static void test_no_fault(void)
{
	const struct fault_context c = { NULL, 0, NULL };
	struct arena *a = arena_new();
	struct hit h = { 0 };

	CU_ASSERT_FALSE(fault_read(a, "==1== libFuzzer: run interrupted; exiting\n", 72, &c, &h));
	arena_drop(a);
}

/* ---- events ---- */

static void feed(struct campaign *k, const char *line, struct counters *c)
{
	campaign_event(k, line, strlen(line), c);
}

static void test_events(void)
{
	struct arena *a = arena_new();
	struct campaign *k = campaign_new(a);
	struct counters c = { 0 };

	feed(k,
	     "{\"event\":\"start\",\"load\":0,\"attributes\":[{\"path\":\"devices/x/"
	     "v\",\"mode\":420,"
	     "\"driven\":true,\"show\":true}],\"notes\":[\"probed\"]}",
	     &c);
	feed(k,
	     "{\"event\":\"status\",\"inputs\":10,\"stores\":30,\"accepted\":4,"
	     "\"stubs\":{\"clk_get\":2}}",
	     &c);
	feed(k,
	     "{\"event\":\"finding\",\"rule\":\"MV201\",\"key\":\"k\",\"message\":\"m\",\"line\":3,"
	     "\"input\":\"00ff41\",\"writes\":[{\"hex\":\"41\",\"ret\":-22}]}",
	     &c);
	feed(k, "{\"event\":\"finding\",\"rule\":\"MV201\",\"key\":\"k\",\"message\":\"again\"}",
	     &c);
	feed(k, "{\"event\":\"off\",\"rule\":\"MV107\",\"reason\":\"r\"}", &c);
	feed(k, "not JSON", &c);
	feed(k, "{\"event\":\"of tomorrow\"}", &c);
	CU_ASSERT(k->is_started && k->nodes.n == 1 && k->notes.n == 1 && k->off.n == 1);
	CU_ASSERT(k->nodes.v[0].is_driven && k->nodes.v[0].mode == 0644);
	CU_ASSERT(c.inputs == 10 && c.stores == 30 && c.accepted == 4);
	CU_ASSERT(k->stubs.n == 1 && k->stubs.v[0].n == 2);
	CU_ASSERT_EQUAL_FATAL(k->hits.n, 1);
	CU_ASSERT(k->hits.v[0].n == 3 && memcmp(k->hits.v[0].bytes, "\0\377A", 3) == 0);
	CU_ASSERT(k->hits.v[0].writes.n == 1 && k->hits.v[0].writes.v[0].ret == -22);
	arena_drop(a);
}

/* ---- supervision ---- */

struct trial {
	struct arena *arena;
	const char *dir;
	struct supervision s;
};

static struct trial trial_begin(const char *script)
{
	struct trial t = { .arena = arena_new() };
	const char *target;

	t.dir = folder_temporary(t.arena, "/tmp/migver-unit");
	target = path_join(t.arena, t.dir, "target");
	script = arena_printf(t.arena, "#!/bin/sh\nevents=$MIGVER_FUZZ_DIR/events.jsonl\n%s",
			      script);
	file_put(target, script, strlen(script));
	chmod(target, 0755);
	t.s = (struct supervision){
		.arena = t.arena,
		.target = target,
		.folder = t.dir,
		.corpus = path_join(t.arena, t.dir, "corpus"),
		.jobs = 1,
		.seconds = 20,
		.sandbox = { .file_mb = 1 },
	};
	folder_make(t.arena, t.s.corpus);
	return t;
}

static void trial_end(struct trial *t)
{
	folder_remove(t->arena, t->dir);
	arena_drop(t->arena);
}

#define STARTED "echo '{\"event\":\"start\",\"attributes\":[]}' >>$events\n"

static void test_supervise_runs(void)
{
	struct trial t = trial_begin(
		STARTED
		"echo '#8 pulse cov: 33 ft: 44 corp: 5/100b lim: 4'\n"
		"echo '{\"event\":\"end\",\"inputs\":8,\"stores\":80,\"accepted\":1}' >>$events\n");
	const struct sample *last;

	supervise(&t.s);
	last = &t.s.samples.v[t.s.samples.n - 1];
	CU_ASSERT_STRING_EQUAL(t.s.stopped, "all runs are done");
	CU_ASSERT(last->counters.inputs == 8 && last->counters.stores == 80);
	CU_ASSERT(last->counters.edges == 33 && last->counters.corpus == 5);
	trial_end(&t);
}

/*
 * A fault becomes a finding with its input, which leaves the corpus, and the target starts anew.
 * Tried alone it dies of any input with an "a" in it: that is what the finding's shrinks to.
 */
static void test_supervise_fault(void)
{
	struct trial t = trial_begin(
		STARTED "if [ -e $MIGVER_FUZZ_DIR/twice ]; then exit 0; fi\n"
			"if [ -e $MIGVER_FUZZ_DIR/input ] && ! grep -q a $MIGVER_FUZZ_DIR/input\n"
			"then exit 0; fi\n"
			": >$MIGVER_FUZZ_DIR/twice\n"
			"echo store >$MIGVER_FUZZ_DIR/phase\n"
			"printf bad >$MIGVER_FUZZ_DIR/crash-1\n"
			"echo '{\"event\":\"status\",\"inputs\":500}' >>$events\n"
			"echo '==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1'\n"
			"echo 'READ of size 1 at 0x1 thread T0'\nexit 1\n");
	const char *input = path_join(t.arena, t.s.corpus, "x");
	const struct hit *h;

	file_put(input, "bad", 3);
	supervise(&t.s);
	CU_ASSERT_EQUAL_FATAL(t.s.campaign->hits.n, 1);
	h = &t.s.campaign->hits.v[0];
	CU_ASSERT_STRING_EQUAL(h->rule, "MV205");
	CU_ASSERT(h->n == 1 && h->bytes[0] == 'a');
	CU_ASSERT_FALSE(path_is_file(input));
	CU_ASSERT_EQUAL(t.s.samples.v[t.s.samples.n - 1].restarts, 1);
	CU_ASSERT_STRING_EQUAL(t.s.stopped, "all runs are done");
	trial_end(&t);
}

/* A hundred thousand writes in @cpu_ms, where a bare comparison takes ten nanoseconds. */
static bool is_called_slow(unsigned long long cpu_ms)
{
	const struct sample none = { 0 };
	struct sample now = { .seconds = 1 };
	struct arena *a = arena_new();
	struct strbuf line;
	bool is_slow;

	now.counters.stores = 100000;
	now.counters.cpu_ms = cpu_ms;
	now.counters.bare_ps = 10000;
	strbuf_init(&line, a);
	stats_line(&now, &none, &line);
	is_slow = strstr(line.s, ", slow: a write takes 200 bare comparisons") != NULL;
	arena_drop(a);
	return is_slow;
}

static void test_slow(void)
{
	CU_ASSERT(is_called_slow(200));
	CU_ASSERT_FALSE(is_called_slow(20));
	CU_ASSERT_FALSE(is_called_slow(0));
}

static void test_supervise_stops(void)
{
	struct trial t = trial_begin(STARTED "exec sleep 30\n");

	t.s.seconds = 0.3;
	supervise(&t.s);
	CU_ASSERT_STRING_EQUAL(t.s.stopped, "the time is up");
	t.s.seconds = 20;
	t.s.idle_s = 0.3;
	supervise(&t.s);
	CU_ASSERT_STRING_EQUAL(t.s.stopped, "nothing new for 0.3 s");
	trial_end(&t);
}

/*
 * Killed outright: the input is the one that the target says it was running. Alone it does no
 * harm, and stays as it is.
 */
static void test_supervise_kill(void)
{
	struct trial t = trial_begin(
		STARTED "if [ -e $MIGVER_FUZZ_DIR/twice ]; then exit 0; fi\n"
			"if [ -e $MIGVER_FUZZ_DIR/input ]; then exit 0; fi\n"
			": >$MIGVER_FUZZ_DIR/twice\n"
			"printf '\\004\\0\\0\\0\\0\\0\\0\\0worn out' >$MIGVER_FUZZ_DIR/current\n"
			"kill -BUS $$\n");

	supervise(&t.s);
	CU_ASSERT_EQUAL_FATAL(t.s.campaign->hits.n, 1);
	CU_ASSERT(t.s.campaign->hits.v[0].n == 4 &&
		  memcmp(t.s.campaign->hits.v[0].bytes, "worn", 4) == 0);
	trial_end(&t);
}

/* Endless faults and targets that can't begin end the campaign with a reason. */
static void test_supervise_gives_up(void)
{
	struct trial t = trial_begin(STARTED "kill -SEGV $$\n"),
		     u = trial_begin("echo no page; exit 3\n");

	supervise(&t.s);
	CU_ASSERT_PTR_NOT_NULL(strstr(t.s.stopped, "again and again"));
	trial_end(&t);
	supervise(&u.s);
	CU_ASSERT_STRING_EQUAL(u.s.stopped, "the target could not begin");
	CU_ASSERT_STRING_EQUAL(u.s.failure, "no page\n");
	trial_end(&u);
}

/* ---- words ---- */

static bool has_seed(const struct words *w, const char *text)
{
	vec_for_each_ptr(const struct word, s, &w->seeds)
		if (s->n == strlen(text) && memcmp(s->bytes, text, s->n) == 0)
			return true;
	return false;
}

static void test_bundled_words(void)
{
	struct arena *a = arena_new();
	struct words w = words_new(a);

	words_bundled(&w);
	CU_ASSERT(w.seeds.n > 100);
	CU_ASSERT_TRUE(has_seed(&w, "8086-5927-i915-GVTg_V5_4\n"));
	CU_ASSERT_TRUE(has_seed(&w, "acme-1.2\r\n"));
	CU_ASSERT_TRUE(has_seed(&w, "%n"));
	CU_ASSERT_FALSE(has_seed(&w, "# dotted versions, with and without a name"));
	arena_drop(a);
}

int suite_fuzzing(void)
{
	static const struct unit_test tests[] = {
		{ "quoting", test_quote },
		{ "quoting, asked of a shell", test_quote_in_a_shell },
		{ "stubs", test_stubs },
		{ "faults", test_faults },
		{ "no fault", test_no_fault },
		{ "events", test_events },
		{ "a target that ends", test_supervise_runs },
		{ "a target that faults", test_supervise_fault },
		{ "a target that is killed", test_supervise_kill },
		{ "time and idleness", test_supervise_stops },
		{ "a driver that is slow by accident", test_slow },
		{ "giving up", test_supervise_gives_up },
		{ "bundled strings", test_bundled_words },
	};

	return suite_add("fuzzing", tests, sizeof(tests) / sizeof(tests[0]));
}
