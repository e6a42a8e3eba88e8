// SPDX-License-Identifier: MIT
/* Ranges, fall-through, labels inside other statements, continue out of a switch. */
int classify(unsigned char c, int n)
{
	for (;;) {
		switch (c) {
		case 'a' ... 'z':
		case '_':
			return 1;
		case 0:
			if (n) {
		case '\n':
				n--;
				continue;
			}
			break;
		default:
			n = 3;
		}
		break;
	}
	return n;
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/switch.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/switch.c"
type 0 scalar i32 size 4
type 1 scalar u8 size 1
func 0 "classify" sig "int (unsigned char, int)" ret i32 type 0 params 2 tmps 6 !0:3:5-3:13 {
  local 0 "c" param type 1 size 1 !0:3:14-3:29
  local 1 "n" param type 0 size 4 !0:3:31-3:36
b0:
  jmp b1 !0:5:2-21:3
b1:
  %0 = load.u8 $0 !0:6:11-6:12
  %1 = cast.i32 %0 from u8 !0:6:11-6:12
  switch.i32 %1 [97..122 b3, 95 b3, 0 b4, 10 b5] else b6 "c" !0:6:3-19:4
b2:
  %2 = load.i32 $1 !0:22:9-22:10
  ret %2 !0:22:2-22:10
b3:
  ret 1 !0:9:4-9:12
b4:
  %3 = load.i32 $1 !0:11:8-11:9
  br %3 b5 b2 "n" !0:11:8-11:9
b5:
  %4 = load.i32 $1 !0:13:5-13:8
  %5 = sub.i32 %4 1 !0:13:5-13:8
  store.i32 $1 %5 !0:13:5-13:8
  jmp b1 !0:14:5-14:13
b6:
  store.i32 $1 3 !0:18:4-18:9
  jmp b2 !0:6:3-19:4
}
 * check-output-end
 */
