// SPDX-License-Identifier: MIT
/*
 * Globals: entries for what is referred to, and initialisers, which are
 * queued, so that tables that point at each other cost no depth of stack.
 */
#include <string.h>

#include "front/lower_int.h"

#define RANGE_MAX 65536

/* ---- string literals ---- */

static int escape_value(char c)
{
	static const char from[] = "abfnrtv", to[] = "\a\b\f\n\r\t\v";
	const char *at = c ? strchr(from, c) : NULL;

	return at ? to[at - from] : (unsigned char)c;
}

/* One character of clang's own rendering: octal escapes, never hexadecimal ones. */
static int next_char(const char **s)
{
	const char *p = *s;
	int v = 0, digits = 0;

	if (*p != '\\' || !p[1]) {
		*s = p + 1;
		return (unsigned char)*p;
	}
	for (p++; digits < 3 && *p >= '0' && *p <= '7'; digits++)
		v = v * 8 + (*p++ - '0');
	if (!digits)
		v = escape_value(*p++);
	*s = p;
	return v;
}

const char *string_bytes(struct lower *lo, CXCursor c, size_t *n)
{
	const char *s = lower_spelling(lo, c);
	int64_t width = type_size(type_pointee(type_of(c)));
	struct strbuf b;

	strbuf_init(&b, lo->scratch);
	while (*s && *s != '"')
		s++;
	s += *s == '"';
	while (*s && *s != '"') {
		int v = next_char(&s);

		strbuf_addc(&b, (char)v);
		for (int64_t i = 1; i < width; i++)
			strbuf_addc(&b, '\0');
	}
	*n = b.n + (width > 0 ? (size_t)width : 1);
	for (int64_t i = 1; i < width; i++)
		strbuf_addc(&b, '\0');
	return b.s;
}

uint32_t lower_string(struct lower *lo, CXCursor literal)
{
	size_t n;
	const char *bytes = string_bytes(lo, literal, &n);

	return ir_add_string(lo->unit, bytes, n, loc_of(lo, literal));
}

/* ---- entries ---- */

/* A canonical array type carries its elements' qualifiers itself. */
static bool is_const_object(CXType t)
{
	for (t = clang_getCanonicalType(t); type_is_array(t); t = clang_getArrayElementType(t))
		if (clang_isConstQualifiedType(t))
			return true;
	return clang_isConstQualifiedType(t);
}

static uint32_t global_new(struct lower *lo, CXCursor c, CXType t, const char *name)
{
	int64_t size = type_size(t);
	struct ir_global g = { .name = name };

	g.ctype = type_ctype(lo, t);
	g.size = size > 0 ? (uint64_t)size : 0;
	g.is_const = is_const_object(t);
	g.loc = loc_of(lo, c);
	return ir_add_global(lo->unit, &g);
}

static void queue_init(struct lower *lo, uint32_t idx, CXType t, CXCursor init)
{
	struct work *w;

	if (clang_Cursor_isNull(init))
		return;
	w = vec_push(lo->scratch, &lo->queue);
	*w = (struct work){ .def = init, .idx = idx, .is_global = true, .type = t };
}

static struct loc name_loc(struct lower *lo, CXCursor decl)
{
	struct loc l = loc_of(lo, decl);
	struct loc at = loc_of_range(lo, clang_Cursor_getSpellingNameRange(decl, 0, 0));

	return at.path && at.path == l.path ? at : l;
}

/* Strings that the kernel exports for everybody to take characters from: lib/hexdump.c. */
static const struct {
	const char *name, *bytes;
} exported[] = { { "hex_asc", "0123456789abcdef" }, { "hex_asc_upper", "0123456789ABCDEF" } };

static void define_exported(struct ir_global *g)
{
	for (size_t i = 0; i < sizeof(exported) / sizeof(*exported); i++) {
		if (g->is_defined || !g->is_const || strcmp(g->name, exported[i].name) != 0)
			continue;
		g->is_defined = true;
		g->bytes = exported[i].bytes;
		g->nbytes = strlen(g->bytes);
		g->size = g->nbytes + 1;
	}
}

