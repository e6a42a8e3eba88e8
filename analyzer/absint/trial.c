// SPDX-License-Identifier: MIT
/*
 * The engine's questions to the setting of a trial (trial.h).
 *
 * An address of an object outside has no type, but the FIELD instructions that
 * led to it do: each leaves a note of what lies where, and the smallest noted
 * member around an address names the place. A byte read from something larger
 * is a character of a text, everything else is a number or a pointer.
 *
 * Limits: lists have one element; a global keeps the value it was built with.
 */
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "absint/bytes.h"
#include "absint/kept_limit.h"
#include "absint/memory.h"
#include "absint/trial.h"
#include "absint/trial_table.h"

#define MAX_NOTES 512
#define MAX_READ  4096 /* bytes that a checksum is of */

void trial_doubt(struct state *s, const char *why)
{
	if (!s->doubt)
		s->doubt = why;
}

/* ---- regions of the setting ---- */

static struct aval outside(struct engine *e, const char *name)
{
	struct region r = { .kind = REGION_OUTSIDE, .fill = FILL_UNKNOWN, .name = name };

	return value_address(region_keyed(e, arena_printf(e->arena, "t%s", name), &r), 0);
}

/* What the pointer at place @key leads to. */
static struct aval pointee(struct engine *e, const char *key)
{
	return outside(e, arena_printf(e->arena, "%s[]", key));
}

struct aval trial_argument(struct engine *e, const char *name)
{
	return outside(e, arena_strdup(e->arena, name));
}

/* ---- members ---- */

static void add_note(struct engine *e, const struct member_note *new)
{
	struct trial *t = e->trial;

	if (t->members.n >= MAX_NOTES)
		return;
	vec_for_each_ptr(struct member_note, m, &t->members)
		if (m->region == new->region && m->offset == new->offset && m->size == new->size &&
		    !strcmp(m->key, new->key))
			return;
	*vec_push(t->arena, &t->members) = *new;
}

void trial_note_member(struct engine *e, struct aval addr, uint64_t size, const char *key)
{
	if (addr.region && !addr.sym && key)
		add_note(e, &(struct member_note){ addr.region, (int64_t)addr.k, size, size, key });
}

/* The smallest member around @addr; of several the one noted last. */
static const struct member_note *member_at(const struct engine *e, struct aval addr)
{
	const struct member_note *best = NULL;

	vec_for_each_ptr(const struct member_note, m, &e->trial->members)
		if (m->region == addr.region && m->offset <= addr.k &&
		    addr.k < m->offset + (wide)m->size && (!best || m->size <= best->size))
			best = m;
	return best;
}

/** struct spot - an address as a place of the setting. */
struct spot {
	const char *key;
	wide offset; /* from where the member or object begins */
	wide size; /* of the member or object, in the place that the setting fills; 0: not known */
};

static struct spot spot_at(struct engine *e, struct aval addr)
{
	const struct member_note *m = member_at(e, addr);
	const struct region *r = region_get(e, addr.region);

	if (m)
		return (struct spot){ m->key, addr.k - m->offset, (wide)m->room };
	return (struct spot){ r->name ? r->name : "memory", addr.k,
			      r->size_known && value_is_const(r->size) ? r->size.k : 0 };
}

void trial_note_copy(struct engine *e, struct aval to, struct aval from, wide size)
{
	struct spot at = spot_at(e, from);

	if (region_get(e, from.region)->kind == REGION_OUTSIDE && !at.offset && size > 0 &&
	    to.region && !to.sym)
		add_note(e, &(struct member_note){ to.region, (int64_t)to.k, (uint64_t)size,
						   (uint64_t)at.size, at.key });
}

/* ---- values ---- */

uint32_t trial_place(struct engine *e, const char *key, enum place_use use)
{
	uint32_t n = setting_place(e->trial->setting, key, use);

	vec_for_each_ptr(const uint32_t, r, &e->trial->reads)
		if (*r == n)
			return n;
	*vec_push(e->trial->arena, &e->trial->reads) = n;
	return n;
}

