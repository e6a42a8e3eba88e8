// SPDX-License-Identifier: MIT
/*
 * Discovery without a C parser: IR text in, the text of --dump discover out.
 * Each case adds its own globals and functions to the same types.
 */
#include <stdio.h>
#include <string.h>

#include "front/discover.h"
#include "ir/text.h"
#include "tests/unit/suites.h"

/* Types 0 to 15: the kernel's structs, smaller than they are; 16 is the driver's own. */
static const char types[] =
	"unit \"drv.c\"\n"
	"status analyzed\n"
	"file 0 \"drv.c\"\n"
	"type 0 scalar i8 size 1\n"
	"type 1 ptr 0 size 8\n"
	"type 2 scalar u16 size 2\n"
	"type 3 struct \"struct attribute\" size 16 { \"name\" 0 1 ; \"mode\" 8 2 }\n"
	"type 4 funcptr sig \"long (struct device *, struct device_attribute *, char *)\" size "
	"8\n"
	"type 5 funcptr sig \"long (struct device *, struct device_attribute *, "
	"const char *, unsigned long)\" size 8\n"
	"type 6 struct \"struct device_attribute\" size 32 { \"attr\" 0 3 ; \"show\" 16 4 ; "
	"\"store\" 24 5 }\n"
	"type 7 ptr 3 size 8\n"
	"type 8 ptr 7 size 8\n"
	"type 9 struct \"struct attribute_group\" size 16 { \"name\" 0 1 ; \"attrs\" 8 8 }\n"
	"type 10 ptr 9 size 8\n"
	"type 11 ptr 10 size 8\n"
	"type 12 struct \"struct device\" size 16 { \"groups\" 0 11 ; \"driver_data\" 8 13 }\n"
	"type 13 ptr -1 size 8\n"
	"type 14 ptr 12 size 8\n"
	"type 15 ptr 6 size 8\n"
	"type 16 struct \"struct priv\" size 64 { \"id\" 0 13 ; \"mv\" 8 6 ; \"other\" 40 15 }\n"
	"type 17 ptr 16 size 8\n"
	"type 18 array 7 count 3 size 24\n"
	"type 19 array 6 count 2 size 64\n"
	"type 20 array 0 count 18 size 18\n"
	"func 0 \"my_show\" static sig \"long (struct device *, struct device_attribute *, char "
	"*)\" "
	"ret i64 params 3 !0:1:1-1:8 {\n"
	"  local 0 \"dev\" param type 14 size 8\n"
	"  local 1 \"attr\" param type 15 size 8\n"
	"  local 2 \"buf\" param type 1 size 8\n"
	"b0:\n"
	"  ret 0\n"
	"}\n"
	"func 1 \"my_store\" extern sig \"long (struct kobject *, const char *)\" ret i64 "
	"!0:2:1-2:9\n"
	"func 2 \"device_create_file\" extern sig \"int (struct device *, "
	"const struct device_attribute *)\" ret i32\n"
	"func 3 \"sysfs_create_group\" extern sig \"int (struct kobject *, "
	"const struct attribute_group *)\" ret i32\n"
	"func 4 \"kzalloc\" extern sig \"void *(unsigned long, unsigned int)\" ret ptr type 13\n"
	"func 5 \"dev_get_drvdata\" extern sig \"void *(const struct device *)\" ret ptr type 13\n"
	"func 6 \"vendor_add\" extern sig \"int (struct device_attribute *)\" ret i32\n"
	"func 7 \"device_remove_file\" extern sig \"void (struct device *, "
	"const struct device_attribute *)\" ret void\n"
	"func 8 \"other_show\" extern sig \"long (struct device *)\" ret i64 !0:3:1-3:10\n"
	"global 0 \"\" static const literal type 20 size 18 bytes \"migration_version\\0\"\n"
	"global 1 \"\" static const literal size 6 bytes \"other\\0\"\n";

static struct attr_kinds make_kinds(struct arena *a)
{
	struct attr_kinds k = { .nsupport_idents = 0 };

	*vec_push(a, &k.kinds) = (struct attr_kind){ .id = "device",
						     .struct_name = "struct device_attribute",
						     .attr_member = "attr",
						     .show_member = "show",
						     .store_member = "store",
						     .node = "device" };
	*vec_push(a, &k.functions) = (struct attr_sink){ "device_create_file", 1, true, NULL };
	*vec_push(a, &k.functions) = (struct attr_sink){ "sysfs_create_group", 1, true, NULL };
	*vec_push(a, &k.members) =
		(struct attr_sink){ "struct attribute_group.attrs", -1, false, NULL };
	*vec_push(a, &k.members) = (struct attr_sink){ "struct device.groups", -1, true, NULL };
	return k;
}

