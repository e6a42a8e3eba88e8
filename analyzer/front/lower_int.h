/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_LOWER_INT_H
#define MIGVER_FRONT_LOWER_INT_H

/*
 * What the files lower*.c share. `struct lower` is a translation unit on its
 * way to IR, `struct flow` one function of it: the block being filled, the
 * scopes open, the labels seen. Everything here lives in a scratch arena; only
 * what hangs off `unit` stays.
 */
#include <clang-c/Index.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "front/lower.h"
#include "front/tokens.h"
#include "ir/build.h"
#include "ir/ir.h"

#define LOWER_DEPTH_MAX 400 /* nested expressions and statements, then OP_UNKNOWN */

/* ---- cursors (lower_cursor.c) ---- */

/** struct kids - the children of a cursor, in an arena. */
struct kids {
	CXCursor *v;
	size_t n;
};

/** struct cursor_map - from a declaration to a number. */
struct cursor_map {
	struct arena *arena;
	struct cursor_slot {
		CXCursor key;
		uint32_t value;
		bool is_used;
	} * slots;
	size_t n, cap;
};

struct kids cursor_kids(struct arena *a, CXCursor c);
/** cursor_last, cursor_first - the last or first child; a null cursor if there is none. */
CXCursor cursor_last(CXCursor c);
CXCursor cursor_first(CXCursor c);
/** cursor_peel - @c without parentheses and __extension__. */
CXCursor cursor_peel(CXCursor c);
/** cursor_undecay - @c without parentheses and implicit casts. */
CXCursor cursor_undecay(CXCursor c);
/** cursor_strip - @c without parentheses and implicit or explicit casts. */
CXCursor cursor_strip(CXCursor c);
bool cursor_is_attr(CXCursor c);
/** cursor_is_implicit - whether @c is an implicit conversion of its only child. */
bool cursor_is_implicit(CXCursor c);
/** cursor_eval - the integer that clang computes for @c, whose type must be an integer. */
bool cursor_eval(CXCursor c, wide *value);
/** cursor_pure_const - cursor_eval() for what C calls a constant expression, no variables. */
bool cursor_pure_const(CXCursor c, wide *value);

void cursor_map_put(struct cursor_map *m, CXCursor key, uint32_t value);
/** cursor_map_get - the number stored under @key, or NULL. */
uint32_t *cursor_map_get(const struct cursor_map *m, CXCursor key);

/* ---- the unit ---- */

struct span {
	unsigned int start, end; /* offsets */
};

/** struct source - a file that code comes from. */
struct source {
	CXFile handle;
	const char *path; /* interned in lower->paths */
	const char *text;
	size_t size;
	bool is_driver;		 /* the main file, or in its folder or below */
	VEC(unsigned int) lines; /* offsets of their beginnings; empty: not known yet */
	bool has_skipped;	 /* @skipped is filled */
	VEC(struct span)
	skipped; /* what the preprocessor left out, from "#" to the end of the last directive */
};

/** struct fault - an error that the parser reported. */
struct fault {
	struct source *source;
	unsigned int at;
	const char *text;
	struct loc loc;
};

/** struct entity - a function or global at file scope, by name. */
struct entity {
	CXCursor decl; /* the best declaration seen: a definition if there is one */
	int rank;      /* 0 extern, 1 tentative, 2 defined */
	int64_t idx;   /* in unit->funcs or unit->globals; -1 not yet referred to */
};

/** struct work - a body or an initialiser to be lowered. */
struct work {
	CXCursor def; /* a function's definition or a global's initialiser */
	uint32_t idx; /* in unit->funcs or unit->globals */
	bool is_global;
	CXType type; /* of the global */
};

struct lower {
	CXTranslationUnit tu;
	const struct lower_options *opt;
	struct map *paths;
	struct ir_unit *unit;
	struct arena *scratch;
	struct map *names;	   /* interned strings of the unit */
	struct map *funcs, *vars;  /* name to struct entity */
	struct map *macros;	   /* name to CXCursor of its last definition */
	struct map *ctypes;	   /* "p12", "a12x4" ... to number + 1 */
	struct cursor_map records; /* record declaration to ctype */
	struct cursor_map statics; /* static local to global */
	VEC(struct source *) sources;
	VEC(struct fault) faults;
	const char *folder;  /* real path of the main file's folder, with the slash */
	struct source *last; /* the source looked up last */
	VEC(struct work) queue;
	int depth; /* of nested types and initialisers */
};

