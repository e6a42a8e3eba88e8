// SPDX-License-Identifier: MIT
/*
 * Types. Structs are laid out fully when something needs them by value; behind
 * a pointer a name is enough, and the entry is completed in place if the
 * layout is needed later.
 *
 * Two traps of libclang: sizes may be asked of ordinary types only (those of
 * compiler builtins crash it), and a parameter written as an array keeps its
 * array type through every cast, though it is a pointer.
 */
#include <string.h>

#include "front/lower_int.h"

CXType type_plain(CXType t)
{
	t = clang_getCanonicalType(t);
	if (t.kind == CXType_Atomic)
		t = clang_getCanonicalType(clang_Type_getValueType(t));
	return t.kind == CXType_Invalid ? t : clang_getUnqualifiedType(t); /* crashes on none */
}

CXType type_of(CXCursor c)
{
	return type_plain(clang_getCursorType(c));
}

static bool is_sized(CXType t)
{
	switch (t.kind) {
	case CXType_Bool ... CXType_LongDouble:
	case CXType_Float16:
	case CXType_Complex:
	case CXType_Pointer:
	case CXType_BlockPointer:
	case CXType_Enum:
	case CXType_ConstantArray:
	case CXType_Vector:
	case CXType_ExtVector:
		return true;
	case CXType_Record: /* one with a member of an unknown type has the size 1, they say */
		return !clang_isInvalidDeclaration(clang_getTypeDeclaration(t));
	default:
		return false;
	}
}

int64_t type_size(CXType t)
{
	long long size;

	t = clang_getCanonicalType(t);
	if (t.kind == CXType_Atomic)
		t = clang_getCanonicalType(clang_Type_getValueType(t));
	if (t.kind == CXType_Void || t.kind == CXType_FunctionProto ||
	    t.kind == CXType_FunctionNoProto)
		return 1;
	if (!is_sized(t))
		return -1;
	size = clang_Type_getSizeOf(t);
	return size < 0 ? -1 : size;
}

static enum ir_type int_type(CXType t, bool is_signed)
{
	return ir_int_type(clang_Type_getSizeOf(t), is_signed);
}

enum ir_type ir_type_of(CXType t)
{
	t = clang_getCanonicalType(t);
	switch (t.kind) {
	case CXType_Void:
		return IRT_VOID;
	case CXType_Bool:
		return IRT_BOOL;
	case CXType_Char_U:
	case CXType_UChar:
	case CXType_Char16:
	case CXType_Char32:
	case CXType_UShort:
	case CXType_UInt:
	case CXType_ULong:
	case CXType_ULongLong:
		return int_type(t, false);
	case CXType_Char_S:
	case CXType_SChar:
	case CXType_WChar:
	case CXType_Short:
	case CXType_Int:
	case CXType_Long:
	case CXType_LongLong:
		return int_type(t, true);
	case CXType_Enum:
		return ir_type_of(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(t)));
	case CXType_Atomic:
		return ir_type_of(clang_Type_getValueType(t));
	case CXType_Pointer:
	case CXType_BlockPointer:
	case CXType_NullPtr:
	case CXType_ConstantArray:
	case CXType_IncompleteArray:
	case CXType_VariableArray:
	case CXType_FunctionProto:
	case CXType_FunctionNoProto:
		return IRT_PTR;
	default:
		return IRT_OTHER;
	}
}

bool type_is_record(CXType t)
{
	return type_plain(t).kind == CXType_Record;
}

bool type_is_array(CXType t)
{
	t = clang_getCanonicalType(t);
	return t.kind == CXType_ConstantArray || t.kind == CXType_IncompleteArray ||
	       t.kind == CXType_VariableArray;
}

bool type_is_func(CXType t)
{
	t = clang_getCanonicalType(t);
	return t.kind == CXType_FunctionProto || t.kind == CXType_FunctionNoProto;
}

bool type_is_unsigned(CXType t)
{
	enum ir_type it = ir_type_of(t);

	return it != IRT_OTHER && !ir_type_signed(it);
}

CXType type_pointee(CXType t)
{
	t = clang_getCanonicalType(t);
	if (type_is_array(t))
		return clang_getArrayElementType(t);
	return clang_getPointeeType(t);
}

/* ---- names ---- */

