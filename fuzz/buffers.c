// SPDX-License-Identifier: MIT
#include "buffers.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "plain.h"
#include "sanitizer.h"

#define SCRIBBLE 0xdb
/* What is farther before the string belongs to an earlier, longer one. */
#define JUST_BEFORE 4
#define EDGE	    0xe7

/* ASan's shadow of @start; NULL if it has none, or not the usual granules of eight bytes. */
static signed char *shadow_of(const void *start)
{
	size_t scale = 0, offset = 0;

	if (__asan_get_shadow_mapping)
		__asan_get_shadow_mapping(&scale, &offset);
	return scale == 3 ? (signed char *)(((uintptr_t)start >> scale) + offset) : NULL;
}

/* Maps the same memory twice: the driver's view ends at an inaccessible page. */
static bool arena_map(struct arena *a)
{
	int fd = memfd_create("migver-fuzz", MFD_CLOEXEC);
	unsigned char *room = mmap(NULL, ARENA_BYTES + 2 * PAGE_BYTES, PROT_NONE,
				   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (fd < 0 || room == MAP_FAILED || ftruncate(fd, ARENA_BYTES) != 0)
		return false;
	a->seen = mmap(room + PAGE_BYTES, ARENA_BYTES, PROT_READ, MAP_SHARED | MAP_FIXED, fd, 0);
	a->own = mmap(NULL, ARENA_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	if (a->seen == MAP_FAILED || a->own == MAP_FAILED)
		return false;
	memset(a->own, SCRIBBLE, ARENA_BYTES);
	poison(a->seen, ARENA_BYTES);
	a->shadow = shadow_of(a->seen);
	return true;
}

static bool page_map(struct buffers *b)
{
	unsigned char *room =
		mmap(NULL, 5 * PAGE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (room == MAP_FAILED ||
	    mprotect(room + PAGE_BYTES, 3 * PAGE_BYTES, PROT_READ | PROT_WRITE) != 0)
		return false;
	b->page = room + 2 * PAGE_BYTES;
	buffers_repair(b);
	return true;
}

bool buffers_init(struct buffers *b)
{
	for (unsigned i = 0; i < ARENAS; i++)
		if (!arena_map(&b->arena[i]))
			return false;
	return page_map(b);
}

static void protect(struct arena *a, bool writable)
{
	if (a->writable == writable)
		return;
	mprotect(a->seen, ARENA_BYTES, PROT_READ | (writable ? PROT_WRITE : 0));
	a->writable = writable;
}

/*
 * The driver may see the @size bytes at @start, the string's. In poisoned memory,
 * from the beginning of a granule on, ASan's function would do no more.
 */
static void reveal(const struct arena *a, size_t start, size_t size)
{
	if (!a->shadow) {
		unpoison(a->seen + start, size);
		return;
	}
	plain_fill(a->shadow + start / 8, 0, size / 8);
	if (size % 8)
		a->shadow[(start + size) / 8] = (signed char)(size % 8);
}

/* As __asan_poison_memory_region() marks what it poisons. */
#define POISONED 0xf7
/* Filled at once, as what is before a string is no longer of use to anybody. */
#define WHOLE 64u

/* Nothing from @start on is to be seen any more, or holds what it held. */
static void hide(const struct arena *a, size_t start)
{
	start -= start % WHOLE;
	plain_fill(a->own + start, SCRIBBLE, ARENA_BYTES - start);
	if (a->shadow)
		plain_fill(a->shadow + start / 8, POISONED, (ARENA_BYTES - start) / 8);
	else
		poison(a->seen + start, ARENA_BYTES - start);
}

/*
 * With ASan the start is aligned to its granules of eight bytes, or a read just
 * before it would be missed; the end needn't be, ASan knows it to the byte.
 * Without, the end is that of the last page, to the byte.
 */
static size_t start_of(size_t len)
{
	size_t start = ARENA_BYTES - len - 1;

	return __asan_poison_memory_region ? start & ~(size_t)7 : start;
}

const char *buffers_string(struct buffers *b, const unsigned char *bytes, size_t len, bool writable)
{
	struct arena *a = &b->arena[b->turn = (b->turn + 1) % ARENAS];
	size_t start = start_of(len);

	plain_copy(a->own + start, bytes, len);
	a->own[start + len] = '\0';
	protect(a, writable);
	a->start = a->seen + start;
	a->len = len;
	reveal(a, start, len + 1);
	return (const char *)a->start;
}

static size_t first_difference(const unsigned char *x, const unsigned char *y, size_t n)
{
	size_t i = 0;

	while (i < n && x[i] == y[i])
		i++;
	return i;
}

bool buffers_release(struct buffers *b, const unsigned char *bytes, size_t *changed_at)
{
	struct arena *a = &b->arena[b->turn];
	size_t start = (size_t)(a->start - a->seen);
	unsigned char *own = a->own + start;
	bool same = true;

	/* A mapping that cannot be written needs no comparison. */
	if (a->writable) {
		same = memcmp(own, bytes, a->len) == 0 && own[a->len] == '\0';
		*changed_at = same ? 0 : first_difference(own, bytes, a->len);
	}
	hide(a, start);
	a->start = NULL;
	return same;
}

char *buffers_page(struct buffers *b)
{
	plain_fill(b->page, 0, PAGE_BYTES);
	return (char *)b->page;
}

static bool is_filled(const unsigned char *edge)
{
	return edge[0] == EDGE && memcmp(edge, edge + 1, PAGE_BYTES - 1) == 0;
}

bool buffers_edges(const struct buffers *b)
{
	/* ASan saw every write; its shadow says that these may not be read. */
	if (__asan_poison_memory_region)
		return true;
	return is_filled(b->page - PAGE_BYTES) && is_filled(b->page + PAGE_BYTES);
}

void buffers_repair(struct buffers *b)
{
	unsigned char *first = b->page - PAGE_BYTES, *last = b->page + PAGE_BYTES;

	unpoison(first, 3 * PAGE_BYTES);
	memset(first, EDGE, PAGE_BYTES);
	memset(last, EDGE, PAGE_BYTES);
	poison(first, PAGE_BYTES);
	poison(last, PAGE_BYTES);
}

static bool is_in(const unsigned char *p, const unsigned char *start, size_t size)
{
	return p >= start && p < start + size;
}

enum buffer_place buffers_place(const struct buffers *b, const void *address)
{
	const unsigned char *p = address;

	/* Each has an inaccessible page before and behind it. */
	if (is_in(p, b->page - 2 * PAGE_BYTES, 5 * PAGE_BYTES))
		return BUFFER_PAGE;
	for (unsigned i = 0; i < ARENAS; i++) {
		const struct arena *a = &b->arena[i];

		if (is_in(p, a->seen - PAGE_BYTES, ARENA_BYTES + 2 * PAGE_BYTES))
			return i == b->turn && a->start && p + JUST_BEFORE >= a->start
				       ? BUFFER_CURRENT
				       : BUFFER_IDLE;
	}
	return BUFFER_NONE;
}
