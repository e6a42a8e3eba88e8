/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ENGINE_H
#define MIGVER_ABSINT_ENGINE_H

/*
 * The interpreter's own context and the parts it is made of:
 *
 *	arith.c		what numbers are: ranges of symbols, C operators, tests
 *	range_op.c	... sets of numbers under C operators
 *	bound.c		how a result relates to its operands
 *	parsed.c	numbers made of the text, cut or wrapped
 *	memory.c	regions, loads and stores
 *	stretch.c	... of which a part has changed
 *	kept.c		strings that the driver keeps: who writes them
 *	kept_text.c	... and what they may be
 *	numbers*.c	numbers that the driver keeps: who writes them
 *	kept_limit.c	... and how great they may be
 *	watch.c		... by runs that look at what functions store
 *	piece.c		texts: lengths, sets of bytes, what is wrong with them
 *	text.c		strings in regions
 *	text_write.c	what writes make of them
 *	one_of.c	strings that are one of a few
 *	table.c		elements of constant tables
 *	check.c		whether an access to memory is allowed
 *	touch.c		the same for what models do to texts
 *	imply.c		what a comparison says about lengths
 *	absent.c	which pointers the driver expects to be NULL
 *	extent.c	which member or array an address points into
 *	join.c		merging and widening states
 *	join_failures.c	... that differ in failures only
 *	fact.c		what a path carries besides memory
 *	collect.c	memory that a round of a loop left behind
 *	prune.c		forgetting what nothing can ask for
 *	exec.c		instructions, branches, budgets
 *	worklist.c	which state goes on, loops, merging
 *	shape.c		loops and long-lived temporaries of a function
 *	locks.c		locks, and sleeping where it is forbidden
 *	owned.c		memory and references to give back
 *	freed.c		objects after their release
 *	outlive.c	pointers into the buffer that outlive the call
 *	printed.c	... and the pieces that they are printed from
 *	given.c		what show printed, written to store
 *	logs.c		messages, and what of the user's bytes is in them
 *	changed.c	the driver's state, and which writes change it
 *	reads.c		what the driver does with a place's values
 *	entry.c		entries of lists that may be empty
 *	visible.c	what decides whether there is a file
 *	callable.c	whether a function pointer that is called is there
 *	call.c		callees: bodies, models, unknown ones
 *	trial_table.c	pointers to rows of the driver's tables, in trials
 *	sums.c		what is known of the parts of a sum
 *	status.c	positive numbers that tell how a call went
 *	apply.c		what a model's effects and returns do
 *	apply_print.c	... those that write text
 *	apply_text.c	texts that models describe
 *	format.c	printf formats to texts
 *	scan.c		scanf formats to stores
 *	pointer_format.c what %p and letters print
 *	event.c		hazards met on the way, for the rules
 *	summarise.c	final states to outcomes
 */

#include "absint/absent.h"
#include "absint/absint.h"
#include "absint/prepare.h"
#include "absint/state.h"
#include "absint/visible.h"
#include "model/model.h"

struct func_shape;
struct heads;
struct lackings;
struct later;
struct reads;
struct trial;
struct given;
struct kept_limits;
struct watch;

/** struct budget - when to stop; hitting one makes the summary incomplete. */
struct budget {
	uint32_t insns; /* instructions interpreted */
	uint32_t max_insns;
	uint32_t max_symbols; /* memory: nested loops over many numbers relate each to each */
	uint64_t evals;	      /* expressions evaluated: what takes time where much is known */
	uint64_t max_evals;
	uint32_t max_depth; /* frames */
	bool is_spent;
};

/** struct frame - a function being interpreted. */
struct frame {
	struct frame *caller;
	struct func_id id;
	uint32_t *local_regions; /* region of each local */
	size_t depth;
	struct loc call; /* where it was called */
	const struct func_shape *shape;
	uint32_t block; /* that is being run */
};

/** struct unset_number - a number that is 0 only as long as the driver has not set it. */
struct unset_number {
	uint32_t sym;
	const struct number_limit *limit;
};

