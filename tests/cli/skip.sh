# SPDX-License-Identifier: MIT
# What a search finds and cannot matter is not parsed, and counted; what is named always is.
. "$ROOT/tests/lib.sh"

# status FILE: of the last JSON report
status() { jq -r --arg f "$1" '.files[] | select(.path == $f) | .status' .out; }
is() { [ "$(status "$1")" = "$2" ] || fail "$1: $(status "$1"), not $2"; }

mkdir -p tree/sub tree/inc
bad_driver tree/bad.c
broken='#include <linux/no_such.h>'
echo "$broken" >tree/plain.c
printf '%s\n/* see migration_version */\n' "$broken" >tree/comment.c
printf '%s\nstatic DEVICE_ATTR_RW(migration_verison);\n' "$broken" >tree/slip.c
printf '%s\nchar *name = "version_migration";\n' "$broken" >tree/swapped.c
printf '%s\nint my_migration_version_show(void);\n' "$broken" >tree/longer.c
printf '%s\n#include "sub/attrs.h"\n' "$broken" >tree/header.c
printf '%s\n#  include "../tree/inc/none.h"\n' "$broken" >tree/none.c
printf '%s\nint f(void) { return mdev_register_device(0, 0); }\n' "$broken" >tree/mdev.c
echo '#include "../inc/more.h"' >tree/sub/attrs.h
printf '#include "../sub/attrs.h"\n#define ATTR DEVICE_ATTR_RW(migration_version)\n' >tree/inc/more.h
echo 'int migration_versio;' >tree/inc/none.h
printf '#include "x.h"\n' >tree/inc/x.h
printf '%s\n#include "inc/x.h"\n' "$broken" >tree/circle.c

run 1 "$MIGVER" lint --format json tree
is tree/bad.c analyzed
for f in comment slip swapped longer header mdev; do is tree/$f.c incomplete; done
for f in plain circle; do is tree/$f.c skipped; done
# "migration_versio" is near enough to be a slip.
is tree/none.c incomplete
run 1 "$MIGVER" lint tree
out_has "1 error in 8 files, 2 skipped, 7 incomplete;"

# Named files are parsed; another attribute, another choice; globs look for attributes of any kind.
run 3 "$MIGVER" lint tree/plain.c
err_has "tree/plain.c: incomplete"
run 0 "$MIGVER" lint --format json --attr unheard_of --profile sysfs tree
is tree/bad.c skipped
"$MIGVER" lint --format json --attr '*' tree >.out 2>.err
is tree/bad.c analyzed
is tree/slip.c incomplete
is tree/plain.c skipped

# A helper without the name is found when a handler reaches it, also in a folder beside.
mkdir -p drv/attr drv/lib
good_driver drv/attr/main.c
sed -i 's/if (strlen.*/if (demo_accepts(buf, count)) {/
/^static ssize_t migration_version_show/i #include "../lib/check.h"' drv/attr/main.c
echo 'int demo_accepts(const char *buf, unsigned long count);' >drv/lib/check.h
cat >drv/lib/check.c <<'END'
#include "check.h"
int demo_accepts(const char *buf, unsigned long count)
{
	return 0;
}
END
run 1 "$MIGVER" lint drv
out_has "[MV203 store-rejects]" "in 1 file, 1 skipped;"

# A whole tree by its database, without operands.
cat >compile_commands.json <<END
[{"directory": "$PWD/drv/lib", "file": "check.c", "command": "cc -c check.c"},
 {"directory": "$PWD", "file": "gone.c", "command": "cc -c gone.c"},
 {"directory": "$PWD", "file": "start.S", "command": "cc -c start.S"},
 {"directory": "$PWD", "file": "tree/bad.c", "command": "cc -c tree/bad.c -nostdinc -I$ROOT/fuzz/krt/include -D__KERNEL__ -DKRT_MDEV_ERA=4"}]
END
run 1 "$MIGVER" lint -p . --format json
[ "$(jq -r '[.files[] | .path + " " + .status] | join(", ")' .out)" = \
	"tree/bad.c analyzed, drv/lib/check.c skipped" ] || fail "wrong files of the database"
for jobs in 1 2; do
	"$MIGVER" lint -p . -j $jobs --format json tree drv >json.$jobs 2>/dev/null
done
cmp json.1 json.2 || fail "the report depends on -j"

# More files than one process looks at.
mkdir many
i=0
while [ $i -lt 300 ]; do
	echo "int f$i(void);" >many/$i.c
	i=$((i + 1))
done
bad_driver many/250.c
for jobs in 1 3; do
	run 1 "$MIGVER" lint -j $jobs --format json many
	mv .out json.$jobs
done
cmp json.1 json.3 || fail "the report depends on -j"
[ "$(jq -r '[.files[] | select(.status != "skipped") | .path] | join(" ")' json.1)" = many/250.c ] ||
	fail "wrong files are skipped"
[ "$(jq '.files | length' json.1)" = 300 ] || fail "the ledger is not complete"