static const char *key_at(struct engine *e, const struct spot *at)
{
	char offset[WIDE_CHARS];

	return at->offset
		       ? arena_printf(e->arena, "%s+%s", at->key, wide_format(at->offset, offset))
		       : at->key;
}

/* Something too large to be taken for one scalar. */
static bool is_text(const struct spot *at, enum ir_type t)
{
	return ir_type_bits(t) == 8 && t != IRT_BOOL && at->size != 1;
}

#define MAX_MET 256

void trial_note_compared(struct engine *e, struct aval a, struct aval b)
{
	struct trial *t = e->trial;

	bool is_driver = e->frame && !e->frame->id.func->in_header; /* no isdigit() */

	if (!t->is_checked || !is_driver || !value_is_const(a) || !value_is_const(b) ||
	    a.k == b.k || a.k < 0 || b.k < 0 || (a.k <= 1 && b.k <= 1) || t->met.n == MAX_MET)
		return;
	vec_for_each_ptr(const struct met_numbers, m, &t->met)
		if (m->a == a.k && m->b == b.k)
			return;
	*vec_push(t->arena, &t->met) = (struct met_numbers){ a.k, b.k };
}

void trial_note_answer(struct engine *e, struct aval to)
{
	if (to.region)
		*vec_push(e->trial->arena, &e->trial->answered) = to.region;
}

static bool is_answer(const struct trial *t, uint32_t region)
{
	vec_for_each_ptr(const uint32_t, r, &t->answered)
		if (*r == region)
			return true;
	return false;
}

/*
 * Bytes without a sign may be indexes as well: in the settings that say what those may be,
 * they are numbers.
 */
static struct aval load_text(struct engine *e, struct aval addr, const struct spot *at,
			     enum ir_type t)
{
	struct setting *set = e->trial->setting;
	uint32_t place = trial_place(e, at->key, USE_TEXT);
	const char *text = setting_text(set, place, at->size > 0 ? (size_t)at->size : 64);
	size_t n = strlen(text);

	set->places.v[place].is_answer |= is_answer(e->trial, addr.region);
	if (t == IRT_U8 && set->values >= SETTING_ZERO)
		return value_const(set->values == SETTING_ONE);
	return value_const(at->offset >= 0 && at->offset < (wide)n ? text[at->offset] : 0);
}

/* "struct list_head.next" of a head is the list's one element, and that leads back. */
static struct aval load_next(struct engine *e, struct aval addr, const char *key)
{
	struct trial *t = e->trial;
	struct aval element = pointee(e, key);

	if (addr.region == element.region)
		return t->list_head;
	t->list_head = addr;
	return element;
}

static struct aval load_pointer(struct engine *e, struct aval addr, const struct spot *at)
{
	const char *key = key_at(e, at);
	struct aval row;
	uint32_t place;

	if (!strcmp(at->key, "struct list_head.next"))
		return load_next(e, addr, key);
	place = trial_place(e, key, USE_POINTER);
	if (setting_is_null(e->trial->setting, place))
		return value_const(0);
	row = at->offset ? value_const(0) : trial_row_led_to(e, at->key);
	return row.region ? row : pointee(e, e->trial->setting->places.v[place].key);
}

static struct aval load_user(const struct trial *tr, struct aval addr, enum ir_type t)
{
	unsigned int size = ir_type_bytes(t);
	uint64_t v = 0;

	for (unsigned int i = 0; i < size; i++) {
		wide at = addr.k + i;

		if (at >= 0 && at < (wide)tr->ninput)
			v |= (uint64_t)(unsigned char)tr->input[at] << (8 * i);
	}
	return (struct aval){ .k = t == IRT_I8 ? (wide)(int8_t)v : (wide)v };
}

/* linux/ctype.h */
enum ctype_bits {
	CTYPE_UPPER = 0x01,
	CTYPE_LOWER = 0x02,
	CTYPE_DIGIT = 0x04,
	CTYPE_CONTROL = 0x08,
	CTYPE_PUNCT = 0x10,
	CTYPE_SPACE = 0x20,
	CTYPE_HEX = 0x40,
	CTYPE_BLANK = 0x80,
};

