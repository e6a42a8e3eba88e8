/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_STATS_H
#define MIGVER_FUZZING_STATS_H

#include "base/strbuf.h"
#include "fuzzing/campaign.h"

/** struct sample - where a campaign stood at some moment. */
struct sample {
	double seconds; /* since its start */
	struct counters counters;
	unsigned findings, restarts;
};

typedef VEC(struct sample) sample_list;

/** stats_line - one line for a terminal: rates since @before, then totals. */
void stats_line(const struct sample *now, const struct sample *before, struct strbuf *out);

/** stats_csv - a header and a line per sample. */
void stats_csv(const sample_list *samples, struct strbuf *out);

/** stats_json - the last sample and the averages. */
void stats_json(const sample_list *samples, const char *stopped, struct strbuf *out);

#endif
