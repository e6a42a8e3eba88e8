// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The allocators. Each block is one malloc() of exactly its size, so that ASan
 * sees a read one byte past it; what krt must know about a block stands beside,
 * in a hash table by address and in a list by age (struct krt_mem). A free is
 * checked against the table before free() sees it: a double free or a wild one
 * is recorded, and the run goes on.
 */
#include <linux/vmalloc.h>
#include <linux/mm.h>

#include "internal.h"

/* What __alloc_pages() of the kernel refuses with a warning (order >= MAX_ORDER). */
#define LARGEST_KMALLOC (1UL << 22)

static struct krt_mem **bucket_of(const void *start)
{
	unsigned long a = (unsigned long)start >> 4;

	return &krt.buckets[(a ^ (a >> 12)) % KRT_BUCKETS];
}

struct krt_mem *krt_mem_find(const void *start)
{
	struct krt_mem *m = *bucket_of(start);

	while (m && m->pub.start != start)
		m = m->chain;
	return m;
}

static void mem_insert(const void *start, size_t size, const void *pc)
{
	struct krt_mem **bucket = bucket_of(start), *m = krt.spare;

	if (m)
		krt.spare = m->chain;
	else
		m = krt_own_alloc(sizeof(*m));
	*m = (struct krt_mem){
		.pub = { .start = start, .size = size, .seq = ++krt.alloc_seq, .pc = pc },
		.chain = *bucket,
		.prev = krt.newest,
	};
	*bucket = m;
	if (krt.newest)
		krt.newest->next = m;
	else
		krt.oldest = m;
	krt.newest = m;
	krt.live_allocs++;
	krt.live_bytes += size;
}

static void mem_remove(struct krt_mem *m)
{
	struct krt_mem **p = bucket_of(m->pub.start);

	while (*p != m)
		p = &(*p)->chain;
	*p = m->chain;
	if (m->prev)
		m->prev->next = m->next;
	else
		krt.oldest = m->next;
	if (m->next)
		m->next->prev = m->prev;
	else
		krt.newest = m->prev;
	if (m->saved)
		krt_own_free(m->saved);
	krt.live_allocs--;
	krt.live_bytes -= m->pub.size;
	m->chain = krt.spare;
	krt.spare = m;
}

/* 1 if this allocation is the one that was asked to fail. */
static int must_fail(gfp_t flags)
{
	krt.fail_count++;
	if (!krt.fail_in || --krt.fail_in || (flags & __GFP_NOFAIL))
		return 0;
	krt.failed++;
	return 1;
}

int krt_must_fail(const void *pc)
{
	return must_fail(GFP_KERNEL);
}

static void *alloc_checked(size_t size, gfp_t flags, const void *pc, const char *what)
{
	void *block;

	if (flags & __GFP_DIRECT_RECLAIM)
		krt_may_sleep(what, pc);
	if (must_fail(flags))
		return NULL;
	block = host_alloc(size);
	if (!block)
		return NULL;
	memset(block, flags & __GFP_ZERO ? 0 : krt.fill, size);
	mem_insert(block, size, pc);
	return block;
}

void *krt_alloc(size_t size, gfp_t flags, const void *pc)
{
	if (!size)
		return ZERO_SIZE_PTR;
	if (size > LARGEST_KMALLOC) {
		if (!(flags & __GFP_NOWARN))
			krt_complain(KRT_V_WARN, pc, "kmalloc() of %zu bytes", size);
		return NULL;
	}
	return alloc_checked(size, flags, pc, "an allocation with GFP_KERNEL");
}

static void *vm_alloc(size_t size, gfp_t flags, const void *pc)
{
	if (!size || size > (1UL << 40))
		return NULL;
	return alloc_checked(size, flags, pc, "vmalloc()");
}

/* kvmalloc(): as kmalloc(), but large sizes come from vmalloc(). */
static void *kv_alloc(size_t size, gfp_t flags, const void *pc)
{
	if (size > INT_MAX) {
		if (!(flags & __GFP_NOWARN))
			krt_complain(KRT_V_WARN, pc, "kvmalloc() of %zu bytes", size);
		return NULL;
	}
	return size > LARGEST_KMALLOC ? vm_alloc(size, flags, pc) : krt_alloc(size, flags, pc);
}

