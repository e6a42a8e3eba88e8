// SPDX-License-Identifier: MIT
/*
 * Which entry of an initialiser list belongs to which member.
 *
 * libclang shows the list as it is written: entries in order, a designated one
 * as an UnexposedExpr of type void whose children are its path (MemberRef for
 * .a, an expression for [n], two for [a ... b]) and then its value. So C's
 * rules (C11 6.7.9) are followed here: an entry goes to the member after the
 * last one; an aggregate whose entry has no braces takes as many entries as it
 * has members ("brace elision"); a designator moves the position, and what
 * follows goes on from there, also deep inside.
 *
 * The position is a stack of frames, one for each aggregate that is open; the
 * first is the object of the braces. Each scalar, string or whole struct ends
 * in the sink's leaf(). [a ... b] is written out up to a limit.
 */
#include "front/lower_int.h"

#define FRAMES_MAX 16 /* aggregates without braces of their own, one in the other */

struct frame {
	CXType type;
	uint64_t offset;
	struct kids fields; /* of a struct or union, nameless bit-fields left out */
	CXType elem;	    /* of an array */
	int64_t elem_size;
	uint64_t n, at; /* members, and the next one to be filled */
};

struct walk {
	struct init_sink *sink;
	struct frame stack[FRAMES_MAX];
	int top;
	bool is_lost;
};

static void give_up(struct walk *w, CXCursor at, const char *why)
{
	if (!w->is_lost)
		w->sink->give_up(w->sink->data, at, why);
	w->is_lost = true;
}

/* ---- frames ---- */

static void frame_fields(struct walk *w, struct frame *fr)
{
	struct kids all = type_fields(w->sink->lo->scratch, fr->type);
	bool is_union =
		clang_getCursorKind(clang_getTypeDeclaration(fr->type)) == CXCursor_UnionDecl;

	fr->fields = (struct kids){ all.v, 0 };
	for (size_t i = 0; i < all.n; i++)
		if (!field_is_unnamed_bits(all.v[i]))
			fr->fields.v[fr->fields.n++] = all.v[i];
	fr->n = is_union && fr->fields.n ? 1 : fr->fields.n;
}

static void frame_elements(struct frame *fr)
{
	long long n = fr->type.kind == CXType_ConstantArray ? clang_getArraySize(fr->type) : -1;

	fr->elem = clang_getArrayElementType(fr->type);
	fr->elem_size = type_size(fr->elem);
	fr->n = n >= 0 ? (uint64_t)n : UINT64_MAX;
}

static bool push_frame(struct walk *w, CXType t, uint64_t offset)
{
	struct frame *fr;

	if (w->top + 1 >= FRAMES_MAX)
		return false;
	fr = &w->stack[++w->top];
	*fr = (struct frame){ .type = type_plain(t), .offset = offset };
	if (fr->type.kind == CXType_Record)
		frame_fields(w, fr);
	else if (type_is_array(fr->type))
		frame_elements(fr);
	else
		fr->n = 1; /* a scalar in braces */
	return true;
}

/** struct slot - the member that the position stands at. */
struct slot {
	CXType type;
	uint64_t offset;
	struct bits bits;
};

static bool current_slot(struct walk *w, struct slot *s)
{
	struct frame *fr = &w->stack[w->top];

	*s = (struct slot){ .type = fr->type, .offset = fr->offset };
	if (fr->at >= fr->n)
		return false;
	if (fr->type.kind == CXType_Record) {
		s->type = clang_getCursorType(fr->fields.v[fr->at]);
		s->offset += field_offset(fr->fields.v[fr->at], &s->bits);
	} else if (type_is_array(fr->type)) {
		s->type = fr->elem;
		s->offset += fr->at * (uint64_t)(fr->elem_size > 0 ? fr->elem_size : 0);
	}
	return true;
}

/* A union is full after one member, whichever it was. */
static void advance(struct walk *w)
{
	for (;;) {
		struct frame *fr = &w->stack[w->top];
		bool is_union = fr->type.kind == CXType_Record && fr->n < fr->fields.n;

		fr->at = is_union ? UINT64_MAX : fr->at + 1;
		if (fr->at < fr->n || w->top == 0)
			return;
		w->top--;
	}
}

/* ---- values ---- */

CXCursor init_string(CXCursor c)
{
	c = cursor_undecay(c);
	if (clang_getCursorKind(c) == CXCursor_InitListExpr &&
	    clang_equalCursors(cursor_first(c), cursor_last(c)))
		c = cursor_undecay(cursor_first(c));
	return clang_getCursorKind(c) == CXCursor_StringLiteral ? c : clang_getNullCursor();
}

/* A string, also in braces of its own, for an array of characters. */
static bool is_string_for(CXCursor value, CXType t)
{
	enum ir_type elem;

	if (!type_is_array(t))
		return false;
	elem = ir_type_of(type_pointee(t));
	return elem != IRT_PTR && elem != IRT_OTHER && !clang_Cursor_isNull(init_string(value));
}

static bool is_aggregate(CXType t)
{
	return type_is_array(t) || type_is_record(t);
}

/* Whether @value fills a slot of type @t at once, without looking into it. */
static bool fills(CXCursor value, CXType t)
{
	if (!is_aggregate(t))
		return true;
	if (is_string_for(value, t))
		return true;
	return is_aggregate(type_of(value)) && clang_equalTypes(type_of(value), type_plain(t));
}

static void leaf(struct walk *w, CXCursor value, struct slot s)
{
	w->sink->leaf(w->sink->data, value, s.type, s.offset, s.bits);
}

