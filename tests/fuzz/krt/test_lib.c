// SPDX-License-Identifier: MIT
/* Sorting, maps, checksums, clock and random numbers. */
#include <linux/base64.h>
#include <linux/bitmap.h>
#include <linux/capability.h>
#include <linux/cpumask.h>
#include <linux/cred.h>
#include <linux/bsearch.h>
#include <linux/crc32.h>
#include <linux/glob.h>
#include <linux/idr.h>
#include <linux/ktime.h>
#include <linux/random.h>
#include <linux/rbtree.h>
#include <linux/sched.h>
#include <linux/sort.h>
#include <linux/utsname.h>
#include <linux/uuid.h>
#include <linux/xarray.h>

#include "check.h"

static int compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void test_order(void)
{
	int numbers[] = { 5, 3, 9, 1 }, key = 9, absent = 4;

	sort(numbers, 4, sizeof(int), compare, NULL);
	CHECK(numbers[0] == 1 && numbers[1] == 3 && numbers[2] == 5 && numbers[3] == 9);
	CHECK(bsearch(&key, numbers, 4, sizeof(int), compare) == &numbers[3]);
	CHECK(bsearch(&absent, numbers, 4, sizeof(int), compare) == NULL);
}

static void test_maps(void)
{
	DECLARE_BITMAP(map, 70);
	struct idr idr;
	struct ida ida;
	int object, id, next = 0;

	bitmap_zero(map, 70);
	bitmap_set(map, 60, 5);
	CHECK_INT(find_first_bit(map, 70), 60);
	CHECK_INT(find_next_zero_bit(map, 70, 60), 65);
	CHECK_INT(bitmap_weight(map, 70), 5);
	CHECK_INT(bitmap_parselist("0-2,5", map, 70), 0);
	CHECK_INT(map[0], 0x27);
	CHECK_INT(bitmap_parselist("70", map, 70), -ERANGE);
	idr_init(&idr);
	id = idr_alloc(&idr, &object, 1, 0, GFP_KERNEL);
	CHECK_INT(id, 1);
	CHECK_INT(idr_alloc(&idr, &object, 1, 2, GFP_KERNEL), -ENOSPC);
	CHECK(idr_find(&idr, 1) == &object && !idr_find(&idr, 2));
	CHECK(idr_get_next(&idr, &next) == &object && next == 1);
	idr_remove(&idr, 1);
	CHECK(idr_is_empty(&idr));
	ida_init(&ida);
	CHECK_INT(ida_alloc(&ida, GFP_KERNEL), 0);
	CHECK_INT(ida_alloc(&ida, GFP_KERNEL), 1);
	ida_free(&ida, 0);
	CHECK_INT(ida_alloc(&ida, GFP_KERNEL), 0);
	ida_destroy(&ida);
}

struct item {
	struct rb_node node;
	int key;
};

static void tree_insert(struct rb_root *root, struct item *item)
{
	struct rb_node **at = &root->rb_node, *parent = NULL;

	while (*at) {
		parent = *at;
		at = item->key < rb_entry(parent, struct item, node)->key ? &parent->rb_left
									  : &parent->rb_right;
	}
	rb_link_node(&item->node, parent, at);
	rb_insert_color(&item->node, root);
}

static void test_trees(void)
{
	static const int keys[] = { 5, 2, 8, 1, 3, 7, 9, 6, 4, 0 };
	struct rb_root root = RB_ROOT;
	struct item items[10];
	struct rb_node *node;
	int i, want;

	for (i = 0; i < 10; i++) {
		items[i].key = keys[i];
		tree_insert(&root, &items[i]);
	}
	rb_erase(&items[0].node, &root);
	rb_erase(&items[9].node, &root);
	for (node = rb_first(&root), want = 1; node; node = rb_next(node), want++) {
		want += want == 5;
		CHECK_INT(rb_entry(node, struct item, node)->key, want);
	}
	CHECK_INT(want, 10);
	CHECK_INT(rb_entry(rb_last(&root), struct item, node)->key, 9);
	for (i = 1; i < 9; i++)
		rb_erase(&items[i].node, &root);
	CHECK(RB_EMPTY_ROOT(&root));
}

static void test_bytes(void)
{
	char text[16];
	u8 bytes[16];
	uuid_t uuid;
	int n;

	CHECK_INT(crc32_le(~0u, (const u8 *)"123456789", 9) ^ ~0u, 0xcbf43926);
	n = base64_encode((const u8 *)"hello", 5, text);
	text[n] = '\0';
	CHECK_STR(text, "aGVsbG8=");
	CHECK_INT(base64_decode("aGVsbG8=", 8, bytes), 5);
	CHECK(memcmp(bytes, "hello", 5) == 0);
	CHECK(!glob_match("a*c?[x-z]", "abcda"));
	CHECK(glob_match("a*c?[x-z]", "abbcdy"));
	CHECK_INT(uuid_parse("00010203-0405-0607-0809-0a0b0c0d0e0f", &uuid), 0);
	CHECK_INT(uuid.b[15], 15);
	CHECK_INT(uuid_parse("00010203-0405-0607-0809-0a0b0c0d0e0g", &uuid), -EINVAL);
}

/* The same seed gives the same world, another one another. */
static void test_world(void)
{
	u64 first, again, other;
	ktime_t at;

	krt_world_seed(5);
	first = get_random_u32();
	at = ktime_get();
	krt_world_seed(5);
	again = get_random_u32();
	CHECK(ktime_get() == at);
	CHECK(ktime_get() > at);
	krt_world_seed(6);
	other = get_random_u32();
	CHECK(first == again && first != other);
	krt_world_seed(1);
}

/* What a driver may ask for and would trip over if it were missing. */
static void test_machine(void)
{
	CHECK(capable(CAP_SYS_ADMIN));
	CHECK_INT(num_online_cpus(), 1);
	CHECK_STR(utsname()->sysname, "Linux");
	CHECK_STR(current->comm, "sh");
	CHECK(THIS_MODULE->version != NULL);
	CHECK(current_cred() != NULL);
}

void test_lib(void)
{
	test_machine();
	test_order();
	test_maps();
	test_trees();
	test_bytes();
	test_world();
}
