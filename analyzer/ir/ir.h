/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_IR_H
#define MIGVER_IR_IR_H

/*
 * The small language between the front end and everything else.
 *
 * A unit is one translation unit: types, globals (with their initialisers),
 * functions. A function is blocks of instructions; a value is a temporary that
 * exactly one instruction assigns; everything the C program names lives in
 * memory (locals, globals) and is read and written by LOAD and STORE, so
 * address-taken variables need no special case. ?:, && and || are control flow
 * through a local. The text form (IR.md) holds all of it: it is what --dump
 * prints, what the tests read, and what the parsing worker sends back.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "base/wide.h"
#include "core/loc.h"

enum ir_type {
	IRT_VOID,
	IRT_BOOL, /* _Bool: 0 or 1, a cast to it compares with 0 */
	IRT_I8,
	IRT_U8,
	IRT_I16,
	IRT_U16,
	IRT_I32,
	IRT_U32,
	IRT_I64,
	IRT_U64,
	IRT_PTR,   /* 64 bits, unsigned */
	IRT_OTHER, /* floating point, vectors, 128 bits, aggregates by value: value unknown */
	IRT_NR,
};

/** ir_type_bits - width in bits; 1 for BOOL, 0 for VOID and OTHER. */
unsigned int ir_type_bits(enum ir_type t);
/** ir_type_bytes - size in memory; 0 for VOID and OTHER. */
unsigned int ir_type_bytes(enum ir_type t);
bool ir_type_signed(enum ir_type t);
/** ir_int_type - the integer type of @bytes; OTHER if there is none. */
enum ir_type ir_int_type(long long bytes, bool is_signed);
/** ir_type_min, ir_type_max - the range of @t; VOID and OTHER count as I64. */
wide ir_type_min(enum ir_type t);
wide ir_type_max(enum ir_type t);
const char *ir_type_name(enum ir_type t);

/** struct ir_ref - an operand: kind and index in 32 bits. */
struct ir_ref {
	uint32_t kind : 3;
	uint32_t idx : 29;
};

enum ir_ref_kind {
	REF_NONE,
	REF_TMP,    /* result of an instruction of this function */
	REF_CONST,  /* unit->consts[idx] */
	REF_LOCAL,  /* the address of fn->locals[idx] */
	REF_GLOBAL, /* the address of unit->globals[idx] */
	REF_FUNC,   /* the address of unit->funcs[idx] */
};

enum ir_op {
#define OP(name, text, operands, flags) OP_##name,
#include "ir/ops.def"
#undef OP
	OP_NR,
};

enum ir_op_flags {
	IROP_RESULT = 1,
	IROP_TERMINATOR = 2,
	IROP_MEMORY = 4,
	IROP_COMPARE = 8,
};

/** struct ir_op_info - the row of ops.def. */
struct ir_op_info {
	const char *text;
	unsigned char operands;
	unsigned char flags; /* enum ir_op_flags */
};

extern const struct ir_op_info ir_ops[OP_NR];

struct ir_insn;
/** ir_result_type - type of the temporary that @insn assigns; VOID if it assigns none. */
enum ir_type ir_result_type(const struct ir_insn *insn);

#define IR_NO_TMP UINT32_MAX

/* The text of an AND that keeps what a bit-field has room for. */
#define IR_BIT_FIELD "bit-field"

/** struct ir_const - an integer constant; NULL is 0. */
struct ir_const {
	wide value;
	const char *name; /* the errno's name if it was spelled by one ("EINVAL"), else NULL */
};

/* ---- C types, as far as memory layout and prototypes matter ---- */

enum ir_ctype_kind {
	CT_SCALAR,  /* scalar */
	CT_POINTER, /* elem: pointee's ctype, or -1 if unimportant */
	CT_FUNCPTR, /* sig */
	CT_STRUCT,  /* name, fields; unions too: fields overlap */
	CT_ARRAY,   /* elem, count */
	CT_OPAQUE,  /* incomplete, or something without layout: name */
};

struct ir_field {
	const char *name; /* "" for an anonymous member */
	uint64_t offset;  /* bytes */
	int32_t ctype;	  /* index in unit->ctypes */
};

struct ir_ctype {
	enum ir_ctype_kind kind;
	enum ir_type scalar;
	uint64_t size;	  /* bytes */
	const char *name; /* "struct mdev_type_attribute"; NULL where there is none */
	const char *sig;  /* canonical prototype of a CT_FUNCPTR */
	int32_t elem;	  /* index in unit->ctypes, or -1 */
	uint64_t count;	  /* elements of a CT_ARRAY; 0 if flexible */
	struct ir_field *fields;
	size_t nfields;
	bool is_own; /* a record defined in the unit's file itself: no other file knows it */
};

/* ---- globals ---- */

/** struct ir_init - one initialised scalar of a global, at a byte offset. */
struct ir_init {
	uint64_t offset;
	enum ir_type type;
	struct ir_ref value; /* REF_CONST, REF_GLOBAL or REF_FUNC */
	int64_t addend;	     /* bytes added to an address */
	struct loc loc;	     /* of the initialiser entry, or of the macro that made it */
};

struct ir_global {
	const char *name; /* "" for literals and compound literals */
	int32_t ctype;	  /* index in unit->ctypes */
	uint64_t size;	  /* bytes */
	bool is_static;	  /* internal linkage (static locals too) */
	bool is_shared;	  /* declared somewhere besides its definition: in a header */
	bool is_const;	  /* the object (each element of it) is const-qualified */
	bool is_defined;  /* false: an extern declaration */
	bool is_literal;  /* a string literal: bytes/nbytes, its NUL included */
	bool is_opaque;	  /* the initialiser was not understood: contents unknown */
	const char *bytes;
	size_t nbytes;
	VEC(struct ir_init) inits; /* by offset; what no entry covers is zero */
	struct loc loc;
};

