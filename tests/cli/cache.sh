# SPDX-License-Identifier: MIT
# --cache: the same report from it, and no result that anything of its input has outlived.
. "$ROOT/tests/lib.sh"

mkdir drv
bad_driver drv/bad.c
sed -i '1i #include "result.h"' drv/bad.c
sed -i 's/return 0;/return RESULT;/' drv/bad.c
echo '#define RESULT 0' >drv/result.h
good_driver drv/good.c
entries() { find "${1:-c}" -type f | wc -l; }
# parses: how many files the run had to parse
parses() {
	strace -f -e trace=memfd_create -o trace "$MIGVER" lint --cache c drv >.out 2>.err
	grep -c 'memfd_create' trace
}

run 1 "$MIGVER" lint --format json drv
cp .out without
run 1 "$MIGVER" lint --cache c --format json drv
cmp -s .out without || fail "another report with an empty cache"
[ "$(entries)" = 2 ] || fail "$(entries) entries"
run 1 "$MIGVER" lint --cache c --format json drv
cmp -s .out without || fail "another report from the cache"
if command -v strace >/dev/null && strace true 2>/dev/null; then
	[ "$(parses)" = 0 ] || fail "parsed in spite of the cache"
	touch drv/bad.c
	[ "$(parses)" = 0 ] || fail "the time of a file counts"
	echo '/* x */' >>drv/good.c
	[ "$(parses)" = 1 ] || fail "not just the changed file was parsed"
fi

# A header has changed, and changed back.
echo '#define RESULT count' >drv/result.h
run 0 "$MIGVER" lint --cache c drv
echo '#define RESULT 0' >drv/result.h
run 1 "$MIGVER" lint --cache c drv
# Flags.
run 0 "$MIGVER" lint --cache c drv/good.c -- -nostdinc -I"$ROOT/fuzz/krt/include" -D__KERNEL__ -DKRT_MDEV_ERA=4
before=$(entries)
run 0 "$MIGVER" lint --cache c drv/good.c -- -nostdinc -I"$ROOT/fuzz/krt/include" -D__KERNEL__ -DKRT_MDEV_ERA=4 -DX
[ "$(entries)" = $((before + 1)) ] || fail "flags are not part of the key"
# Models: a function that has one is lowered in another way.
"$MIGVER" lint --cache c drv/good.c >/dev/null 2>&1
before=$(entries)
cat "$ROOT"/rules/models/kstrto.yaml >m.yaml
sed -i 's/kstrtouint/demo_uint/' m.yaml
run 0 "$MIGVER" lint --cache c --models m.yaml drv/good.c
[ "$(entries)" = $((before + 1)) ] || fail "models are not part of the key"

# What is incomplete is parsed anew: the header may come.
printf '#include "late.h"\nint migration_version_x = LATE;\n' >late.c
run 3 "$MIGVER" lint --cache c late.c
echo '#define LATE 1' >late.h
run 0 "$MIGVER" lint --cache c late.c

# Damaged and foreign entries, a folder that can't be made: as without a cache.
for f in c/*/*; do head -c 100 "$f" >x && cat x >"$f"; done
run 1 "$MIGVER" lint --cache c --format json drv/bad.c
run 1 "$MIGVER" lint --cache c --format json drv/bad.c
for f in c/*/*; do echo garbage >"$f"; done
run 1 "$MIGVER" lint --cache c drv/bad.c
: >file
run 1 "$MIGVER" lint --cache file/sub drv/bad.c
err_empty
# A patch is another state of the tree: nothing of it is kept.
rm -r c
cat >p.diff <<'END'
--- a/drv/result.h
+++ b/drv/result.h
@@ -1 +1 @@
-#define RESULT 0
+#define RESULT count
END
run 0 "$MIGVER" lint --cache c --patch p.diff
run 1 "$MIGVER" lint --cache c drv

# The usual place, and none.
run 1 env XDG_CACHE_HOME="$PWD/xdg" "$MIGVER" lint --cache auto drv
[ "$(entries xdg/migver)" = 2 ] || fail "nothing below XDG_CACHE_HOME"
run 1 env HOME="$PWD/home" XDG_CACHE_HOME= "$MIGVER" lint --cache auto drv
[ "$(entries home/.cache/migver)" = 2 ] || fail "nothing below HOME"
echo 'cache: kept' >.migver.yaml
run 1 "$MIGVER" lint drv
[ "$(entries kept)" = 2 ] || fail "the configuration's cache is not used"
for jobs in 1 2; do "$MIGVER" lint -j $jobs --format json drv >j.$jobs; done
cmp -s j.1 j.2 || fail "the report depends on -j"
