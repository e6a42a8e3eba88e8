// SPDX-License-Identifier: MIT
/*
 * __atomic_load_n() and its like. libclang shows no name for them, so the word
 * is read off the text. Their children come in the order pointer, memory
 * order, value; for compare and exchange pointer, order, expected, order,
 * desired, weak. The analysis runs one thread, so they are plain accesses.
 */
#include <string.h>

#include "front/lower_int.h"

enum atomic_kind {
	ATOMIC_LOAD,
	ATOMIC_STORE,
	ATOMIC_EXCHANGE,
	ATOMIC_OP_FETCH,
	ATOMIC_FETCH_OP,
	ATOMIC_COMPARE
};

static const struct atomic {
	const char *name; /* after "__atomic_" */
	enum atomic_kind kind;
	enum ir_op op;
	size_t nkids;
} atomics[] = {
	{ "load_n", ATOMIC_LOAD, OP_LOAD, 2 },
	{ "store_n", ATOMIC_STORE, OP_STORE, 3 },
	{ "exchange_n", ATOMIC_EXCHANGE, OP_STORE, 3 },
	{ "compare_exchange_n", ATOMIC_COMPARE, OP_STORE, 6 },
	{ "add_fetch", ATOMIC_OP_FETCH, OP_ADD, 3 },
	{ "sub_fetch", ATOMIC_OP_FETCH, OP_SUB, 3 },
	{ "and_fetch", ATOMIC_OP_FETCH, OP_AND, 3 },
	{ "or_fetch", ATOMIC_OP_FETCH, OP_OR, 3 },
	{ "xor_fetch", ATOMIC_OP_FETCH, OP_XOR, 3 },
	{ "fetch_add", ATOMIC_FETCH_OP, OP_ADD, 3 },
	{ "fetch_sub", ATOMIC_FETCH_OP, OP_SUB, 3 },
	{ "fetch_and", ATOMIC_FETCH_OP, OP_AND, 3 },
	{ "fetch_or", ATOMIC_FETCH_OP, OP_OR, 3 },
	{ "fetch_xor", ATOMIC_FETCH_OP, OP_XOR, 3 },
};

static const struct atomic *atomic_named(const struct tok *t)
{
	static const char prefix[] = "__atomic_";
	size_t n = strlen(prefix);

	if (t->kind != TOK_IDENT || t->n <= n || memcmp(t->s, prefix, n) != 0)
		return NULL;
	for (size_t i = 0; i < sizeof(atomics) / sizeof(*atomics); i++)
		if (strlen(atomics[i].name) == t->n - n &&
		    memcmp(atomics[i].name, t->s + n, t->n - n) == 0)
			return &atomics[i];
	return NULL;
}

static const struct atomic *atomic_of(struct lower *lo, CXCursor c)
{
	struct lexer lx = lexer_spelled(lo, c), body;
	const struct atomic *a;
	struct tok t;

	if (!tok_next(&lx, &t))
		return NULL;
	a = atomic_named(&t);
	if (a || !macro_body(lo, &t, &body))
		return a;
	while (!a && tok_next(&body, &t))
		a = atomic_named(&t);
	return a;
}

/* Operations on pointers count bytes here; they are rare enough to be unknown. */
static struct value update(struct flow *f, const struct atomic *a, struct ir_ref ptr,
			   enum ir_type t, struct value v)
{
	struct value old = emit_load(f, ptr, t, 0), new = v;

	if (a->kind != ATOMIC_EXCHANGE)
		new = t == IRT_PTR ? value_unknown(f, t, "atomic operation on a pointer")
				   : emit_binary(f, a->op, t, old, v);
	emit_store(f, ptr, new, 0);
	return a->kind == ATOMIC_OP_FETCH ? new : old;
}

static struct value compare_exchange(struct flow *f, struct kids kids, enum ir_type t)
{
	struct ir_ref ptr = lower_address(f, kids.v[0]), expected = lower_address(f, kids.v[2]);
	struct value desired = lower_value_as(f, kids.v[4], t), old, same;
	uint32_t yes = flow_block(f), no = flow_block(f), end = flow_block(f);

	old = emit_load(f, ptr, t, 0);
	same = emit_compare(f, OP_EQ, old, emit_load(f, expected, t, 0));
	emit_branch(f, same, yes, no, NULL, false);
	f->block = yes;
	emit_store(f, ptr, desired, 0);
	flow_goto(f, end);
	f->block = no;
	emit_store(f, expected, old, 0);
	flow_start(f, end);
	return same;
}

bool lower_atomic(struct flow *f, CXCursor c, struct kids kids, struct value *v)
{
	const struct atomic *a = atomic_of(f->lo, c);
	struct ir_ref ptr;
	enum ir_type t;

	if (!a || a->nkids != kids.n)
		return false;
	t = ir_type_of(type_pointee(type_of(kids.v[0])));
	if (t == IRT_OTHER || t == IRT_VOID)
		return false;
	*v = (struct value){ no_ref, IRT_VOID };
	if (a->kind == ATOMIC_COMPARE) {
		*v = compare_exchange(f, kids, t);
		return true;
	}
	ptr = lower_address(f, kids.v[0]);
	if (a->kind == ATOMIC_LOAD)
		*v = emit_load(f, ptr, t, 0);
	else if (a->kind == ATOMIC_STORE)
		emit_store(f, ptr, lower_value_as(f, kids.v[2], t), 0);
	else
		*v = update(f, a, ptr, t, lower_value_as(f, kids.v[2], t));
	return true;
}