static int ctype_of_latin1(int c)
{
	if (c < 0xa0)
		return 0;
	if (c == 0xa0)
		return CTYPE_SPACE | CTYPE_BLANK;
	if (c < 0xc0 || c == 0xd7 || c == 0xf7)
		return CTYPE_PUNCT;
	return c < 0xdf ? CTYPE_UPPER : CTYPE_LOWER;
}

/* A byte of the kernel's table behind isspace() and its like: lib/ctype.c. */
static int ctype_of(int c)
{
	int hex = isxdigit(c) ? CTYPE_HEX : 0;

	if (c > 0x7f)
		return ctype_of_latin1(c);
	if (iscntrl(c))
		return CTYPE_CONTROL | (isspace(c) ? CTYPE_SPACE : 0);
	if (isdigit(c))
		return CTYPE_DIGIT;
	if (isalpha(c))
		return (isupper(c) ? CTYPE_UPPER : CTYPE_LOWER) | hex;
	return c == ' ' ? CTYPE_SPACE | CTYPE_BLANK : CTYPE_PUNCT;
}

static bool load_ctype(const struct ir_global *g, wide at, wide *out)
{
	if (g->is_defined || !g->name || strcmp(g->name, "_ctype") != 0 || at < 0 || at > 0xff)
		return false;
	*out = ctype_of((int)at);
	return true;
}

/* A global that may change still begins as it was built; false if that is nothing. */
static bool load_initial(struct engine *e, struct aval addr, enum ir_type t, struct aval *v)
{
	struct global_id g = region_get(e, addr.region)->global;

	if (region_get(e, addr.region)->kind != REGION_GLOBAL)
		return false;
	if (load_ctype(g.global, addr.k, &v->k))
		return true;
	if (!g.global->is_defined || addr.k < 0)
		return false;
	if (g.global->bytes && *g.global->bytes && ir_type_bits(t) == 8) {
		v->k = addr.k < (wide)g.global->nbytes ? g.global->bytes[addr.k] : 0;
		return true;
	}
	if (constant_number(g, (uint64_t)addr.k, t, &v->k))
		return v->k;
	vec_for_each_ptr(const struct ir_init, in, &g.global->inits)
		if ((wide)in->offset == addr.k) {
			*v = constant_of_init(e, g, in);
			v->flags = 0;
			return v->region || v->k;
		}
	return false;
}

/* A made-up object may stand for a row of a table. */
static bool load_from_row(struct engine *e, struct aval addr, const struct spot *at, enum ir_type t,
			  struct aval *v)
{
	struct aval row;

	if (region_get(e, addr.region)->kind != REGION_OUTSIDE)
		return false;
	row = trial_row_member(e, at->key, at->offset);
	if (row.region && !load_initial(e, row, t, v))
		*v = value_const(0);
	return row.region;
}

/* A byte of an array of numbers, for memcmp(): what has been read as numbers is no text. */
static bool load_part(struct engine *e, struct aval addr, const struct spot *at, enum ir_type t,
		      struct aval *v)
{
	static const enum ir_type by_width[] = { [2] = IRT_U16, [4] = IRT_U32, [8] = IRT_U64 };
	const struct place *p = is_text(at, t) ? setting_find(e->trial->setting, at->key) : NULL;
	wide rest;

	if (!p || p->use != USE_NUMBER || p->width < 2)
		return false;
	rest = at->offset % (wide)p->width;
	addr.k -= rest;
	*v = trial_load(e, addr, by_width[p->width]);
	v->k = (wide)((uint64_t)v->k >> 8 * rest & 0xff);
	if (t == IRT_I8)
		v->k = (int8_t)v->k;
	return true;
}

struct aval trial_load(struct engine *e, struct aval addr, enum ir_type t)
{
	const struct number_limit *limit;
	struct range range = type_range(t), own;
	struct aval v = { 0 };
	struct spot at;
	struct place *place;
	uint32_t number;
	wide n;

