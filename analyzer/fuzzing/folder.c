// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fatal.h"
#include "front/paths.h"
#include "fuzzing/folder.h"

#define COPY_BYTES ((size_t)512 << 20)

void folder_make(struct arena *a, const char *path)
{
	char *part = arena_strdup(a, path);

	for (char *p = part + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		mkdir(part, 0777);
		*p = '/';
	}
	if (mkdir(part, 0777) != 0 && errno != EEXIST)
		fatal("can't make the folder %s: %s", path, strerror(errno));
	if (!path_is_dir(path))
		fatal("%s is in the way: it is no folder", path);
}

const char *folder_temporary(struct arena *a, const char *prefix)
{
	char *path = arena_printf(a, "%s.XXXXXX", prefix);

	if (!mkdtemp(path))
		fatal("can't make a folder %s: %s", path, strerror(errno));
	return path;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static name_list list_all(struct arena *a, const char *path, bool with_hidden)
{
	name_list names = { 0 };
	DIR *dir = opendir(path);

	for (struct dirent *e; dir && (e = readdir(dir));) {
		bool is_dots = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;

		if (!is_dots && (with_hidden || e->d_name[0] != '.'))
			*vec_push(a, &names) = arena_strdup(a, e->d_name);
	}
	if (dir)
		closedir(dir);
	if (names.n)
		qsort(names.v, names.n, sizeof(*names.v), by_name);
	return names;
}

name_list folder_list(struct arena *a, const char *path)
{
	return list_all(a, path, false);
}

void folder_remove(struct arena *a, const char *path)
{
	name_list names = { 0 };
	struct stat st;

	if (lstat(path, &st) != 0)
		return;
	if (!S_ISDIR(st.st_mode)) {
		unlink(path);
		return;
	}
	names = list_all(a, path, true);
	for (size_t i = 0; i < names.n; i++)
		folder_remove(a, path_join(a, path, names.v[i]));
	rmdir(path);
}

void file_put(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	const char *p = bytes;
	ssize_t got = 0;

	for (; fd >= 0 && n && got >= 0; p += got, n -= (size_t)got)
		got = write(fd, p, n);
	if (fd < 0 || got < 0 || close(fd) != 0)
		fatal("can't write %s: %s", path, strerror(errno));
}

char *file_get(struct arena *a, const char *path, size_t limit, size_t *n)
{
	const char *why;

	return file_read(a, path, limit, n, &why);
}

bool file_copy(struct arena *a, const char *from, const char *to)
{
	struct stat st;
	size_t n;
	char *bytes = file_get(a, from, COPY_BYTES, &n);

	if (!bytes || stat(from, &st) != 0)
		return false;
	file_put(to, bytes, n);
	return chmod(to, st.st_mode & 0777) == 0;
}