struct engine {
	struct arena *arena; /* scratch: dropped with the handler */
	struct arena *out;   /* what outlives it */
	const struct program *prog;
	const struct models *models;
	const struct limits *limits;
	struct symtab syms;
	VEC(struct region) regions;	 /* regions.v[0] is unused */
	struct map *region_by_key;	 /* number of the region of a global, function or pointer */
	const struct prepared *prepared; /* facts of the whole program */
	struct reads *reads;		 /* of its places, computed when asked for */
	const struct absences *absences; /* which pointers the driver tests */
	struct heads *heads;		 /* of the driver's lists */
	const struct visible *visible;	 /* what decides whether there is a file */
	struct lackings *lackings;	 /* function pointers that the driver leaves NULL */
	struct later *later;		 /* numbers that tell no kinds of objects apart */
	struct frame *frame;
	struct loc at; /* of the instruction being interpreted */
	struct budget budget;
	uint32_t next_epoch;
	uint32_t page, user; /* regions of the handler's buffer, 0 if it has none */
	struct aval count;   /* store's count */
	bool has_count;
	struct aval own_attr; /* the attribute that the handler is called for; or 0 */
	bool is_testing;      /* the condition of a branch of the driver is being assumed */
	VEC(struct func_shape *) shapes;	   /* of the functions met so far */
	VEC(const struct ir_insn *) failing_calls; /* by failure id - 1 */
	bool is_coarse;				   /* paths are merged early: there are too many */
	bool keeps_ways;     /* paths of equal values stay apart: what they found may differ */
	struct given *given; /* a run in which show's text was written (given.h), or NULL */
	struct trial *trial; /* a run with constant inputs (trial.h), or NULL */
	struct watch *watch; /* a run about what the driver stores (kept_limit.h), or NULL */
	struct kept_limits *kept_limits;
	VEC(struct unset_number) unset;
	const struct number_limit *at_limit; /* what it limits is read as the greatest, or NULL */
	struct handler_summary *summary;
};

/* ---- arith.c ---- */

/** type_range - every value of @t. */
struct range type_range(enum ir_type t);

/** eval - the range of @v in @s; an address counts as a valid kernel address. */
struct range eval(struct engine *e, const struct state *s, struct aval v);

/** eval_quickly - a range of @sym without looking for chains of relations. */
struct range eval_quickly(struct engine *e, const struct state *s, uint32_t sym);

/** cast_value - @v converted to @to as C does. */
struct aval cast_value(struct engine *e, const struct state *s, struct aval v, enum ir_type to);

/** arith_value - op(a, b) in type @t, as C (and the kernel's wrapping) has it. */
struct aval arith_value(struct engine *e, struct state *s, enum ir_op op, enum ir_type t,
			struct aval a, struct aval b);

/** compare_value - 0, 1, or a symbol that remembers what was compared. */
struct aval compare_value(struct engine *e, const struct state *s, enum ir_op op, struct aval a,
			  struct aval b);

/** simplify_value - @v by what @s has learned since (casts that turn out to change nothing). */
struct aval simplify_value(struct engine *e, const struct state *s, struct aval v);

/** refine - assume_in() for a symbol, @depth steps into the consequences of another. */
bool refine(struct engine *e, struct state *s, uint32_t sym, const struct range *r, int depth);

/** assume_in - restrict @v to @r; false if that is impossible. */
bool assume_in(struct engine *e, struct state *s, struct aval v, const struct range *r);

/** assume_true - assume that @v is (not) 0; false if that is impossible. */
bool assume_true(struct engine *e, struct state *s, struct aval v, bool truth);

/** assume_at_most - assume a <= b + k. */
bool assume_at_most(struct engine *e, struct state *s, struct aval a, struct aval b, wide k);

/* ---- extent.c ---- */

/** field_address, index_address - what OP_FIELD and OP_INDEX make of an address. */
struct aval field_address(struct engine *e, struct state *s, struct aval base,
			  const struct ir_insn *in);
struct aval index_address(struct engine *e, struct state *s, struct aval base, struct aval index,
			  const struct ir_insn *in);

/* ---- check.c ---- */

/** struct access - bytes that are read or written. */
struct access {
	struct aval at;
	struct aval size; /* bytes; nothing is touched if it is 0 or less */
	bool is_write;
	bool is_typed;	   /* an object of the pointer's own type */
	bool is_text;	   /* ends with a NUL that is part of it */
	const char *via;   /* the function that does it, or NULL: the code itself */
	const char *doubt; /* why it may not get that far, or NULL */
};