/** lower_copy - the text of @s, interned for the unit's life; disposes @s. */
const char *lower_copy(struct lower *lo, CXString s);
const char *lower_intern(struct lower *lo, const char *s);
const char *lower_spelling(struct lower *lo, CXCursor c);

/** lower_func - the number of function @c (any declaration of it), queued if it has a body. */
uint32_t lower_func(struct lower *lo, CXCursor c);
/** lower_func_named - as lower_func(); a declaration of signature @sig if the name is unknown. */
uint32_t lower_func_named(struct lower *lo, const char *name, const char *sig, enum ir_type ret);
/** lower_global - the number of variable @c, which has static storage. */
uint32_t lower_global(struct lower *lo, CXCursor c);
uint32_t lower_string(struct lower *lo, CXCursor literal);
/** lower_static_local - a global for the static local @c of a function. */
uint32_t lower_static_local(struct lower *lo, CXCursor c);
/** lower_compound_global - a nameless global for compound literal @c. */
uint32_t lower_compound_global(struct lower *lo, CXCursor c);
/** init_global - do the queued work @w: the initialisers of a global. */
void init_global(struct lower *lo, const struct work *w);
/** string_bytes - what string literal @c holds, its NUL included; *@n bytes in scratch. */
const char *string_bytes(struct lower *lo, CXCursor c, size_t *n);

/* ---- places and texts (lower_loc.c) ---- */

struct source *source_of(struct lower *lo, CXFile f);
/** source_at - file and offset of @l: of the macro's use if it is in one. */
struct source *source_at(struct lower *lo, CXSourceLocation l, unsigned *offset);
/** source_span - the file and bytes of @r: of the macro's use if it is in one; NULL if in none. */
struct source *source_span(struct lower *lo, CXSourceRange r, struct span *span);
struct loc loc_of_span(struct lower *lo, struct source *s, struct span span);
struct loc loc_of(struct lower *lo, CXCursor c);
/** loc_end_of - the place of the last character of @c. */
struct loc loc_end_of(struct lower *lo, CXCursor c);
struct loc loc_of_range(struct lower *lo, CXSourceRange r);
/** text_of - @c's source on one line, cut to 60 bytes. */
const char *text_of(struct lower *lo, CXCursor c);
/** lexer_at - the tokens of the file from @c's beginning on; empty if there is no file. */
struct lexer lexer_at(struct lower *lo, CXCursor c);
/** lexer_of - the tokens of @c's extent in the file. */
struct lexer lexer_of(struct lower *lo, CXCursor c);
/** lexer_spelled - the tokens from where @c is spelled, in a macro's definition if it is there. */
struct lexer lexer_spelled(struct lower *lo, CXCursor c);
/** is_in_macro - whether @c begins in a macro's body (not in its arguments). */
bool is_in_macro(struct lower *lo, CXCursor c);
/** is_in_foreign_macro - whether that macro is defined outside the driver's files. */
bool is_in_foreign_macro(struct lower *lo, CXCursor c);
/** macro_body - the replacement tokens of macro @name; false if there is none. */
bool macro_body(struct lower *lo, const struct tok *name, struct lexer *body);
/** errno_name - the errno macro that spelled the number @value at @c, or NULL. */
const char *errno_name(struct lower *lo, CXCursor c, wide value);

/* ---- types (lower_type.c) ---- */

/** type_of - the canonical type of @c without qualifiers. */
CXType type_of(CXCursor c);
CXType type_plain(CXType t);
enum ir_type ir_type_of(CXType t);
bool type_is_record(CXType t);
bool type_is_array(CXType t);
bool type_is_func(CXType t);
bool type_is_unsigned(CXType t);
/** type_pointee - of a pointer or (decayed) array; an invalid type for others. */
CXType type_pointee(CXType t);
/** type_size - bytes, 1 for void and functions, -1 where there is none (or not constant). */
int64_t type_size(CXType t);
/** type_ctype - the number of @t among unit->ctypes. */
int32_t type_ctype(struct lower *lo, CXType t);
/** type_pointer_ctype - of a pointer to @to. */
int32_t type_pointer_ctype(struct lower *lo, CXType to);
/** type_tag - "struct tag", or NULL for a nameless one. */
const char *type_tag(struct lower *lo, CXType t);
const char *type_sig(struct lower *lo, CXType t);
/** type_fields - the fields of record @t, nameless ones too. */
struct kids type_fields(struct arena *a, CXType t);
bool field_is_unnamed_bits(CXCursor field);