static const char *discover(struct arena *a, const char *text, const char *name)
{
	struct attr_kinds k = make_kinds(a);
	struct discover_options o = { &name, 1 };
	const char *whole = arena_printf(a, "%s%s", types, text);
	struct program *p = program_new(a);
	struct attribute *attrs;
	struct ir_error err;
	struct ir_unit *u = ir_parse_unit(a, map_new(a), whole, strlen(whole), &err);
	struct strbuf out;
	size_t n;

	if (!u) {
		fprintf(stderr, "%u:%u: %s\n", err.line, err.col, err.message);
		return "";
	}
	program_add(p, u);
	program_link(p);
	discover_attributes(p, &k, &o, a, &attrs, &n);
	strbuf_init(&out, a);
	discover_dump(p, attrs, n, &out);
	return out.s;
}

static void check(const char *text, const char *name, const char *should)
{
	struct arena *a = arena_new();
	const char *is = discover(a, text, name);

	if (strcmp(is, should) != 0)
		fprintf(stderr, "--- is\n%s--- should be\n%s", is, should);
	CU_ASSERT_STRING_EQUAL(is, should);
	arena_drop(a);
}

/* The global that most cases use: number 2. */
#define MV                                                                                         \
	"global 2 \"mv\" static type 6 size 32 !0:10:1-10:3 {\n"                                   \
	"  0 ptr @0 !0:11:1-11:2\n"                                                                \
	"  8 u16 420 !0:11:1-11:2\n"                                                               \
	"  16 ptr &0 !0:12:1-12:2\n"                                                               \
	"  24 ptr &1 !0:13:1-13:2\n"                                                               \
	"}\n"

#define MV_HEAD                                                                                    \
	"attribute \"migration_version\" at drv.c:10:1\n"                                          \
	"\tobject mv: device, era device, node device\n"                                           \
	"\tmode 0644\n"                                                                            \
	"\tshow my_show at drv.c:12:1, body at drv.c:1:1\n"                                        \
	"\tstore my_store at drv.c:13:1, no body at drv.c:2:1\n"                                   \
	"\t\tprototype long (struct kobject *, const char *)\n"                                    \
	"\t\tmember    long (struct device *, struct device_attribute *, const char *, "           \
	"unsigned long)\n"

static void test_initialiser(void)
{
	check(MV, "migration_version", MV_HEAD "\tnot registered\n");
	check(MV, "other", "");
}

static void test_call(void)
{
	check(MV "func 9 \"init\" sig \"int (void)\" ret i32 {\n"
		 "b0:\n"
		 "  %0 = call.i32 &2 (0, @2) !0:20:9-20:20\n"
		 "  ret %0\n"
		 "}\n",
	      "migration_version", MV_HEAD "\tregistered by device_create_file() at drv.c:20:9\n");
}

/* attrs[] = { &mv.attr, NULL } and attrs[] = { NULL, &mv.attr } in a group. */
#define GROUP(offset)                                                                              \
	"global 3 \"attrs\" static type 18 size 24 {\n  " offset " ptr @2\n"                       \
	"}\n"                                                                                      \
	"global 4 \"group\" static type 9 size 16 {\n"                                             \
	"  8 ptr @3\n"                                                                             \
	"}\n"                                                                                      \
	"func 9 \"init\" sig \"int (void)\" ret i32 {\n"                                           \
	"b0:\n"                                                                                    \
	"  %0 = call.i32 &3 (0, @4) !0:20:9-20:20\n"                                               \
	"  ret %0\n"                                                                               \
	"}\n"

static void test_group(void)
{
	check(MV GROUP("0"), "migration_version",
	      MV_HEAD "\tregistered by sysfs_create_group() at drv.c:20:9\n");
}

static void test_behind_null(void)
{
	check(MV GROUP("8"), "migration_version", MV_HEAD "\tnot registered\n");
}

