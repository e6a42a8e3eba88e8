// SPDX-License-Identifier: MIT
#include <jansson.h>
#include <string.h>

#include "base/strbuf.h"
#include "fuzzing/campaign.h"

struct campaign *campaign_new(struct arena *a)
{
	struct campaign *k = arena_new_of(a, struct campaign);

	k->arena = a;
	return k;
}

/* ---- members of an event ---- */

static const char *text_of(struct campaign *k, const json_t *event, const char *name)
{
	const json_t *value = json_object_get(event, name);

	if (!json_is_string(value) || !json_string_length(value))
		return NULL;
	return arena_strdup(k->arena, json_string_value(value));
}

static unsigned long long number_of(const json_t *event, const char *name)
{
	json_int_t n = json_integer_value(json_object_get(event, name));

	return n > 0 ? (unsigned long long)n : 0;
}

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

static const char *bytes_of(struct campaign *k, const json_t *event, const char *name, size_t *n)
{
	const char *hex = json_string_value(json_object_get(event, name));
	char *bytes = arena_alloc(k->arena, hex ? strlen(hex) / 2 + 1 : 1);

	*n = 0;
	for (; hex && hex[0] && hex[1]; hex += 2) {
		int high = hex_digit(hex[0]), low = hex_digit(hex[1]);

		if (high < 0 || low < 0)
			break;
		bytes[(*n)++] = (char)(high << 4 | low);
	}
	return bytes;
}

/* ---- one function per event ---- */

static void add_note(struct campaign *k, const char *text)
{
	for (size_t i = 0; i < k->notes.n; i++)
		if (strcmp(k->notes.v[i], text) == 0)
			return;
	*vec_push(k->arena, &k->notes) = text;
}

static void see_start(struct campaign *k, const json_t *event, struct counters *c)
{
	const json_t *attrs = json_object_get(event, "attributes");
	const json_t *notes = json_object_get(event, "notes");
	json_t *one;
	size_t i;

	(void)c;
	k->is_started = true;
	k->load_error = (int)json_integer_value(json_object_get(event, "load"));
	if (k->nodes.n)
		return; /* of another process of the run: the same */
	json_array_foreach((json_t *)attrs, i, one)
	{
		*vec_push(k->arena, &k->nodes) = (struct fuzz_node){
			.path = text_of(k, one, "path"),
			.kind = text_of(k, one, "kind"),
			.mode = (unsigned)number_of(one, "mode"),
			.has_show = json_is_true(json_object_get(one, "show")),
			.has_store = json_is_true(json_object_get(one, "store")),
			.is_driven = json_is_true(json_object_get(one, "driven")),
		};
	}
	json_array_foreach((json_t *)notes, i, one)
	{
		if (json_is_string(one))
			add_note(k, arena_strdup(k->arena, json_string_value(one)));
	}
}

static void see_status(struct campaign *k, const json_t *event, struct counters *c)
{
	(void)k;
	c->inputs = number_of(event, "inputs");
	c->stores = number_of(event, "stores");
	c->accepted = number_of(event, "accepted");
	c->cpu_ms = number_of(event, "cpu_ms");
	c->bare_ps = (unsigned)number_of(event, "bare_ps");
}

static void see_finding(struct campaign *k, const json_t *event, struct counters *c)
{
	json_t *one;
	size_t i;
	struct hit h = {
		.rule = text_of(k, event, "rule"),
		.key = text_of(k, event, "key"),
		.message = text_of(k, event, "message"),
		.function = text_of(k, event, "function"),
		.attribute = text_of(k, event, "attribute"),
		.file = text_of(k, event, "file"),
		.line = (unsigned)number_of(event, "line"),
		.col = (unsigned)number_of(event, "column"),
		.is_mild = json_is_true(json_object_get(event, "mild")),
		.details = text_of(k, event, "details"),
		.tries = number_of(event, "inputs"),
	};

	h.bytes = bytes_of(k, event, "input", &h.n);
	json_array_foreach((json_t *)json_object_get(event, "writes"), i, one)
	{
		struct write *w = vec_push(k->arena, &h.writes);

		w->bytes = bytes_of(k, one, "hex", &w->n);
		w->ret = (long)json_integer_value(json_object_get(one, "ret"));
	}
	if (!h.tries)
		h.tries = c->inputs;
	k->nfindings++;
	if (h.rule && h.message)
		campaign_hit(k, &h);
}

static void see_note(struct campaign *k, const json_t *event, struct counters *c)
{
	const char *text = text_of(k, event, "message");

	(void)c;
	if (text)
		add_note(k, text);
}

static void see_off(struct campaign *k, const json_t *event, struct counters *c)
{
	struct fuzz_off off = { text_of(k, event, "rule"), text_of(k, event, "reason") };

	(void)c;
	if (!off.rule)
		return;
	vec_for_each_ptr(const struct fuzz_off, known, &k->off)
		if (strcmp(known->rule, off.rule) == 0)
			return;
	*vec_push(k->arena, &k->off) = off;
}

static void count_stub(struct campaign *k, const char *name, unsigned long long n)
{
	vec_for_each_ptr(struct fuzz_count, s, &k->stubs) {
		if (strcmp(s->name, name) == 0) {
			if (n > s->n)
				s->n = n;
			return;
		}
	}
	*vec_push(k->arena, &k->stubs) = (struct fuzz_count){ arena_strdup(k->arena, name), n };
}

/* {"stubs":{"name":calls,...}} may come with any event. */
static void see_stubs(struct campaign *k, const json_t *event)
{
	json_t *stubs = json_object_get(event, "stubs"), *calls;
	const char *name;

	json_object_foreach(stubs, name, calls)
		count_stub(k, name, (unsigned long long)json_integer_value(calls));
}

static const struct {
	const char *name;
	void (*see)(struct campaign *k, const json_t *event, struct counters *c);
} events[] = {
	{ "start", see_start },	    { "status", see_status }, { "end", see_status },
	{ "finding", see_finding }, { "off", see_off },	      { "note", see_note },
};

void campaign_event(struct campaign *k, const char *line, size_t n, struct counters *c)
{
	json_t *event = json_loadb(line, n, JSON_ALLOW_NUL, NULL);
	const char *name = json_string_value(json_object_get(event, "event"));

	for (size_t i = 0; name && i < sizeof(events) / sizeof(events[0]); i++)
		if (strcmp(name, events[i].name) == 0)
			events[i].see(k, event, c);
	if (name)
		see_stubs(k, event);
	json_decref(event);
}

/*
 * A fault that can be placed nowhere is most often what comes of one that could:
 * libc's functions go on writing where ASan has complained.
 */
static bool is_aftermath(const struct campaign *k, const struct hit *h)
{
	if (!h->is_fault || h->function)
		return false;
	vec_for_each_ptr(const struct hit, known, &k->hits)
		if (known->function && strcmp(known->rule, h->rule) == 0)
			return true;
	return false;
}

bool campaign_hit(struct campaign *k, const struct hit *h)
{
	struct hit *new;
	const char *key = h->key ? h->key
				 : arena_printf(k->arena, "%s %s %s %u", h->rule,
						h->function ? h->function : "",
						h->file ? h->file : "", h->line);

	if (is_aftermath(k, h))
		return false;
	vec_for_each_ptr(const struct hit, known, &k->hits)
		if (strcmp(known->key, key) == 0)
			return false;
	new = vec_push(k->arena, &k->hits);
	*new = *h;
	new->key = key;
	return true;
}
