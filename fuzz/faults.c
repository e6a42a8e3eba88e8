// SPDX-License-Identifier: MIT
/*
 * Faults become findings, and the run goes on.
 *
 * Three things can complain while a handler runs: ASan (a wrong access, told to
 * our callback), the processor (a signal), and UBSan (told to __ubsan_on_report).
 * Each is turned into a rule by the table below, from what was running and which
 * memory it was; the place is the first frame of the driver on the stack.
 *
 * Then the call must end, for after a wrong access nothing that it does means
 * anything. From a signal handler that is host_leave(), a long jump. ASan's
 * callback runs while ASan holds its locks, which must be let go first: so the
 * callback only redirects the return address of ASan's function, and leaving
 * happens where the driver would go on. UBSan's complaints don't end the call.
 *
 * This needs code that was built with -fsanitize-recover. Elsewhere ASan ends
 * the process after the callback; what is known by then has been sent.
 */
#include "faults.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "krt/host.h"
#include "oracle.h"
#include "sanitizer.h"
#include "text.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

/* The first bytes of the address space, where members of NULL are; and those of ERR_PTR(). */
#define NULL_ZONE 0x10000ul
#define ERR_ZONE  (-4096ul)

/* ---- which rule ---- */

enum { ANY = -1, NO = 0, YES = 1 };

/* The first row that fits counts. `kind` is the beginning of the fault's name; "": any. */
static const struct {
	const char *kind;
	int place; /* enum buffer_place, or ANY */
	int write, alloc;
	const char *show_rule, *store_rule;
	const char *text;
} rows[] = {
	{ "", BUFFER_PAGE, YES, ANY, "MV103", "MV205", "writes outside the page" },
	{ "", BUFFER_PAGE, NO, ANY, "MV109", "MV205", "reads outside the page" },
	{ "", BUFFER_IDLE, ANY, ANY, "MV208", "MV208",
	  "uses a pointer into the buffer of an earlier store" },
	{ "write to const", BUFFER_CURRENT, ANY, ANY, "MV208", "MV208", "writes into the buffer" },
	{ "", BUFFER_CURRENT, YES, ANY, "MV208", "MV205", "writes outside the buffer" },
	{ "", BUFFER_CURRENT, NO, ANY, "MV205", "MV205", "reads outside the buffer" },
	{ "null pointer", ANY, ANY, YES, "MV402", "MV402",
	  "uses the result of an allocation that failed" },
	{ "error pointer", ANY, ANY, YES, "MV402", "MV402",
	  "uses the result of an allocation that failed" },
	{ "null pointer", ANY, ANY, ANY, "MV109", "MV403", "uses a NULL pointer" },
	{ "error pointer", ANY, ANY, ANY, "MV109", "MV403", "uses an error pointer" },
	{ "heap-use-after-free", ANY, ANY, ANY, "MV109", "MV403", "uses memory that was freed" },
	{ "stack-use-after", ANY, ANY, ANY, "MV109", "MV403", "uses a variable that is gone" },
	{ "double-free", ANY, ANY, ANY, "MV401", "MV401", "frees memory twice" },
	{ "bad-free", ANY, ANY, ANY, "MV109", "MV403", "frees what no allocator returned" },
	{ "stack exhausted", ANY, ANY, ANY, "MV109", "MV205", "uses up the stack" },
	{ "divides", ANY, ANY, ANY, "MV109", "MV215", "divides by zero" },
	{ "", ANY, YES, ANY, "MV103", "MV205", "writes outside its memory" },
	{ "", ANY, ANY, ANY, "MV109", "MV205", "reads outside its memory" },
};

struct fault {
	const char *kind; /* in ASan's words, or ours */
	const void *address;
	bool is_write;
	size_t size; /* bytes, 0: not known */
	struct place place;
	const char *details;
};

static size_t row_of(const struct fault *x, enum buffer_place place, bool alloc)
{
	for (size_t i = 0; i < ARRAY_SIZE(rows) - 1; i++)
		if (!strncmp(x->kind, rows[i].kind, strlen(rows[i].kind)) &&
		    (rows[i].place == ANY || rows[i].place == (int)place) &&
		    (rows[i].write == ANY || rows[i].write == (int)x->is_write) &&
		    (rows[i].alloc == ANY || rows[i].alloc == (int)alloc))
			return i;
	return ARRAY_SIZE(rows) - 1;
}

