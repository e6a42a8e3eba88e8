// SPDX-License-Identifier: MIT
/*
 * Costs inside the process, for scripts/bench-fuzz: linked in the place of the
 * engine. Over the same recorded inputs, by turns, it calls
 *
 *	bare	the handler's own code, with ASan and UBSan but no coverage
 *	driver	the driver's handler, as instrumented as it is
 *	call	the harness's call of store: buffers, krt, the oracles of a call
 *	input	the whole bundle of an input
 *
 * and prints for each the best time of a handler call in nanoseconds, and how many calls an
 * input makes.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fuzz.h"

#define INPUTS 20000
#define ROUNDS 7

typedef long (*store_fn)(void *dev, void *attr, const char *buf, unsigned long count);

static unsigned char bytes[INPUTS * 64];
static struct {
	unsigned offset, len;
} inputs[INPUTS];

/* tests/fuzz/drivers/bench.c: the same, here without coverage. */
static const char version[] = "larder-generation-7.release-25.stable-19";

__attribute__((noinline)) static long bare_store(void *dev, void *attr, const char *buf,
						 unsigned long count)
{
	size_t i;

	(void)dev;
	(void)attr;
	if (count == 0 || count > 4096)
		return -22;
	for (i = 0; i < sizeof(version) - 1; i++)
		if (i >= count || buf[i] != version[i])
			return -22;
	if (i < count && buf[i] == '\n')
		i++;
	return i == count ? (long)count : -22;
}

static double cpu_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Strings as an engine makes them: of about the version's length, few of them accepted. */
static void record(const struct fuzz *f)
{
	unsigned char buf[MAX_INPUT];
	const struct node *n = &f->nodes[0];
	size_t used = 0;

	for (unsigned i = 0; i < INPUTS; i++) {
		memcpy(buf, n->own, n->own_len);
		inputs[i].len = (unsigned)mutate_own(&f->mutator, buf, n->own_len, 63, i);
		inputs[i].offset = (unsigned)used;
		memcpy(bytes + used, buf, inputs[i].len);
		used += inputs[i].len;
	}
}

static double run_bare(store_fn store)
{
	static char buf[64];
	volatile long sum = 0;
	double start = cpu_ns();

	for (unsigned i = 0; i < INPUTS; i++) {
		memcpy(buf, bytes + inputs[i].offset, inputs[i].len);
		buf[inputs[i].len] = '\0';
		sum += store(NULL, NULL, buf, inputs[i].len);
	}
	return (cpu_ns() - start) / INPUTS;
}

static double run_calls(struct fuzz *f)
{
	double start = cpu_ns();
	struct call c;

	for (unsigned i = 0; i < INPUTS; i++)
		call_store(f, &f->nodes[0], bytes + inputs[i].offset, inputs[i].len, &c);
	return (cpu_ns() - start) / INPUTS;
}

static double run_inputs(struct fuzz *f)
{
	unsigned long before = f->stores;
	double start = cpu_ns();

	for (unsigned i = 0; i < INPUTS; i++)
		fuzz_input(f, bytes + inputs[i].offset, inputs[i].len);
	return (cpu_ns() - start) / (double)(f->stores - before);
}

static void keep_best(double *best, double ns)
{
	if (!*best || ns < *best)
		*best = ns;
}

int main(void)
{
	struct fuzz *f = &fuzz_world;
	store_fn driver;
	double bare = 0, own = 0, call = 0, input = 0;
	unsigned long stores;

	if (fuzz_begin(f) || !f->n_nodes || !f->nodes[0].own_len) {
		fputs("bench: the driver shows no version\n", stderr);
		return 1;
	}
	record(f);
	driver = (store_fn)(uintptr_t)f->nodes[0].attr->store_fn;
	stores = f->stores;
	run_inputs(f);
	stores = f->stores - stores;
	for (int i = 0; i < ROUNDS; i++) {
		keep_best(&bare, run_bare(bare_store));
		keep_best(&own, run_bare(driver));
		keep_best(&call, run_calls(f));
		keep_best(&input, run_inputs(f));
	}
	printf("%.1f %.1f %.1f %.1f %.1f\n", bare, own, call, input, (double)stores / INPUTS);
	return 0;
}
