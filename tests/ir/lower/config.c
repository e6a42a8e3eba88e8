// SPDX-License-Identifier: MIT
/* What the configuration decides stays visible: constant branches and skipped lines. */
#define IS_ENABLED(option) (option + 0 > 0)
#define CONFIG_MIGRATION   0
#define min(a, b)          (__builtin_constant_p(a) ? (a) : (a) < (b) ? (a) : (b))

int probe(void);

int show(char *buf, unsigned long n)
{
	if (!IS_ENABLED(CONFIG_MIGRATION))
		return -1;
#ifdef CONFIG_VENDOR_MIGRATION
	return probe();
#else
	do {
		n = min(n, 4096ul);
	} while (0);
#endif
	while (1)
		if (probe() || (sizeof(n) == 4 && n))
			break;
	return 0;
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/config.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/config.c"
type 0 scalar i32 size 4
type 1 scalar i8 size 1
type 2 ptr 1 size 8
type 3 scalar u64 size 8
func 0 "show" sig "int (char *, unsigned long)" ret i32 type 0 params 2 tmps 8 !0:9:5-9:9 {
  note configured-off "#ifdef CONFIG_VENDOR_MIGRATION" !0:13:1-15:6
  local 0 "buf" param type 2 size 8 !0:9:10-9:19
  local 1 "n" param type 3 size 8 !0:9:21-9:36
  local 2 "" type 3 size 8 !0:17:7-17:21
  local 3 "" type 3 size 8 !0:17:7-17:21
b0:
  br 0 b2 b1 "IS_ENABLED(CONFIG_MIGRATION)" config !0:11:7-11:35
b1:
  ret -1 !0:12:3-12:12
b2:
  br 0 b3 b4 "min(n, 4096ul)" config !0:17:7-17:21
b3:
  %0 = load.u64 $1 !0:17:11-17:12
  store.u64 $2 %0 !0:17:7-17:21
  jmp b5 !0:17:7-17:21
b4:
  %1 = load.u64 $1 !0:17:11-17:12
  %2 = lt.u64 %1 4096 !0:17:7-17:21
  br %2 b6 b7 "min(n, 4096ul)" !0:17:7-17:21
b5:
  %3 = load.u64 $2 !0:17:7-17:21
  store.u64 $1 %3 !0:17:3-17:21
  jmp b9 !0:16:2-18:13
b6:
  %4 = load.u64 $1 !0:17:11-17:12
  store.u64 $3 %4 !0:17:7-17:21
  jmp b8 !0:17:7-17:21
b7:
  store.u64 $3 4096 !0:17:7-17:21
  jmp b8 !0:17:7-17:21
b8:
  %5 = load.u64 $3 !0:17:7-17:21
  store.u64 $2 %5 !0:17:7-17:21
  jmp b5 !0:17:7-17:21
b9:
  %6 = call.i32 &1 () !0:21:7-21:14
  br %6 b10 b11 "probe()" !0:21:7-21:14
b10:
  ret 0 !0:23:2-23:10
b11:
  br 0 b12 b9 "sizeof(n) == 4" config !0:21:19-21:33
b12:
  %7 = load.u64 $1 !0:21:37-21:38
  br %7 b10 b9 "n" !0:21:37-21:38
}
func 1 "probe" extern sig "int (void)" ret i32 type 0 !0:7:5-7:10
 * check-output-end
 */