/**
 * check_access - record what is wrong with @what as events
 *
 * Afterwards @s holds only what is possible if nothing went wrong. Returns
 * false if that is nothing: the path ends here.
 */
bool check_access(struct engine *e, struct state *s, const struct access *what);

/** check_missing - the path found @cond; a doubt if a pointer is NULL then that never is. */
void check_missing(struct engine *e, struct state *s, struct aval cond);

/** object_name - what messages call the object at @at; @x: its extent, or NULL. */
const char *object_name(struct engine *e, struct aval at, const struct extent *x);

/* ---- attain.c ---- */

/** sum_is_free - whether @v, a sum of many, surely can be as great as its parts together. */
bool sum_is_free(struct engine *e, const struct state *s, struct aval v);

/* ---- bound.c ---- */

/** bound_result - note in @s how @v, the result of op(a, b), relates to @a and @b. */
void bound_result(struct engine *e, struct state *s, enum ir_op op, struct aval v, struct aval a,
		  struct aval b);
/* ---- imply.c ---- */

/** struct compared - two texts, and the values of the answer that say yes. */
struct compared {
	struct aval a, b;
	const struct aval *limit; /* at most so many bytes, or NULL */
	bool ignores_newline;
	bool is_bytes; /* NULs or not: none need be in memory that no text was written to */
	struct range yes;
};

/** refine_implied - assume what follows from @sym being in @r; false if that is impossible. */
bool refine_implied(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
		    int depth);

/** imply_equal, imply_prefix - what a yes says of the lengths: they agree; b is no longer. */
void imply_equal(struct engine *e, struct state *s, struct aval answer, const struct compared *c);
void imply_prefix(struct engine *e, struct state *s, struct aval answer, const struct compared *c);

/* ---- touch.c ---- */

/**
 * touch_written_text, touch_read_text - check_access() for a text at what->at
 *
 * Written are @length bytes and a NUL, nothing if there is no @room (NULL: the
 * writer isn't told any). Read are the bytes up to the NUL, at most @max.
 */
bool touch_written_text(struct engine *e, struct state *s, const struct access *what,
			struct aval length, const struct aval *room);
bool touch_read_text(struct engine *e, struct state *s, const struct access *what,
		     const struct aval *max);

/**
 * check_loaded - what @v, just read from @at as a @t, means
 *
 * It may never have been set; and a pointer that the driver keeps and never
 * tests is taken to be valid.
 */
void check_loaded(struct engine *e, struct state *s, struct aval at, enum ir_type t, struct aval v);

/**
 * bound_loosen - the path assumes that the difference @sym is 0 or less, as @op says
 *
 * Where that is too much to be followed, the numbers in it may keep to less than
 * their ranges say.
 */
void bound_loosen(struct engine *e, struct state *s, enum ir_op op, uint32_t sym);

/** bound_settle - carry what @s knows along its relations; false if they contradict each other. */
bool bound_settle(struct engine *e, struct state *s);

/* ---- parsed.c ---- */

/** check_width - @via() stores @size bytes into the number that @to points to. */
void check_width(struct engine *e, struct state *s, struct aval to, wide size, const char *via);

/** check_narrowing - @v of type @from becomes a @to: an event if a parsed number is cut. */
void check_narrowing(struct engine *e, struct state *s, enum ir_type from, enum ir_type to,
		     struct aval v);

/** check_bit_field - the bits @mask of @v are stored: the same. */
void check_bit_field(struct engine *e, struct state *s, struct aval v, wide mask);

/** check_wrapping - op(a, b) in type @t: an event if parsed numbers wrap round. */
void check_wrapping(struct engine *e, struct state *s, enum ir_op op, enum ir_type t, struct aval a,
		    struct aval b);

/* ---- sums.c ---- */

/** sum_make_room - replace parts of @a and @b by constants if their sum would have too many. */
void sum_make_room(struct engine *e, const struct state *s, struct aval *a, struct aval *b);

/** sum_keep_in_order - assume in @s that @v of type @t does not wrap, if the driver keeps its
 * parts. */
void sum_keep_in_order(struct engine *e, struct state *s, struct aval v, enum ir_type t);

/* ---- memory.c ---- */

