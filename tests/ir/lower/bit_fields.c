// SPDX-License-Identifier: MIT
/* A bit-field is its access unit, shifted and masked; anonymous members add up. */
struct state {
	unsigned int ready : 1, mode : 3;
	int delta : 12;
	union {
		unsigned long word;
		struct {
			unsigned short low, high;
		};
	};
};

static const struct state initial = { .mode = 5, .delta = -2, .high = 7 };

int step(struct state *s)
{
	s->mode = initial.mode;
	s->delta -= s->high;
	return s->ready ? s->delta : 0;
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/bit_fields.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/bit_fields.c"
type 0 struct "struct state" size 16 own { "ready" 0 1 ; "mode" 0 1 ; "delta" 0 2 ; "" 8 3 }
type 1 scalar u32 size 4
type 2 scalar i32 size 4
type 3 struct size 8 own { "word" 0 4 ; "" 0 5 }
type 4 scalar u64 size 8
type 5 struct size 4 own { "low" 0 6 ; "high" 2 6 }
type 6 scalar u16 size 2
type 7 ptr 0 size 8
global 0 "initial" static const type 0 size 16 !0:14:27-14:34 {
  0 u8 234 !0:14:59-14:61
  1 u8 255 !0:14:59-14:61
  10 u16 7 !0:14:71-14:72
}
func 0 "step" sig "int (struct state *)" ret i32 type 2 params 1 tmps 48 !0:16:5-16:9 {
  local 0 "s" param type 7 size 8 !0:16:10-16:25
  local 1 "" type 2 size 4 !0:20:9-20:32
b0:
  %0 = field @0 size 1 "struct state.mode" !0:18:12-18:24
  %1 = load.u8 %0 !0:18:12-18:24
  %2 = shr.u8 %1 1 !0:18:12-18:24
  %3 = and.u8 %2 7 !0:18:12-18:24
  %4 = cast.u32 %3 from u8 !0:18:12-18:24
  %5 = load.ptr $0 !0:18:2-18:3
  %6 = field %5 size 1 "struct state.mode" !0:18:2-18:9
  %7 = cast.u8 %4 from u32 !0:18:2-18:24
  %8 = and.u8 %7 7 "bit-field" !0:18:2-18:24
  %9 = shl.u8 %8 1 !0:18:2-18:24
  %10 = load.u8 %6 "kept" !0:18:2-18:24
  %11 = and.u8 %10 241 !0:18:2-18:24
  %12 = or.u8 %11 %9 !0:18:2-18:24
  store.u8 %6 %12 !0:18:2-18:24
  %13 = load.ptr $0 !0:19:14-19:15
  %14 = field %13 offset 10 size 2 "struct state.high" !0:19:14-19:21
  %15 = load.u16 %14 !0:19:14-19:21
  %16 = cast.i32 %15 from u16 !0:19:14-19:21
  %17 = load.ptr $0 !0:19:2-19:3
  %18 = field %17 size 2 "struct state.delta" !0:19:2-19:10
  %19 = load.u16 %18 !0:19:2-19:21
  %20 = shr.u16 %19 4 !0:19:2-19:21
  %21 = and.u16 %20 4095 !0:19:2-19:21
  %22 = shl.u16 %21 4 !0:19:2-19:21
  %23 = cast.i16 %22 from u16 !0:19:2-19:21
  %24 = shr.i16 %23 4 !0:19:2-19:21
  %25 = cast.i32 %24 from i16 !0:19:2-19:21
  %26 = sub.i32 %25 %16 !0:19:2-19:21
  %27 = cast.u16 %26 from i32 !0:19:2-19:21
  %28 = and.u16 %27 4095 !0:19:2-19:21
  %29 = shl.u16 %28 4 !0:19:2-19:21
  %30 = load.u16 %18 "kept" !0:19:2-19:21
  %31 = and.u16 %30 15 !0:19:2-19:21
  %32 = or.u16 %31 %29 !0:19:2-19:21
  store.u16 %18 %32 !0:19:2-19:21
  %33 = load.ptr $0 !0:20:9-20:10
  %34 = field %33 size 1 "struct state.ready" !0:20:9-20:17
  %35 = load.u8 %34 !0:20:9-20:17
  %36 = and.u8 %35 1 !0:20:9-20:17
  %37 = cast.u32 %36 from u8 !0:20:9-20:17
  br %37 b1 b2 "s->ready" !0:20:9-20:17
b1:
  %38 = load.ptr $0 !0:20:20-20:21
  %39 = field %38 size 2 "struct state.delta" !0:20:20-20:28
  %40 = load.u16 %39 !0:20:20-20:28
  %41 = shr.u16 %40 4 !0:20:20-20:28
  %42 = and.u16 %41 4095 !0:20:20-20:28
  %43 = shl.u16 %42 4 !0:20:20-20:28
  %44 = cast.i16 %43 from u16 !0:20:20-20:28
  %45 = shr.i16 %44 4 !0:20:20-20:28
  %46 = cast.i32 %45 from i16 !0:20:20-20:28
  store.i32 $1 %46 !0:20:9-20:32
  jmp b3 !0:20:9-20:32
b2:
  store.i32 $1 0 !0:20:9-20:32
  jmp b3 !0:20:9-20:32
b3:
  %47 = load.i32 $1 !0:20:9-20:32
  ret %47 !0:20:2-20:32
}
 * check-output-end
 */
