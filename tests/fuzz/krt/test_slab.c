// SPDX-License-Identifier: MIT
/* Allocators: sizes, counting, failing, freeing wrongly. */
#include <linux/device.h>

#include "check.h"

static void test_blocks(void)
{
	struct krt_ledger before, now;
	unsigned long seq = krt_alloc_seq();
	char *p, *copy;

	krt_ledger_read(&before);
	p = kmalloc(10, GFP_KERNEL);
	krt_ledger_read(&now);
	CHECK_INT(now.live_allocs, before.live_allocs + 1);
	CHECK_INT(now.live_bytes, before.live_bytes + 10);
	CHECK((u8)p[0] == 0xa5 && (u8)p[9] == 0xa5);
	CHECK(krt_block_after(seq)->start == p && krt_block_after(seq)->size == 10);
	kfree(p);
	p = kzalloc(16, GFP_KERNEL);
	CHECK(!p[0] && !p[15]);
	p = krealloc(p, 32, GFP_KERNEL);
	CHECK(!p[15]);
	kfree(p);
	kfree(NULL);
	CHECK(kmalloc(0, GFP_KERNEL) == ZERO_SIZE_PTR);
	kfree(ZERO_SIZE_PTR);
	copy = kstrndup("abc\0def", 7, GFP_KERNEL);
	CHECK_STR(copy, "abc");
	kfree(copy);
	copy = kmemdup_nul("abcdef", 4, GFP_KERNEL);
	CHECK_STR(copy, "abcd");
	kfree(copy);
	copy = kasprintf(GFP_KERNEL, "%d-%s", 4, "x");
	CHECK_STR(copy, "4-x");
	kfree(copy);
	CHECK(kmalloc_array(SIZE_MAX / 2, 4, GFP_KERNEL) == NULL);
	krt_ledger_read(&now);
	CHECK_INT(now.live_allocs, before.live_allocs);
	CHECK_NO_VIOLATION();
}

static void test_failing(void)
{
	void *a, *b, *c;

	krt_fail_alloc(2);
	a = kmalloc(8, GFP_KERNEL);
	b = kmalloc(8, GFP_KERNEL);
	c = kmalloc(8, GFP_KERNEL);
	CHECK(a && !b && c);
	CHECK_INT(krt_alloc_count(), 3);
	krt_fail_alloc(1);
	CHECK(kstrdup("x", GFP_KERNEL) == NULL);
	krt_fail_alloc(0);
	kfree(a);
	kfree(c);
	CHECK(kmalloc(1ul << 30, GFP_KERNEL) == NULL);
	CHECK_VIOLATION(KRT_V_WARN);
	CHECK(kmalloc(1ul << 30, GFP_KERNEL | __GFP_NOWARN) == NULL);
	CHECK_NO_VIOLATION();
}

static void test_wrong_frees(void)
{
	static int variable;
	char *p = kmalloc(8, GFP_KERNEL), *q = p;
	void *wild = &variable;

	/* The compiler must not see through these. */
	OPTIMIZER_HIDE_VAR(q);
	OPTIMIZER_HIDE_VAR(wild);
	kfree(p);
	kfree(q);
	CHECK_VIOLATION(KRT_V_DOUBLE_FREE);
	kfree(wild);
	CHECK_VIOLATION(KRT_V_BAD_FREE);
}

static void test_caches(void)
{
	struct kmem_cache *cache = kmem_cache_create("test", 24, 0, 0, NULL);
	void *a = kmem_cache_alloc(cache, GFP_KERNEL);

	kmem_cache_free(cache, a);
	CHECK_NO_VIOLATION();
	a = kmem_cache_alloc(cache, GFP_KERNEL);
	kmem_cache_destroy(cache);
	CHECK_VIOLATION(KRT_V_WARN);
	kfree(a);
}

static int actions;

static void action(void *data)
{
	actions = 10 * actions + (int)(long)data;
}

static void test_managed(void)
{
	struct device *dev = root_device_register("managed");
	struct krt_ledger before, now;
	void *p;

	krt_ledger_read(&before);
	p = devm_kmalloc(dev, 8, GFP_KERNEL);
	CHECK(p && krt_block_after(krt_alloc_seq() - 1)->managed);
	CHECK_INT(devm_add_action(dev, action, (void *)1), 0);
	CHECK_INT(devm_add_action_or_reset(dev, action, (void *)2), 0);
	devm_kfree(dev, devm_kstrdup(dev, "text", GFP_KERNEL));
	root_device_unregister(dev);
	krt_ledger_read(&now);
	CHECK_INT(actions, 21);
	CHECK_INT(now.live_allocs, before.live_allocs);
	CHECK_NO_VIOLATION();
}

void test_slab(void)
{
	test_blocks();
	test_failing();
	test_wrong_frees();
	test_caches();
	test_managed();
}
