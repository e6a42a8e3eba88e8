// SPDX-License-Identifier: MIT
#include "events.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "plain.h"

#define CURRENT_SIZE 16384u
#define PHASE_SIZE   8u

static int open_in(const char *dir, const char *name, int flags)
{
	char path[4096];
	int n = snprintf(path, sizeof(path), "%s/%s", dir, name);

	if (n < 0 || (size_t)n >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return open(path, flags | O_CREAT | O_CLOEXEC, 0600);
}

static unsigned char *map_in(const char *dir, const char *name, size_t size)
{
	void *map = MAP_FAILED;
	int fd = open_in(dir, name, O_RDWR);

	if (fd >= 0 && ftruncate(fd, (off_t)size) == 0)
		map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (fd >= 0)
		close(fd);
	return map == MAP_FAILED ? NULL : map;
}

bool events_open(struct events *e, const char *dir)
{
	*e = (struct events){ .fd = -1 };
	if (!dir)
		return true;
	e->fd = open_in(dir, "events.jsonl", O_WRONLY | O_APPEND);
	e->current = map_in(dir, "current", CURRENT_SIZE);
	e->phase = map_in(dir, "phase", PHASE_SIZE);
	return e->fd >= 0 && e->current && e->phase;
}

void events_send(const struct events *e, struct text *line)
{
	const char *at = line->s;
	size_t left;

	if (e->fd < 0)
		return;
	text_add(line, "\n");
	for (left = line->n; left;) {
		ssize_t n = write(e->fd, at, left);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return; /* a full disk: the run itself is still worth going on */
		at += n;
		left -= (size_t)n;
	}
}

void events_current(const struct events *e, const unsigned char *bytes, size_t n)
{
	uint64_t length;

	if (!e->current)
		return;
	if (n > CURRENT_SIZE - 8)
		n = CURRENT_SIZE - 8;
	length = n;
	memcpy(e->current, &length, 8);
	plain_copy(e->current + 8, bytes, n);
}

void events_phase(const struct events *e, enum phase phase)
{
	static const char lines[][PHASE_SIZE] = {
		[PHASE_NONE] = "\n",
		[PHASE_SHOW] = "show\n",
		[PHASE_STORE] = "store\n",
	};

	if (e->phase)
		memcpy(e->phase, lines[phase], PHASE_SIZE);
}

static void key_of(struct text *line, const char *key)
{
	char last = line->n ? line->s[line->n - 1] : '{';

	text_addf(line, "%s\"%s\":", last == '{' || last == '[' ? "" : ",", key);
}

void event_text(struct text *line, const char *key, const char *value)
{
	key_of(line, key);
	text_add_json(line, value);
}

void event_number(struct text *line, const char *key, unsigned long value)
{
	key_of(line, key);
	text_addf(line, "%lu", value);
}

void event_bool(struct text *line, const char *key, bool value)
{
	key_of(line, key);
	text_add(line, value ? "true" : "false");
}

void event_hex(struct text *line, const char *key, const void *bytes, size_t n)
{
	key_of(line, key);
	text_add(line, "\"");
	text_add_hex(line, bytes, n);
	text_add(line, "\"");
}
