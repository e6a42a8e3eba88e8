/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_VALUE_H
#define MIGVER_ABSINT_VALUE_H

/*
 * Abstract values and the symbols they are made of.
 *
 * A value is sym + k, a mathematical integer, or an address: region + (sym + k)
 * bytes. Equal symbols are equal numbers on every path, which is what carries
 * relations: "len" in a local and "bytes written" of a buffer stay tied
 * because both hold the same symbol.
 *
 * Symbols are hash-consed, so the same expression over the same symbols is the
 * same symbol again:
 *
 *	ATOM	an unknown number: an argument, a result, a byte of a buffer
 *	LINEAR	c1*s1 + c2*s2 + ...; a state that bounds a LINEAR symbol thereby
 *		relates its terms (a - b <= c), and no other relations are kept
 *	EXPR	op(a, b) for everything else; evaluated by interval arithmetic
 *
 * A symbol with a doubt has a range that may hold values which never occur
 * (a widened loop, an unknown callee, a field set elsewhere). Without one,
 * every value of its range can really happen, and a bad one is a violation
 * rather than "unproved".
 */

#include <stdint.h>

#include "absint/range.h"
#include "base/map.h"
#include "ir/ir.h"

enum value_dep {
	DEP_BYTES = 1, /* on what user space wrote */
	DEP_COUNT = 2, /* on how much it wrote */
	/* what differs from one time to the next, or from host to host */
	DEP_TIME = 4,
	DEP_ADDRESS = 8, /* on where something lies in memory */
	DEP_RANDOM = 16,
	DEP_UNINIT = 32,  /* on memory that was never set */
	DEP_UNSURE = 64,  /* perhaps not on those after all: something stable may be there */
	DEP_DEVICE = 128, /* on what a device or its firmware answered */
	DEP_TEXT = 256, /* on what user space wrote as it is: no number was made of it in between */
	DEP_UNSTABLE = DEP_TIME | DEP_ADDRESS | DEP_RANDOM | DEP_UNINIT | DEP_UNSURE,
};

enum value_flag {
	VF_NAMED_ERRNO = 1, /* the constant was spelled by an errno's name */
	VF_CONFIG = 4,	    /* read from a constant global: a switch set at build time */
	VF_SINGLED_OUT = 8, /* a comparison of a failure with one particular errno, and it holds */
	VF_STEPPED = 16,    /* an address: left the object that its pointer is known to lead to */
	VF_MAYBE_ABSENT = 32, /* NULL for an object that the driver itself has to provide */
	/* a test of a failure: what it would answer had the call succeeded, where that is sure */
	VF_ELSE_TRUE = 64,
	VF_ELSE_FALSE = 128,
};

/** struct origin - the return statement that first returned a value. */
struct origin {
	struct loc loc;
	const char *function;
};

/** struct extent - the member or array that an address points into (extent.c). */
struct extent;

struct aval {
	uint32_t region; /* 0: a plain number */
	uint32_t sym;	 /* 0: none */
	wide k;
	unsigned int flags;	     /* enum value_flag */
	uint32_t failure;	     /* id of the failure it reports (state.h), or 0 */
	const struct extent *extent; /* address: NULL if it may reach the whole region */
	const struct origin *origin; /* of a value that a callee returned, or NULL */
};

struct text_test;
struct sum;

struct extent {
	struct aval start;	     /* offset in the region */
	wide size;		     /* bytes */
	const struct extent *parent; /* a wider one that @start might lie outside of, or NULL */
	const char *name;	     /* "struct tag.member", or NULL */
	const char *inner;	     /* of members that are the whole of one another: the last */
	const struct extent *within; /* the one that @start was found from, or NULL; for names */
};

/** extent_unclear - of an address that may point into one of several. */
extern const struct extent extent_unclear;

/** extent_same - whether both are the same bytes in every state. */
bool extent_same(const struct extent *a, const struct extent *b);