static void test_root_member(void)
{
	check(MV "global 3 \"attrs\" static type 18 size 24 {\n"
		 "  0 ptr @2\n"
		 "}\n"
		 "global 4 \"group\" static type 9 size 16 {\n"
		 "  8 ptr @3\n"
		 "}\n"
		 "global 5 \"groups\" static type 10 size 8 {\n"
		 "  0 ptr @4\n"
		 "}\n"
		 "func 9 \"probe\" sig \"int (struct device *)\" ret i32 params 1 {\n"
		 "  local 0 \"dev\" param type 14 size 8\n"
		 "b0:\n"
		 "  %0 = load.ptr $0\n"
		 "  %1 = field %0 offset 0 size 8 \"struct device.groups\"\n"
		 "  store.ptr %1 @5 !0:21:3-21:9\n"
		 "  ret 0\n"
		 "}\n",
	      "migration_version",
	      MV_HEAD "\tregistered by groups of struct device at drv.c:21:3\n");
}

static void test_passed_outside(void)
{
	check(MV "func 9 \"init\" sig \"int (void)\" ret i32 {\n"
		 "b0:\n"
		 "  %0 = call.i32 &6 (@2)\n"
		 "  call.void &7 (0, @2)\n"
		 "  ret %0\n"
		 "}\n",
	      "migration_version",
	      MV_HEAD "\tnot registered, perhaps: passed to vendor_add(), which is not among the "
		      "files given\n");
}

static void test_only_removed(void)
{
	check(MV "func 9 \"init\" sig \"int (void)\" ret i32 {\n"
		 "b0:\n"
		 "  call.void &7 (0, @2)\n"
		 "  ret 0\n"
		 "}\n",
	      "migration_version", MV_HEAD "\tnot registered\n");
}

/* A helper fills in two attributes of one allocation; another function registers one. */
static const char runtime[] =
	"func 9 \"fill\" static sig \"void (struct device_attribute *, const char *, "
	"unsigned short, long (*)(void))\" ret void params 4 {\n"
	"  local 0 \"a\" param type 15 size 8\n"
	"  local 1 \"name\" param type 1 size 8\n"
	"  local 2 \"mode\" param type 2 size 2\n"
	"  local 3 \"show\" param type 4 size 8\n"
	"b0:\n"
	"  %0 = load.ptr $0\n"
	"  %1 = field %0 offset 0 size 16 \"struct device_attribute.attr\"\n"
	"  %2 = field %1 offset 0 size 8 \"struct attribute.name\"\n"
	"  %3 = load.ptr $1\n"
	"  store.ptr %2 %3 !0:30:1-30:9\n"
	"  %4 = field %1 offset 8 size 2 \"struct attribute.mode\"\n"
	"  %5 = load.u16 $2\n"
	"  store.u16 %4 %5 !0:31:1-31:9\n"
	"  %6 = field %0 offset 16 size 8 \"struct device_attribute.show\"\n"
	"  %7 = load.ptr $3\n"
	"  store.ptr %6 %7 !0:32:1-32:9\n"
	"  ret\n"
	"}\n"
	"func 10 \"probe\" sig \"int (struct device *)\" ret i32 params 1 {\n"
	"  local 0 \"dev\" param type 14 size 8\n"
	"b0:\n"
	"  %0 = call.ptr &4 (64, 0)\n"
	"  %1 = field %0 offset 8 size 32 \"struct priv.mv\"\n"
	"  call.void &9 (%1, @0, 384, &0) !0:40:1-40:9\n"
	"  %2 = call.ptr &4 (32, 0)\n"
	"  %3 = field %0 offset 40 size 8 \"struct priv.other\"\n"
	"  store.ptr %3 %2\n"
	"  call.void &9 (%2, @1, 292, &8) !0:42:1-42:9\n"
	"  ret 0\n"
	"}\n"
	"func 11 \"late\" sig \"int (struct device *)\" ret i32 params 1 {\n"
	"  local 0 \"dev\" param type 14 size 8\n"
	"b0:\n"
	"  %0 = load.ptr $0\n"
	"  %1 = call.ptr &5 (%0)\n"
	"  %2 = field %1 offset 8 size 32 \"struct priv.mv\"\n"
	"  %3 = call.i32 &2 (%0, %2) !0:50:2-50:20\n"
	"  ret %3\n"
	"}\n";