uint32_t lower_global(struct lower *lo, CXCursor c)
{
	const char *name = lower_spelling(lo, c);
	struct entity *e = map_get(lo->vars, name);
	struct ir_global *g;
	CXType t;

	if (!e) {
		e = arena_new_of(lo->scratch, struct entity);
		*e = (struct entity){ .decl = c, .idx = -1 };
		map_put(lo->vars, name, e);
	}
	if (e->idx >= 0)
		return (uint32_t)e->idx;
	t = clang_getCursorType(e->decl);
	e->idx = global_new(lo, e->decl, t, name);
	g = &lo->unit->globals.v[e->idx];
	g->is_static = clang_getCursorLinkage(e->decl) == CXLinkage_Internal;
	g->is_shared = !clang_equalCursors(clang_getCanonicalCursor(e->decl), e->decl);
	g->is_defined = e->rank > 0;
	g->loc = name_loc(lo, e->decl);
	define_exported(g);
	if (e->rank == 2)
		queue_init(lo, (uint32_t)e->idx, t, clang_Cursor_getVarDeclInitializer(e->decl));
	return (uint32_t)e->idx;
}

uint32_t lower_static_local(struct lower *lo, CXCursor c)
{
	uint32_t *known = cursor_map_get(&lo->statics, c);
	CXType t = clang_getCursorType(c);
	struct ir_global *g;
	uint32_t idx;

	if (known)
		return *known;
	idx = global_new(lo, c, t, lower_spelling(lo, c));
	cursor_map_put(&lo->statics, c, idx);
	g = &lo->unit->globals.v[idx];
	g->is_static = g->is_defined = true;
	g->loc = name_loc(lo, c);
	queue_init(lo, idx, t, clang_Cursor_getVarDeclInitializer(c));
	return idx;
}

uint32_t lower_compound_global(struct lower *lo, CXCursor c)
{
	uint32_t *known = cursor_map_get(&lo->statics, c);
	CXType t = clang_getCursorType(c);
	uint32_t idx;

	if (known)
		return *known;
	idx = global_new(lo, c, t, "");
	cursor_map_put(&lo->statics, c, idx);
	lo->unit->globals.v[idx].is_static = true;
	lo->unit->globals.v[idx].is_defined = true;
	queue_init(lo, idx, t, cursor_last(c));
	return idx;
}

/* ---- initialisers ---- */

struct filling {
	struct lower *lo;
	uint32_t idx;
};

static struct ir_global *filled(struct filling *fill)
{
	return &fill->lo->unit->globals.v[fill->idx];
}

static void mark_opaque(void *data, CXCursor at, const char *why)
{
	struct filling *fill = data;

	(void)at;
	(void)why;
	filled(fill)->is_opaque = true;
}

/* A flexible array member makes the object longer than its type. */
static void make_room(struct ir_global *g, uint64_t end)
{
	if (g->size < end)
		g->size = end;
}

/* The entry at @offset, made in its place: they are kept by offset. */
static struct ir_init *entry_at(struct filling *fill, uint64_t offset, enum ir_type t)
{
	struct ir_global *g = filled(fill);
	size_t low = 0, high = g->inits.n;

	make_room(g, offset + (t == IRT_BOOL ? 1 : ir_type_bits(t) / 8));
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (g->inits.v[mid].offset < offset)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < g->inits.n && g->inits.v[low].offset == offset)
		return &g->inits.v[low];
	vec_push(fill->lo->unit->arena, &g->inits);
	memmove(&g->inits.v[low + 1], &g->inits.v[low],
		(g->inits.n - 1 - low) * sizeof(*g->inits.v));
	g->inits.v[low] = (struct ir_init){ .offset = offset };
	return &g->inits.v[low];
}

static void put_int(struct filling *fill, uint64_t offset, enum ir_type t, wide v, const char *name,
		    struct loc loc)
{
	struct ir_init *in = entry_at(fill, offset, t);

	in->type = t;
	in->value = ir_const(fill->lo->unit, v, name);
	in->addend = 0;
	in->loc = loc;
}

static void put_bits_of_byte(struct filling *fill, uint64_t offset, wide v, wide mask,
			     struct loc loc)
{
	struct ir_init *in = entry_at(fill, offset, IRT_U8);
	wide old = 0;