enum sym_kind {
	SYM_ATOM,
	SYM_LINEAR,
	SYM_EXPR,
};

#define SYM_TERMS 6

struct term {
	uint32_t sym;
	wide coef;
};

/**
 * struct implication - what else holds once a symbol is known to be one of some values
 *
 * "Not 0" of a byte of the user's text says that the byte is not the NUL behind
 * it; 0 of a strcmp() that the lengths agree. A symbol may be met in many states,
 * so what follows in some of them only is said with their premise.
 */
struct implication {
	const struct implication *next;
	struct range when;     /* values of the symbol */
	struct aval premise;   /* holds where this one is ... */
	struct range provided; /* ... of these values; empty: everywhere */
	struct aval a, b;
	bool differ; /* then a != b; else a <= b */
};

struct sym {
	enum sym_kind kind;
	struct range base; /* what holds in every state */
	unsigned int deps; /* enum value_dep */
	const char *doubt; /* or NULL */
	const char *what;  /* for notes: "the result of foo()", or NULL */
	bool is_keyed;	   /* may come back although nothing holds it now */
	bool is_anything;  /* made up for lack of knowledge: may lead anywhere */
	bool maybe_user;   /* one of several addresses, some in the user's bytes */
	bool is_expected;  /* the code counts with its greatest value */
	bool is_length;	   /* the length of the string at @at */
	bool is_parsed;	  /* made of the user's text by a parser: a final newline changes nothing */
	bool is_gathered; /* where states met: made of the user's digits, one after the other */
	bool is_text_end; /* where a scan of the user's text ended (%n) */
	bool is_strided;  /* changes by more than one a round: not every number of its range */
	bool is_let_pass; /* a test of the driver's lets its greatest value pass */
	bool is_widened;  /* what a variable of a widened loop is, or was a round before */
	bool after_blanks;	      /* how many blanks a text begins with (skip_spaces) */
	const struct text_test *test; /* what it says of the user's text (input.h), or NULL */
	uint64_t identity;	      /* of an atom (identity.h), or 0 */
	struct aval at;		      /* ATOM: where it was read from; region 0: not from memory */
	struct aval greatest;	      /* ATOM: of values that became it where paths met; or 0 */
	const char *lacking;	      /* a function: where the driver leaves it NULL, or NULL */
	struct aval element;	      /* ATOM: of a constant table, its address; region 0: not */
	bool is_argument;	      /* what the kernel hands to the handler */
	bool is_unset;		      /* what an uninitialised object happens to hold */
	const struct implication *implied;
	const struct sum *parts; /* ATOM: a sum of too many symbols, these; or NULL */
	/* LINEAR */
	size_t nterms;
	struct term term[SYM_TERMS];
	uint32_t twin; /* the same sum negated */
	/* EXPR */
	enum ir_op op;
	enum ir_type type, from; /* type: of an element, too */
	struct aval a, b;
};

/**
 * struct sym_key - what a symbol is, as numbers: equal keys are equal symbols
 *
 * The first part is an enum sym_tag and small numbers, the others are the
 * tag's own.
 */
#define SYM_KEY_PARTS 7

struct sym_key {
	uint64_t part[SYM_KEY_PARTS];
};

enum sym_tag {
	TAG_FREE, /* an unused slot */
	TAG_LINEAR,
	TAG_EXPR,
	TAG_BYTES,  /* what an address holds: epoch, type, address */
	TAG_TABLE,  /* an element of a constant table: type, address */
	TAG_STRLEN, /* length of a string: epoch, address */
	TAG_SUM,    /* a sum of too many symbols: hash of them */
	TAG_RESULT, /* result of a pure function: model, arguments */
};

/** sym_key_mix - a step of a hash that becomes a part of a key. */
static inline uint64_t sym_key_mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 31;
}

struct sym_slot {
	struct sym_key key;
	uint32_t sym;
};

struct symtab {
	struct arena *arena;
	VEC(struct sym) syms;	/* syms.v[0] is unused */
	struct sym_slot *slots; /* open addressing; cap is a power of two */
	size_t n, cap;
};