static CXCursor skip_braces(CXCursor c)
{
	while (clang_getCursorKind(c) == CXCursor_InitListExpr &&
	       clang_isExpression(clang_getCursorKind(cursor_first(c))))
		c = cursor_first(c);
	return c;
}

static void put_value(struct walk *w, CXCursor value)
{
	bool is_braces = clang_getCursorKind(value) == CXCursor_InitListExpr;
	struct slot s;

	while (current_slot(w, &s)) {
		if (is_braces && is_aggregate(s.type) && !is_string_for(value, s.type)) {
			init_walk(w->sink, value, s.type, s.offset);
			advance(w);
			return;
		}
		if (is_braces || fills(value, s.type)) {
			leaf(w, is_aggregate(s.type) ? value : skip_braces(value), s);
			advance(w);
			return;
		}
		if (!push_frame(w, s.type, s.offset))
			break;
		if (!w->stack[w->top].n) /* an empty struct takes no entry */
			advance(w);
	}
	give_up(w, value, "initialiser without a member for it");
}

/* ---- designators ---- */

/* In a union, the chosen member becomes the only one. */
static void choose_field(struct frame *fr, size_t i)
{
	bool is_union = fr->n < fr->fields.n;

	if (is_union)
		fr->fields.v[0] = fr->fields.v[i];
	fr->at = is_union ? 0 : i;
}

static bool select_field(struct walk *w, CXCursor ref)
{
	struct frame *fr = &w->stack[w->top];
	CXCursor field = clang_getCursorReferenced(ref);

	for (size_t i = 0; i < fr->fields.n; i++)
		if (clang_equalCursors(fr->fields.v[i], field)) {
			choose_field(fr, i);
			return true;
		}
	return false;
}

static bool select_element(struct walk *w, CXCursor index)
{
	struct frame *fr = &w->stack[w->top];
	wide v;

	if (!type_is_array(fr->type) || !cursor_eval(index, &v) || v < 0 || (uwide)v >= fr->n)
		return false;
	fr->at = (uint64_t)v;
	return true;
}

static bool descend(struct walk *w)
{
	struct slot s;

	return current_slot(w, &s) && is_aggregate(s.type) && push_frame(w, s.type, s.offset);
}

static bool is_member_ref(CXCursor c)
{
	return clang_getCursorKind(c) == CXCursor_MemberRef;
}

static bool text_has_range(struct walk *w, CXCursor c)
{
	struct lexer lx = lexer_of(w->sink->lo, c);
	struct tok t;

	while (tok_next(&lx, &t) && !tok_is(&t, "="))
		if (tok_is(&t, "..."))
			return true;
	return false;
}

/* [a ... b] and [a][b] have the same children: the text decides, or the types. */
static bool is_range(struct walk *w, CXCursor c)
{
	if (!is_in_macro(w->sink->lo, c))
		return text_has_range(w, c);
	return !type_is_array(w->stack[w->top].elem);
}

static void put_range(struct walk *w, CXCursor first, CXCursor last, CXCursor value)
{
	wide a, b;

	if (!cursor_eval(first, &a) || !cursor_eval(last, &b) || a < 0 || b < a ||
	    (uwide)(b - a) >= w->sink->range_max) {
		give_up(w, value, "range of elements too long");
		return;
	}
	for (int depth = w->top; a <= b && !w->is_lost; a++) {
		w->top = depth;
		w->stack[depth].at = (uint64_t)a;
		put_value(w, value);
	}
}

static void put_designated(struct walk *w, CXCursor entry, struct kids kids)
{
	CXCursor value = kids.v[kids.n - 1];
	bool ok = true;

	w->top = 0;
	for (size_t i = 0; ok && i + 1 < kids.n; i++) {
		if (i)
			ok = descend(w);
		if (!ok)
			break;
		if (is_member_ref(kids.v[i])) {
			ok = select_field(w, kids.v[i]);
		} else if (i + 3 == kids.n && !is_member_ref(kids.v[i + 1]) && is_range(w, entry)) {
			put_range(w, kids.v[i], kids.v[i + 1], value);
			return;
		} else {
			ok = select_element(w, kids.v[i]);
		}
	}
	if (ok)
		put_value(w, value);
	else
		give_up(w, entry, "designator not understood");
}

/* A designated entry has type void, which no value in braces has. */
static bool is_designated(CXCursor c, struct kids kids)
{
	return clang_getCursorKind(c) == CXCursor_UnexposedExpr && kids.n >= 2 &&
	       clang_getCursorType(c).kind == CXType_Void;
}

static void put_entry(struct walk *w, CXCursor c)
{
	struct kids kids;

	if (clang_getCursorKind(c) == CXCursor_UnexposedExpr) {
		kids = cursor_kids(w->sink->lo->scratch, c);
		if (is_designated(c, kids)) {
			put_designated(w, c, kids);
			return;
		}
	}
	put_value(w, c);
}

void init_walk(struct init_sink *s, CXCursor list, CXType t, uint64_t offset)
{
	struct lower *lo = s->lo;
	struct walk w = { .sink = s, .top = -1 };
	struct kids entries = cursor_kids(lo->scratch, list);

	lo->depth++;
	if (lo->depth > LOWER_DEPTH_MAX || !push_frame(&w, t, offset))
		give_up(&w, list, "nested too deeply");
	for (size_t i = 0; i < entries.n && !w.is_lost; i++)
		if (clang_isExpression(clang_getCursorKind(entries.v[i])))
			put_entry(&w, entries.v[i]);
	lo->depth--;
}
