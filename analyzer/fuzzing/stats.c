// SPDX-License-Identifier: MIT
#include "fuzzing/stats.h"

#define SHORTEST 0.001 /* seconds; rates over less mean nothing */

static double rate(unsigned long long n, double seconds)
{
	return seconds < SHORTEST ? 0 : (double)n / seconds;
}

static double share(unsigned long long part, unsigned long long all)
{
	return all ? 100.0 * (double)part / (double)all : 0;
}

/* More bare comparisons than that for a write, and the driver is slow by accident: it faults, waits
 * or logs all the time. A usual one takes twenty, the engine's and the harness's part included. */
#define SLOW 120

/* How many bare comparisons a write takes; 0: not known. */
static double cost(const struct counters *c)
{
	if (!c->stores || !c->bare_ps)
		return 0;
	return (double)c->cpu_ms * 1e9 / (double)c->stores / c->bare_ps;
}

/* 1234567 as "1.23M": a line has little room. */
static void add_short(struct strbuf *out, double n)
{
	static const char units[] = " kMGT";
	int unit = 0;

	while (n >= 1000 && units[unit + 1]) {
		n /= 1000;
		unit++;
	}
	strbuf_addf(out, unit && n < 100 ? "%.1f" : "%.0f", n);
	if (unit)
		strbuf_addc(out, units[unit]);
}

void stats_line(const struct sample *now, const struct sample *before, struct strbuf *out)
{
	const struct counters *c = &now->counters, *b = &before->counters;
	double seconds = now->seconds - before->seconds;

	strbuf_addf(out, "%.0f s: ", now->seconds);
	add_short(out, (double)c->inputs);
	strbuf_add(out, " inputs (");
	add_short(out, rate(c->inputs - b->inputs, seconds));
	strbuf_add(out, "/s, ");
	add_short(out, rate(c->stores - b->stores, seconds));
	strbuf_addf(out, " store/s), %.2f%% accepted, %u edges, corpus %u, %u finding%s",
		    share(c->accepted, c->stores), c->edges, c->corpus, now->findings,
		    now->findings == 1 ? "" : "s");
	if (now->restarts)
		strbuf_addf(out, ", %u restarts", now->restarts);
	if (cost(c) > SLOW)
		strbuf_addf(out, ", slow: a write takes %.0f bare comparisons", cost(c));
}

void stats_csv(const sample_list *samples, struct strbuf *out)
{
	strbuf_add(out, "seconds,inputs,stores,accepted,edges,corpus,findings,restarts\n");
	vec_for_each_ptr(const struct sample, s, samples)
		strbuf_addf(out, "%.2f,%llu,%llu,%llu,%u,%u,%u,%u\n", s->seconds,
			    s->counters.inputs, s->counters.stores, s->counters.accepted,
			    s->counters.edges, s->counters.corpus, s->findings, s->restarts);
}

void stats_json(const sample_list *samples, const char *stopped, struct strbuf *out)
{
	const struct sample none = { 0 };
	const struct sample *s = samples->n ? &samples->v[samples->n - 1] : &none;
	const struct counters *c = &s->counters;

	strbuf_addf(out,
		    "{\n  \"seconds\": %.2f,\n  \"inputs\": %llu,\n  \"stores\": %llu,\n"
		    "  \"accepted\": %llu,\n  \"edges\": %u,\n  \"corpus\": %u,\n"
		    "  \"findings\": %u,\n  \"restarts\": %u,\n",
		    s->seconds, c->inputs, c->stores, c->accepted, c->edges, c->corpus, s->findings,
		    s->restarts);
	strbuf_addf(out,
		    "  \"inputs_per_second\": %.1f,\n  \"stores_per_second\": %.1f,\n"
		    "  \"bare_comparisons_per_store\": %.1f,\n  \"stopped\": \"%s\"\n}\n",
		    rate(c->inputs, s->seconds), rate(c->stores, s->seconds), cost(c), stopped);
}
