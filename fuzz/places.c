// SPDX-License-Identifier: MIT
#include "places.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unwind.h>

#include "dwarf_line.h"
#include "text.h"

static bool map_image(struct places *p)
{
	int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *map = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0)
		map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (map == MAP_FAILED)
		return false;
	p->image = (struct section){ map, (size_t)st.st_size };
	return true;
}

static struct section slice(const struct places *p, const ElfW(Shdr) * s)
{
	struct section none = { NULL, 0 };

	if (s->sh_type == SHT_NOBITS || s->sh_flags & SHF_COMPRESSED ||
	    s->sh_offset > p->image.size || s->sh_size > p->image.size - s->sh_offset)
		return none;
	return (struct section){ p->image.bytes + s->sh_offset, s->sh_size };
}

static void note_section(struct places *p, const char *name, struct section s)
{
	struct {
		const char *name;
		struct section *to;
	} rows[] = {
		{ ".debug_line", &p->line }, { ".debug_line_str", &p->line_str },
		{ ".debug_str", &p->str },   { ".symtab", &p->symbols },
		{ ".strtab", &p->names },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (!strcmp(rows[i].name, name))
			*rows[i].to = s;
}

static void read_sections(struct places *p)
{
	const ElfW(Ehdr) *head = (const void *)p->image.bytes;
	const ElfW(Shdr) * sections;
	struct section names;

	if (p->image.size < sizeof(*head) || memcmp(head->e_ident, ELFMAG, SELFMAG) != 0 ||
	    head->e_shoff > p->image.size ||
	    head->e_shnum > (p->image.size - head->e_shoff) / sizeof(*sections) ||
	    head->e_shstrndx >= head->e_shnum)
		return;
	sections = (const void *)(p->image.bytes + head->e_shoff);
	names = slice(p, &sections[head->e_shstrndx]);
	for (unsigned i = 0; i < head->e_shnum; i++)
		if (sections[i].sh_name < names.size)
			note_section(p, (const char *)names.bytes + sections[i].sh_name,
				     slice(p, &sections[i]));
}

/* The first object is the program itself. */
static int note_bias(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct places *p = arg;

	(void)size;
	p->bias = info->dlpi_addr;
	return 1;
}

/* A function with nothing of a header's in it, to see how this very file is called. */
__attribute__((noinline)) static void anchor(void)
{
	__asm__ volatile("");
}

void places_init(struct places *p)
{
	struct place self;
	char *slash;

	memset(p, 0, sizeof(*p));
	if (!map_image(p))
		return;
	read_sections(p);
	dl_iterate_phdr(note_bias, p);
	/* This very file lies in the harness's folder, krt's below it. */
	if (!places_find(p, (const void *)(uintptr_t)anchor, &self) || !*self.file)
		return;
	snprintf(p->ours, sizeof(p->ours), "%s", self.file);
	slash = strrchr(p->ours, '/');
	if (slash)
		slash[1] = '\0';
	else
		p->ours[0] = '\0';
}

/* The symbol of a type that @address, as in the file, lies in. */
static const ElfW(Sym) * symbol_at(const struct places *p, uint64_t address, unsigned type)
{
	const ElfW(Sym) *symbols = (const void *)p->symbols.bytes;
	size_t n = p->symbols.size / sizeof(*symbols);

	for (size_t i = 0; i < n; i++)
		if ((symbols[i].st_info & 15u) == type && symbols[i].st_name < p->names.size &&
		    address - symbols[i].st_value < (symbols[i].st_size ? symbols[i].st_size : 1))
			return &symbols[i];
	return NULL;
}

static const char *symbol_name(const struct places *p, const ElfW(Sym) * symbol)
{
	return (const char *)p->names.bytes + symbol->st_name;
}

/* Length of the path of a hit, or -1 if it doesn't fit. */
static int path_of(const struct line_hit *hit, char *path, size_t size)
{
	const char *parts[] = { hit->base, hit->directory, hit->name };
	struct text t = text_over(path, size);
	int first = 2; /* the last one that is absolute; else whatever there is */

	while (first && *parts[first] != '/')
		first--;
	for (int i = first; i < 3; i++)
		text_addf(&t, "%s%s", parts[i], *parts[i] && i < 2 ? "/" : "");
	return t.n < size - 1 ? (int)t.n : -1;
}

/* Path of a hit, kept in the pool: the same one once. */
static const char *keep_path(struct places *p, const struct line_hit *hit)
{
	char path[1024];
	int n = path_of(hit, path, sizeof(path));

	if (n < 0)
		return "";
	for (size_t at = 0; at < p->used; at += strlen(p->pool + at) + 1)
		if (!strcmp(p->pool + at, path))
			return p->pool + at;
	if ((size_t)n + 1 > sizeof(p->pool) - p->used)
		return "";
	memcpy(p->pool + p->used, path, (size_t)n + 1);
	p->used += (size_t)n + 1;
	return p->pool + p->used - n - 1;
}

static void use_hit(struct places *p, const struct line_hit *hit, struct place *place)
{
	place->file = keep_path(p, hit);
	place->line = hit->line;
}

/* Where the answer for @pc is, or goes. */
static struct places_memo *memo_of(struct places *p, const void *pc, bool is_driver)
{
	size_t at = ((uintptr_t)pc * 2 + is_driver) * 0x9e3779b1u % PLACES_CACHE;

	return &p->memo[at];
}

static bool recall(const struct places_memo *m, const void *pc, bool is_driver, struct place *place)
{
	/* A memo without an address is one that holds nothing yet. */
	if (!pc || m->pc != pc || m->is_driver != is_driver)
		return false;
	*place = m->place;
	return true;
}

static bool keep(struct places_memo *m, const void *pc, bool is_driver, const struct place *place,
		 bool found)
{
	*m = (struct places_memo){ pc, is_driver, found, *place };
	return found;
}

static bool find(struct places *p, const void *pc, struct place *place)
{
	uint64_t address = (uintptr_t)pc - p->bias;
	const ElfW(Sym) *symbol = symbol_at(p, address, STT_FUNC);
	struct line_hit hit;

	*place = (struct place){ .function = "", .file = "" };
	if (symbol)
		place->function = symbol_name(p, symbol);
	if (dwarf_line_find(p, address, 0, NULL, &hit))
		use_hit(p, &hit, place);
	return symbol || *place->file;
}

bool places_find(struct places *p, const void *pc, struct place *place)
{
	struct places_memo *m = memo_of(p, pc, false);

	if (recall(m, pc, false, place))
		return m->found;
	return keep(m, pc, false, place, find(p, pc, place));
}

static bool is_driver_path(const struct places *p, const char *path)
{
	if (!*path || strstr(path, "/include/"))
		return false;
	return !*p->ours || strncmp(path, p->ours, strlen(p->ours)) != 0;
}

static bool is_driver_hit(const struct places *p, const struct line_hit *hit)
{
	char path[1024];

	return path_of(hit, path, sizeof(path)) >= 0 && is_driver_path(p, path);
}

static bool find_driver(struct places *p, const void *pc, struct place *place)
{
	uint64_t address = (uintptr_t)pc - p->bias;
	const ElfW(Sym) *symbol = symbol_at(p, address, STT_FUNC);
	struct line_hit hit;

	if (!places_find(p, pc, place))
		return false;
	if (is_driver_path(p, place->file))
		return true;
	/* Inlined from a header: the nearest line before it in the same function. */
	if (!symbol || !dwarf_line_find(p, address, symbol->st_value, is_driver_hit, &hit))
		return false;
	use_hit(p, &hit, place);
	return true;
}

bool places_driver(struct places *p, const void *pc, struct place *place)
{
	struct places_memo *m = memo_of(p, pc, true);

	if (recall(m, pc, true, place))
		return m->found;
	return keep(m, pc, true, place, find_driver(p, pc, place));
}

bool places_function(struct places *p, const void *entry, struct place *place)
{
	return places_find(p, entry, place) && *place->function;
}

const char *places_variable(struct places *p, const void *address, size_t *offset)
{
	uint64_t at = (uintptr_t)address - p->bias;
	const ElfW(Sym) *symbol = symbol_at(p, at, STT_OBJECT);

	if (!symbol)
		return NULL;
	*offset = at - symbol->st_value;
	return symbol_name(p, symbol);
}

#define MAX_FRAMES 64

struct stack {
	unsigned n;
	uintptr_t pc[MAX_FRAMES];
	bool exact[MAX_FRAMES]; /* the instruction itself, not one that returned */
};

static _Unwind_Reason_Code note_frame(struct _Unwind_Context *context, void *arg)
{
	struct stack *s = arg;
	int before = 0;

	if (s->n == MAX_FRAMES)
		return _URC_END_OF_STACK;
	s->pc[s->n] = _Unwind_GetIPInfo(context, &before);
	s->exact[s->n] = before;
	s->n++;
	return _URC_NO_REASON;
}

bool places_blame(struct places *p, struct place *place, const void **first)
{
	struct stack s = { 0 };
	bool inside = false;

	_Unwind_Backtrace(note_frame, &s);
	*first = NULL;
	for (unsigned i = 1; i < s.n; i++) {
		const void *pc = (const void *)(s.pc[i] - !s.exact[i]);
		bool known = places_find(p, pc, place) && *place->file;
		bool mine = known && *p->ours && !strncmp(place->file, p->ours, strlen(p->ours)) &&
			    strncmp(place->file + strlen(p->ours), "krt/", 4) != 0;

		/* The harness's own handlers, then the runtime, then what called it. */
		if (!inside && (mine || !known))
			continue;
		inside = true;
		if (!*first)
			*first = (const void *)s.pc[i];
		if (mine)
			break;
		if (places_driver(p, pc, place))
			return true;
	}
	*place = (struct place){ .function = "", .file = "" };
	return false;
}
