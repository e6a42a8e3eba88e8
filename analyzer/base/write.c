// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/write.h"

static _Noreturn void fail(const struct strbuf *text, const char *path)
{
	const char *why = strerror(errno);
	struct strbuf b;

	strbuf_init(&b, text->arena);
	strbuf_add_escaped(&b, path, strlen(path), true);
	fatal("can't write %s: %s", b.s, why);
}

static bool write_all(int fd, const struct strbuf *text)
{
	for (size_t done = 0; done < text->n;) {
		ssize_t n = write(fd, text->s + done, text->n - done);

		if (n < 0 && errno != EINTR)
			return false;
		done += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static void write_direct(const char *path, const struct strbuf *text)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);

	if (fd < 0 || !write_all(fd, text) || close(fd) != 0)
		fail(text, path);
}

/* mkstemp() makes files that only the owner may read; a report is an ordinary file. */
static bool set_mode(int fd, const struct stat *old)
{
	mode_t mask;

	if (old)
		return fchmod(fd, old->st_mode & 0777) == 0;
	mask = umask(0);
	umask(mask);
	return fchmod(fd, 0666 & ~mask) == 0;
}

static void replace(const char *path, const struct stat *old, const struct strbuf *text)
{
	char *temp = arena_printf(text->arena, "%s.XXXXXX", path);
	int fd = mkstemp(temp);
	bool is_written;

	if (fd < 0)
		fail(text, path);
	is_written = write_all(fd, text) && set_mode(fd, old);
	if (close(fd) != 0 || !is_written || rename(temp, path) != 0) {
		int error = errno;

		unlink(temp);
		errno = error;
		fail(text, path);
	}
}

/* /dev/stdout may well be a plain file; who reads it holds on to that one. */
static bool is_our_stream(const struct stat *st)
{
	struct stat own;

	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++)
		if (fstat(fd, &own) == 0 && own.st_dev == st->st_dev && own.st_ino == st->st_ino)
			return true;
	return false;
}

void write_file(const char *path, const struct strbuf *text)
{
	char real[PATH_MAX];
	struct stat st;

	if (stat(path, &st) != 0)
		replace(path, NULL, text);
	else if (S_ISREG(st.st_mode) && !is_our_stream(&st) && realpath(path, real))
		replace(real, &st, text);
	else
		write_direct(path, text);
}