	if (in->value.kind == REF_CONST)
		old = ir_const_of(fill->lo->unit, in->value)->value;
	put_int(fill, offset, IRT_U8, (old & ~mask) | (v & mask), NULL, loc);
}

/* Neighbours may be read in units of other sizes, so what is no whole unit is kept by the byte. */
static void put_bits(struct filling *fill, uint64_t offset, struct bits b, wide v, struct loc loc)
{
	wide mask = ((wide)1 << b.width) - 1;

	if (b.unit == IRT_OTHER) {
		filled(fill)->is_opaque = true;
		return;
	}
	if (b.width == ir_type_bits(b.unit)) {
		put_int(fill, offset, b.unit, v & mask, NULL, loc);
		return;
	}
	v = (v & mask) << b.shift;
	mask <<= b.shift;
	for (; mask; mask >>= 8, v >>= 8, offset++)
		if (mask & 0xff)
			put_bits_of_byte(fill, offset, v & 0xff, mask & 0xff, loc);
}

/* A string that begins the object is its bytes; the zeros behind it need none. */
static bool put_bytes(struct filling *fill, const char *s, size_t n, int64_t room, uint64_t offset)
{
	struct ir_global *g = filled(fill);

	if (offset || g->bytes || g->inits.n)
		return false;
	if (room >= 0 && n > (uint64_t)room)
		n = (size_t)room;
	g->bytes = arena_strndup(fill->lo->unit->arena, s, n);
	g->nbytes = n;
	make_room(g, n);
	return true;
}

static void put_string(struct filling *fill, CXCursor literal, CXType t, uint64_t offset)
{
	struct loc loc = loc_of(fill->lo, literal);
	enum ir_type elem = ir_type_of(type_pointee(t));
	int64_t room = type_size(t), width = type_size(type_pointee(t));
	size_t n;
	const char *s = string_bytes(fill->lo, literal, &n);

	if (width == 1 && put_bytes(fill, s, n, room, offset))
		return;
	for (size_t i = 0; width > 0 && i < n && (room < 0 || i < (uint64_t)room);
	     i += (size_t)width) {
		wide v = elem == IRT_I8 ? (signed char)s[i] : (unsigned char)s[i];

		if (v)
			put_int(fill, offset + i, elem, v, NULL, loc);
	}
}

static void init_leaf(void *data, CXCursor value, CXType t, uint64_t offset, struct bits b);

static void put_aggregate(struct filling *fill, CXCursor value, CXType t, uint64_t offset)
{
	struct init_sink sink = { fill->lo, init_leaf, mark_opaque, fill, RANGE_MAX };
	CXCursor inner = cursor_undecay(value), s = init_string(value);

	if (type_is_array(t) && !clang_Cursor_isNull(s)) {
		put_string(fill, s, t, offset);
		return;
	}
	if (clang_getCursorKind(inner) == CXCursor_CompoundLiteralExpr)
		inner = cursor_last(inner);
	if (clang_getCursorKind(inner) == CXCursor_InitListExpr)
		init_walk(&sink, inner, t, offset);
	else
		mark_opaque(fill, value, NULL);
}

static void init_leaf(void *data, CXCursor value, CXType t, uint64_t offset, struct bits b)
{
	struct filling *fill = data;
	struct loc loc = loc_of(fill->lo, value);
	enum ir_type it = ir_type_of(t);
	struct constant k;
	struct ir_init *in;

	if (type_is_array(t) || type_is_record(t)) {
		put_aggregate(fill, value, t, offset);
		return;
	}
	k = constant_of(fill->lo, value);
	if (k.kind == CONSTANT_UNKNOWN || it == IRT_OTHER) {
		filled(fill)->is_opaque = true;
	} else if (b.width) {
		put_bits(fill, offset, b, k.value, loc);
	} else if (k.kind == CONSTANT_INT) {
		put_int(fill, offset, it, constant_wrap(it, k.value), k.name, loc);
	} else {
		in = entry_at(fill, offset, it);
		*in = (struct ir_init){ offset, it, k.base, k.addend, loc };
	}
}

void init_global(struct lower *lo, const struct work *w)
{
	struct filling fill = { lo, w->idx };
	struct bits none = { 0 };

	init_leaf(&fill, w->def, w->type, 0, none);
}