	if (addr.region == e->user)
		return load_user(e->trial, addr, t);
	if (load_initial(e, addr, t, &v))
		return v;
	at = spot_at(e, addr);
	if (load_from_row(e, addr, &at, t, &v))
		return v;
	if (t == IRT_PTR)
		return load_pointer(e, addr, &at);
	if (load_part(e, addr, &at, t, &v))
		return v;
	if (is_text(&at, t))
		return load_text(e, addr, &at, t);
	limit = kept_limit(e, addr, t);
	if (own_number(e, addr, t, &own)) {
		if (range_is_single(&own))
			return value_const(range_min(&own));
		range = own;
		limit = NULL;
	} else if (limit) {
		range = limit->set;
	}
	number = trial_place(e, key_at(e, &at), USE_NUMBER);
	n = setting_number(e->trial->setting, number, &range);
	place = &e->trial->setting->places.v[number];
	place->is_element = at.size > (wide)ir_type_bytes(t);
	place->width = ir_type_bytes(t);
	place->is_limited = limit && range_max(&range) < ir_type_max(t);
	place->read = range_contains(&range, n)
			      ? n
			      : range_nearest(&range, n); /* what was tried is no excuse */
	return value_const(place->read);
}

/* ---- results of functions ---- */

/* Its name and the numbers it was given: reading another register yields another value. */
static void add_call(struct strbuf *b, const char *name, const struct call_site *c,
		     bool with_offsets)
{
	char number[WIDE_CHARS];

	strbuf_addf(b, "%s(", name);
	for (size_t i = 0; i < c->nargs; i++) {
		struct aval v = c->args[i];

		if (!v.sym && v.k && (!v.region || with_offsets))
			strbuf_addf(b, "%s%s", b->s[b->n - 1] == '(' ? "" : ",",
				    wide_format(v.k, number));
	}
	strbuf_addc(b, ')');
}

/* How @m reads what argument @i points to, or NULL: it doesn't. */
static const struct model_effect *reading_of(const struct model *m, size_t i)
{
	vec_for_each_ptr(const struct model_case, mc, &m->cases)
		vec_for_each_ptr(const struct model_effect, f, &mc->effects)
			if (f->kind == ME_READS && f->from == (int)i)
				return f;
	return NULL;
}

/* The bytes that are read there, and perhaps more behind them; NULL: they are not constant. */
static const char *bytes_read(struct engine *e, struct state *s, const struct call_site *c,
			      const struct model_effect *f, size_t *n)
{
	const struct model_size *z = &f->size;
	struct aval at = c->args[f->from], max;
	char *bytes;

	if (z->param == MODEL_NONE || z->factor != MODEL_NONE || (size_t)z->param >= c->nargs)
		return string_at(e, s, at, n);
	max = c->args[z->param];
	if (!value_is_const(max) || max.k < 0 || max.k > MAX_READ)
		return string_at(e, s, at, n);
	bytes = arena_alloc(e->arena, (size_t)max.k + 1);
	*n = bytes_known(e, s, at, bytes, (size_t)max.k);
	return *n == (size_t)max.k ? bytes : string_at(e, s, at, n);
}

/* What a checksum is of: the texts that @m reads; false if one is not constant. */
static bool add_texts(struct engine *e, struct state *s, const struct model *m,
		      const struct call_site *c, struct strbuf *b)
{
	strbuf_add(b, PLACE_DETAIL);
	for (size_t i = 0; i < c->nargs; i++) {
		const struct model_effect *f = c->args[i].region ? reading_of(m, i) : NULL;
		const char *text;
		size_t n;

		if (!f)
			continue;
		text = bytes_read(e, s, c, f, &n);
		if (!text)
			return false;
		strbuf_add_escaped(b, text, n, false);
	}
	return true;
}

static bool is_log(const struct model *m)
{
	vec_for_each_ptr(const struct model_effect, f, &m->cases.v[0].effects)
		if (f->kind == ME_LOG)
			return true;
	return false;
}