/** struct bits - where a bit-field is: @width 0 for any other object. */
struct bits {
	enum ir_type unit; /* unsigned type of the access */
	unsigned int shift, width;
	bool is_signed;
};

/** field_offset - bytes from the record's start to @field (its access unit), *@b filled. */
uint64_t field_offset(CXCursor field, struct bits *b);
/** member_offset - the same from the start of @record, which may hold it in nameless members. */
uint64_t member_offset(struct arena *a, CXType record, CXCursor field, struct bits *b);
/** member_base - the operand of member access @c, nameless members on the way skipped. */
CXCursor member_base(CXCursor c, CXType *record);

/* ---- initialisers (lower_init.c) ---- */

/** struct init_sink - what to do with each initialised scalar, string or struct. */
struct init_sink {
	struct lower *lo;
	void (*leaf)(void *data, CXCursor value, CXType t, uint64_t offset, struct bits b);
	void (*give_up)(void *data, CXCursor at, const char *why);
	void *data;
	uint64_t range_max; /* most elements of a [a ... b] range that are written out */
};

/** init_walk - hand each entry of the braces @list for an object of type @t to the sink. */
void init_walk(struct init_sink *s, CXCursor list, CXType t, uint64_t offset);
/** init_string - the string literal that @c is, for an array of characters; else null. */
CXCursor init_string(CXCursor c);

/* ---- constants (lower_const.c) ---- */

/** struct constant - the value of an initialiser of static storage. */
struct constant {
	enum { CONSTANT_UNKNOWN, CONSTANT_INT, CONSTANT_ADDRESS } kind;
	wide value;	    /* INT */
	const char *name;   /* INT: the errno's name, or NULL */
	struct ir_ref base; /* ADDRESS */
	int64_t addend;
};

struct constant constant_of(struct lower *lo, CXCursor c);
/** constant_wrap - @v converted to @t. */
wide constant_wrap(enum ir_type t, wide v);

/* ---- one function ---- */

struct value {
	struct ir_ref ref;
	enum ir_type type;
};

/** struct place - an lvalue. */
struct place {
	struct ir_ref addr;
	CXType type;
	struct bits bits;
	const char *text; /* "struct tag.member", or NULL */
	bool is_pointer;  /* @type is an array, but it has decayed: a pointer is stored here */
};

/** struct cleanup - a variable with a cleanup function, innermost first. */
struct cleanup {
	struct cleanup *outer;
	uint32_t local, func;
};

/** struct exits - where break and continue lead; UINT32_MAX: nowhere. */
struct exits {
	uint32_t to_break, to_continue;
	struct cleanup *break_cleanups, *continue_cleanups;
};

/** struct label - a block that goto reaches. */
struct label {
	CXSourceLocation at;
	uint32_t block;
	const char *name;
	bool is_placed;
	struct cleanup *cleanups;
};

/** struct pending - a goto whose cleanups are known only when its label is. */
struct pending {
	uint32_t block, label;
	struct cleanup *cleanups;
	struct loc loc;
};

/** struct wild - an open block that jumps to any label that @text names, or on to @next. */
struct wild {
	uint32_t block, next; /* @next: UINT32_MAX if it never goes on */
	struct lexer text;    /* of an asm goto; empty: every label */
	struct loc loc;
};

/** struct arms - the switch being filled. */
struct arms {
	VEC(struct ir_case) cases;
	uint32_t fallback;
	bool has_default;
	enum ir_type type;
};

