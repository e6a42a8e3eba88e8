/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The few services that krt needs from the process it runs in. Defined in
 * fuzz/host.c with libc; builtin types only, as in krt.h.
 */
#ifndef KRT_HOST_H
#define KRT_HOST_H

/* malloc() and free() of the process, so that ASan sees every block exactly.
 * NULL when memory is short. */
void *host_alloc(unsigned long size);
void host_free(void *block);
/* As host_alloc(), at a multiple of `align`, a power of two. */
void *host_aligned(unsigned long size, unsigned long align);

/* Zeroed pages, `size` rounded up; they stay until the process ends. */
void *host_pages(unsigned long size);

/* 1 if ASan says that one of these bytes must not be read; 0 without ASan. */
int host_poisoned(const void *start, unsigned long size);

/* Writes to standard error. */
void host_write(const char *text, unsigned long len);

/* Says `why` on standard error and aborts: a defect of krt itself. */
void host_abort(const char *why) __attribute__((noreturn));

/*
 * Calls fn(arg). Returns 0 when it came back, or the value given to host_leave()
 * (not 0) if that was called meanwhile; the innermost host_call() returns.
 */
int host_call(void (*fn)(void *arg), void *arg);
void host_leave(int why) __attribute__((noreturn));

/*
 * An illegal instruction of the driver (ud2 of WARN and BUG) at `pc` calls
 * handler(pc), which returns the address to go on at, or 0 if it is no trap of
 * its own (then the process dies of the signal, as without a handler), or does
 * not return.
 */
void host_on_trap(unsigned long (*handler)(unsigned long pc));

/*
 * For a handler of SIGSEGV: inline functions of real headers hold instructions that user
 * space may not run (port I/O, cli, rdmsr ...). If `context`, a ucontext_t, stands at one,
 * does in its place what a machine without devices would (reads give all ones, MSRs 0),
 * steps over it and returns 1; otherwise 0.
 */
int host_emulate(void *context);

/* Overwrites `size` bytes of the stack below the caller with `byte`. */
void host_scribble_stack(int byte, unsigned long size);

#endif
