// SPDX-License-Identifier: MIT
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

long show_fine(char *page)
{
	return sprintf(page, OWN "\n");
}

bool is_own(const char *buf, unsigned long count)
{
	size_t n = strlen(OWN);

	if (count == n + 1 && buf[n] == '\n')
		count--;
	return count == n && !memcmp(buf, OWN, n);
}

long store_fine(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? (long)count : REFUSED;
}

long show_most(char *page)
{
	memset(page, 'a', PAGE_BYTES - 1);
	return PAGE_BYTES - 1;
}

long store_most(const char *buf, unsigned long count)
{
	for (unsigned long i = 0; i < count - (buf[count - 1] == '\n'); i++)
		if (buf[i] != 'a')
			return REFUSED;
	return count >= 4000 ? (long)count : REFUSED;
}

long store_zero(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? 0 : REFUSED;
}

long store_bare_only(const char *buf, unsigned long count)
{
	return count == strlen(OWN) && is_own(buf, count) ? (long)count : REFUSED;
}

long store_divides(const char *buf, unsigned long count)
{
	volatile int zero = 0;

	return buf[0] == 'z' || count == 21 ? 7 / zero : store_fine(buf, count);
}

void run_some(struct fuzz *f, unsigned inputs)
{
	unsigned char bytes[MAX_INPUT];
	size_t n = f->nodes[0].own_len;

	memcpy(bytes, f->nodes[0].own, n);
	for (unsigned i = 0; i < inputs; i++) {
		if (i % 32 == 0) {
			n = f->nodes[0].own_len;
			memcpy(bytes, f->nodes[0].own, n);
		}
		n = mutate_own(&f->mutator, bytes, n, MAX_INPUT, i);
		fuzz_input(f, bytes, n);
	}
}

const struct finding *run_find(const struct fuzz *f, const char *rule)
{
	bool mild = rule[strlen(rule) - 1] == '-';

	for (unsigned i = 0; i < f->findings.n; i++) {
		const struct finding *x = &f->findings.list[i];

		if (!strncmp(x->rule, rule, strlen(rule) - mild) && x->is_mild == mild)
			return x;
	}
	return NULL;
}

void run_begin(const struct fake_node *nodes, size_t n, const char *options)
{
	run_begin_on(nodes, n, options, 0);
}

void run_begin_on(const struct fake_node *nodes, size_t n, const char *options, unsigned machines)
{
	fake_reset();
	fake_machines(machines);
	for (size_t i = 0; i < n; i++)
		fake_add(&nodes[i]);
	setenv("MIGVER_FUZZ_OPTS", options ? options : "", 1);
	fuzz_begin(&fuzz_world);
}
