// SPDX-License-Identifier: MIT
/* Locals: their declarations and initialisers. */
#include "front/lower_int.h"

#define RANGE_MAX 1024 /* elements of [a ... b] that are stored one by one */

/* ---- types of variables ---- */

static bool is_array_initialiser(CXCursor init)
{
	switch ((int)clang_getCursorKind(cursor_undecay(init))) {
	case CXCursor_StringLiteral:
	case CXCursor_InitListExpr:
	case CXCursor_CompoundLiteralExpr:
		return true;
	default:
		return false;
	}
}

/*
 * libclang shows the type of a decayed parameter as the array it was written
 * as, and so also that of typeof(parameter).
 */
CXType var_type(CXCursor decl, bool *is_pointer)
{
	CXType t = clang_getCursorType(decl);
	CXCursor init;

	*is_pointer = false;
	if (!type_is_array(t) && !type_is_func(t))
		return t;
	if (clang_getCursorKind(decl) == CXCursor_ParmDecl) {
		*is_pointer = true;
		return t;
	}
	init = clang_Cursor_getVarDeclInitializer(decl);
	*is_pointer = !clang_Cursor_isNull(init) && !is_array_initialiser(init);
	return t;
}

uint32_t local_of(struct flow *f, CXCursor decl)
{
	uint32_t *known = cursor_map_get(&f->locals, decl);
	struct ir_local l = { .name = lower_spelling(f->lo, decl) };
	bool is_pointer;
	uint32_t idx;
	int64_t size;
	CXType t;

	if (known)
		return *known;
	t = var_type(decl, &is_pointer);
	size = is_pointer ? 8 : type_size(t);
	l.ctype = !is_pointer	    ? type_ctype(f->lo, t)
		  : type_is_func(t) ? type_pointer_ctype(f->lo, t)
				    : type_pointer_ctype(f->lo, type_pointee(t));
	l.size = size > 0 ? (uint64_t)size : 0;
	l.is_param = clang_getCursorKind(decl) == CXCursor_ParmDecl;
	l.loc = loc_of(f->lo, decl);
	idx = ir_add_local(f->lo->unit, flow_func(f), &l);
	cursor_map_put(&f->locals, decl, idx);
	return idx;
}

/* ---- initialisers ---- */

struct storing {
	struct flow *f;
	struct ir_ref base;
};

static void init_string_array(struct flow *f, struct ir_ref addr, CXType t, CXCursor literal)
{
	int64_t room = type_size(t);
	size_t n;

	string_bytes(f->lo, literal, &n);
	if (room >= 0 && n > (uint64_t)room)
		n = (size_t)room;
	emit_move(f, addr, ir_ref(REF_GLOBAL, lower_string(f->lo, literal)), n);
}

static void store_leaf(void *data, CXCursor value, CXType t, uint64_t offset, struct bits b)
{
	struct storing *s = data;
	struct place p = { .type = t, .bits = b };
	int64_t size = b.width ? ir_type_bits(b.unit) / 8 : type_size(t);

	p.addr = s->base;
	if (offset)
		p.addr = emit_field(s->f, s->base, offset, size > 0 ? (uint64_t)size : 0, NULL);
	if (b.width)
		store_place(s->f, p, lower_value(s->f, value));
	else if (type_is_array(t) && !clang_Cursor_isNull(init_string(value)))
		init_string_array(s->f, p.addr, t, init_string(value));
	else
		lower_into(s->f, value, t, p.addr);
}

static void store_unknown(void *data, CXCursor at, const char *why)
{
	struct storing *s = data;

	flow_note(s->f, loc_of(s->f->lo, at), "%s", why);
	emit_clobber(s->f, &s->base, 1, why);
}

static void init_braces(struct flow *f, struct ir_ref addr, CXType t, CXCursor list)
{
	struct storing s = { f, addr };
	struct init_sink sink = { f->lo, store_leaf, store_unknown, &s, RANGE_MAX };

	init_walk(&sink, list, t, 0);
}

static void clear(struct flow *f, struct ir_ref addr, CXType t)
{
	int64_t size = type_size(t);

	if (size > 0)
		emit(f, (struct ir_insn){ .op = OP_ZERO, .arg = { addr }, .size = (uint64_t)size });
}

void init_local(struct flow *f, struct ir_ref addr, CXType t, CXCursor init)
{
	CXCursor inner = cursor_undecay(init), string = init_string(init);

	if (type_is_array(t) && clang_getCursorKind(inner) == CXCursor_CompoundLiteralExpr)
		inner = cursor_last(inner);
	if (!type_is_array(t) && !type_is_record(t)) {
		lower_into(f, init, t, addr);
	} else if (type_is_array(t) && !clang_Cursor_isNull(string)) {
		clear(f, addr, t);
		init_string_array(f, addr, t, string);
	} else if (clang_getCursorKind(inner) == CXCursor_InitListExpr) {
		clear(f, addr, t);
		init_braces(f, addr, t, inner);
	} else if (type_is_record(t)) {
		lower_into(f, init, t, addr);
	} else {
		flow_note(f, loc_of(f->lo, init), "initialiser not understood");
		emit_clobber(f, &addr, 1, "initialiser not understood");
	}
}

/* ---- declarations ---- */

static void init_decayed(struct flow *f, struct ir_ref addr, CXCursor init)
{
	emit_store(f, addr, lower_value_as(f, init, IRT_PTR), 0);
}

/* "int n = n;" keeps a compiler quiet: what sets it, an asm as a rule, is not seen. */
static bool is_itself(CXCursor init, CXCursor decl)
{
	return clang_equalCursors(clang_getCursorReferenced(cursor_undecay(init)), decl);
}

static void lower_auto(struct flow *f, CXCursor decl)
{
	CXCursor init = clang_Cursor_getVarDeclInitializer(decl);
	uint32_t local = local_of(f, decl);
	struct ir_ref addr = ir_ref(REF_LOCAL, local);
	bool is_pointer;
	CXType t = var_type(decl, &is_pointer);

	emit_scope(f, local);
	if (!clang_Cursor_isNull(init)) {
		if (is_itself(init, decl))
			emit_clobber(f, &addr, 1, "it is initialised with itself");
		else if (is_pointer)
			init_decayed(f, addr, init);
		else
			init_local(f, addr, t, init);
	}
	cleanup_declare(f, decl, local);
}

void lower_local(struct flow *f, CXCursor decl)
{
	struct loc saved = f->loc, here = loc_of(f->lo, decl);

	if (clang_getCursorKind(decl) != CXCursor_VarDecl)
		return;
	if (here.path)
		f->loc = here;
	if (clang_Cursor_getStorageClass(decl) == CX_SC_Static)
		lower_static_local(f->lo, decl);
	else if (clang_getCursorLinkage(decl) == CXLinkage_NoLinkage)
		lower_auto(f, decl);
	f->loc = saved;
}
