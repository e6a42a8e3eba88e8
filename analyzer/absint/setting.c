// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/setting.h"

struct setting *setting_new(struct arena *a)
{
	struct setting *t = arena_new_of(a, struct setting);

	t->arena = a;
	t->by_key = map_new(a);
	t->tables = map_new(a);
	return t;
}

uint32_t setting_place(struct setting *t, const char *key, enum place_use use)
{
	uint32_t n = (uint32_t)(uintptr_t)map_get(t->by_key, key);

	if (n)
		return n - 1;
	*vec_push(t->arena, &t->places) =
		(struct place){ .key = arena_strdup(t->arena, key), .use = use };
	n = (uint32_t)t->places.n;
	map_put(t->by_key, t->places.v[n - 1].key, (void *)(uintptr_t)n);
	return n - 1;
}

const struct place *setting_find(const struct setting *t, const char *key)
{
	uint32_t n = (uint32_t)(uintptr_t)map_get(t->by_key, key);

	return n ? &t->places.v[n - 1] : NULL;
}

const char *setting_told(enum setting_values values)
{
	static const char *const told[] = {
#define TEXT(id, text) text,
		SETTING_VALUES(TEXT)
#undef TEXT
	};

	return told[values];
}

/*
 * Small ones look alike in all bases. Those of two digits and more, of which
 * one is 8 or 9, tell the bases apart, and fail where a 0 before them makes
 * them octal ones.
 */
static wide made_up(const struct setting *t, uint32_t place, const struct range *range)
{
	wide n = place % 64;

	if (t->values == SETTING_LEAST)
		return range_min(range);
	if (t->values >= SETTING_ZERO)
		return t->values == SETTING_ONE;
	if (t->values == SETTING_GREATEST)
		return range_max(range);
	if (range_max(range) <= 1)
		return 1;
	if (t->values != SETTING_LARGE)
		return 2 + n;
	return 28 + 10 * n + n % 2;
}

bool setting_is_type_number(const struct place *p)
{
	return strstr(p->key, "type_group_id(");
}

wide setting_number(const struct setting *t, uint32_t place, const struct range *range)
{
	const struct place *p = &t->places.v[place];
	wide v, span;

	if (range_is_empty(range))
		return 0;
	if (p->is_fixed)
		return range_max(range) <= 1 ? p->fixed != 0 : range_nearest(range, p->fixed);
	v = setting_is_type_number(p) ? 0 : made_up(t, place, range);
	if (range_contains(range, v) || t->values >= SETTING_ZERO)
		return range_nearest(range, v);
	span = range_max(range) - range_min(range) + 1;
	return range_nearest(range, range_min(range) + v % span);
}

bool setting_is_name(const struct place *p)
{
	size_t n = strlen(p->key);

	return p->use == USE_TEXT && n > 2 && !strcmp(p->key + n - 2, "()");
}

/* Eight characters: what eight digits of a number look like. */
static const char *digits(const struct setting *t, uint32_t place)
{
	return t->shape == SHAPE_HEX ? arena_printf(t->arena, "%08x", 0x3a51c0d0u + place)
				     : arena_printf(t->arena, "%08u", 20473105u + place);
}

/* "unit-vexa": the word of a place, in small letters. */
static const char *small_letters(const struct setting *t, uint32_t place, const char *head,
				 const char *tail)
{
	static const char *const words[] = {
		"vex", "abe", "kim", "tor", "pal", "wed", "hug", "zac"
	};
	const size_t n = sizeof(words) / sizeof(*words);

	return place < n ? arena_printf(t->arena, "%s%s%s", head, words[place], tail)
			 : arena_printf(t->arena, "%s%s%s%c", head, words[place % n], tail,
					(char)('a' + place / n % 26));
}

const char *setting_text(const struct setting *t, uint32_t place, size_t room)
{
	static const char *const words[] = {
		"vX7", "aB3", "kM5", "tR9", "pL4", "wD6", "hG8", "zC2"
	};
	static const char *const tails[SETTING_NR] = {
		[SETTING_LARGE] = "mid4end",
		[SETTING_LONG] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
		[SETTING_SPACED] = " q",
	};
	const size_t nwords = sizeof(words) / sizeof(*words);
	const struct place *p = &t->places.v[place];
	bool is_name = setting_is_name(p); /* has no blank, and is never long */
	const char *tail = !is_name && tails[t->values] ? tails[t->values] : "";
	const char *head = is_name ? SETTING_NAME : "";
	const char *text;

	text = p->is_fixed				? p->text ? p->text : ""
	       : !strcmp(p->key, "dev_driver_string()") ? SETTING_DRIVER
	       : t->shape == SHAPE_LOWER ? small_letters(t, place, head, *tail ? "midaend" : "")
	       : t->shape != SHAPE_WORD && !is_name ? digits(t, place)
	       : place < nwords ? arena_printf(t->arena, "%s%s%s", head, words[place], tail)
				: arena_printf(t->arena, "%s%s%s%zu", head, words[place % nwords],
					       tail, place / nwords);
	return arena_strndup(t->arena, text, room ? strnlen(text, room - 1) : 0);
}

bool setting_is_null(const struct setting *t, uint32_t place)
{
	return t->places.v[place].is_fixed && t->places.v[place].use == USE_POINTER;
}

void setting_fix(struct setting *t, uint32_t place, wide value)
{
	t->places.v[place].is_fixed = true;
	t->places.v[place].fixed = value;
	t->places.v[place].text = NULL;
}

void setting_fix_text(struct setting *t, uint32_t place, const char *text)
{
	t->places.v[place].is_fixed = true;
	t->places.v[place].text = text;
}

void setting_release(struct setting *t, uint32_t place)
{
	t->places.v[place].is_fixed = false;
}
