// SPDX-License-Identifier: MIT
/* Sizes and return forms of model files. */
#include <string.h>

#include "base/distance.h"
#include "model/forms.h"

#define MAX_ERRNO 4095
#define S32_MAX	  0x7fffffff
#define N(array)  (sizeof(array) / sizeof(*(array)))

/* ---- parameters and sizes ---- */

static int find_param(const struct params *p, const char *name, size_t length)
{
	for (size_t i = 0; i < p->n; i++)
		if (strlen(p->name[i]) == length && memcmp(p->name[i], name, length) == 0)
			return (int)i;
	return MODEL_NONE;
}

void read_param(struct reader *r, const struct ynode *value, void *slot)
{
	const struct params *p = r->context;

	*(int *)slot = (int)node_choice(r, value, "parameter", p->name, p->n);
}

struct model_size form_size(void)
{
	return (struct model_size){ .param = MODEL_NONE, .factor = MODEL_NONE, .scale = 1 };
}

static bool is_digit_alone(const char *text)
{
	return text[0] >= '1' && text[0] <= '9' && !text[1];
}

/* What follows the first parameter: nothing, " * factor", " * digit" or " + digit". */
static bool read_size_tail(const struct params *p, const char *tail, struct model_size *size)
{
	bool times = strncmp(tail, " * ", 3) == 0, plus = strncmp(tail, " + ", 3) == 0;

	if (!*tail)
		return true;
	if (times && is_digit_alone(tail + 3)) {
		size->scale = tail[3] - '0';
		return true;
	}
	if (times) {
		size->factor = find_param(p, tail + 3, strlen(tail + 3));
		return size->factor != MODEL_NONE;
	}
	if (!plus || !is_digit_alone(tail + 3))
		return false;
	size->constant = tail[3] - '0';
	return true;
}

void read_size(struct reader *r, const struct ynode *value, void *slot)
{
	const char *text = node_text(r, value), *name;
	size_t length = strcspn(text, " ");
	struct model_size *size = slot;
	wide constant;

	*size = form_size();
	if (strcmp(text, "unlimited") == 0 || strcmp(text, "unknown") == 0)
		return;
	size->limited = true;
	size->param = find_param(r->context, text, length);
	if (size->param != MODEL_NONE) {
		if (!read_size_tail(r->context, text + length, size))
			reader_fail(r, value, "'%s' is no size: write 'n', 'n * size' or 'n + 1'",
				    text);
		return;
	}
	constant = node_wide(r, value, &name);
	if (constant < 0 || constant > S32_MAX)
		reader_fail(r, value, "%s is out of range for a size", text);
	size->constant = (long)constant;
}

/* ---- return forms ---- */

struct model_ret form_ret(enum model_ret_kind kind)
{
	return (struct model_ret){
		.kind = kind, .param = MODEL_NONE, .param2 = MODEL_NONE, .size = form_size()
	};
}

static void read_values(struct reader *r, const struct ynode *list, struct model_ret *ret)
{
	reader_expect(r, list, YNODE_SEQUENCE);
	if (!list->n)
		reader_fail(r, list, "an empty list of values");
	ret->nvalues = list->n;
	ret->value = arena_array(r->arena, list->n, sizeof(*ret->value));
	ret->value_name = arena_array(r->arena, list->n, sizeof(*ret->value_name));
	for (size_t i = 0; i < list->n; i++)
		ret->value[i] = node_wide(r, list->item[i], &ret->value_name[i]);
}

static void read_range(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	read_values(r, value, ret);
	if (ret->nvalues != 2 || ret->value[0] > ret->value[1])
		reader_fail(r, value, "a range is [lowest, highest]");
}

static void read_errnos(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	read_values(r, value, ret);
	for (size_t i = 0; i < ret->nvalues; i++)
		if (ret->value[i] >= 0 || ret->value[i] < -MAX_ERRNO)
			reader_fail(r, value->item[i], "not a negative errno");
}

static void read_pointee(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	ret->of_pointee = true;
	read_param(r, value, &ret->param);
}

static void read_after_blanks(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	ret->after_blanks = true;
	read_param(r, value, &ret->param);
}

#define DIGITS	 "0123456789"
#define LETTERS	 "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* Separators that the kernel prints between digits are in. */
static const struct {
	const char *word, *chars;
} char_sets[] = {
	{ "hex", DIGITS "abcdef:-, " }, { "hex-digit", DIGITS "abcdefABCDEF" },
	{ "digits", DIGITS ".,-+ " },	{ "base64", DIGITS LETTERS CAPITALS "+/=-_" },
	{ "printable", NULL },		{ "nul", "" },
};

void read_chars(struct reader *r, const struct ynode *value, void *slot)
{
	const char *words[N(char_sets)];
	const char *chars;

	for (size_t i = 0; i < N(char_sets); i++)
		words[i] = char_sets[i].word;
	chars = char_sets[node_choice(r, value, "set of characters", words, N(words))].chars;
	*(struct charset *)slot = !chars   ? charset_between(0x20, 0x7e)
				  : *chars ? charset_of(chars)
					   : charset_between(0, 0);
}

static void read_strings(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	read_texts(r, value, &ret->string);
	if (!ret->nstrings)
		reader_fail(r, value, "an empty list of strings");
}

static void read_ahead_text(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	ret->ahead_of_text = true;
	read_param(r, value, &ret->param2);
}

static void read_memory_size(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	ret->in_memory = true;
	read_size(r, value, &ret->size);
}