void symtab_init(struct symtab *t, struct arena *a);

static inline struct sym *sym_get(const struct symtab *t, uint32_t sym)
{
	return &t->syms.v[sym];
}

/**
 * sym_any - whether @is holds for @sym or for a number that it is made of
 *
 * @deep: the answer where it is made of too many, one inside the other. False for no @sym.
 */
bool sym_any(const struct symtab *t, uint32_t sym, bool (*is)(const struct sym *y, const void *ctx),
	     const void *ctx, bool deep);

/** sym_leads_anywhere - whether @sym is made of a pointer that was made up (is_anything). */
bool sym_leads_anywhere(const struct symtab *t, uint32_t sym);

/** sym_inherit - @fresh, which stands for @from where states met, may lead where that may. */
void sym_inherit(struct symtab *t, uint32_t fresh, uint32_t from);

/** struct sym_spec - what a new atom is. */
struct sym_spec {
	struct range range;
	unsigned int deps;
	const char *doubt;
	const char *what;
};

/** sym_fresh - an atom unlike any other. */
struct aval sym_fresh(struct symtab *t, const struct sym_spec *spec);

/** sym_anything - sym_fresh() for what nobody knows: as a pointer it may lead anywhere. */
struct aval sym_anything(struct symtab *t, const struct sym_spec *spec);

/** sym_keyed - the atom that @key stands for, made by @spec when it is met first. */
struct aval sym_keyed(struct symtab *t, const struct sym_key *key, const struct sym_spec *spec);

/** sym_key_of - a key of @tag made of a small number and a value. */
struct sym_key sym_key_of(enum sym_tag tag, uint32_t number, struct aval v);

/** sym_expr - op(a, b); @base bounds it in every state. */
struct aval sym_expr(struct symtab *t, enum ir_op op, enum ir_type type, enum ir_type from,
		     struct aval a, struct aval b, const struct range *base);

/** sym_imply - add what follows from a value of @sym; once, however often it is said. */
void sym_imply(struct symtab *t, uint32_t sym, const struct implication *what);

static inline struct aval value_const(wide k)
{
	return (struct aval){ .k = k };
}

static inline struct aval value_address(uint32_t region, wide k)
{
	return (struct aval){ .region = region, .k = k };
}

static inline bool value_is_const(struct aval v)
{
	return !v.region && !v.sym;
}

/** value_same - whether both are the same number or address in every state. */
bool value_same(struct aval a, struct aval b);

/** value_offset - the offset of an address, as a number. */
struct aval value_offset(struct aval v);

/** value_room - bytes from @v to the end of the member or array it points into, 0 if unknown. */
wide value_room(struct aval v);

/*
 * Exact sums without regard to any C type. An address plus a number is an
 * address; the difference of two addresses of one region is a number. Sums of
 * more than SYM_TERMS symbols become an atom with a doubt, the same one for the
 * same sum.
 */
struct aval value_add(struct symtab *t, struct aval a, struct aval b);
struct aval value_sub(struct symtab *t, struct aval a, struct aval b);
struct aval value_scale(struct symtab *t, struct aval v, wide c);

unsigned int value_deps(const struct symtab *t, struct aval v);
const char *value_doubt(const struct symtab *t, struct aval v);

/** struct sum - c1*s1 + c2*s2 + ... + k, before it is a symbol. */
struct sum {
	size_t n;
	struct term term[2 * SYM_TERMS];
	wide k;
};

/** sum_of_difference - a - b, without making a symbol of it; sum_less: a - c * b. */
struct sum sum_of_difference(const struct symtab *t, struct aval a, struct aval b);
struct sum sum_less(const struct symtab *t, struct aval a, wide c, struct aval b);

/** sum_find - the symbol that @s without its constant already is, or 0. */
uint32_t sum_find(const struct symtab *t, struct sum *s);

#endif