/* Nameless types are spelled with the place of their definition: that is cut out. */
static const char *without_places(struct lower *lo, const char *s)
{
	struct strbuf b;
	const char *at, *end;

	if (!strstr(s, " at "))
		return s;
	strbuf_init(&b, lo->scratch);
	while ((at = strstr(s, " at ")) && (end = strchr(at, ')'))) {
		strbuf_add_bytes(&b, s, (size_t)(at - s));
		s = end;
	}
	strbuf_add(&b, s);
	return lower_intern(lo, b.s);
}

const char *type_sig(struct lower *lo, CXType t)
{
	static const char attr[] = " __attribute__((noreturn))";
	const char *s;
	const char *at;

	s = without_places(lo, lower_copy(lo, clang_getTypeSpelling(clang_getCanonicalType(t))));
	at = strstr(s, attr);
	if (!at)
		return s;
	s = arena_printf(lo->scratch, "%.*s%s", (int)(at - s), s, at + strlen(attr));
	return lower_intern(lo, s);
}

const char *type_tag(struct lower *lo, CXType t)
{
	CXCursor decl = clang_getTypeDeclaration(type_plain(t));
	bool is_union = clang_getCursorKind(decl) == CXCursor_UnionDecl;
	const char *name;

	if (clang_Cursor_isAnonymous(decl)) {
		name = lower_copy(lo, clang_getTypeSpelling(type_plain(t)));
		return strchr(name, '(') ? NULL : name;
	}
	name = lower_spelling(lo, decl);
	name = arena_printf(lo->scratch, "%s %s", is_union ? "union" : "struct", name);
	return lower_intern(lo, name);
}

/* ---- fields ---- */

struct field_list {
	struct arena *arena;
	VEC(CXCursor) v;
};

static enum CXVisitorResult push_field(CXCursor c, CXClientData data)
{
	struct field_list *list = data;

	*vec_push(list->arena, &list->v) = c;
	return CXVisit_Continue;
}

struct kids type_fields(struct arena *a, CXType t)
{
	struct field_list list = { .arena = a };

	clang_Type_visitFields(type_plain(t), push_field, &list);
	return (struct kids){ list.v.v, list.v.n };
}

bool field_is_unnamed_bits(CXCursor field)
{
	CXString s;
	bool is_unnamed;

	if (!clang_Cursor_isBitField(field))
		return false;
	s = clang_getCursorSpelling(field);
	is_unnamed = !clang_getCString(s) || !*clang_getCString(s);
	clang_disposeString(s);
	return is_unnamed;
}

static enum ir_type unit_type(unsigned int bytes)
{
	static const enum ir_type by_bytes[] = {
		[1] = IRT_U8, [2] = IRT_U16, [4] = IRT_U32, [8] = IRT_U64
	};

	return by_bytes[bytes];
}

/* Where @bytes bytes hold the bits: aligned, else at the field's byte, else at the struct's end. */
static bool find_unit(uint64_t at, unsigned int width, unsigned int bytes, uint64_t size,
		      uint64_t *offset)
{
	uint64_t tries[] = { at / (bytes * 8) * bytes, at / 8, size - bytes };

	for (size_t i = 0; bytes <= size && i < 3; i++) {
		*offset = tries[i];
		if (*offset * 8 <= at && at + width <= (*offset + bytes) * 8 &&
		    *offset + bytes <= size)
			return true;
	}
	return false;
}

static uint64_t size_around(CXCursor field)
{
	int64_t size = type_size(clang_getCursorType(clang_getCursorSemanticParent(field)));

	return size > 0 ? (uint64_t)size : 0;
}

#define UNLAID_STRIDE (1 << 20) /* more than any member of a handler's struct takes */

struct field_position {
	CXCursor field;
	uint64_t n;
};

static enum CXChildVisitResult count_field(CXCursor c, CXCursor parent, CXClientData data)
{
	struct field_position *p = data;

	(void)parent;
	if (clang_equalCursors(c, p->field))
		return CXChildVisit_Break;
	p->n += clang_getCursorKind(c) == CXCursor_FieldDecl;
	return CXChildVisit_Continue;
}

/*
 * A struct with a member of an unknown type (its header is missing) has no layout.
 * Its members are no less distinct: each gets room of its own.
 */
static uint64_t unlaid_offset(CXCursor field)
{
	CXCursor record = clang_getCursorSemanticParent(field);
	struct field_position p = { .field = field };

	if (clang_getCursorKind(record) == CXCursor_UnionDecl)
		return 0;
	clang_visitChildren(record, count_field, &p); /* visitFields sees none of these */
	return p.n * UNLAID_STRIDE;
}

