// SPDX-License-Identifier: MIT
/* Cleanups run at every exit, innermost first, after the value returned is known. */
#define __cleanup(f) __attribute__((__cleanup__(f)))
#define __free(name) __cleanup(__free_##name)
#define CLASS(name, var) class_##name var __cleanup(class_##name##_out) = class_##name##_in
#define guard(name) CLASS(name, here)
#define scoped_guard(name, arg)                                                                    \
	for (CLASS(name, scope)(arg), *done = (void *)0; !done; done = (void *)1)

struct mutex;
typedef struct mutex *class_mutex;
class_mutex class_mutex_in(struct mutex *m);
void class_mutex_out(class_mutex *m);
void __free_k(char **p);
char *get(int n);
int use(char *p);

int leave(struct mutex *m, int n)
{
	guard(mutex)(m);

	while (n--) {
		char *p __free(k) = get(n);

		if (!p)
			continue;
		if (use(p))
			return use(0);
		if (n == 3)
			goto out;
	}
	scoped_guard(mutex, m)
		n++;
out:
	return n;
}

/*
 * check-command: lint --dump lower $file
 * check-status: 0
 * check-output-start
unit "tests/ir/lower/cleanup.c"
flags "bundled headers"
status analyzed
file 0 "tests/ir/lower/cleanup.c"
type 0 scalar i32 size 4
type 1 opaque "struct mutex"
type 2 ptr 1 size 8
type 3 scalar i8 size 1
type 4 ptr 3 size 8
type 5 ptr 2 size 8
func 0 "leave" sig "int (struct mutex *, int)" ret i32 type 0 params 2 tmps 18 !0:18:5-18:10 {
  local 0 "m" param type 2 size 8 !0:18:11-18:26
  local 1 "n" param type 0 size 4 !0:18:28-18:33
  local 2 "here" type 2 size 8 !0:20:2-20:17
  local 3 "p" type 4 size 8 !0:23:3-23:29
  local 4 "scope" type 2 size 8 !0:32:2-32:24
  local 5 "done" type 5 size 8 !0:32:2-32:24
b0:
  scope $2 !0:20:2-20:17
  %0 = load.ptr $0 !0:20:15-20:16
  %1 = call.ptr &1 (%0) !0:20:2-20:17
  store.ptr $2 %1 !0:20:2-20:17
  jmp b1 !0:22:2-31:3
b1:
  %2 = load.i32 $1 !0:22:9-22:12
  %3 = sub.i32 %2 1 !0:22:9-22:12
  store.i32 $1 %3 !0:22:9-22:12
  br %2 b2 b3 "n--" !0:22:9-22:12
b2:
  scope $3 !0:23:3-23:29
  %4 = load.i32 $1 !0:23:27-23:28
  %5 = call.ptr &3 (%4) !0:23:23-23:29
  store.ptr $3 %5 !0:23:3-23:29
  %6 = load.ptr $3 !0:25:8-25:9
  br %6 b4 b5 "p" !0:25:8-25:9
b3:
  scope $4 !0:32:2-32:24
  %7 = load.ptr $0 !0:32:22-32:23
  %8 = call.ptr &1 (%7) !0:32:2-32:24
  store.ptr $4 %8 !0:32:2-32:24
  scope $5 !0:32:2-32:24
  store.ptr $5 0 !0:32:2-32:24
  jmp b11 !0:32:2-33:6
b4:
  %9 = load.ptr $3 !0:27:11-27:12
  %10 = call.i32 &5 (%9) !0:27:7-27:13
  br %10 b7 b6 "use(p)" !0:27:7-27:13
b5:
  call.void &4 ($3) !0:26:4-26:12
  jmp b1 !0:26:4-26:12
b6:
  %11 = load.i32 $1 !0:29:7-29:8
  %12 = eq.i32 %11 3 !0:29:7-29:13
  br %12 b10 b8 "n == 3" !0:29:7-29:13
b7:
  %13 = call.i32 &5 (0) !0:28:11-28:17
  call.void &4 ($3) !0:28:4-28:17
  call.void &2 ($2) !0:28:4-28:17
  ret %13 !0:28:4-28:17
b8:
  call.void &4 ($3) !0:31:2-31:3
  jmp b1 !0:22:2-31:3
b9:
  %14 = load.i32 $1 !0:35:9-35:10
  call.void &2 ($2) !0:35:2-35:10
  ret %14 !0:35:2-35:10
b10:
  call.void &4 ($3) !0:30:4-30:12
  jmp b9 !0:30:4-30:12
b11:
  %15 = load.ptr $5 !0:32:2-32:24
  br %15 b14 b12 "scoped_guard(mutex, m)" !0:32:2-32:24
b12:
  %16 = load.i32 $1 !0:33:3-33:6
  %17 = add.i32 %16 1 !0:33:3-33:6
  store.i32 $1 %17 !0:33:3-33:6
  jmp b13 !0:32:2-33:6
b13:
  store.ptr $5 1 !0:32:2-32:24
  jmp b11 !0:32:2-33:6
b14:
  call.void &2 ($4) !0:32:2-33:6
  jmp b9 !0:34:1-35:10
}
func 1 "class_mutex_in" extern sig "struct mutex *(struct mutex *)" ret ptr type 2 !0:12:13-12:27
func 2 "class_mutex_out" extern sig "void (struct mutex **)" ret void type -1 !0:13:6-13:21
func 3 "get" extern sig "char *(int)" ret ptr type 4 !0:15:7-15:10
func 4 "__free_k" extern sig "void (char **)" ret void type -1 !0:14:6-14:14
func 5 "use" extern sig "int (char *)" ret i32 type 0 !0:16:5-16:8
 * check-output-end
 */
