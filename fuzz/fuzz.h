/* SPDX-License-Identifier: MIT */
/*
 * The fuzz target: what one process knows. `struct fuzz` has one instance,
 * `fuzz_world` in harness.c, which only the entry points and the fault handlers
 * name; everybody else is given a pointer.
 *
 *	harness.c	entry points of the engine; events of beginning and end
 *	load.c		loading the module, finding its attributes
 *	machines.c	the same on other machines
 *	bundle.c	one input: the store, and what is asked about it
 *	call.c		one call of show or store, as sysfs does it
 *	compares.c	which comparisons the engine is told of
 *	speed.c		what the driver's speed is measured by
 *	oracle*.c	the table of oracles, and what each looks at
 *	faults.c	sanitizer reports and signals become findings (arithmetic.c: UBSan's)
 *	findings.c	recorded once, minimised (minimise.c), sent (events.c)
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffers.h"
#include "events.h"
#include "krt/krt.h"
#include "mutate.h"
#include "options.h"
#include "places.h"

#define MAX_NODES    64
#define MAX_ORACLES  64
#define MAX_INPUT    MUTATE_MAX_SIZE
#define MAX_FINDINGS 128
#define MAX_EVIDENCE 4
#define MAX_NOTES    64
#define MESSAGE_SIZE 512
#define DETAILS_SIZE 4096
/* What every call is run with, unless an oracle asks for something else. */
#define DEFAULT_FILL 0xa5
#define DEFAULT_SEED 1

/* An attribute under test. */
struct node {
	const struct krt_attr *attr;
	struct place show, store;      /* the definitions of the handlers */
	unsigned char own[PAGE_BYTES]; /* what show printed when the module was loaded */
	size_t own_len;		       /* 0: it failed, or printed nothing usable */
	long show_ret;		       /* of that show */
	unsigned long shows, shown;    /* calls, and those that succeeded */
	unsigned long stores, accepted, refused;
	unsigned long ended;	   /* calls that a fault ended */
	unsigned char foreign[64]; /* an accepted string that is not its own version */
	size_t foreign_len;
	unsigned long indifferent, discerning; /* accepted strings: did a changed byte matter? */
	bool writes_buffer;		  /* it is known: its buffers are writable from now on */
	bool is_fickle;			  /* the same write was answered in two ways */
	bool show_stubbed, store_stubbed; /* a handler called what nobody models */
	bool is_off[MAX_ORACLES];	  /* the oracle was switched off here */
};

enum call_kind { CALL_SHOW, CALL_STORE };

/* Circumstances in which a call is made; most oracles judge ordinary ones only. */
enum {
	WITH_ALLOC_FAILING = 1, /* an allocation is made to fail */
	WITH_NO_DATA = 2,	/* driver data is absent */
	WITH_SIGNAL = 4,	/* interruptible waits are interrupted */
	WITH_OTHER_FILL = 8,	/* uninitialised memory holds something else */
	WITH_OTHER_SEED = 16,	/* clock, random numbers and addresses are others */
};

/* One call of a handler, and what came of it. */
struct call {
	enum call_kind kind;
	struct node *node;
	unsigned with;		    /* circumstances */
	const unsigned char *bytes; /* store: what was written; show: the page */
	size_t len;		    /* store: their number; show: strnlen() of the page */
	long ret;
	bool ended;	  /* by a fault or BUG(): `ret` means nothing */
	bool was_changed; /* store: a byte of the buffer, at changed_at */
	size_t changed_at;
	struct krt_ledger before, after;
	unsigned long first_block; /* blocks with a number above are of this call */
};

/* A write and its answer, to be shown with a finding. */
struct evidence {
	const unsigned char *bytes;
	size_t len;
	long ret;
};

struct finding {
	const char *rule; /* of the oracle's row */
	bool is_mild;
	bool is_sent;
	bool is_of_many;
	const struct node *node; /* NULL: no attribute's */
	struct place place;
	char message[MESSAGE_SIZE];
	char details[DETAILS_SIZE];
	unsigned char input[MAX_INPUT];
	size_t input_len;
	unsigned n_evidence;
	struct {
		size_t len;
		long ret;
		unsigned char bytes[PAGE_BYTES];
	} evidence[MAX_EVIDENCE];
	unsigned long found_at, times; /* input number; how often it was seen */
	double cpu;		       /* seconds that the process had run by then */
};

struct findings {
	unsigned n, unsent;
	bool is_deaf; /* nothing is recorded */
	struct finding list[MAX_FINDINGS];
	/* A minimiser asks whether one finding comes again, and has it told anew. */
	struct finding *probe;
	bool probe_hit, probe_refresh;
};

struct state {
	unsigned long long hash; /* of the driver's state that was saved */
	unsigned long blocks, last_block, queued, tree;
	long refs;
};

#define MAX_REPORTS 16
#define MAX_USUAL   64

/* A complaint of UBSan's in the call that is going on. */
struct report {
	size_t row; /* of the table in arithmetic.c */
	struct place place;
	const char *file; /* UBSan's own words */
	unsigned line, column;
	void *mark; /* that it was reported, to be taken back */
	char message[160];
};

/* What faults.c and arithmetic.c know about the call that is going on. */
struct fault_mark {
	bool happened;	     /* and ends the call */
	bool is_busy;	     /* a fault is being judged: another one would be ours */
	uintptr_t stack_top; /* frames above are the harness's */
	unsigned n_reports;
	struct report reports[MAX_REPORTS];
	unsigned n_usual; /* places that complain of the driver's own version, too */
	struct place usual[MAX_USUAL];
};

#define MAX_MOMENTS 8

/* The oracles of each moment (oracle.h), so that a call meets its own only. */
struct moments {
	bool is_ready;
	unsigned char n[MAX_MOMENTS], rows[MAX_MOMENTS][MAX_ORACLES];
};