static void test_helper(void)
{
	check(runtime, "*",
	      "attribute \"migration_version\" at drv.c:40:1\n"
	      "\tobject struct priv.mv: device, era device, node device\n"
	      "\tmode 0600\n"
	      "\tshow my_show at drv.c:40:1, body at drv.c:1:1\n"
	      "\tstore none\n"
	      "\tregistered by device_create_file() at drv.c:50:2\n"
	      "attribute \"other\" at drv.c:42:1\n"
	      "\tobject struct device_attribute: device, era device, node device\n"
	      "\tmode 0444\n"
	      "\tshow other_show at drv.c:42:1, no body at drv.c:3:1\n"
	      "\t\tprototype long (struct device *)\n"
	      "\t\tmember    long (struct device *, struct device_attribute *, char *)\n"
	      "\tstore none\n"
	      "\tnot registered\n");
}

/* A loop over an array gives every element's name through one pointer. */
static void test_any_element(void)
{
	check("global 2 \"table\" static type 19 size 64 !0:10:1-10:3\n"
	      "func 9 \"init\" sig \"int (long)\" ret i32 params 1 {\n"
	      "  local 0 \"i\" param size 8\n"
	      "b0:\n"
	      "  %0 = load.i64 $0\n"
	      "  %1 = index.i64 @2 %0 size 32 count 2\n"
	      "  %2 = field %1 offset 0 size 16 \"struct device_attribute.attr\"\n"
	      "  %3 = field %2 offset 0 size 8 \"struct attribute.name\"\n"
	      "  store.ptr %3 @0 !0:20:1-20:9\n"
	      "  %4 = index.i64 @2 1 size 32 count 2\n"
	      "  %5 = call.i32 &2 (0, %4) !0:22:1-22:9\n"
	      "  ret 0\n"
	      "}\n",
	      "migration_version",
	      "attribute \"migration_version\" at drv.c:20:1\n"
	      "\tobject table[]: device, era device, node device\n"
	      "\tmode 0000\n"
	      "\tshow none\n"
	      "\tstore none\n"
	      "\tregistered by device_create_file() at drv.c:22:1\n");
}

static void test_near_miss(void)
{
	static const char *const near[] = {
		"migration_verison", "migration-version", "migrationversion",
		"Migration_Version", "migation_version",  "migration_versions",
		"version_migration", "migration version", "migrations_version",
	};
	static const char *const far[] = {
		"migration_version",
		"migration_state",
		"migration_versions_supported",
		"migration_version_max",
		"version",
		"migration_version2",
		"migration",
		"mitigation_vision_x",
	};

	for (size_t i = 0; i < sizeof(near) / sizeof(*near); i++)
		CU_ASSERT_TRUE(name_near_miss(near[i], "migration_version"));
	for (size_t i = 0; i < sizeof(far) / sizeof(*far); i++)
		CU_ASSERT_FALSE(name_near_miss(far[i], "migration_version"));
}

/* A pointer that steps through a list for ever, and types that contain themselves. */
static void test_hostile(void)
{
	check("type 21 struct \"struct loop\" size 8 { \"a\" 0 22 }\n"
	      "type 22 ptr 21 size 8\n"
	      "global 2 \"loop\" static type 21 size 8 {\n"
	      "  0 ptr @2\n"
	      "}\n"
	      "global 3 \"endless\" static type 22 size 8 {\n"
	      "  0 ptr @2\n"
	      "}\n"
	      "func 9 \"f\" sig \"int (void)\" ret i32 {\n"
	      "  local 0 \"p\" type 13 size 8\n"
	      "b0:\n"
	      "  %9 = call.ptr &4 (8, 0)\n"
	      "  store.ptr $0 %9\n"
	      "  jmp b1\n"
	      "b1:\n"
	      "  %0 = load.ptr $0\n"
	      "  %1 = index.i64 %0 1 size 8\n"
	      "  store.ptr $0 %1\n"
	      "  store.ptr %1 %0\n"
	      "  move %0 %1 size 4096\n"
	      "  call.void &9 ()\n"
	      "  jmp b1\n"
	      "}\n",
	      "*", "");
}

int suite_discover(void)
{
	static const struct unit_test tests[] = {
		{ "an initialiser", test_initialiser },
		{ "a create call", test_call },
		{ "a group", test_group },
		{ "behind the end of a list", test_behind_null },
		{ "groups of a device", test_root_member },
		{ "passed to an unknown function", test_passed_outside },
		{ "removed but never created", test_only_removed },
		{ "helper, heap and driver data", test_helper },
		{ "any element of an array", test_any_element },
		{ "near misses of a name", test_near_miss },
		{ "hostile input", test_hostile },
	};

	return suite_add("discover", tests, sizeof(tests) / sizeof(tests[0]));
}