struct flow {
	struct lower *lo;
	struct arena *scratch; /* until the function is done */
	uint32_t func;	       /* in unit->funcs */
	uint32_t block;
	struct loc loc; /* of what is being lowered */
	int depth;
	struct cursor_map locals;
	VEC(struct label) labels;
	VEC(struct pending) gotos;
	VEC(struct wild) wilds;
	struct cleanup *cleanups;
	struct exits exits;
	struct arms *arms;
	CXType ret;
};

static inline struct ir_func *flow_func(const struct flow *f)
{
	return &f->lo->unit->funcs.v[f->func];
}

/* ---- emission (lower_emit.c) ---- */

extern const struct ir_ref no_ref;

struct ir_ref emit(struct flow *f, struct ir_insn insn);
uint32_t flow_block(struct flow *f);
/** flow_goto - end the block with a jump, unless it has ended. */
void flow_goto(struct flow *f, uint32_t block);
/** flow_start - jump to @block and go on there. */
void flow_start(struct flow *f, uint32_t block);
bool flow_is_dead(const struct flow *f);
void flow_note(struct flow *f, struct loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

struct value value_const(struct flow *f, enum ir_type t, wide v, const char *name);
struct value value_unknown(struct flow *f, enum ir_type t, const char *why);
bool value_is_const(const struct flow *f, struct value v, wide *out);
struct value emit_cast(struct flow *f, struct value v, enum ir_type to);
/** common_type - of the usual arithmetic conversions. */
enum ir_type common_type(enum ir_type a, enum ir_type b);
struct value emit_binary(struct flow *f, enum ir_op op, enum ir_type t, struct value a,
			 struct value b);
struct value emit_compare(struct flow *f, enum ir_op op, struct value a, struct value b);
struct value emit_unary(struct flow *f, enum ir_op op, struct value v);
struct value emit_index(struct flow *f, struct ir_ref base, struct value index, int64_t size,
			uint64_t count);
struct ir_ref emit_field(struct flow *f, struct ir_ref base, uint64_t offset, uint64_t size,
			 const char *text);
struct value emit_load(struct flow *f, struct ir_ref addr, enum ir_type t, uint64_t size);
void emit_store(struct flow *f, struct ir_ref addr, struct value v, uint64_t size);
void emit_move(struct flow *f, struct ir_ref to, struct ir_ref from, uint64_t size);
void emit_clobber(struct flow *f, const struct ir_ref *addr, size_t n, const char *what);
void emit_branch(struct flow *f, struct value v, uint32_t yes, uint32_t no, const char *text,
		 bool is_config);
struct value emit_call(struct flow *f, uint32_t func, const struct ir_ref *args, size_t n,
		       enum ir_type t);
/** flow_temp - a local of the lowering's own. */
uint32_t flow_temp(struct flow *f, CXType t);
uint32_t flow_temp_scalar(struct flow *f, enum ir_type t);
void emit_scope(struct flow *f, uint32_t local);

/* ---- expressions ---- */

/** lower_value - the value of expression @c, of the type ir_type_of(type_of(@c)). */
struct value lower_value(struct flow *f, CXCursor c);
/** lower_value_as - the same, converted to @t. */
struct value lower_value_as(struct flow *f, CXCursor c, enum ir_type t);
/** lower_address - the value of a pointer expression; unknown if an error made it something else.
 */
struct ir_ref lower_address(struct flow *f, CXCursor c);
/** lower_effect - evaluate @c for its side effects only. */
void lower_effect(struct flow *f, CXCursor c);
/** lower_place - the object that lvalue @c names; a temporary holding it for a struct value. */
struct place lower_place(struct flow *f, CXCursor c);
/**
 * lower_cond - branch on @c
 *
 * Constants give a branch that is_config, so that both sides stay visible; not
 * if the construct @is_foreign, written by a macro outside the driver.
 */
void lower_cond(struct flow *f, CXCursor c, uint32_t yes, uint32_t no, bool is_foreign);
/** lower_into - compute @c, of type @t, into memory. */
void lower_into(struct flow *f, CXCursor c, CXType t, struct ir_ref addr);

/** lower_base - a pointer operand; *@count is the elements of the array that decays to it, or 0. */
struct ir_ref lower_base(struct flow *f, CXCursor c, uint64_t *count);
/** member_name - "struct tag.member" of a member access. */
const char *member_name(struct lower *lo, CXCursor c);
struct value load_place(struct flow *f, struct place p);
/** write_place - assign. */
void write_place(struct flow *f, struct place p, struct value v);
/** store_place - assign; the value that the assignment expression then has. */
struct value store_place(struct flow *f, struct place p, struct value v);
bool is_place_kind(CXCursor c);
/** chosen_arm - what _Generic or __builtin_choose_expr stands for; null if unknown. */
CXCursor chosen_arm(struct lower *lo, CXCursor c);

struct value lower_call(struct flow *f, CXCursor c);
/** lower_args - the values of call @c's arguments, in scratch. */
size_t lower_args(struct flow *f, CXCursor c, struct ir_ref **args);
/** lower_builtin - a call of the builtin named @name. */
struct value lower_builtin(struct flow *f, CXCursor c, const char *name);
struct value lower_overflow(struct flow *f, CXCursor c, enum ir_op op);
/** lower_atomic - true if @c is one of the compiler's atomic accesses, *@v its value. */
bool lower_atomic(struct flow *f, CXCursor c, struct kids kids, struct value *v);
struct value lower_binary(struct flow *f, CXCursor c);
struct value lower_compound_assign(struct flow *f, CXCursor c);
/** lower_update - true if @c assigns, with or without computing; its value is not wanted. */
bool lower_update(struct flow *f, CXCursor c);
struct value lower_unary(struct flow *f, CXCursor c);
struct value lower_logical(struct flow *f, CXCursor c);
struct value lower_ternary(struct flow *f, CXCursor c);
struct value lower_elvis(struct flow *f, CXCursor c);
struct value lower_stmt_expr(struct flow *f, CXCursor c);
void lower_stmt_expr_into(struct flow *f, CXCursor c, CXType t, struct ir_ref addr);

/* ---- statements ---- */

void lower_stmt(struct flow *f, CXCursor c);
void lower_body(struct lower *lo, CXCursor def, uint32_t func);
void lower_local(struct flow *f, CXCursor decl);
/** local_of - the local that holds @decl; declared late if its declaration was not seen. */
uint32_t local_of(struct flow *f, CXCursor decl);
/** var_type - @decl's type; that of a pointer where clang shows an array that has decayed. */
CXType var_type(CXCursor decl, bool *is_pointer);
void init_local(struct flow *f, struct ir_ref addr, CXType t, CXCursor init);
void lower_for(struct flow *f, CXCursor c);
/** lower_loop_cond - test a loop's condition; an endless one is a plain jump. */
void lower_loop_cond(struct flow *f, CXCursor cond, uint32_t body, uint32_t end);
/** lower_loop_body - @body with break and continue, and the jump to @to_continue. */
void lower_loop_body(struct flow *f, CXCursor body, uint32_t to_break, uint32_t to_continue);
void lower_switch(struct flow *f, CXCursor c);
void lower_case(struct flow *f, CXCursor c);
void lower_default(struct flow *f, CXCursor c);
void lower_asm(struct flow *f, CXCursor c);
void lower_goto(struct flow *f, CXCursor c);
void lower_computed_goto(struct flow *f, CXCursor c);
void lower_label(struct flow *f, CXCursor c);
uint32_t label_of(struct flow *f, CXCursor label);
void labels_resolve(struct flow *f);

/* ---- cleanups (lower_cleanup.c) ---- */

/** cleanup_declare - open the cleanup of local @idx, if its declaration has one. */
void cleanup_declare(struct flow *f, CXCursor decl, uint32_t idx);
/** cleanup_run - call the cleanups from the innermost out to @until, which stays open. */
void cleanup_run(struct flow *f, struct cleanup *until);
/** cleanup_common - the innermost cleanup that is open at both ends of a jump. */
struct cleanup *cleanup_common(struct cleanup *a, struct cleanup *b);

/* ---- notes and the rest ---- */

/** note_losses - what of function @f, defined by @def, the preprocessor or the parser left out. */
void note_losses(struct lower *lo, struct ir_func *f, CXCursor def);
void find_faults(struct lower *lo);
void find_markers(struct lower *lo);
/** prune_blocks - drop the blocks of @f that nothing reaches. */
void prune_blocks(struct ir_func *f);

#endif