struct fuzz {
	struct moments moments;
	struct options options;
	struct events events;
	struct places places;
	struct buffers buffers;
	struct mutator mutator;
	unsigned n_nodes;
	struct node nodes[MAX_NODES];
	struct findings findings;
	struct state state;
	struct call *call; /* the one going on, or NULL */
	struct fault_mark fault;
	unsigned with; /* circumstances of the calls to come */
	bool is_input; /* the string that is written is the engine's: see compares.c */
	bool is_begun, is_ended;
	bool is_doomed; /* a finding was sent, and a finding aborts */
	bool is_strict; /* buffers are read-only, whatever is known of a node */
	bool is_replay; /* every oracle judges every input */
	int load_error;
	bool is_thorough, is_learning; /* learning: the inputs are versions that must be right */
	bool is_elsewhere;	       /* on another machine than the usual one */
	bool is_plain;		       /* the input itself only, no mutations of it */

	const unsigned char *input; /* of this run */
	size_t input_len;
	uint64_t input_hash;

	unsigned elsewhere; /* findings of other machines, by other processes */
	unsigned long inputs, stores, accepted;
	unsigned long first_accepted; /* the input that was accepted first; 0: none */
	unsigned long judged[MAX_ORACLES], violated[MAX_ORACLES];
	double last_status;
	double bare; /* see speed.h */
	unsigned n_notes;
	uint64_t notes[MAX_NOTES]; /* hashes of what was noted */
};

extern struct fuzz fuzz_world;

/* harness.c */

/**
 * fuzz_begin - boots krt, loads the module, learns its attributes. Returns 0, or
 * the negative errno of the load; ends the process if the harness itself cannot
 * run. A second call does nothing.
 */
int fuzz_begin(struct fuzz *f);

/** fuzz_input - judge one input; at most MAX_INPUT bytes of it. */
void fuzz_input(struct fuzz *f, const unsigned char *data, size_t size);

/** fuzz_end - the last events. */
void fuzz_end(struct fuzz *f);

/* load.c, machines.c */

/** target_load - loads the module and finds the nodes. Returns what krt_load() did. */
int target_load(struct fuzz *f);

/** target_reload - the same without a look at yet another load. */
int target_reload(struct fuzz *f);

/** target_learn - judges the nodes as they are, and their own versions. */
void target_learn(struct fuzz *f);

/**
 * machines_visit - the module on other machines: what is found on each is sent, and
 * counted in @f->elsewhere. Needs a loaded module, and leaves it as it is.
 */
void machines_visit(struct fuzz *f);

/* bundle.c */

/** bundle_run - the input as a write to every node, and all oracles that are due. */
void bundle_run(struct fuzz *f, const unsigned char *data, size_t size);

/** bundle_run_node - the same for one node, with the whole bundle. */
void bundle_run_node(struct fuzz *f, struct node *n, const unsigned char *data, size_t size);

/* call.c */

/** call_show, call_store - call the handler, count, and have the call judged. @bytes is 1 to
 * PAGE_BYTES long and must outlive @c. */
void call_show(struct fuzz *f, struct node *n, struct call *c);
void call_store(struct fuzz *f, struct node *n, const unsigned char *bytes, size_t len,
		struct call *c);

static inline bool is_accepted(const struct call *c)
{
	return !c->ended && c->ret == (long)c->len;
}

/* Refused by the driver's own decision. */
static inline bool is_refused(const struct call *c)
{
	return !c->ended && c->ret < 0;
}

/** call_same - did two calls of the same kind give the same answer? */
bool call_same(const struct call *a, const struct call *b);

/* state.c */

/** state_save - what the driver's state is compared with from now on. */
void state_save(struct fuzz *f);

/** state_is_same - is the state as it was saved? */
bool state_is_same(const struct fuzz *f);

/**
 * state_restore - put back what was saved. False, with nothing changed, if memory was
 * allocated or freed since, or krt holds on to something new: then it would be torn.
 */
bool state_restore(struct fuzz *f);

/** state_settle - back to what was saved; if that cannot be, what is now is saved. */
void state_settle(struct fuzz *f);

/** state_describe - in words, the first place that differs from what was saved, for which
 * @skip_counters or it is no counter. False if there is none. */
bool state_describe(struct fuzz *f, bool skip_counters, char *text, size_t size,
		    struct krt_change *change);

/* findings.c */

/* Says that a rule is broken. */
struct claim {
	const char *rule;
	bool is_mild;
	const struct node *node;
	struct place place; /* empty: the handler's definition of `call`, or of the node */
	const struct call *call;
	bool is_of_many; /* a sum over many inputs: none of them shows it alone */
	unsigned n_evidence;
	struct evidence evidence[MAX_EVIDENCE];
	const char *details;
};

/** claim - record it, unless the same rule was broken at the same place before. */
void claim(struct fuzz *f, const struct claim *c, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** findings_send - minimise and send what is new. */
void findings_send(struct fuzz *f);

/** findings_send_raw - the same without running anything: the process is about to end. */
void findings_send_raw(struct fuzz *f);

/** finding_key - what makes two findings the same one: rule, function, file, line. */
void finding_key(const struct finding *x, char *key, size_t size);

/** evidence_of - of a store. */
static inline struct evidence evidence_of(const struct call *c)
{
	return (struct evidence){ c->bytes, c->len, c->ret };
}

/** note - something remarkable that breaks no rule; the same text once. */
void note(struct fuzz *f, const struct node *n, const char *text);

/* minimise.c */

/** minimise - make the input of @x smaller as long as the same finding comes. Returns the runs. */
unsigned minimise(struct fuzz *f, struct finding *x);

#endif
