// SPDX-License-Identifier: MIT
/* Tables of pointers and designators, in static storage and on the stack. */
struct attribute {
	const char *name;
	unsigned short mode;
};

struct device_attribute {
	struct attribute attr;
	long (*show)(char *buf);
};

static long version_show(char *buf)
{
	static const unsigned int parts[3] = { [1 ... 2] = 7 };

	return parts[1];
}

static struct device_attribute table[] = {
	{ { "version", 0644 }, version_show },
	[2] = { .attr.mode = 0444, .show = version_show },
};

static struct attribute *list[] = { &table[0].attr, &table[2].attr, 0 };

long use(int n)
{
	struct device_attribute local = { .attr = { .mode = n } };
	char text[8] = "v1";
	int m[2][2] = { [1] = { n } };

	return table[n].show(text) + local.attr.mode + m[1][0] + (list[n] - list[0]);
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/initialisers.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/initialisers.c"
type 0 scalar i64 size 8
type 1 struct "struct device_attribute" size 24 own { "attr" 0 2 ; "show" 16 6 }
type 2 struct "struct attribute" size 16 own { "name" 0 4 ; "mode" 8 5 }
type 3 scalar i8 size 1
type 4 ptr 3 size 8
type 5 scalar u16 size 2
type 6 funcptr sig "long (char *)" size 8
type 7 array 1 count 3 size 72
type 8 ptr 2 size 8
type 9 array 8 count 3 size 24
type 10 scalar u32 size 4
type 11 array 10 count 3 size 12
type 12 scalar i32 size 4
type 13 array 3 count 8 size 8
type 14 array 12 count 2 size 8
type 15 array 14 count 2 size 16
global 0 "table" static type 7 size 72 !0:20:32-20:37 {
  0 ptr @3 !0:21:6-21:15
  8 u16 420 !0:21:17-21:21
  16 ptr &0 !0:21:25-21:37
  56 u16 292 !0:22:23-22:27
  64 ptr &0 !0:22:37-22:49
}
global 1 "list" static type 9 size 24 !0:25:26-25:30 {
  0 ptr @0 !0:25:37-25:51
  8 ptr @0 + 48 !0:25:53-25:67
  16 ptr 0 !0:25:69-25:70
}
global 2 "parts" static const type 11 size 12 !0:15:28-15:33 {
  4 u32 7 !0:15:53-15:54
  8 u32 7 !0:15:53-15:54
}
global 3 "" const literal type -1 size 8 bytes "version\x00" !0:21:6-21:15
global 4 "" const literal type -1 size 3 bytes "v1\x00" !0:30:17-30:21
func 0 "version_show" static sig "long (char *)" ret i64 type 0 params 1 tmps 3 !0:13:13-13:25 {
  local 0 "buf" param type 4 size 8 !0:13:26-13:35
b0:
  %0 = index.i32 @2 1 size 4 count 3 !0:17:9-17:17
  %1 = load.u32 %0 !0:17:9-17:17
  %2 = cast.i64 %1 from u32 !0:17:9-17:17
  ret %2 !0:17:2-17:17
}
func 1 "use" sig "long (int)" ret i64 type 0 params 1 tmps 27 !0:27:6-27:9 {
  local 0 "n" param type 12 size 4 !0:27:10-27:15
  local 1 "local" type 1 size 24 !0:29:2-29:59
  local 2 "text" type 13 size 8 !0:30:2-30:21
  local 3 "m" type 15 size 16 !0:31:2-31:31
b0:
  scope $1 !0:29:2-29:59
  zero $1 size 24 !0:29:2-29:59
  %0 = field $1 offset 8 size 2 !0:29:2-29:59
  %1 = load.i32 $0 !0:29:54-29:55
  %2 = cast.u16 %1 from i32 !0:29:54-29:55
  store.u16 %0 %2 !0:29:2-29:59
  scope $2 !0:30:2-30:21
  zero $2 size 8 !0:30:2-30:21
  move $2 @4 size 3 !0:30:2-30:21
  scope $3 !0:31:2-31:31
  zero $3 size 16 !0:31:2-31:31
  %3 = field $3 offset 8 size 4 !0:31:2-31:31
  %4 = load.i32 $0 !0:31:26-31:27
  store.i32 %3 %4 !0:31:2-31:31
  %5 = load.i32 $0 !0:33:15-33:16
  %6 = index.i32 @0 %5 size 24 count 3 !0:33:9-33:17
  %7 = field %6 offset 16 size 8 "struct device_attribute.show" !0:33:9-33:22
  %8 = load.ptr %7 !0:33:9-33:22
  %9 = icall.i64 %8 ($2) "struct device_attribute.show" !0:33:9-33:28
  %10 = field $1 size 16 "struct device_attribute.attr" !0:33:31-33:41
  %11 = field %10 offset 8 size 2 "struct attribute.mode" !0:33:31-33:46
  %12 = load.u16 %11 !0:33:31-33:46
  %13 = cast.i64 %12 from u16 !0:33:31-33:46
  %14 = add.i64 %9 %13 !0:33:9-33:46
  %15 = index.i32 $3 1 size 8 count 2 !0:33:49-33:53
  %16 = index.i32 %15 0 size 4 count 2 !0:33:49-33:56
  %17 = load.i32 %16 !0:33:49-33:56
  %18 = cast.i64 %17 from i32 !0:33:49-33:56
  %19 = add.i64 %14 %18 !0:33:9-33:56
  %20 = load.i32 $0 !0:33:65-33:66
  %21 = index.i32 @1 %20 size 8 count 3 !0:33:60-33:67
  %22 = load.ptr %21 !0:33:60-33:67
  %23 = index.i32 @1 0 size 8 count 3 !0:33:70-33:77
  %24 = load.ptr %23 !0:33:70-33:77
  %25 = pdiff %22 %24 size 16 !0:33:60-33:77
  %26 = add.i64 %19 %25 !0:33:9-33:78
  ret %26 !0:33:2-33:78
}
 * check-output-end
 */
