// SPDX-License-Identifier: MIT
/*
 * A translation unit as a whole.
 *
 * needs: a parsed unit. gives: types, globals, functions, notes, markers.
 * spoils: nothing; the translation unit may be disposed afterwards.
 *
 * One walk over the top level collects functions, variables and macros by
 * name. What the driver's own files define is lowered; what that refers to is
 * declared, and its body or initialiser queued if it is wanted too, until the
 * queue is empty.
 */
#include <string.h>

#include "front/lower_int.h"

/* ---- names ---- */

const char *lower_intern(struct lower *lo, const char *s)
{
	return intern(lo->names, s);
}

const char *lower_copy(struct lower *lo, CXString s)
{
	const char *text = clang_getCString(s);

	text = lower_intern(lo, text ? text : "");
	clang_disposeString(s);
	return text;
}

const char *lower_spelling(struct lower *lo, CXCursor c)
{
	return lower_copy(lo, clang_getCursorSpelling(c));
}

/* ---- collecting ---- */

/* Most names of a unit are never referred to: they cost scratch memory only. */
static const char *key_of(struct lower *lo, CXCursor c)
{
	CXString s = clang_getCursorSpelling(c);
	const char *text = clang_getCString(s);

	text = arena_strdup(lo->scratch, text ? text : "");
	clang_disposeString(s);
	return text;
}

struct collector {
	struct lower *lo;
	VEC(struct entity *) driver; /* defined in the driver's files, in order */
};

static bool is_driver_cursor(struct lower *lo, CXCursor c)
{
	unsigned int offset;
	struct source *s = source_at(lo, clang_getCursorLocation(c), &offset);

	return s && s->is_driver;
}

static int rank_of(CXCursor c)
{
	if (clang_getCursorKind(c) == CXCursor_FunctionDecl)
		return clang_isCursorDefinition(c) ? 2 : 0;
	if (!clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(c)))
		return 2;
	return clang_Cursor_getStorageClass(c) == CX_SC_Extern ? 0 : 1;
}

static void collect_entity(struct collector *col, struct map *map, CXCursor c)
{
	struct lower *lo = col->lo;
	const char *name = key_of(lo, c);
	struct entity *e = map_get(map, name);
	int rank = rank_of(c);

	if (!e) {
		e = arena_new_of(lo->scratch, struct entity);
		*e = (struct entity){ .rank = -1, .idx = -1 };
		map_put(map, name, e);
	}
	if (rank <= e->rank)
		return;
	e->rank = rank;
	e->decl = c;
	if (rank == 2 && is_driver_cursor(lo, c))
		*vec_push(lo->scratch, &col->driver) = e;
}

static void collect_macro(struct lower *lo, CXCursor c)
{
	CXCursor *def = arena_new_of(lo->scratch, CXCursor);

	*def = c;
	map_put(lo->macros, key_of(lo, c), def);
}

static enum CXChildVisitResult collect(CXCursor c, CXCursor parent, CXClientData data)
{
	struct collector *col = data;

	(void)parent;
	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_FunctionDecl:
		collect_entity(col, col->lo->funcs, c);
		break;
	case CXCursor_VarDecl:
		collect_entity(col, col->lo->vars, c);
		break;
	case CXCursor_MacroDefinition:
		collect_macro(col->lo, c);
		break;
	}
	return CXChildVisit_Continue;
}

/* ---- functions ---- */

static bool is_modelled(struct lower *lo, const char *name)
{
	return lo->opt->is_modelled && lo->opt->is_modelled(lo->opt->data, name);
}

static void queue_body(struct lower *lo, const struct entity *e)
{
	struct work *w;

	if (is_modelled(lo, lo->unit->funcs.v[e->idx].name))
		return;
	lo->unit->funcs.v[e->idx].is_defined = true;
	lo->unit->funcs.v[e->idx].in_header = !is_driver_cursor(lo, e->decl);
	w = vec_push(lo->scratch, &lo->queue);
	*w = (struct work){ .def = e->decl, .idx = (uint32_t)e->idx };
}

/* The attribute is part of the type; C's own keyword is only in the text. */
static bool is_noreturn(struct lower *lo, CXCursor c)
{
	CXType t = clang_getCanonicalType(clang_getCursorType(c));
	CXString s = clang_getTypeSpelling(t);
	bool is = strstr(clang_getCString(s), "noreturn");
	struct lexer lx = lexer_of(lo, c);
	struct tok tok;

	clang_disposeString(s);
	while (!is && tok_next(&lx, &tok) && !tok_is(&tok, "("))
		is = tok_is(&tok, "_Noreturn") || tok_is(&tok, "noreturn");
	return is;
}