/* " at byte 5 of 4 and a NUL", where it is a buffer of ours. */
static void add_where(struct text *t, const struct fuzz *f, const struct fault *x,
		      enum buffer_place place)
{
	const struct arena *a = &f->buffers.arena[f->buffers.turn];
	const unsigned char *at = x->address;

	if (place == BUFFER_PAGE)
		text_addf(t, ", at byte %ld of %u", (long)(at - f->buffers.page), PAGE_BYTES);
	else if (place == BUFFER_CURRENT)
		text_addf(t, ", at byte %ld; it has %zu and a NUL", (long)(at - a->start), a->len);
}

static void add_circumstances(struct text *t, unsigned with)
{
	if (with & WITH_NO_DATA)
		text_add(t, ", when there is no driver data");
	if (with & WITH_ALLOC_FAILING)
		text_add(t, ", when an allocation fails");
	if (with & WITH_SIGNAL)
		text_add(t, ", when a signal is pending");
}

static void fault_claim(struct fuzz *f, const struct fault *x)
{
	struct call *c = f->call;
	enum buffer_place place = buffers_place(&f->buffers, x->address);
	size_t row = row_of(x, place, c->with & WITH_ALLOC_FAILING);
	struct claim claim_ = { .node = c->node, .call = c, .details = x->details };
	char buf[MESSAGE_SIZE];
	struct text t = text_over(buf, sizeof(buf));

	claim_.rule = c->kind == CALL_SHOW ? rows[row].show_rule : rows[row].store_rule;
	if (*x->place.function || *x->place.file)
		claim_.place = x->place;
	if (c->kind == CALL_STORE) {
		c->ret = KRT_ABORTED;
		claim_.evidence[claim_.n_evidence++] = evidence_of(c);
	}
	text_add(&t, rows[row].text);
	add_where(&t, f, x, place);
	add_circumstances(&t, c->with);
	text_addf(&t, " (%s)", x->kind);
	claim(f, &claim_, "%s", buf);
	f->fault.happened = true;
	f->fault.is_busy = false;
	/* Once it is known that the buffer is written to, see what else goes wrong. */
	if (!strcmp(x->kind, "write to const buffer") && !f->findings.probe)
		c->node->writes_buffer = true;
}

/* ---- leaving the call ---- */

/* Returned to instead of called: the stack has no return address for the alignment's sake. */
#ifdef __x86_64__
__attribute__((force_align_arg_pointer))
#endif
static void
leave(void)
{
	host_leave(1);
}

/*
 * Every word between here and the harness's frame that is the return address
 * @pc; one of them is the slot, the others are copies that nobody needs any more.
 */
__attribute__((no_sanitize("address", "undefined"))) static unsigned redirect(const void *pc,
									      uintptr_t top)
{
	uintptr_t *slot = __builtin_frame_address(0);
	unsigned n = 0;

	for (; (uintptr_t)slot < top; slot++)
		if (*slot == (uintptr_t)pc) {
			*slot = (uintptr_t)leave;
			n++;
		}
	return n;
}

/* ---- ASan ---- */

static void on_asan(const char *report)
{
	struct fuzz *f = &fuzz_world;
	struct fault x = { .kind = __asan_get_report_description(),
			   .address = __asan_get_report_address(),
			   .is_write = __asan_get_report_access_type() == 1,
			   .details = report };
	const void *first = NULL;

	if (!f->call) {
		fputs(report, stderr);
		return;
	}
	f->fault.is_busy = true;
	places_blame(&f->places, &x.place, &first);
	fault_claim(f, &x);
	if (f->options.abort_on) /* those who collect crashes read reports */
		fputs(report, stderr);
	if (!first || !redirect(first, f->fault.stack_top) || f->options.abort_on)
		findings_send_raw(f); /* the process may end when this returns */
}

#define ASAN_OPTIONS                                                                               \
	"halt_on_error=0:suppress_equal_pcs=0:detect_leaks=0:handle_segv=0:handle_sigbus=0:"       \
	"handle_sigfpe=0:handle_sigill=0:allocator_may_return_null=1:"                             \
	"detect_stack_use_after_return=0:quarantine_size_mb=1"