uint32_t region_new(struct engine *e, const struct region *r);
static inline struct region *region_get(const struct engine *e, uint32_t n)
{
	return &e->regions.v[n];
}
uint32_t region_of_global(struct engine *e, struct global_id g);
uint32_t region_of_func(struct engine *e, struct func_id f);

/**
 * region_distinct - whether two regions are two objects for certain
 *
 * Distinct objects have distinct addresses, but two outside pointers may be one
 * object, or one of them a global's (the last link of a list that it is the head of).
 */
bool region_distinct(const struct engine *e, uint32_t a, uint32_t b);

/** address_of - @v as region and offset; an unknown pointer leads to an outside region. */
struct aval address_of(struct engine *e, struct state *s, struct aval v);

/** mem_default - the contents of a region that @s has not touched. */
const struct contents *mem_default(struct engine *e, const struct state *s, uint32_t region);

struct aval mem_load(struct engine *e, struct state *s, struct aval addr, enum ir_type t);
void mem_store(struct engine *e, struct state *s, struct aval addr, enum ir_type t, struct aval v);
void mem_copy(struct engine *e, struct state *s, struct aval to, struct aval from,
	      struct aval size);
void mem_zero(struct engine *e, struct state *s, struct aval to, uint64_t size);
/** mem_cut - the string around @addr was cut in places: NULs came to it, none is gone. */
void mem_cut(struct engine *e, struct state *s, struct aval addr);
/** mem_change - the bytes from @addr on became something unknown. */
void mem_change(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
		const char *doubt);
/** mem_change_reached - and the locals and allocated objects that pointers there lead to. */
void mem_change_reached(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
			const char *doubt);
/** mem_change_object - the same, but only the member or variable at @addr. */
void mem_change_object(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
		       const char *doubt);
/** mem_led_to - the pointer @v was stored at @to: others may write a local by it from now on. */
void mem_led_to(struct engine *e, struct state *s, struct aval to, struct aval v);

/** mem_change_world - everything that others can get at may have changed. */
void mem_change_world(struct engine *e, struct state *s, const char *doubt);

/** mem_is_text - whether a NUL is known to end what begins at @addr. */
bool mem_is_text(struct engine *e, struct state *s, struct aval addr);
/** mem_length - the length of the string at @addr, its NUL not counted. */
struct aval mem_length(struct engine *e, struct state *s, struct aval addr);
/** mem_text - the string at @addr. */
struct text mem_text(struct engine *e, struct state *s, struct aval addr);
/** text_at - the same at @a, an address; not to be used as a string if it is_open. */
struct text text_at(struct engine *e, struct state *s, struct aval a);
/** mem_set_text - @t and a NUL now stand at @addr; the bytes depend on @deps. */
void mem_set_text(struct engine *e, struct state *s, struct aval addr, const struct text *t,
		  unsigned int deps);
/** mem_deps - what the bytes at @addr depend on. */
unsigned int mem_deps(struct engine *e, struct state *s, struct aval addr);
/** mem_doubt - why what is read at @addr may not be there, or NULL. */
const char *mem_doubt(struct engine *e, struct state *s, struct aval addr);
/** mem_version - a number that changes whenever what lies at @addr may have. */
uint64_t mem_version(struct engine *e, struct state *s, struct aval addr);
/** mem_literal - the bytes from @addr on if they are constant, else NULL. */
const char *mem_literal(struct engine *e, struct state *s, struct aval addr, size_t *n);

/** rows_doubt - state_doubt(), unless @v is an element of a table and the path may read any. */
const char *rows_doubt(struct engine *e, const struct state *s, struct aval v);

/* ---- join.c ---- */

/** state_join - one state that covers both. */
struct state *state_join(struct engine *e, const struct state *a, const struct state *b,
			 const char *doubt);
/**
 * state_unite - make @a one state for both if they differ in nothing but failures
 *
 * Nothing is lost, so that failures remain as certain as they were. Returns
 * false, and changes nothing, if they differ in more.
 */
bool state_unite(struct engine *e, struct state *a, const struct state *b);
/** struct widening - how a state is widened at the head of a loop. */
struct widening {
	const struct func_shape *shape; /* of the loop's function */
	const char *doubt;
	bool is_late; /* it was done often: no new relation is looked for that others may undo */
	bool is_last; /* ... too often: what relations let numbers be is given up as well */
};