static int was_freed(const void *block)
{
	unsigned i;

	for (i = 0; i < KRT_FREED; i++)
		if (krt.freed[i] == block)
			return 1;
	return 0;
}

void krt_free(const void *block, const void *pc)
{
	struct krt_mem *m;

	if (ZERO_OR_NULL_PTR(block))
		return;
	m = krt_mem_find(block);
	if (!m) {
		enum krt_violation_kind kind =
			was_freed(block) ? KRT_V_DOUBLE_FREE : KRT_V_BAD_FREE;

		krt_complain(kind, pc, "kfree(%px)", block);
		return;
	}
	mem_remove(m);
	krt.freed[krt.freed_at++ % KRT_FREED] = block;
	host_free((void *)block);
}

/* --- kmalloc and kin ---------------------------------------------------------------- */

#ifdef KRT_BUNDLED
void *kmalloc(size_t size, gfp_t flags)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kzalloc(size_t size, gfp_t flags)
{
	return krt_alloc(size, flags | __GFP_ZERO, KRT_PC);
}

void *kmalloc_node(size_t size, gfp_t flags, int node)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kzalloc_node(size_t size, gfp_t flags, int node)
{
	return krt_alloc(size, flags | __GFP_ZERO, KRT_PC);
}

/* A size that overflows is refused before the allocator is asked. */
static void *alloc_array(size_t n, size_t size, gfp_t flags, const void *pc)
{
	size_t bytes;

	if (check_mul_overflow(n, size, &bytes))
		return NULL;
	return krt_alloc(bytes, flags, pc);
}

void *kmalloc_array(size_t n, size_t size, gfp_t flags)
{
	return alloc_array(n, size, flags, KRT_PC);
}

void *kcalloc(size_t n, size_t size, gfp_t flags)
{
	return alloc_array(n, size, flags | __GFP_ZERO, KRT_PC);
}

void *kcalloc_node(size_t n, size_t size, gfp_t flags, int node)
{
	return alloc_array(n, size, flags | __GFP_ZERO, KRT_PC);
}

void *kvmalloc(size_t size, gfp_t flags)
{
	return kv_alloc(size, flags, KRT_PC);
}

void *kvzalloc(size_t size, gfp_t flags)
{
	return kv_alloc(size, flags | __GFP_ZERO, KRT_PC);
}

static void *kv_array(size_t n, size_t size, gfp_t flags, const void *pc)
{
	size_t bytes;

	return check_mul_overflow(n, size, &bytes) ? NULL : kv_alloc(bytes, flags, pc);
}

void *kvmalloc_array(size_t n, size_t size, gfp_t flags)
{
	return kv_array(n, size, flags, KRT_PC);
}

void *kvcalloc(size_t n, size_t size, gfp_t flags)
{
	return kv_array(n, size, flags | __GFP_ZERO, KRT_PC);
}

void *krealloc_array(void *p, size_t n, size_t size, gfp_t flags)
{
	size_t bytes;

	return check_mul_overflow(n, size, &bytes) ? NULL : krealloc(p, bytes, flags);
}

void *kmem_cache_zalloc(struct kmem_cache *s, gfp_t flags)
{
	return kmem_cache_alloc(s, flags | __GFP_ZERO);
}
#else
struct kmem_cache *kmalloc_caches[NR_KMALLOC_TYPES][KMALLOC_SHIFT_HIGH + 1];

void *__kmalloc(size_t size, gfp_t flags)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *__kmalloc_node(size_t size, gfp_t flags, int node)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *__kmalloc_node_track_caller(size_t size, gfp_t flags, int node, unsigned long caller)
{
	return krt_alloc(size, flags, KRT_PC);
}

#if KRT_SINCE(6, 1)
void *kmalloc_trace(struct kmem_cache *s, gfp_t flags, size_t size)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kmalloc_node_trace(struct kmem_cache *s, gfp_t flags, int node, size_t size)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kmalloc_large(size_t size, gfp_t flags)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kmalloc_large_node(size_t size, gfp_t flags, int node)
{
	return krt_alloc(size, flags, KRT_PC);
}
#endif
#endif

void *__kmalloc_track_caller(size_t size, gfp_t flags, unsigned long caller)
{
	return krt_alloc(size, flags, KRT_PC);
}

