// SPDX-License-Identifier: MIT
/* Loads the module of tests, prints what failed, and checks the tree from outside. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "krt/krt.h"

extern int krt_test_checks;

static int failures;

#define CHECK(condition)                                                                           \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			printf("FAILED %s:%d: %s\n", __FILE__, __LINE__, #condition);              \
			failures++;                                                                \
		}                                                                                  \
		krt_test_checks++;                                                                 \
	} while (0)

static const struct krt_attr *find(const char *path)
{
	for (unsigned i = 0; i < krt_attr_count(); i++)
		if (strcmp(krt_attr_get(i)->path, path) == 0)
			return krt_attr_get(i);
	printf("FAILED: there is no %s\n", path);
	exit(1);
}

static long store(const struct krt_attr *attr, const char *text)
{
	size_t len = strlen(text);
	char *buf = malloc(len + 1);
	long result;

	strcpy(buf, text);
	result = krt_store(attr, buf, len);
	memset(buf, '#', len);
	free(buf);
	return result;
}

static void test_device(char *page)
{
	const struct krt_attr *plain = find("devices/platform/treetest.0/plain");
	const struct krt_attr *named = find("devices/platform/treetest.0/named/plain");
	unsigned long long hash = krt_state_hash();

	CHECK(strcmp(plain->kind, "device") == 0 && plain->mode == 0644);
	CHECK(plain->has_show && plain->has_store && plain->show_fn && plain->store_fn);
	CHECK(named->mode == 0600);
	CHECK(store(plain, "abc") == 3);
	CHECK(krt_state_hash() != hash);
	CHECK(krt_show(plain, page) == 15 && strcmp(page, "treetest.0 abc\n") == 0);
	CHECK(store(plain, "0123456789012345678901234567890123456789") == -7);
	CHECK(krt_violation_count() == 0);
	CHECK(store(plain, "bug") == KRT_ABORTED);
	CHECK(krt_violation_count() == 1 && krt_violation_get(0)->kind == KRT_V_BUG);
	krt_violation_clear();
	store(plain, "format");
	CHECK(krt_violation_count() >= 1 && krt_violation_get(0)->kind == KRT_V_FORMAT);
	CHECK(krt_log_line(krt_log_seq() - 1)->format_is_user);
	krt_violation_clear();
}

static void test_state(const struct krt_attr *plain)
{
	struct krt_change change;
	unsigned long cursor = 0;

	store(plain, "one");
	krt_state_save();
	CHECK(!krt_state_changed(&cursor, &change));
	store(plain, "two");
	cursor = 0;
	CHECK(krt_state_changed(&cursor, &change) && !change.block && !change.counter);
	CHECK(memcmp(change.address, "two", 3) == 0);
}

static void test_others(char *page)
{
	const struct krt_attr *thing = find("kernel/folder/thing");
	unsigned files = krt_attr_count();

	CHECK(strcmp(thing->kind, "kobject") == 0 && !thing->has_store);
	memset(page, 0, KRT_PAGE_SIZE);
	CHECK(krt_show(thing, page) == 7 && strcmp(page, "folder\n") == 0);
	CHECK(store(thing, "x") == -5);
	/* The one that is_visible() hides and the second of one name are not there. */
	CHECK(files == 4);
}

static void check_parameters(unsigned machine, const char *want, char *page)
{
	krt_unload();
	krt_machine(machine);
	CHECK(krt_load() == 0);
	krt_violation_clear();
	memset(page, 0, KRT_PAGE_SIZE);
	krt_show(find("devices/platform/treetest.0/parameters"), page);
	CHECK(strcmp(page, want) == 0);
}

/* Numbers, and texts as long as there is room for; the usual machine has what the source says. */
static void test_machines(char *page)
{
	CHECK(krt_machine_count() > 30);
	check_parameters(3, "2 'aa' 2 2\n", page);
	CHECK(strstr(krt_machine_text(), "parameters of 2 or 2 letters"));
	check_parameters(14, "13 'aaaaaaa' 2 13\n", page);
	check_parameters(0, "7 'x' 0 0\n", page);
}

int main(void)
{
	char *page = aligned_alloc(KRT_PAGE_SIZE, KRT_PAGE_SIZE);
	int loaded;

	memset(page, 0, KRT_PAGE_SIZE);
	krt_boot();
	loaded = krt_load();
	for (unsigned long i = 0; i < krt_log_seq(); i++) {
		const struct krt_log_line *line = krt_log_line(i);

		if (!line || strncmp(line->text, "FAILED", 6) != 0)
			continue;
		fputs(line->text, stdout);
		failures++;
	}
	CHECK(loaded == 0);
	test_device(page);
	test_state(find("devices/platform/treetest.0/plain"));
	test_others(page);
	test_machines(page);
	krt_unload();
	free(page);
	CHECK(krt_test_checks > 300);
	printf("%d checks, %d failed\n", krt_test_checks, failures);
	return failures != 0;
}
