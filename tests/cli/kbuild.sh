# SPDX-License-Identifier: MIT
# In the kernel's own build: as CHECK, silent when clean; and with what a build left behind.
. "$ROOT/tests/lib.sh"

# ---- called as make calls it: sparse's arguments, the compiler's, the file
good_driver good.c
bad_driver bad.c
echo 'int f(void) { return 0; } #error' >other.c
set -- -D__linux__ -Dlinux -D__STDC__ -Dunix -D__unix__ -Wbitwise -Wno-return-void \
	-Wno-unknown-attribute -D__x86_64__ --arch=x86 -mlittle-endian -m64 \
	-Wp,-MMD,./.x.o.d -nostdinc -I"$ROOT/fuzz/krt/include" -I./include -D__KERNEL__ -DKRT_MDEV_ERA=4 \
	-fconserve-stack -mrecord-mcount -Werror=implicit-int -fplugin=./evil.so -DMODULE \
	'-DKBUILD_BASENAME="x"' '-DKBUILD_MODNAME="x"' -D__KBUILD_MODNAME=kmod_x
run 0 "$MIGVER" check "$@" good.c
out_empty
err_empty
run 1 "$MIGVER" check "$@" bad.c
err_has "bad.c:21:2: error: " "[MV201 store-return]"
err_lacks "obligations"
out_empty
run 0 "$MIGVER" check --exit-zero "$@" bad.c
echo 'rules: { MV201: warning }' >rules.yaml
run 0 "$MIGVER" check --fail-on=error --rules rules.yaml "$@" bad.c
# A file that can't matter costs nothing and says nothing, whatever is in it.
run 0 "$MIGVER" check "$@" other.c
out_empty
err_empty
[ ! -e .x.o.d ] || fail "a dependency file was written"
run 2 "$MIGVER" check "$@"
err_has "the last argument must be a C file"
# A cross build: the compiler's name is exported.
cat >cross.c <<'END'
/* migration_version */
#ifdef __aarch64__
#error arm
#endif
END
run 0 "$MIGVER" check "$@" cross.c
for name in CC="ccache aarch64-linux-gnu-gcc-12" CROSS_COMPILE=aarch64-linux-gnu-; do
	run 3 env "$name" "$MIGVER" check -nostdinc -D__KERNEL__ cross.c
	err_has "cross.c:3:2: arm"
done

# ---- the command of the last build, old and new form, relative to a folder above
mkdir -p tree/drv tree/inc/sub
echo '#define RESULT count' >tree/inc/sub/result.h
sed 's/return 0;/return RESULT;/; 1i #include "sub/result.h"' bad.c >tree/drv/d.c
flags="-nostdinc -I$ROOT/fuzz/krt/include -I./inc -D__KERNEL__ -DKRT_MDEV_ERA=4 -DHASH='\"\\#x\"' -c -o drv/d.o drv/d.c"
run 3 "$MIGVER" lint tree/drv/d.c
for name in cmd_drv/d.o savedcmd_drv/d.o; do
	{ echo "$name := gcc-12 -Wp,-MMD,drv/.d.o.d $flags ; ./tools/objtool/objtool drv/d.o"
		echo; echo 'source_drv/d.o := drv/d.c'; echo 'deps_drv/d.o := \'; } >tree/drv/.d.o.cmd
	run 0 "$MIGVER" lint -v tree/drv/d.c
	err_has "tree/drv/d.c: flags from tree/drv/.d.o.cmd"
done
# What stands on the command line, or in a database, counts before it.
run 3 "$MIGVER" lint tree/drv/d.c -- -nostdinc
rm -r tree/inc
run 3 "$MIGVER" lint -v tree/drv/d.c
err_has "flags from bundled headers"
echo 'nothing' >tree/drv/.d.o.cmd
run 3 "$MIGVER" lint tree/drv/d.c

# ---- a real build of an out-of-tree module, if the kernel's headers are installed
build=$(ls -d /usr/src/linux-headers-*-"$(dpkg --print-architecture 2>/dev/null || echo none)" 2>/dev/null | tail -n 1)
[ -n "$build" ] && command -v make >/dev/null || exit 0
mkdir mod
for f in good bad; do { cat $f.c; echo 'MODULE_LICENSE("GPL");'; } >mod/$f.c; done
echo 'obj-m := good.o bad.o' >mod/Makefile
kbuild() { make -s -C "$build" M="$PWD/mod" "$@" modules; }
kbuild >.out 2>.err || { echo "the headers in $build don't build modules here" >&2; exit 0; }
sums() { find mod -type f -exec sha1sum {} + | sort; }
sums >before
kbuild C=2 CHECK="$MIGVER check" >.out 2>.err && fail "make did not fail"
err_has "/mod/bad.c:21:2: error: " "[MV201 store-return]"
sums >after
cmp -s before after || fail "the module's folder has changed"
"$MIGVER" lint -v mod/good.c >.out 2>.err || fail "not with the build's own command"
err_has "flags from mod/.good.o.cmd"
rm mod/bad*
echo 'obj-m := good.o' >mod/Makefile
kbuild >.out 2>.err || fail "the good module does not build"
kbuild C=2 CHECK="$MIGVER check" >.out 2>.err || fail "the good module fails"
out_empty
err_empty
