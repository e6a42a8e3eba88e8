// SPDX-License-Identifier: MIT
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "front/paths.h"
#include "fuzzing/folder.h"
#include "fuzzing/recall.h"

#define NAME_BYTES  60
#define EVENT_BYTES ((size_t)64 << 20)
#define INPUT_BYTES 65536

/* What an engine wrote when its supervisor was no longer there: of a rule not yet known. */
#define UNNAMED "fault-"

const char *recall_file(struct arena *a, const char *findings, const struct hit *h)
{
	return arena_printf(a, "%s/%s-%.*s-%.8s", findings, h->rule, NAME_BYTES,
			    h->function ? h->function : "driver",
			    hash_hex(a, hash_text(HASH_BEGIN, h->key)));
}

void recall_keep(struct arena *a, const char *findings, const struct hit *h)
{
	if (findings && h->bytes)
		file_put(recall_file(a, findings, h), h->bytes, h->n);
}

/* ---- what a killed campaign left ---- */

static void salvage_events(struct arena *a, const char *job, const char *findings)
{
	struct campaign *k = campaign_new(a);
	struct counters none = { 0 };
	size_t n = 0;
	char *text = file_get(a, path_join(a, job, "events.jsonl"), EVENT_BYTES, &n);

	for (char *p = text, *end; p && (end = memchr(p, '\n', n - (size_t)(p - text)));
	     p = end + 1)
		campaign_event(k, p, (size_t)(end - p), &none);
	vec_for_each_ptr(const struct hit, h, &k->hits)
		recall_keep(a, findings, h);
}

static void salvage_artifacts(struct arena *a, const char *job, const char *findings)
{
	static const char *const kinds[] = { "crash-", "timeout-", "oom-" };
	name_list names = folder_list(a, job);

	for (size_t i = 0; i < names.n; i++)
		for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
			if (strncmp(names.v[i], kinds[k], strlen(kinds[k])) == 0)
				file_copy(a, path_join(a, job, names.v[i]),
					  arena_printf(a, "%s/" UNNAMED "%s", findings,
						       names.v[i]));
}

void recall_salvage(struct arena *a, const char *jobs, const char *findings)
{
	name_list names = folder_list(a, jobs);

	for (size_t i = 0; i < names.n; i++) {
		const char *job = path_join(a, jobs, names.v[i]);

		if (!path_is_dir(job))
			continue;
		salvage_events(a, job, findings);
		salvage_artifacts(a, job, findings);
	}
}

/* ---- going on ---- */

/* Files beside an input hold the writes of its finding. */
static bool is_input(const char *name)
{
	return !strstr(name, ".write-");
}

static void recall_one(const struct trial *t, const char *path)
{
	const struct supervision *s = t->s;
	struct campaign *k = s->campaign;
	size_t n = 0, before = k->hits.n;
	char *bytes = file_get(s->arena, path, INPUT_BYTES, &n);
	struct hit fault;

	if (!bytes)
		return;
	if (trial_run(t, bytes, n, k, &fault))
		campaign_hit(k, &fault);
	for (size_t i = before; i < k->hits.n; i++)
		recall_keep(s->arena, s->findings, &k->hits.v[i]);
	if (strncmp(path_base(path), UNNAMED, strlen(UNNAMED)) == 0)
		unlink(path);
}

void recall_findings(const struct supervision *s)
{
	name_list names = { 0 };
	struct trial t;

	if (s->findings)
		names = folder_list(s->arena, s->findings);
	if (!names.n)
		return;
	t = trial_new(s);
	for (size_t i = 0; i < names.n; i++)
		if (is_input(names.v[i]))
			recall_one(&t, path_join(s->arena, s->findings, names.v[i]));
}
