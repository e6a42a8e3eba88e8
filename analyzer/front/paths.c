// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "front/paths.h"

bool path_is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool path_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool path_exists_in(struct arena *a, const char *dir, const char *name)
{
	return path_is_file(path_join(a, dir, name));
}

char *path_dir(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return arena_strdup(a, ".");
	return slash == path ? arena_strdup(a, "/") : arena_strndup(a, path, slash - path);
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Drop "./" parts and doubled slashes, in place; ".." may cross a link and stays. */
static char *drop_dots(char *path)
{
	char *out = path;
	const char *in = path;

	while (*in) {
		bool at_start = out == path || out[-1] == '/';

		if (at_start && in[0] == '.' && in[1] == '/')
			in += 2;
		else if (at_start && out != path && in[0] == '/')
			in++;
		else
			*out++ = *in++;
	}
	*out = '\0';
	return path;
}

char *path_join(struct arena *a, const char *dir, const char *name)
{
	if (!dir || name[0] == '/')
		return arena_strdup(a, name);
	return drop_dots(arena_printf(a, "%s/%s", dir, name));
}

const char *path_from_cwd(const char *cwd, const char *path)
{
	size_t n = strlen(cwd);

	if (strncmp(path, cwd, n) != 0)
		return path;
	if (path[n] == '\0')
		return ".";
	return path[n] == '/' && path[n + 1] ? path + n + 1 : path;
}

char *path_real(struct arena *a, const char *path)
{
	char real[PATH_MAX];

	return realpath(path, real) ? arena_strdup(a, real) : NULL;
}

static char *read_all(struct arena *a, int fd, size_t size, size_t *got)
{
	char *bytes = arena_alloc(a, size + 1);
	ssize_t n = 1;

	*got = 0;
	while (*got < size && n > 0) {
		n = read(fd, bytes + *got, size - *got);
		if (n > 0)
			*got += (size_t)n;
	}
	return n < 0 ? NULL : bytes;
}

static const char *why_not(struct arena *a, const struct stat *st, size_t limit)
{
	if (S_ISDIR(st->st_mode))
		return "is a directory";
	if (!S_ISREG(st->st_mode))
		return "is not a regular file";
	if ((uintmax_t)st->st_size > limit)
		return arena_printf(a, "too large (%ju MB, the limit is %zu MB)",
				    (uintmax_t)st->st_size >> 20, limit >> 20);
	return NULL;
}

char *file_read(struct arena *a, const char *path, size_t limit, size_t *size, const char **why)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	char *bytes = NULL;

	if (fd < 0 || fstat(fd, &st) != 0)
		*why = errno == ENOENT ? "no such file" : arena_strdup(a, strerror(errno));
	else
		*why = why_not(a, &st, limit);
	if (!*why) {
		bytes = read_all(a, fd, (size_t)st.st_size, size);
		if (!bytes)
			*why = "cannot be read";
	}
	if (fd >= 0)
		close(fd);
	return bytes;
}
