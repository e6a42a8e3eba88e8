# SPDX-License-Identifier: MIT
# Folders, links, files named twice; the order of the output never changes.
. "$ROOT/tests/lib.sh"

mkdir -p tree/b tree/a/deep tree/.git tree/.hidden
bad_driver tree/b/two.c
bad_driver tree/a/deep/one.c
bad_driver tree/.hidden/no.c
bad_driver tree/.no.c
echo "not a source" >tree/README
ln -s .. tree/a/loop
ln -s ../b/two.c tree/a/link.c
ln -s missing tree/a/dangling.c

files_of() { jq -r '.files[].path' .out; }
run 1 "$MIGVER" lint --format json tree
[ "$(files_of)" = "tree/a/deep/one.c
tree/a/link.c" ] || fail "wrong files: $(files_of)"
err_empty
run 1 "$MIGVER" lint --format json tree/b/two.c tree/ ./tree/b/two.c
[ "$(files_of)" = "tree/b/two.c
tree/a/deep/one.c" ] || fail "wrong files: $(files_of)"

for jobs in 1 2 8; do
	run 1 "$MIGVER" lint -j $jobs --format json tree/b tree/a
	cp .out report.$jobs
done
cmp report.1 report.2 && cmp report.1 report.8 || fail "the report depends on -j"