static uint32_t func_new(struct lower *lo, CXCursor c, const char *name)
{
	CXType t = clang_getCursorType(c), ret = clang_getCursorResultType(c);
	struct ir_func f = { .name = name, .ret_ctype = -1 };

	f.sig = type_sig(lo, t);
	f.is_static = clang_getCursorLinkage(c) == CXLinkage_Internal;
	f.is_variadic = clang_isFunctionTypeVariadic(t) != 0;
	f.is_noreturn = is_noreturn(lo, c);
	f.ret = ir_type_of(ret);
	if (f.ret != IRT_VOID)
		f.ret_ctype = type_ctype(lo, ret);
	f.loc = loc_of_range(lo, clang_Cursor_getSpellingNameRange(c, 0, 0));
	if (!f.loc.path)
		f.loc = loc_of(lo, c);
	return ir_add_func(lo->unit, &f);
}

static struct entity *func_entity(struct lower *lo, const char *name, CXCursor c)
{
	struct entity *e = map_get(lo->funcs, name);

	if (e)
		return e;
	e = arena_new_of(lo->scratch, struct entity);
	*e = (struct entity){ .decl = c, .idx = -1 };
	map_put(lo->funcs, name, e);
	return e;
}

static uint32_t entity_func(struct lower *lo, struct entity *e, const char *name)
{
	if (e->idx >= 0)
		return (uint32_t)e->idx;
	e->idx = func_new(lo, e->decl, name);
	if (e->rank == 2)
		queue_body(lo, e);
	return (uint32_t)e->idx;
}

uint32_t lower_func(struct lower *lo, CXCursor c)
{
	const char *name = lower_spelling(lo, c);

	return entity_func(lo, func_entity(lo, name, c), name);
}

uint32_t lower_func_named(struct lower *lo, const char *name, const char *sig, enum ir_type ret)
{
	struct entity *e = map_get(lo->funcs, name);
	struct ir_func f = { .name = name, .sig = sig, .ret = ret, .ret_ctype = -1 };

	if (e && (e->idx >= 0 || !clang_Cursor_isNull(e->decl)))
		return entity_func(lo, e, name);
	f.name = lower_intern(lo, name);
	e = func_entity(lo, f.name, clang_getNullCursor());
	e->idx = ir_add_func(lo->unit, &f);
	return (uint32_t)e->idx;
}

/* ---- the whole ---- */

static const char *folder_of(struct lower *lo, CXFile main_file)
{
	CXString real = clang_File_tryGetRealPathName(main_file);
	const char *path = clang_getCString(real), *slash;

	if (!path || !*path) {
		clang_disposeString(real);
		real = clang_getFileName(main_file);
		path = clang_getCString(real);
	}
	slash = path ? strrchr(path, '/') : NULL;
	path = slash ? arena_strndup(lo->scratch, path, (size_t)(slash - path) + 1) : "";
	clang_disposeString(real);
	return path;
}

static CXFile main_file(CXTranslationUnit tu)
{
	CXString name = clang_getTranslationUnitSpelling(tu);
	CXFile f = clang_getFile(tu, clang_getCString(name));

	clang_disposeString(name);
	return f;
}

static void lower_entities(struct lower *lo, struct collector *col)
{
	for (size_t i = 0; i < col->driver.n; i++) {
		struct entity *e = col->driver.v[i];

		if (clang_getCursorKind(e->decl) == CXCursor_FunctionDecl)
			entity_func(lo, e, lower_spelling(lo, e->decl));
		else
			lower_global(lo, e->decl);
	}
}

static void work_off(struct lower *lo)
{
	for (size_t i = 0; i < lo->queue.n; i++) {
		struct work w = lo->queue.v[i];

		if (w.is_global)
			init_global(lo, &w);
		else
			lower_body(lo, w.def, w.idx);
	}
}

void lower_tu(CXTranslationUnit tu, const struct lower_options *opt, struct map *paths,
	      struct ir_unit *u)
{
	struct arena *scratch = arena_new();
	struct lower *lo = arena_new_of(scratch, struct lower);
	struct collector col = { .lo = lo };

	lo->tu = tu;
	lo->opt = opt;
	lo->paths = paths;
	lo->unit = u;
	lo->scratch = scratch;
	lo->names = map_new(u->arena);
	lo->funcs = map_new(scratch);
	lo->vars = map_new(scratch);
	lo->macros = map_new(scratch);
	lo->ctypes = map_new(scratch);
	lo->records.arena = lo->statics.arena = scratch;
	lo->folder = folder_of(lo, main_file(tu));
	clang_visitChildren(clang_getTranslationUnitCursor(tu), collect, &col);
	find_faults(lo);
	lower_entities(lo, &col);
	work_off(lo);
	find_markers(lo);
	arena_drop(scratch);
}