/** state_widen - the same at the head of a loop, so that it converges. */
struct state *state_widen(struct engine *e, const struct state *a, const struct state *b,
			  const struct widening *w);
/** state_covers - whether @old already covers @new. */
bool state_covers(struct engine *e, const struct state *old, const struct state *new);
/** state_living - by symbol, whether memory or a temporary of @s holds it. */
bool *state_living(struct engine *e, const struct state *s);
/** state_prune - forget what is known of numbers that nothing can ask for again. */
void state_prune(struct engine *e, struct state *s);
/** state_same_values - whether both hold the same values everywhere, so that a merge loses nothing.
 */
bool state_same_values(const struct state *a, const struct state *b);
/** state_mergeable - whether no fact that rules read tells the two apart. */
bool state_mergeable(const struct state *a, const struct state *b);

/* ---- exec.c ---- */

struct exit_state {
	struct state *state;
	struct aval value;
	struct loc loc;	   /* of the return statement */
	bool is_tail_call; /* return f(...) */
};

typedef VEC(struct exit_state) exit_list;

/** run_function - all ways through @id with @args, from @s. */
void run_function(struct engine *e, struct func_id id, const struct aval *args, size_t nargs,
		  struct state *s, struct loc call, exit_list *exits);

/** param_type - of the parameter @l; OTHER: a struct by value. */
enum ir_type param_type(const struct ir_unit *u, const struct ir_local *l);

/** operand - the value of @r in the running function. */
struct aval operand(struct engine *e, struct state *s, struct ir_ref r);

/* ---- entry.c ---- */

/** entry_check - an event if @at may lie around a list's head instead of in an entry. */
void entry_check(struct engine *e, struct state *s, struct aval at, bool is_write);

/**
 * entry_link_back - what a link that nobody has set holds, if the list tells
 *
 * @at: the "prev" of what a "next" led to, or the other way round: it leads
 * back as long as that link is what it was, or the kernel would refuse to delete the
 * entry (<linux/list.h>).
 */
bool entry_link_back(struct engine *e, struct state *s, struct aval at, struct aval *out);

/* ---- let_pass.c ---- */

/** let_pass - whether the greatest value of @v, in @r, is the greatest that a test lets pass. */
bool let_pass(const struct engine *e, const struct state *s, struct aval v, const struct range *r);

/** let_pass_join - @joined, made where paths met, is @v in @s, which is one of the two. */
void let_pass_join(struct engine *e, const struct state *s, struct aval v, struct aval joined);

/** let_pass_note - note the numbers of @widened, which covers @s, of which that holds in @s. */
void let_pass_note(struct engine *e, const struct state *widened, const struct state *s);

/* ---- callable.c ---- */

/** callable_path_doubt - that the path asked what may tell whether @p is valid, or NULL. */
const char *callable_path_doubt(struct engine *e, const struct state *s, struct aval p);

/** callable_loaded - whether @v, loaded from @at, is a function that is missing somewhere. */
bool callable_loaded(struct engine *e, struct aval at, struct aval v);
/**
 * callable_check - an event if the function @f that is called may be NULL; @name: or NULL
 *
 * Afterwards it is none. Returns false if no path goes on.
 */
bool callable_check(struct engine *e, struct state *s, struct aval f, const char *name);

/* ---- call.c ---- */

struct call_result {
	struct state *state;
	struct aval value;
};

typedef VEC(struct call_result) result_list;

void do_call(struct engine *e, struct state *s, const struct ir_insn *in, result_list *out);

/** times_active - how many of the calls that the path is in are of @f. */
size_t times_active(const struct engine *e, const struct ir_func *f);

/**
 * summary_add_losses - tell the summary what of @f was configured off or not understood
 *
 * What happens on a way through a part that was not understood is in doubt, too.
 */
void summary_add_losses(struct engine *e, struct state *s, const struct ir_func *f);

/** note_failure - record that @callee failed at @call; returns @v marked with it. */
struct aval note_failure(struct engine *e, struct state *s, const char *callee,
			 const struct ir_insn *call, struct aval v, bool relevant);

/** note_success - record that @call did not fail, though it can. */
void note_success(struct engine *e, struct state *s, const struct ir_insn *call);

/* ---- apply.c ---- */

