/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_FATAL_H
#define MIGVER_BASE_FATAL_H

/*
 * Two ways to end the program, never confused:
 * BUG() is our mistake: it asks for a report and aborts.
 * fatal() is the user's (a bad option, a file that can't be written): exit 2.
 */
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
#define BUG_ON(cond)                                                                               \
	do {                                                                                       \
		if (cond)                                                                          \
			BUG("%s", #cond);                                                          \
	} while (0)

_Noreturn void bug_at(const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** fatal - print "migver: MESSAGE" on stderr and exit with EXIT_USAGE. */
_Noreturn void fatal(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/** warn - print "migver: MESSAGE" on stderr and go on. */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

enum exit_status {
	EXIT_OK = 0,	     /* nothing at or above the threshold */
	EXIT_FINDINGS = 1,   /* findings at or above the threshold */
	EXIT_USAGE = 2,	     /* usage or configuration error */
	EXIT_INCOMPLETE = 3, /* something asked for was not analyzed, and no findings */
};

#endif