void *kvmalloc_node(size_t size, gfp_t flags, int node)
{
	return kv_alloc(size, flags, KRT_PC);
}

void kfree(const void *block)
{
	krt_free(block, KRT_PC);
}

void kvfree(const void *block)
{
	krt_free(block, KRT_PC);
}

static void free_sensitive(const void *block, const void *pc)
{
	struct krt_mem *m = krt_mem_find(block);

	if (m)
		memset((void *)block, 0, m->pub.size);
	krt_free(block, pc);
}

void kfree_sensitive(const void *block)
{
	free_sensitive(block, KRT_PC);
}

void kvfree_sensitive(const void *block, size_t len)
{
	free_sensitive(block, KRT_PC);
}

size_t ksize(const void *block)
{
	struct krt_mem *m = krt_mem_find(block);

	return m ? m->pub.size : 0;
}

/* The old block stays as it was when there is no memory. */
static void *resize(const void *old, size_t size, gfp_t flags, const void *pc)
{
	struct krt_mem *m = ZERO_OR_NULL_PTR(old) ? NULL : krt_mem_find(old);
	void *block;

	if (!size) {
		krt_free(old, pc);
		return ZERO_SIZE_PTR;
	}
	block = krt_alloc(size, flags, pc);
	if (!block || ZERO_OR_NULL_PTR(old))
		return block;
	if (m)
		memcpy(block, old, min_t(size_t, size, m->pub.size));
	krt_free(old, pc);
	return block;
}

void *krealloc(const void *old, size_t size, gfp_t flags)
{
	return resize(old, size, flags, KRT_PC);
}

/* --- caches ---------------------------------------------------------------------------- */

/* The kernel's own stands in a header of mm's. */
struct kmem_cache {
	unsigned int size;
	void (*ctor)(void *block);
	unsigned long objects;
	const char *name;
};

struct kmem_cache *kmem_cache_create(const char *name, unsigned int size, unsigned int align,
				     slab_flags_t flags, void (*ctor)(void *block))
{
	struct kmem_cache *s;

	krt_may_sleep("kmem_cache_create()", KRT_PC);
	if (must_fail(GFP_KERNEL))
		return NULL;
	s = krt_own_alloc(sizeof(*s));
	*s = (struct kmem_cache){ .size = size, .ctor = ctor, .name = name };
	return s;
}

struct kmem_cache *kmem_cache_create_usercopy(const char *name, unsigned int size,
					      unsigned int align, slab_flags_t flags,
					      unsigned int useroffset, unsigned int usersize,
					      void (*ctor)(void *block))
{
	return kmem_cache_create(name, size, align, flags, ctor);
}

void kmem_cache_destroy(struct kmem_cache *s)
{
	if (!s)
		return;
	if (s->objects)
		krt_complain(KRT_V_WARN, KRT_PC, "cache %s is destroyed with %lu objects", s->name,
			     s->objects);
	krt_own_free(s);
}

void *kmem_cache_alloc(struct kmem_cache *s, gfp_t flags)
{
	void *block = krt_alloc(s->size, flags, KRT_PC);

	if (!block)
		return NULL;
	s->objects++;
	krt_mem_find(block)->cache = s;
	if (s->ctor)
		s->ctor(block);
	return block;
}

void *kmem_cache_alloc_node(struct kmem_cache *s, gfp_t flags, int node)
{
	return kmem_cache_alloc(s, flags);
}

void kmem_cache_free(struct kmem_cache *s, void *block)
{
	struct krt_mem *m = krt_mem_find(block);

	if (m && m->cache == s)
		s->objects--;
	else if (m)
		krt_complain(KRT_V_BAD_FREE, KRT_PC, "kmem_cache_free() into another cache");
	krt_free(block, KRT_PC);
}

/* --- vmalloc and pages --------------------------------------------------------------- */

void *vmalloc(unsigned long size)
{
	return vm_alloc(size, GFP_KERNEL, KRT_PC);
}

void *vzalloc(unsigned long size)
{
	return vm_alloc(size, GFP_KERNEL | __GFP_ZERO, KRT_PC);
}

void *vmalloc_user(unsigned long size)
{
	return vm_alloc(PAGE_ALIGN(size), GFP_KERNEL | __GFP_ZERO, KRT_PC);
}

void vfree(const void *block)
{
	krt_free(block, KRT_PC);
}