struct call_site {
	const struct ir_insn *insn;
	const struct aval *args;
	size_t nargs;
};

/** argument_deps - what the arguments and the memory behind them depend on. */
unsigned int argument_deps(struct engine *e, struct state *s, const struct call_site *c);

void apply_model(struct engine *e, struct state *s, const struct model *m,
		 const struct call_site *c, result_list *out);

/* ---- apply_text.c ---- */

/** source_deps - what a function or variable of that source depends on (enum value_dep). */
unsigned int source_deps(enum model_source source);

/** text_of_model - what an ME_TEXT effect writes; @size is its size if it has one. */
struct text text_of_model(struct engine *e, const struct model_effect *f, struct aval size,
			  const char *name);

/**
 * constant_text - the pointer that MR_ONE_OF and MR_TEXT return
 *
 * @size: of MR_TEXT, if it is limited. @key: what the same pointer is returned
 * for, or NULL.
 */
struct aval constant_text(struct engine *e, const struct model_ret *r, struct aval size,
			  const char *name, const struct sym_key *key);

/** member_text - what is known of the string in the member that @a points to; false if nothing. */
bool member_text(struct engine *e, struct aval a, struct text *t);

/* ---- format.c ---- */

/**
 * format_text - what @format (a literal of @n bytes) prints with the arguments
 * args[first...] of @c; @c NULL: a va_list
 *
 * Its length is a value because it may be a sum of strings' lengths. Adds to
 * @deps what the text depends on. @via: the function that prints, whose reading
 * of strings is checked; NULL: nothing is read now.
 */
struct text format_text(struct engine *e, struct state *s, const char *format, size_t n,
			const struct call_site *c, size_t first, const char *via,
			unsigned int *deps);

/**
 * format_prints_raw - whether a %s without precision prints text that user space
 * wrote and that may have more than @max bytes; arguments as of format_text()
 */
bool format_prints_raw(struct engine *e, struct state *s, const char *format, size_t n,
		       const struct call_site *c, size_t first, const char *via, wide max);

/* ---- logs.c ---- */

/** check_format - the user's bytes must not be what @via() takes for a format. */
void check_format(struct engine *e, struct state *s, struct aval format, const char *via);

/** locks_branch - @cond was undecided: a count may tell which of the locks of @s are released. */
void locks_branch(struct engine *e, struct state *s, struct aval cond);

/** logs_branch - @cond was undecided: what a "once" flag keeps back was said before. */
void logs_branch(struct engine *e, struct state *s, struct aval cond);

/* ---- scan.c ---- */

/**
 * scan_text - what sscanf() does: @format is a literal of @n bytes, @from the string
 *
 * Stores through args[first...] of @c. Each number of conversions that may
 * succeed is a path of its own, added to @out with that number.
 */
void scan_text(struct engine *e, struct state *s, struct aval from, const char *format, size_t n,
	       const struct call_site *c, size_t first, result_list *out);

/* ---- event.c ---- */

/** line_text - "line 7" of the file that is being run, "name.c:7" of others; in @e->out. */
const char *line_text(const struct engine *e, struct loc loc);

/**
 * event_add - record a hazard that is met in @s
 *
 * The caller sets kind, place, is_write, message and doubt; texts must
 * live in @e->out. The place in the source is that of the instruction being
 * interpreted unless @what has one; it is moved out of inline functions of
 * headers. A doubt of the path itself is added here. Of equal events (kind,
 * place, is_write, location) the first certain one is kept.
 */
void event_add(struct engine *e, const struct state *s, const struct event *what);

/** event_place - where what happens now is said to happen: never in a header's inline function. */
struct loc event_place(const struct engine *e);

/** event_function - the function that event_place() lies in. */
const char *event_function(const struct engine *e);

/* ---- place.c ---- */

/** address_key - a number for the address @v: the region's number above the offset. */
uint64_t address_key(struct engine *e, struct state *s, struct aval v);

/** value_member - "struct tag.member" that the address @v lies in, or NULL. */
const char *value_member(struct aval v);

/** value_inner_member - the same, and the smallest: not what it may be the whole of. */
const char *value_inner_member(struct aval v);

/** address_name - "'my_dev.lock'", or what else can be said of the place. */
const char *address_name(struct engine *e, struct state *s, struct aval v);