static void read_fresh_size(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	ret->fits_text = strcmp(node_text(r, value), "text") == 0;
	if (!ret->fits_text)
		read_size(r, value, &ret->size);
}

static void read_two_params(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	reader_expect(r, value, YNODE_SEQUENCE);
	if (value->n != 2)
		reader_fail(r, value, "expected two parameters");
	read_param(r, value->item[0], &ret->param);
	read_param(r, value->item[1], &ret->param2);
}

/* A return form that is a mapping: its first field is the key that names the form. */
struct ret_form {
	enum model_ret_kind kind;
	struct field fields[6];
	size_t n;
};

/* read_range and its like fill several members, so their slot is the whole struct. */
#define WHOLE(key, reader)                                                                         \
	{                                                                                          \
		(key), (reader), 0, true                                                           \
	}

static const struct ret_form ret_forms[] = {
	{ MR_RANGE, { WHOLE("range", read_range) }, 1 },
	{ MR_BELOW,
	  { REQUIRED("below", read_size, struct model_ret, size),
	    FIELD("of", read_param, struct model_ret, param),
	    FIELD("from", read_param, struct model_ret, param2) },
	  3 },
	{ MR_TOKEN, { REQUIRED("token-of", read_param, struct model_ret, param) }, 1 },
	{ MR_ARG, { REQUIRED("arg", read_param, struct model_ret, param) }, 1 },
	{ MR_ARG_BUT, { REQUIRED("pointee", read_param, struct model_ret, param) }, 1 },
	{ MR_LENGTH,
	  { REQUIRED("length", read_param, struct model_ret, param),
	    FIELD("max", read_size, struct model_ret, size) },
	  2 },
	{ MR_SPAN, { REQUIRED("span", read_param, struct model_ret, param) }, 1 },
	{ MR_COMPARE,
	  { WHOLE("compare", read_two_params), FIELD("max", read_size, struct model_ret, size) },
	  2 },
	{ MR_MATCH,
	  { WHOLE("match", read_two_params), FIELD("max", read_size, struct model_ret, size) },
	  2 },
	{ MR_WITHIN,
	  { REQUIRED("within", read_param, struct model_ret, param),
	    FIELD("inside", read_bool, struct model_ret, inside),
	    FIELD("byte", read_param, struct model_ret, param2),
	    { "text", read_ahead_text, 0, false },
	    FIELD("max", read_size, struct model_ret, size),
	    { "size", read_memory_size, 0, false } },
	  6 },
	{ MR_WITHIN, { WHOLE("after-blanks", read_after_blanks) }, 1 },
	{ MR_WITHIN, { WHOLE("within-pointee", read_pointee) }, 1 },
	{ MR_BEHIND,
	  { REQUIRED("behind", read_param, struct model_ret, param),
	    REQUIRED("size", read_size, struct model_ret, size) },
	  2 },
	{ MR_FRESH,
	  { WHOLE("fresh", read_fresh_size), FIELD("zeroed", read_bool, struct model_ret, zeroed),
	    FIELD("managed", read_bool, struct model_ret, managed) },
	  3 },
	{ MR_ONE_OF, { WHOLE("one-of", read_strings) }, 1 },
	{ MR_TEXT,
	  { REQUIRED("text", read_chars, struct model_ret, chars),
	    FIELD("max", read_size, struct model_ret, size) },
	  2 },
	{ MR_ERRPTR, { WHOLE("err-ptr", read_errnos) }, 1 },
};

static void read_ret_mapping(struct reader *r, const struct ynode *value, struct model_ret *ret)
{
	const char *known[N(ret_forms)];

	for (size_t i = 0; i < N(ret_forms); i++) {
		const struct ret_form *f = &ret_forms[i];

		known[i] = f->fields[0].key;
		if (!ynode_get(value, known[i]))
			continue;
		ret->kind = f->kind;
		read_fields(r, value, f->fields, f->n, ret);
		return;
	}
	if (!value->n)
		reader_fail(r, value, "an empty return form");
	reader_fail_unknown(r, value->key[0], "return form", value->key[0]->text, known, N(known));
}

/* Words that are a return form by themselves. */
static const struct {
	const char *word;
	enum model_ret_kind kind;
} ret_words[] = {
	{ "void", MR_VOID },	   { "any", MR_ANY },		{ "written", MR_WRITTEN },
	{ "null", MR_NULL },	   { "would-be", MR_WOULD_BE }, { "outside", MR_OUTSIDE },
	{ "scanned", MR_SCANNED },
};

static void read_ret_word(struct reader *r, const struct ynode *value, struct model_ret *ret)
{
	const char *text = node_text(r, value), *known[N(ret_words)];
	struct ynode one = *value, *item = &one;
	struct ynode list = { .kind = YNODE_SEQUENCE, .item = &item, .n = 1 };

	for (size_t i = 0; i < N(ret_words); i++) {
		known[i] = ret_words[i].word;
		if (strcmp(known[i], text) == 0) {
			ret->kind = ret_words[i].kind;
			return;
		}
	}
	if (closest(text, known, N(known)))
		reader_fail_unknown(r, value, "return form", text, known, N(known));
	ret->kind = MR_CONST;
	read_values(r, &list, ret);
}

void read_ret(struct reader *r, const struct ynode *value, void *slot)
{
	struct model_ret *ret = slot;

	*ret = form_ret(MR_SET);
	if (value->kind == YNODE_MAPPING)
		read_ret_mapping(r, value, ret);
	else if (value->kind == YNODE_SEQUENCE)
		read_values(r, value, ret);
	else
		read_ret_word(r, value, ret);
}
