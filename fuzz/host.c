// SPDX-License-Identifier: MIT
/* What krt needs of the process: krt/host.h, with libc. */
#define _GNU_SOURCE
#include "krt/host.h"

#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

/* ASan's, when it is linked. */
extern void *__asan_region_is_poisoned(void *start, size_t size) __attribute__((weak));

/* The process-wide state of this file. */
static struct {
	sigjmp_buf *guard; /* of the innermost host_call() */
	unsigned long (*trap)(unsigned long pc);
	struct sigaction old_trap;
} host;

void *host_alloc(unsigned long size)
{
	return malloc(size);
}

void *host_aligned(unsigned long size, unsigned long align)
{
	void *block;

	return posix_memalign(&block, align, size) ? NULL : block;
}

void host_free(void *block)
{
	free(block);
}

void *host_pages(unsigned long size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

int host_poisoned(const void *start, unsigned long size)
{
	return __asan_region_is_poisoned && __asan_region_is_poisoned((void *)start, size);
}

void host_write(const char *text, unsigned long len)
{
	while (len) {
		ssize_t n = write(STDERR_FILENO, text, len);

		if (n <= 0)
			return;
		text += n;
		len -= n;
	}
}

void host_abort(const char *why)
{
	host_write(why, strlen(why));
	host_write("\n", 1);
	abort();
}

/* --- guards -------------------------------------------------------------------------- */

int host_call(void (*fn)(void *arg), void *arg)
{
	sigjmp_buf here, *outer = host.guard;
	int why;

	host.guard = &here;
	/* Signal masks stay: a trap's handler does not block its signal. */
	why = sigsetjmp(here, 0);
	if (!why)
		fn(arg);
	host.guard = outer;
	return why;
}

void host_leave(int why)
{
	if (!host.guard)
		host_abort("host: nothing to leave");
	siglongjmp(*host.guard, why ? why : 1);
}

/* --- traps ---------------------------------------------------------------------------- */

#if defined(__x86_64__)
#define TRAP_PC(context) ((context)->uc_mcontext.gregs[REG_RIP])
#elif defined(__aarch64__)
#define TRAP_PC(context) ((context)->uc_mcontext.pc)
#endif

static void on_trap(int sig, siginfo_t *info, void *arg)
{
#ifdef TRAP_PC
	ucontext_t *context = arg;
	unsigned long resume = host.trap(TRAP_PC(context));

	if (resume) {
		TRAP_PC(context) = resume;
		return;
	}
#endif
	(void)info;
	/* Not ours: the instruction runs again and meets who was there before. */
	sigaction(sig, &host.old_trap, NULL);
}

void host_on_trap(unsigned long (*handler)(unsigned long pc))
{
	struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO | SA_NODEFER };

	if (!host.trap)
		sigaction(SIGILL, &action, &host.old_trap);
	host.trap = handler;
}

/* --- the stack ---------------------------------------------------------------------------- */

__attribute__((noinline)) void host_scribble_stack(int byte, unsigned long size)
{
	volatile char *low = __builtin_alloca(size);
	unsigned long i;

	for (i = 0; i < size; i++)
		low[i] = byte;
}