/* ---- functions ---- */

struct ir_local {
	const char *name; /* "" for the lowering's own */
	int32_t ctype;
	uint64_t size; /* bytes; 0 for a VLA */
	bool is_param;
	struct loc loc;
};

struct ir_case {
	wide low, high; /* inclusive */
	uint32_t target;
};

struct ir_call {
	struct ir_ref *args;
	size_t nargs;
	struct ir_ref callee; /* CALL: REF_FUNC. ICALL has it in arg[0] */
};

struct ir_switch {
	struct ir_case *cases;
	size_t ncases;
	uint32_t fallback; /* target of default, or what follows the switch */
};

/*
 * Which members an opcode uses, beyond op, dst, arg, loc:
 *
 *	LOAD		type: of the value read from arg[0]
 *	STORE		type: of the value arg[1] written to arg[0]
 *			(both: size, of an IRT_OTHER, if known)
 *	MOVE, ZERO	size: bytes copied (arg[0] to, arg[1] from) or cleared
 *	SCOPE		arg[0]: a REF_LOCAL that begins its life here, undefined
 *	FIELD		offset, size of the member; text: "struct tag.member"
 *	INDEX		type of the index; size: of an element; count: elements, 0 unknown
 *	PDIFF		size: of an element
 *	arithmetic	type: of both operands and the result
 *	shifts		type: of the left operand and the result; the right one is U32 or wider
 *	compares	type: of both operands; the result is I32
 *	CAST		from: operand's type, type: the result's
 *	CALL, ICALL	type: result's (VOID: no dst); call; text: ICALL through "struct tag.member"
 *	ASM		call->args: addresses written; text: a label for notes
 *	UNKNOWN		type; text: the reason, for "unproved: REASON"
 *	JMP		target[0]
 *	BR		target[0] if arg[0] is not 0, target[1] if it is;
 *			text: the condition's source;
 *			is_config: the compiler knows the condition (#if-like)
 *	SWITCH		type of arg[0]; sw;
 *			text: the controlling expression's source
 *	RET		arg[0] or REF_NONE
 *
 * Any opcode may carry text, size is in bytes, and what an opcode doesn't use is 0.
 */
struct ir_insn {
	enum ir_op op;
	enum ir_type type, from;
	bool is_config;
	uint32_t dst; /* temporary's number, IR_NO_TMP if there is no result */
	struct ir_ref arg[2];
	uint64_t offset, size, count;
	uint32_t target[2];
	const char *text; /* or NULL */
	struct ir_call *call;
	struct ir_switch *sw;
	struct loc loc;
};

struct ir_block {
	VEC(struct ir_insn) insns; /* the last one is the terminator, and only it */
	/* filled by ir_cfg_build() */
	uint32_t rpo;	   /* position in reverse post-order; UINT32_MAX: unreachable */
	bool is_loop_head; /* target of a retreating edge */
	VEC(uint32_t) preds;
};

/** struct ir_note - a fact about a function that verdicts must mention. */
struct ir_note {
	enum ir_note_kind {
		IRN_CONFIGURED_OFF, /* source lines the preprocessor skipped */
		IRN_DEGRADED,	    /* the parser or the lowering lost a part */
	} kind;
	const char *text; /* "CONFIG_FOO is not set", "unknown type 'struct x'" */
	struct loc loc;
};

struct ir_func {
	const char *name;
	const char *sig; /* canonical prototype, e.g. "long (struct device *, ...)" */
	bool is_static;
	bool is_defined; /* has a body here */
	bool is_noreturn;
	bool in_header; /* defined in a header outside the driver's folder */
	bool is_variadic;
	enum ir_type ret;
	int32_t ret_ctype;
	size_t nparams; /* locals[0..nparams-1] */
	VEC(struct ir_local) locals;
	VEC(struct ir_block) blocks; /* entry is blocks[0] */
	uint32_t ntmps;
	VEC(struct ir_note) notes;
	struct loc loc; /* of the name in the definition (or first declaration) */
	/* filled by ir_cfg_build() */
	uint32_t *rpo_order; /* block numbers; nrpo of them */
	size_t nrpo;
};

/** struct ir_marker - a fact about the whole file that discovery may need. */
struct ir_marker {
	const char *name; /* an identifier that occurs in the file, of those asked for */
	struct loc loc;
};

enum unit_status {
	UNIT_ANALYZED,
	UNIT_INCOMPLETE, /* parsed with losses: reasons say which */
	UNIT_FAILED,	 /* nothing usable: reasons say why */
};

struct unit_reason {
	const char *text;
	struct loc loc; /* path may be NULL */
};

struct ir_unit {
	struct arena *arena;
	const char *path;	/* as given by the user */
	const char *flags_from; /* "command line", "compile_commands.json", "kernel DIR", ... */
	enum unit_status status;
	VEC(struct unit_reason) reasons;
	VEC(struct ir_const) consts;
	VEC(struct ir_ctype) ctypes;
	VEC(struct ir_global) globals;
	VEC(struct ir_func) funcs;
	VEC(struct ir_marker) markers;
};

/** ir_strip_arrays - the type, by its number in @u, that @t is an array of arrays of; -1 stays. */
int32_t ir_strip_arrays(const struct ir_unit *u, int32_t t);

#endif