/*
 * The access unit of a bit-field is the smallest integer that holds it,
 * naturally aligned if possible: so flags in one byte share a byte, and fields
 * that fill an integer are read as one. In a packed struct there may be none
 * (IRT_OTHER): 60 bits across nine bytes.
 */
uint64_t field_offset(CXCursor field, struct bits *b)
{
	long long bits = clang_Cursor_getOffsetOfField(field);
	uint64_t at = bits >= 0 ? (uint64_t)bits : unlaid_offset(field) * 8, offset = at / 8, size;

	*b = (struct bits){ 0 };
	if (!clang_Cursor_isBitField(field))
		return at / 8;
	b->width = (unsigned int)clang_getFieldDeclBitWidth(field);
	if (!b->width || b->width > 64)
		b->width = 64;
	b->unit = IRT_OTHER;
	b->is_signed = !type_is_unsigned(clang_getCursorType(field));
	size = size_around(field);
	for (unsigned int bytes = 1; bytes <= 8; bytes *= 2)
		if (find_unit(at, b->width, bytes, size, &offset)) {
			b->unit = unit_type(bytes);
			b->shift = (unsigned int)(at - offset * 8);
			break;
		}
	return b->unit == IRT_OTHER ? at / 8 : offset;
}

/* The field of record @outer that record @inner, a nameless one, is the type of. */
static CXCursor field_of_type(struct arena *a, CXCursor outer, CXCursor inner)
{
	struct kids fields = type_fields(a, clang_getCursorType(outer));

	for (size_t i = 0; i < fields.n; i++) {
		CXType t = type_plain(clang_getCursorType(fields.v[i]));

		if (clang_equalCursors(clang_getTypeDeclaration(t), inner))
			return fields.v[i];
	}
	return clang_getNullCursor();
}

uint64_t member_offset(struct arena *a, CXType record, CXCursor field, struct bits *b)
{
	CXCursor outer = clang_getTypeDeclaration(type_plain(record));
	CXCursor parent = clang_getCursorSemanticParent(field);
	uint64_t offset = field_offset(field, b);
	struct bits unused;

	while (!clang_equalCursors(parent, outer)) {
		CXCursor inner = parent, via;

		parent = clang_getCursorSemanticParent(inner);
		via = field_of_type(a, parent, inner);
		if (clang_Cursor_isNull(via))
			break;
		offset += field_offset(via, &unused);
	}
	return offset;
}

/* ---- ctypes ---- */

static int32_t remember(struct lower *lo, const char *key, const struct ir_ctype *t)
{
	uintptr_t found = (uintptr_t)map_get(lo->ctypes, key);

	if (!found) {
		found = (uintptr_t)ir_add_ctype(lo->unit, t) + 1;
		map_put(lo->ctypes, key, (void *)found);
	}
	return (int32_t)found - 1;
}

static int32_t scalar_ctype(struct lower *lo, CXType t)
{
	enum ir_type it = ir_type_of(t);
	int64_t size = it == IRT_VOID ? 0 : type_size(t);
	struct ir_ctype ct = { .kind = CT_SCALAR, .scalar = it };
	const char *key;

	ct.size = size > 0 ? (uint64_t)size : 0;
	if (it == IRT_OTHER && size < 0) {
		ct = (struct ir_ctype){ .kind = CT_OPAQUE };
		ct.name = without_places(lo, lower_copy(lo, clang_getTypeSpelling(t)));
	}
	key = arena_printf(lo->scratch, "s%d %llu %s", (int)it, (unsigned long long)ct.size,
			   ct.name ? ct.name : "");
	return remember(lo, key, &ct);
}

static bool is_own_record(CXCursor decl)
{
	CXCursor def = clang_getCursorDefinition(decl);

	return !clang_Cursor_isNull(def) &&
	       clang_Location_isFromMainFile(clang_getCursorLocation(def));
}

static int32_t record_entry(struct lower *lo, CXType t)
{
	CXCursor decl = clang_getCanonicalCursor(clang_getTypeDeclaration(t));
	uint32_t *known = cursor_map_get(&lo->records, decl);
	struct ir_ctype ct = { .kind = CT_OPAQUE };
	uint32_t idx;

	if (known)
		return (int32_t)*known;
	ct.name = type_tag(lo, t);
	ct.is_own = is_own_record(decl);
	idx = ir_add_ctype(lo->unit, &ct);
	cursor_map_put(&lo->records, decl, idx);
	return (int32_t)idx;
}

