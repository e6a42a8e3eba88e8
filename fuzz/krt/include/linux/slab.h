/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, every allocator a plain function */
#ifndef KRT_LINUX_SLAB_H
#define KRT_LINUX_SLAB_H

#include <linux/gfp.h>
#include <linux/overflow.h>
#include <linux/types.h>
#include <linux/workqueue.h>
#include <linux/cleanup.h>
#include <asm/page.h>

#define SLAB_HWCACHE_ALIGN ((slab_flags_t)0x2000U)
#define SLAB_CACHE_DMA ((slab_flags_t)0x4000U)
#define SLAB_PANIC ((slab_flags_t)0x40000U)
#define SLAB_RECLAIM_ACCOUNT ((slab_flags_t)0x20000U)
#define SLAB_TYPESAFE_BY_RCU ((slab_flags_t)0x80000U)
#define SLAB_ACCOUNT ((slab_flags_t)0x4000000U)
#define ZERO_SIZE_PTR ((void *)16)
#define ZERO_OR_NULL_PTR(x) ((unsigned long)(x) <= (unsigned long)ZERO_SIZE_PTR)
#define ARCH_KMALLOC_MINALIGN 8
#define KMALLOC_MAX_SIZE (1UL << 22)

struct kmem_cache;
extern struct kmem_cache *kmem_cache_create(const char *name, unsigned int size,
					    unsigned int align, slab_flags_t flags,
					    void (*ctor)(void *));
extern struct kmem_cache *kmem_cache_create_usercopy(const char *name, unsigned int size,
						     unsigned int align, slab_flags_t flags,
						     unsigned int useroffset,
						     unsigned int usersize, void (*ctor)(void *));
extern void kmem_cache_destroy(struct kmem_cache *s);
extern void *kmem_cache_alloc(struct kmem_cache *s, gfp_t flags);
extern void *kmem_cache_zalloc(struct kmem_cache *s, gfp_t flags);
extern void kmem_cache_free(struct kmem_cache *s, void *objp);
#define KMEM_CACHE(__struct, __flags) \
	kmem_cache_create(#__struct, sizeof(struct __struct), __alignof__(struct __struct), \
			  (__flags), NULL)

extern __malloc void *kmalloc(size_t size, gfp_t flags);
extern __malloc void *kzalloc(size_t size, gfp_t flags);
extern __malloc void *kmalloc_node(size_t size, gfp_t flags, int node);
extern __malloc void *kzalloc_node(size_t size, gfp_t flags, int node);
extern __malloc void *kmalloc_array(size_t n, size_t size, gfp_t flags);
extern __malloc void *kcalloc(size_t n, size_t size, gfp_t flags);
extern __malloc void *kcalloc_node(size_t n, size_t size, gfp_t flags, int node);
extern void *__must_check krealloc(const void *objp, size_t new_size, gfp_t flags);
extern void *__must_check krealloc_array(void *p, size_t new_n, size_t new_size, gfp_t flags);
extern __malloc void *kvmalloc(size_t size, gfp_t flags);
extern __malloc void *kvzalloc(size_t size, gfp_t flags);
extern __malloc void *kvmalloc_node(size_t size, gfp_t flags, int node);
extern __malloc void *kvmalloc_array(size_t n, size_t size, gfp_t flags);
extern __malloc void *kvcalloc(size_t n, size_t size, gfp_t flags);
extern void kfree(const void *objp);
extern void kfree_sensitive(const void *objp);
extern void kvfree(const void *addr);
extern void kvfree_sensitive(const void *addr, size_t len);
extern size_t ksize(const void *objp);
#define kzfree(x) kfree_sensitive(x)

DEFINE_FREE(kfree, void *, if (!IS_ERR_OR_NULL(_T)) kfree(_T))
DEFINE_FREE(kvfree, void *, if (!IS_ERR_OR_NULL(_T)) kvfree(_T))
DEFINE_FREE(kfree_sensitive, void *, if (_T) kfree_sensitive(_T))

#endif