struct aval trial_result(struct engine *e, struct state *s, const struct model *m,
			 const struct call_site *c, int out, const struct range *range)
{
	struct strbuf key;
	struct place *place;
	uint32_t number;

	if (is_log(m))
		return value_const(0); /* nobody asks how much was logged */
	if (range_max(range) < 0)
		return value_const(range_nearest(range, -EIO));
	strbuf_init(&key, e->arena);
	add_call(&key, m->name, c, true);
	if (out != MODEL_NONE)
		strbuf_addf(&key, " argument %d", out + 1);
	if (m->pure && !add_texts(e, s, m, c, &key))
		trial_doubt(s, arena_printf(e->out, "what %s() yields is not known", m->name));
	number = trial_place(e, key.s, USE_NUMBER);
	place = &e->trial->setting->places.v[number];
	place->is_answer = m->source == MODEL_DEVICE;
	place->read = setting_number(e->trial->setting, number, range);
	return value_const(place->read);
}

struct aval trial_pointer(struct engine *e, const char *name, const struct call_site *c)
{
	struct strbuf b;
	const char *key;
	uint32_t place;

	strbuf_init(&b, e->arena);
	add_call(&b, name, c, false);
	place = trial_place(e, b.s, USE_POINTER);
	key = e->trial->setting->places.v[place].key;
	return setting_is_null(e->trial->setting, place) ? value_const(0) : pointee(e, key);
}

struct aval trial_name(struct engine *e, const char *function)
{
	return outside(e, arena_printf(e->arena, "%s()", function));
}

/* ---- cases ---- */

/* Effects that make or judge a text: to pick a case would be to guess. */
static bool depends_on_text(const struct model_case *mc)
{
	vec_for_each_ptr(const struct model_effect, f, &mc->effects)
		switch (f->kind) {
		case ME_PRINT:
		case ME_COPY_STRING:
		case ME_SCAN:
		case ME_READS:
		case ME_CUT:
			return true;
		default:
			break;
		}
	return false;
}

/* Some number that depends on nothing but the text: equal texts have equal ones. */
static bool is_checksum(const struct model *m)
{
	enum model_ret_kind kind = m->cases.v[0].ret.kind;

	return m->pure && m->cases.n == 1 && !m->exact && (kind == MR_ANY || kind == MR_RANGE);
}

static const struct model_case *null_case(const struct model *m)
{
	vec_for_each_ptr(const struct model_case, mc, &m->cases)
		if (mc->ret.kind == MR_NULL)
			return mc;
	return NULL;
}

/* What a device, the memory or a lock says no to; a text that is wrong fails by itself. */
static const struct model_case *failure_case(const struct model *m)
{
	if (m->pure)
		return NULL;
	vec_for_each_ptr(const struct model_case, mc, &m->cases)
		if (mc->is_failure && !depends_on_text(mc))
			return mc;
	return NULL;
}

const struct model_case *trial_fault(struct engine *e, const struct model *m)
{
	const struct model_case *mc = failure_case(m);
	struct trial *t = e->trial;

	if (!mc)
		return NULL;
	if (++t->nfallible == t->fault)
		t->failing = m->name;
	return t->failing && !strcmp(t->failing, m->name) ? mc : NULL;
}

const struct model_case *trial_case(struct engine *e, struct state *s, const struct model *m,
				    const struct call_site *c)
{
	const struct model_case *first = NULL;
	struct aval p;

	vec_for_each_ptr(const struct model_case, mc, &m->cases) {
		if (depends_on_text(mc) && !is_checksum(m))
			trial_doubt(s, arena_printf(e->out, "what %s() does here is not known",
						    m->name));
		if (!first && !mc->is_failure)
			first = mc;
	}
	if (!first)
		return &m->cases.v[0];
	if (first->ret.kind == MR_OUTSIDE && null_case(m)) {
		p = trial_pointer(e, m->name, c);
		if (!p.region)
			return null_case(m);
	}
	return first;
}
