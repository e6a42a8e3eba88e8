// SPDX-License-Identifier: MIT
/* Effects of model files. */
#include <string.h>

#include "model/forms.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* An effect's first field is the key that names it. */
struct effect_form {
	enum model_effect_kind kind;
	struct field fields[9];
	size_t n;
};

/* Where a copy goes: a parameter, or "result" for the memory that is returned. */
static void read_target(struct reader *r, const struct ynode *value, void *slot)
{
	if (strcmp(node_text(r, value), "result") == 0)
		*(int *)slot = MODEL_NONE;
	else
		read_param(r, value, slot);
}

static void read_pointee(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_effect *e = slot;

	e->of_pointee = true;
	read_param(r, value, &e->from);
}

static void read_pointed_to(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_effect *e = slot;

	e->of_pointee = true;
	read_param(r, value, &e->to);
}

static void read_lock_kind(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const names[] = {
#define X(id, name, traits) name,
		LOCK_KINDS(X)
#undef X
	};

	*(int *)slot = (int)node_choice(r, value, "lock", names, N(names));
}

static void read_resource_kind(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const names[] = {
#define X(id, name, noun, participle) name,
		RESOURCE_KINDS(X)
#undef X
	};

	*(int *)slot = (int)node_choice(r, value, "resource", names, N(names));
}

static void read_exact_size(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_effect *e = slot;

	e->exact = true;
	read_size(r, value, &e->size);
}

#define E_REQUIRED(key, reader, member) REQUIRED(key, reader, struct model_effect, member)
#define E_FIELD(key, reader, member)	FIELD(key, reader, struct model_effect, member)

static const struct effect_form effect_forms[] = {
	{ ME_PRINT,
	  { E_REQUIRED("print", read_target, to), E_REQUIRED("format", read_param, format),
	    E_FIELD("at", read_param, at), E_FIELD("max", read_size, size),
	    E_FIELD("va-list", read_bool, va_list_args) },
	  5 },
	{ ME_COPY_STRING,
	  { E_REQUIRED("copy-string", read_param, from), E_REQUIRED("to", read_target, to),
	    E_FIELD("max", read_size, size), E_FIELD("append", read_bool, append),
	    E_FIELD("from-start", read_bool, from_start), E_FIELD("pads", read_bool, pads) },
	  6 },
	{ ME_COPY_BYTES,
	  { E_REQUIRED("copy-bytes", read_param, from), E_REQUIRED("to", read_target, to),
	    E_REQUIRED("size", read_size, size) },
	  3 },
	{ ME_TEXT,
	  { E_REQUIRED("text", read_target, to),
	    E_REQUIRED("of", read_chars, chars),
	    { "size", read_exact_size, 0, false },
	    E_FIELD("max", read_size, size),
	    E_FIELD("newline", read_bool, newline),
	    E_FIELD("no-nul", read_bool, no_nul) },
	  6 },
	{ ME_FILL,
	  { E_REQUIRED("fill", read_target, to), E_REQUIRED("size", read_size, size),
	    E_REQUIRED("with", read_ret, value) },
	  3 },
	{ ME_STORE,
	  { E_REQUIRED("store", read_param, to), E_REQUIRED("value", read_ret, value),
	    E_FIELD("size", read_size, size) },
	  3 },
	{ ME_CHANGE,
	  { E_REQUIRED("change", read_target, to), E_FIELD("size", read_size, size) },
	  2 },
	{ ME_SCAN,
	  { E_REQUIRED("scan", read_param, from), E_REQUIRED("format", read_param, format),
	    E_FIELD("va-list", read_bool, va_list_args) },
	  3 },
	{ ME_READS,
	  { E_REQUIRED("reads", read_param, from),
	    E_FIELD("max", read_size, size),
	    { "size", read_exact_size, 0, false },
	    E_FIELD("whole", read_bool, whole),
	    E_FIELD("least", read_size, least),
	    E_FIELD("finds", read_param, finds),
	    E_FIELD("lacks", read_param, lacks),
	    E_FIELD("unlike", read_param, unlike),
	    E_FIELD("of", read_param, unlike_n) },
	  9 },
	{ ME_READS,
	  { { "reads-pointee", read_pointee, 0, true }, E_FIELD("null", read_bool, of_null) },
	  2 },
	{ ME_CUT, { E_REQUIRED("cut", read_param, to), E_FIELD("trims", read_bool, trims) }, 2 },
	{ ME_CUT, { { "cut-pointee", read_pointed_to, 0, true } }, 1 },
	{ ME_LOG,
	  { E_REQUIRED("log", read_param, format), E_FIELD("va-list", read_bool, va_list_args) },
	  2 },
	{ ME_LOG_SWITCH, { E_REQUIRED("log-switch", read_param, from) }, 1 },
	{ ME_LOCK,
	  { E_REQUIRED("lock", read_param, to), E_REQUIRED("kind", read_lock_kind, class),
	    E_FIELD("try", read_bool, is_try) },
	  3 },
	{ ME_UNLOCK,
	  { E_REQUIRED("unlock", read_param, to), E_REQUIRED("kind", read_lock_kind, class) },
	  2 },
	{ ME_LOCK,
	  { E_REQUIRED("enter", read_lock_kind, class), E_FIELD("try", read_bool, is_try) },
	  2 },
	{ ME_UNLOCK, { E_REQUIRED("leave", read_lock_kind, class) }, 1 },
	{ ME_SLEEPS, { E_REQUIRED("may-sleep", read_param, from) }, 1 },
	{ ME_ACQUIRE,
	  { E_REQUIRED("acquire", read_target, to), E_REQUIRED("as", read_resource_kind, class) },
	  2 },
	{ ME_ACQUIRE,
	  { { "acquire-pointee", read_pointed_to, 0, true },
	    E_REQUIRED("as", read_resource_kind, class) },
	  2 },
	{ ME_RELEASE,
	  { E_REQUIRED("release", read_param, to), E_REQUIRED("as", read_resource_kind, class) },
	  2 },
	{ ME_KEEPS, { E_REQUIRED("keeps", read_param, to) }, 1 },
	{ ME_USES, { E_REQUIRED("uses", read_param, to) }, 1 },
};