/* Of a report only what it says is needed, and short ones are fast. */
#define ASAN_SHORT                                                                                 \
	":symbolize=0:malloc_context_size=0:fast_unwind_on_fatal=1:print_legend=0:"                \
	"print_full_thread_history=0:stack_trace_format=%p:color=never:print_summary=0"

/* Exported targets, and only they, have options with them; their reports are read by others. */
const char *__asan_default_options(void)
{
	return &fuzz_default_options ? ASAN_OPTIONS : ASAN_OPTIONS ASAN_SHORT;
}

/* ---- signals ---- */

static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE };

static void classify_address(struct fault *x, const struct fuzz *f)
{
	uintptr_t address = (uintptr_t)x->address;

	x->kind = "wild pointer";
	if (address < NULL_ZONE)
		x->kind = "null pointer";
	else if (address >= ERR_ZONE)
		x->kind = "error pointer";
	else if (x->is_write && buffers_place(&f->buffers, x->address) == BUFFER_CURRENT)
		x->kind = "write to const buffer";
	else if (address < f->fault.stack_top && address > f->fault.stack_top - (1ul << 24))
		x->kind = "stack exhausted";
}

#ifdef __x86_64__
/*
 * An address that the processor doesn't even translate is not told. With ASan
 * that happens to error pointers, whose shadow is looked up first: then a
 * register still holds the pointer.
 */
static void classify_untold(struct fault *x, const ucontext_t *u)
{
	x->kind = "wild pointer";
	for (int i = 0; i < REG_RIP; i++)
		if ((uintptr_t)u->uc_mcontext.gregs[i] >= ERR_ZONE)
			x->kind = "error pointer";
}

static bool was_write(const ucontext_t *u)
{
	return u->uc_mcontext.gregs[REG_ERR] & 2;
}
#else
static void classify_untold(struct fault *x, const ucontext_t *u)
{
	(void)u;
	x->kind = "wild pointer";
}

static bool was_write(const ucontext_t *u)
{
	(void)u;
	return false;
}
#endif

/*
 * An engine may have put a handler of its own before ours, which blocks the
 * signal while it runs; a jump out of it doesn't end that.
 */
static _Noreturn void leave_handler(int number)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	host_leave(1);
}

static void on_signal(int number, siginfo_t *info, void *context)
{
	struct fuzz *f = &fuzz_world;
	struct fault x = { .address = info->si_addr, .is_write = was_write(context) };
	const void *first;

	if (number == SIGSEGV && host_emulate(context))
		return;
	if (!f->call || f->fault.is_busy) {
		/* Not the driver's: to the engine, by the default. */
		findings_send_raw(f);
		signal(number, SIG_DFL);
		return;
	}
	/* What ASan has reported was done all the same, by a function of libc. */
	if (f->fault.happened)
		leave_handler(number);
	if (number == SIGFPE)
		x.kind = "divides by zero";
	else if (info->si_code == SI_KERNEL)
		classify_untold(&x, context);
	else
		classify_address(&x, f);
	f->fault.is_busy = true;
	places_blame(&f->places, &x.place, &first);
	fault_claim(f, &x);
	leave_handler(number);
}

static void catch_signals(void)
{
	struct sigaction action = { .sa_sigaction = on_signal,
				    .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
	stack_t old, stack = { .ss_size = 64 * 1024 };

	if (sigaltstack(NULL, &old) == 0 && old.ss_flags & SS_DISABLE) {
		stack.ss_sp = mmap(NULL, stack.ss_size, PROT_READ | PROT_WRITE,
				   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (stack.ss_sp != MAP_FAILED)
			sigaltstack(&stack, NULL);
	}
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++)
		sigaction(signals[i], &action, NULL);
}

void faults_mute(void)
{
	static int null = -1;

	if (null < 0)
		null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (__sanitizer_set_report_fd && null >= 0)
		__sanitizer_set_report_fd((void *)(intptr_t)null);
}

void faults_init(void)
{
	catch_signals();
	if (__asan_set_error_report_callback)
		__asan_set_error_report_callback(on_asan);
	faults_mute();
}

void faults_begin(struct fuzz *f)
{
	f->fault.happened = false;
	f->fault.stack_top = (uintptr_t)__builtin_frame_address(0);
}

void faults_settle(struct fuzz *f, const struct call *c)
{
	arithmetic_settle(f, c);
}