static unsigned long page_alloc(gfp_t flags, unsigned int order, const void *pc)
{
	size_t size = PAGE_SIZE << order;
	char *page;

	if (flags & __GFP_DIRECT_RECLAIM)
		krt_may_sleep("a page allocation with GFP_KERNEL", pc);
	if (order > 10 || must_fail(flags))
		return 0;
	page = host_aligned(size, PAGE_SIZE);
	if (!page)
		return 0;
	memset(page, flags & __GFP_ZERO ? 0 : krt.fill, size);
	mem_insert(page, size, pc);
	return (unsigned long)page;
}

unsigned long __get_free_pages(gfp_t flags, unsigned int order)
{
	return page_alloc(flags, order, KRT_PC);
}

unsigned long get_zeroed_page(gfp_t flags)
{
	return page_alloc(flags | __GFP_ZERO, 0, KRT_PC);
}

void free_pages(unsigned long page, unsigned int order)
{
	krt_free((const void *)page, KRT_PC);
}

/* --- copies --------------------------------------------------------------------------- */

static void *copy_of(const void *src, size_t len, size_t room, gfp_t flags, const void *pc)
{
	char *block = krt_alloc(room, flags, pc);

	if (!ZERO_OR_NULL_PTR(block))
		memcpy(block, src, len);
	return block;
}

static char *string_copy(const char *s, size_t len, gfp_t flags, const void *pc)
{
	char *copy = copy_of(s, len, len + 1, flags, pc);

	if (copy)
		copy[len] = '\0';
	return copy;
}

char *kstrdup(const char *s, gfp_t flags)
{
	return s ? string_copy(s, strlen(s), flags, KRT_PC) : NULL;
}

const char *kstrdup_const(const char *s, gfp_t flags)
{
	return s ? string_copy(s, strlen(s), flags, KRT_PC) : NULL;
}

void kfree_const(const void *s)
{
	krt_free(s, KRT_PC);
}

char *kstrndup(const char *s, size_t max, gfp_t flags)
{
	return s ? string_copy(s, strnlen(s, max), flags, KRT_PC) : NULL;
}

char *kmemdup_nul(const char *s, size_t len, gfp_t flags)
{
	return s ? string_copy(s, len, flags, KRT_PC) : NULL;
}

void *kmemdup(const void *src, size_t len, gfp_t flags)
{
	return copy_of(src, len, len, flags, KRT_PC);
}

void *kvmemdup(const void *src, size_t len, gfp_t flags)
{
	return copy_of(src, len, len, flags, KRT_PC);
}

static char *print_alloc(gfp_t flags, const char *fmt, va_list args, const void *pc)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = krt_vformat(NULL, 0, fmt, again);
	va_end(again);
	text = krt_alloc(len + 1, flags, pc);
	if (text)
		krt_vformat(text, len + 1, fmt, args);
	return text;
}

char *kvasprintf(gfp_t flags, const char *fmt, va_list args)
{
	return print_alloc(flags, fmt, args, KRT_PC);
}

const char *kvasprintf_const(gfp_t flags, const char *fmt, va_list args)
{
	return print_alloc(flags, fmt, args, KRT_PC);
}

char *kasprintf(gfp_t flags, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = print_alloc(flags, fmt, args, KRT_PC);
	va_end(args);
	return text;
}

/* --- knobs and the ledger ------------------------------------------------------------- */

void krt_fail_alloc(unsigned long k)
{
	krt.fail_in = k;
	krt.fail_count = 0;
}

unsigned long krt_alloc_count(void)
{
	return krt.fail_count;
}

unsigned long krt_failed_allocs(void)
{
	return krt.failed;
}

void krt_fill_pattern(int byte)
{
	krt.fill = byte & 0xff;
	/* Back to the usual one: what the other left on the stack is cleared once. */
	krt.scribble = krt.fill == KRT_FILL ? 1 : -1;
}

unsigned long krt_alloc_seq(void)
{
	return krt.alloc_seq;
}

/* Callers ask for the newest ones, so that the search begins at that end. */
const struct krt_block *krt_block_after(unsigned long seq)
{
	struct krt_mem *m = krt.newest, *found = NULL;

	while (m && m->pub.seq > seq) {
		found = m;
		m = m->prev;
	}
	return found ? &found->pub : NULL;
}