/**
 * place_source - what other functions of the driver put at @a (enum value_dep)
 *
 * Only if that is not stable; @what then names the place and them. @is_pointer:
 * what a pointer there leads to counts, too.
 */
unsigned int place_source(struct engine *e, struct aval a, bool is_pointer, const char **what);

/* ---- owned.c ---- */

/** owned_store, owned_copy - what is stored at @to may now be in other hands than the handler's. */
void owned_store(struct engine *e, struct state *s, struct aval to, struct aval v);
void owned_copy(struct engine *e, struct state *s, struct aval to, struct aval from);
/** owned_fact - that the object @v points to is the path's own memory, or NULL. */
const struct fact *owned_fact(struct engine *e, struct state *s, struct aval v);
/** owned_region - the region that a FACT_OBJECT about memory is about. */
uint32_t owned_region(const struct fact *f);
/** owned_escape - others know the object that @v points to. */
void owned_escape(struct engine *e, struct state *s, struct aval v);
/** owned_pass - a function that nobody knows gets @v; @why: its name and what is missing. */
void owned_pass(struct engine *e, struct state *s, struct aval v, const char *why);

/* ---- freed.c ---- */

/** freed_fact - that the object of @region was released on this path, or NULL. */
const struct fact *freed_fact(const struct state *s, uint32_t region);
/** freed_use - an event if the object that the address @at points into was released; @use: how. */
void freed_use(struct engine *e, struct state *s, struct aval at, bool is_write, const char *use);
/** freed_pass - the same for a pointer @v that is handed on; @use: to whom. */
void freed_pass(struct engine *e, struct state *s, struct aval v, const char *use);

/* ---- outlive.c ---- */

/** outlive_store, outlive_copy - what is stored at @to may be a pointer into the user's bytes. */
void outlive_store(struct engine *e, struct state *s, struct aval to, struct aval v);
void outlive_copy(struct engine *e, struct state *s, struct aval to, struct aval from,
		  struct aval size);
/** outlive_pass - @callee (NULL: a stranger) gets @v, and keeps it; @doubt: or not, or NULL. */
void outlive_pass(struct engine *e, struct state *s, struct aval v, const char *callee,
		  const char *doubt);
/** outlive_return - the handler returns in @s: an event for each pointer that is still there. */
void outlive_return(struct engine *e, struct state *s);

/* ---- changed.c ---- */

/** changed_store - @v is about to be stored at @to. */
void changed_store(struct engine *e, struct state *s, struct aval to, enum ir_type t,
		   struct aval v);
/**
 * changed_bytes - bytes at @to are about to change, to something made of @deps
 *
 * @is_update: to what depends on what they are now, as a counter does.
 */
void changed_bytes(struct engine *e, struct state *s, struct aval to, unsigned int deps,
		   bool is_update);
/** changed_by_stranger - a function that nobody knows may have changed the driver's state. */
void changed_by_stranger(struct engine *e, struct state *s, const char *why);
/** changed_stranger - that there was one on this path: its name and what is missing, or NULL. */
const char *changed_stranger(const struct state *s);
/** changed_is_restored - whether the place of @f holds again what it held first. */
bool changed_is_restored(struct engine *e, struct state *s, const struct fact *f);
/** is_once_flag - whether a variable of this name is the flag of pr_warn_once() or its like. */
bool is_once_flag(const char *name);

/** place_of_region - which kind of memory @region is. */
enum place_kind place_of_region(const struct engine *e, uint32_t region);

/* ---- summarise.c ---- */

void summarise(struct engine *e, const exit_list *exits);

/** summary_add_switch - code that is configured off, once per place. */
void summary_add_switch(struct engine *e, const char *text, struct loc loc);
/** summary_add_stranger - nothing is known of @callee; returns the doubt that this casts. */
const char *summary_add_stranger(struct engine *e, const char *callee, struct loc loc);
/** summary_over_budget - whether the run ends before @next, for its budget is spent: a step. */
bool summary_over_budget(struct engine *e, const struct ir_insn *next);

/** summary_set_incomplete - the first reason why not every path was followed. */
void summary_set_incomplete(struct engine *e, struct loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/** summary_path - the steps that led to @s, oldest first, empty detours left out. */
void summary_path(struct engine *e, const struct state *s, struct path_list *out);

#endif
