// SPDX-License-Identifier: MIT
/* What krt needs of the process: krt/host.h, with libc. */
#define _GNU_SOURCE
#include "krt/host.h"
#include "sanitizer.h"

#include <dlfcn.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

/* ASan's, when it is linked. */
extern void *__asan_region_is_poisoned(void *start, size_t size) __attribute__((weak));

/* The program's code, as the linker says. */
extern const char __executable_start[], etext[];

/* The process-wide state of this file. */
static struct {
	sigjmp_buf *guard; /* of the innermost host_call() */
	unsigned long (*trap)(unsigned long pc);
	struct sigaction old_trap, old_fault;
	void *(*fill)(void *to, int byte, size_t n); /* libc's memset(), not ASan's */
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

/*
 * A driver that writes over the end of an array on its stack writes upwards. This
 * much it may, before it comes to what is needed to leave it.
 */
#define ROOM_FOR_OVERFLOWS 16384

int host_call(void (*fn)(void *arg), void *arg)
{
	sigjmp_buf here, *outer = host.guard;
	char *room;
	int why;

	host.guard = &here;
	/* Signal masks stay: a trap's handler does not block its signal. */
	why = sigsetjmp(here, 0);
	if (!why) {
		room = __builtin_alloca(ROOM_FOR_OVERFLOWS);
		__asm__ volatile("" : : "r"(room) : "memory");
		fn(arg);
	}
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

/* --- privileged instructions ------------------------------------------------------------ */

#if defined(__x86_64__)
enum effect { FAULT, NOTHING, ONES, MSR };

/* One row an opcode (0x0f first for the long ones), and how many bytes follow it. */
static const struct {
	unsigned short opcode;
	unsigned char operands, effect, bytes;
} privileged[] = {
	{ 0xec, 0, ONES, 1 },	   { 0xed, 0, ONES, 4 },    { 0xe4, 1, ONES, 1 },
	{ 0xe5, 1, ONES, 4 },	   { 0xee, 0, NOTHING, 0 }, { 0xef, 0, NOTHING, 0 },
	{ 0xe6, 1, NOTHING, 0 },   { 0xe7, 1, NOTHING, 0 }, { 0x6c, 0, NOTHING, 0 },
	{ 0x6d, 0, NOTHING, 0 },   { 0x6e, 0, NOTHING, 0 }, { 0x6f, 0, NOTHING, 0 },
	{ 0xfa, 0, NOTHING, 0 },   { 0xfb, 0, NOTHING, 0 }, { 0xf4, 0, NOTHING, 0 },
	{ 0x0f30, 0, NOTHING, 0 }, { 0x0f32, 0, MSR, 0 },   { 0x0f09, 0, NOTHING, 0 },
};

static void apply(greg_t *regs, unsigned effect, unsigned bytes, int is_word)
{
	if (effect == ONES && bytes == 4 && !is_word)
		regs[REG_RAX] = 0xffffffff;
	else if (effect == ONES)
		regs[REG_RAX] |= bytes == 1 ? 0xff : 0xffff;
	else if (effect == MSR)
		regs[REG_RAX] = regs[REG_RDX] = 0;
}

int host_emulate(void *context)
{
	greg_t *regs = ((ucontext_t *)context)->uc_mcontext.gregs;
	const unsigned char *pc = (const unsigned char *)regs[REG_RIP];
	int is_word = 0, is_repeated = 0;
	unsigned opcode;

	/* A call through a bad pointer: there is nothing to decode. */
	if (pc < (const unsigned char *)__executable_start || pc >= (const unsigned char *)etext)
		return 0;
	for (; *pc == 0x66 || *pc == 0xf3 || *pc == 0xf2; pc++) {
		is_word |= *pc == 0x66;
		is_repeated |= *pc != 0x66;
	}
	opcode = *pc++;
	if (opcode == 0x0f)
		opcode = opcode << 8 | *pc++;
	for (size_t i = 0; i < sizeof(privileged) / sizeof(privileged[0]); i++) {
		if (privileged[i].opcode != opcode)
			continue;
		apply(regs, privileged[i].effect, privileged[i].bytes, is_word);
		if (is_repeated)
			regs[REG_RCX] = 0;
		regs[REG_RIP] = (greg_t)(pc + privileged[i].operands);
		return 1;
	}
	return 0;
}
#else
int host_emulate(void *context)
{
	(void)context;
	return 0;
}
#endif

/* Only until a harness takes the signal for itself. */
static void on_fault(int sig, siginfo_t *info, void *context)
{
	(void)info;
	if (!host_emulate(context))
		sigaction(sig, &host.old_fault, NULL);
}

void host_on_trap(unsigned long (*handler)(unsigned long pc))
{
	struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO | SA_NODEFER };
	struct sigaction fault = { .sa_sigaction = on_fault,
				   .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK };

	if (!host.trap) {
		sigaction(SIGILL, &action, &host.old_trap);
		sigaction(SIGSEGV, &fault, &host.old_fault);
	}
	host.trap = handler;
}

/* --- the stack ---------------------------------------------------------------------------- */

__attribute__((noinline, no_sanitize("address"))) void host_scribble_stack(int byte,
									   unsigned long size)
{
	char *low = __builtin_alloca(size);

	if (!host.fill)
		host.fill = (void *(*)(void *, int, size_t))dlsym(RTLD_NEXT, "memset");
	if (!host.fill)
		host.fill = memset;
	host.fill(low, byte, size);
}