static const struct {
	const char *word;
	enum model_effect_kind kind;
} effect_words[] = {
	{ "log", ME_LOG },
	{ "interrupted", ME_INTERRUPTED },
	{ "may-sleep", ME_SLEEPS },
	{ "waits", ME_WAITS },
};

#define NKNOWN (N(effect_forms) + N(effect_words))

static void fail_effect(struct reader *r, const struct ynode *at, const char *word)
{
	const char *known[NKNOWN];
	size_t n = 0;

	for (size_t i = 0; i < N(effect_forms); i++)
		known[n++] = effect_forms[i].fields[0].key;
	for (size_t i = 0; i < N(effect_words); i++)
		known[n++] = effect_words[i].word;
	reader_fail_unknown(r, at, "effect", word, known, n);
}

static void read_effect_word(struct reader *r, const struct ynode *entry, struct model_effect *e)
{
	const char *text = node_text(r, entry);

	for (size_t i = 0; i < N(effect_words); i++)
		if (strcmp(effect_words[i].word, text) == 0) {
			e->kind = effect_words[i].kind;
			return;
		}
	fail_effect(r, entry, text);
}

void read_effect(struct reader *r, const struct ynode *entry, void *slot)
{
	struct model_effect *e = slot;

	*e = (struct model_effect){ .to = MODEL_NONE,
				    .from = MODEL_NONE,
				    .at = MODEL_NONE,
				    .format = MODEL_NONE,
				    .finds = MODEL_NONE,
				    .lacks = MODEL_NONE,
				    .unlike = MODEL_NONE,
				    .unlike_n = MODEL_NONE,
				    .size = form_size(),
				    .value = form_ret(MR_VOID) };
	if (entry->kind == YNODE_SCALAR) {
		read_effect_word(r, entry, e);
		return;
	}
	reader_expect(r, entry, YNODE_MAPPING);
	for (size_t i = 0; i < N(effect_forms); i++) {
		const struct effect_form *f = &effect_forms[i];

		if (!ynode_get(entry, f->fields[0].key))
			continue;
		e->kind = f->kind;
		read_fields(r, entry, f->fields, f->n, e);
		return;
	}
	if (!entry->n)
		reader_fail(r, entry, "an empty effect");
	fail_effect(r, entry->key[0], entry->key[0]->text);
}
