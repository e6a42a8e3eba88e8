// SPDX-License-Identifier: MIT
/* Constants keep the errno that spelled them, through macros, minus and casts. */
#define EINVAL		22
#define EAGAIN		11
#define EWOULDBLOCK	EAGAIN
#define DRIVER_REFUSED	(-EINVAL)
#define REFUSE_IF(c, e)                                                                            \
	do {                                                                                       \
		if (c)                                                                             \
			return e;                                                                  \
	} while (0)

static inline void *ERR_PTR(long error)
{
	return (void *)error;
}

void *pointer(int n)
{
	return ERR_PTR(n ? DRIVER_REFUSED : -EWOULDBLOCK);
}

long number(int n)
{
	REFUSE_IF(n == 1, -EINVAL);
	return n ? -22 : -1;
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/errno.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/errno.c"
type 0 ptr -1 size 8
type 1 scalar i64 size 8
type 2 scalar i32 size 4
func 0 "ERR_PTR" static sig "void *(long)" ret ptr type 0 params 1 tmps 2 !0:13:21-13:28 {
  local 0 "error" param type 1 size 8 !0:13:29-13:39
b0:
  %0 = load.i64 $0 !0:15:17-15:22
  %1 = cast.ptr %0 from i64 !0:15:9-15:22
  ret %1 !0:15:2-15:22
}
func 1 "pointer" sig "void *(int)" ret ptr type 0 params 1 tmps 4 !0:18:7-18:14 {
  local 0 "n" param type 2 size 4 !0:18:15-18:20
  local 1 "" type 2 size 4 !0:20:17-20:50
b0:
  %0 = load.i32 $0 !0:20:17-20:18
  br %0 b1 b2 "n" !0:20:17-20:18
b1:
  store.i32 $1 -22'EINVAL !0:20:17-20:50
  jmp b3 !0:20:17-20:50
b2:
  store.i32 $1 -11'EAGAIN !0:20:17-20:50
  jmp b3 !0:20:17-20:50
b3:
  %1 = load.i32 $1 !0:20:17-20:50
  %2 = cast.i64 %1 from i32 !0:20:17-20:50
  %3 = call.ptr &0 (%2) !0:20:9-20:51
  ret %3 !0:20:2-20:51
}
func 2 "number" sig "long (int)" ret i64 type 1 params 1 tmps 5 !0:23:6-23:12 {
  local 0 "n" param type 2 size 4 !0:23:13-23:18
  local 1 "" type 2 size 4 !0:26:9-26:21
b0:
  jmp b1 !0:25:2-25:28
b1:
  %0 = load.i32 $0 !0:25:12-25:13
  %1 = eq.i32 %0 1 !0:25:12-25:18
  br %1 b3 b2 "n == 1" !0:25:12-25:18
b2:
  %2 = load.i32 $0 !0:26:9-26:10
  br %2 b4 b5 "n" !0:26:9-26:10
b3:
  ret -22'EINVAL !0:25:2-25:28
b4:
  store.i32 $1 -22 !0:26:9-26:21
  jmp b6 !0:26:9-26:21
b5:
  store.i32 $1 -1 !0:26:9-26:21
  jmp b6 !0:26:9-26:21
b6:
  %3 = load.i32 $1 !0:26:9-26:21
  %4 = cast.i64 %3 from i32 !0:26:9-26:21
  ret %4 !0:26:2-26:21
}
 * check-output-end
 */
