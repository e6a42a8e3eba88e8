// SPDX-License-Identifier: MIT
#include "speed.h"

#include <time.h>

#include "plain.h"

/*
 * So few that others don't get the processor meanwhile, and some rounds, as they
 * may all the same. The processor's own clock is too coarse for that.
 */
#define COMPARISONS 1000
#define ROUNDS	    9

static double seconds_of(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double speed_cpu(void)
{
	return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

static size_t equal_bytes(const char *a, const char *b, size_t n)
{
	size_t i = 0;

	while (i < n && a[i] == b[i]) {
		i++;
		PLAIN_LOOP(i);
	}
	return i;
}

double speed_bare(void)
{
	static const char a[] = "larder-generation-7.release-25.stable-19";
	static const char b[] = "larder-generation-7.release-25.stable-1x";
	double best = 0;

	for (int round = 0; round < ROUNDS; round++) {
		double start = seconds_of(CLOCK_MONOTONIC), took;
		size_t sum = 0;

		for (int i = 0; i < COMPARISONS; i++) {
			sum += equal_bytes(a, b, sizeof(a) - 1);
			PLAIN_LOOP(sum);
		}
		took = (seconds_of(CLOCK_MONOTONIC) - start) / COMPARISONS;
		if (round == 0 || took < best)
			best = took;
	}
	return best;
}