static void add_fields(struct lower *lo, CXType t, struct ir_ctype *ct)
{
	struct kids fields = type_fields(lo->scratch, t);
	struct bits b;

	ct->fields = arena_array(lo->unit->arena, fields.n ? fields.n : 1, sizeof(*ct->fields));
	for (size_t i = 0; i < fields.n; i++) {
		struct ir_field *f = &ct->fields[ct->nfields];
		CXType ft = clang_getCursorType(fields.v[i]);
		CXCursor decl = clang_getTypeDeclaration(type_plain(ft));

		if (field_is_unnamed_bits(fields.v[i]))
			continue;
		f->name = clang_Cursor_isAnonymousRecordDecl(decl)
				  ? ""
				  : lower_spelling(lo, fields.v[i]);
		f->offset = field_offset(fields.v[i], &b);
		f->ctype = type_ctype(lo, ft);
		ct->nfields++;
	}
}

static int32_t record_ctype(struct lower *lo, CXType t)
{
	int32_t idx = record_entry(lo, t);
	struct ir_ctype *ct = &lo->unit->ctypes.v[idx], full;
	int64_t size;

	if (ct->kind == CT_STRUCT)
		return idx;
	size = type_size(t);
	if (size < 0)
		return idx;
	ct->kind = CT_STRUCT; /* before the fields: one may point back here */
	full = *ct;
	full.size = (uint64_t)size;
	add_fields(lo, t, &full);
	lo->unit->ctypes.v[idx] = full;
	return idx;
}

/* The unit's own records are laid out in any case: who writes their members is asked for. */
static int32_t pointee_record(struct lower *lo, CXType t)
{
	int32_t idx = record_entry(lo, t);

	if (lo->unit->ctypes.v[idx].is_own && lo->depth <= LOWER_DEPTH_MAX)
		idx = type_ctype(lo, t);
	return idx;
}

int32_t type_pointer_ctype(struct lower *lo, CXType to)
{
	struct ir_ctype ct = { .kind = CT_POINTER, .size = 8, .elem = -1 };

	to = type_plain(to);
	if (type_is_func(to)) {
		ct.kind = CT_FUNCPTR;
		ct.sig = type_sig(lo, to);
		return remember(lo, arena_printf(lo->scratch, "f%s", ct.sig), &ct);
	}
	if (to.kind == CXType_Record)
		ct.elem = pointee_record(lo, to);
	else if (to.kind != CXType_Void && to.kind != CXType_Invalid)
		ct.elem = type_ctype(lo, to);
	return remember(lo, arena_printf(lo->scratch, "p%d", ct.elem), &ct);
}

static int32_t array_ctype(struct lower *lo, CXType t)
{
	CXType of = clang_getArrayElementType(t);
	int64_t size = type_size(t);
	long long n = t.kind == CXType_ConstantArray ? clang_getArraySize(t) : 0;
	struct ir_ctype ct = { .kind = CT_ARRAY };
	const char *key;

	ct.elem = type_ctype(lo, of);
	ct.count = n > 0 ? (uint64_t)n : 0;
	ct.size = size > 0 ? (uint64_t)size : 0;
	key = arena_printf(lo->scratch, "a%d %llu", ct.elem, (unsigned long long)ct.count);
	return remember(lo, key, &ct);
}

static int32_t opaque_ctype(struct lower *lo)
{
	struct ir_ctype ct = { .kind = CT_OPAQUE, .name = "type nested too deeply" };

	return remember(lo, "deep", &ct);
}

int32_t type_ctype(struct lower *lo, CXType t)
{
	int32_t idx;

	t = type_plain(t);
	if (lo->depth > LOWER_DEPTH_MAX)
		return opaque_ctype(lo);
	lo->depth++;
	if (t.kind == CXType_Record)
		idx = record_ctype(lo, t);
	else if (type_is_array(t))
		idx = array_ctype(lo, t);
	else if (t.kind == CXType_Pointer || t.kind == CXType_BlockPointer)
		idx = type_pointer_ctype(lo, clang_getPointeeType(t));
	else
		idx = scalar_ctype(lo, t);
	lo->depth--;
	return idx;
}
