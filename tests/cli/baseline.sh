# SPDX-License-Identifier: MIT
# The life of a baseline: made, obeyed, moved lines, a new defect, a mended one, pruned.
. "$ROOT/tests/lib.sh"

mkdir .git drv
bad_driver drv/a.c
cp "$ROOT/corpus/drivers/defective/store_boolean.c" drv/b.c
base=known.yaml

run 2 "$MIGVER" baseline update --baseline $base drv
err_has "known.yaml: No such file"
run 0 "$MIGVER" baseline create --baseline $base drv
out_has "known.yaml: 2 findings, 2 added, 0 dropped"
err_empty
grep -q '    file: "drv/a.c"' $base || fail "no entry"
run 2 "$MIGVER" baseline create --baseline $base drv
err_has "there is one already"
run 1 "$MIGVER" lint drv
run 0 "$MIGVER" lint --baseline $base drv
out_has "no findings in 2 files, 2 suppressed;"

# Lines move, the code is indented anew, another folder is the current one.
{ echo; echo; sed 's/^	*return 0;/			return  0;/' drv/a.c; } >new.c && mv new.c drv/a.c
run 0 "$MIGVER" lint --baseline $base drv
(cd drv && "$MIGVER" lint --baseline ../$base a.c) >.out 2>.err || fail "the baseline depends on the folder"

# What somebody wrote into it stays.
sed 's/^    rule: "MV201"/&\n    reason: "since 2019; \\"nobody\\" writes"/' $base | awk '/reason:/ && n++ { next } { print }' >new.yaml
mv new.yaml $base
run 0 "$MIGVER" baseline update --baseline $base drv
out_has "2 findings, 0 added, 0 dropped"
grep -q 'reason: "since 2019; \\"nobody\\" writes"' $base || fail "the reason is lost"
"$MIGVER" lint --format json --baseline $base drv >.out
[ "$(jq -r '[.suppressed[].reason | values] | join("|")' .out)" = 'since 2019; "nobody" writes' ] ||
	fail "the reason is not reported"

# A second, equal defect in the same function is new: only one is known.
awk '/return  0;/ { print "\t\tif (count == 3)\n\t\t\treturn  0;" } { print }' drv/a.c >new.c
cp drv/a.c old.c && mv new.c drv/a.c
run 1 "$MIGVER" lint --baseline $base drv
out_has "1 error in 2 files, 2 suppressed;"
mv old.c drv/a.c

# Mended: told, at the entry's line, but no failure; another run does not look at the file.
good_driver drv/a.c
run 0 "$MIGVER" lint --baseline $base drv
out_has "known.yaml:5:1: advice: MV201 of drv/a.c is gone" "[MV903 baseline-gone]"
run 1 "$MIGVER" lint --baseline $base --fail-on advice drv
run 0 "$MIGVER" lint --baseline $base drv/b.c
out_has "no findings in 1 file, 1 suppressed;"
run 0 "$MIGVER" baseline prune --baseline $base drv/b.c
out_has "2 findings, 0 added, 0 dropped"
run 0 "$MIGVER" baseline prune --baseline $base drv
out_has "1 finding, 0 added, 1 dropped"
run 0 "$MIGVER" lint --baseline $base --fail-on advice drv

# prune adds nothing; update does, and drops what a deleted file had.
bad_driver drv/c.c
run 0 "$MIGVER" baseline prune --baseline $base drv
out_has "1 finding, 0 added, 0 dropped"
rm drv/b.c
run 0 "$MIGVER" baseline update --baseline $base drv
out_has "1 finding, 1 added, 1 dropped"
grep -q 'drv/c.c' $base || fail "the new finding is missing"

# Mistakes: the place is named. An incomplete run says so.
sed 's/fingerprint: "./fingerprint: "x/' $base >bad.yaml
run 2 "$MIGVER" lint --baseline bad.yaml drv
err_has "bad.yaml:5:18: not a fingerprint"
printf 'version: 2\nfindings: []\n' >bad.yaml
run 2 "$MIGVER" lint --baseline bad.yaml drv
err_has "bad.yaml:1:10: version 2"
run 2 "$MIGVER" baseline creat drv
err_line "migver: baseline: 'creat' is unknown; did you mean 'create'?"
printf '#include <linux/no_such.h> /* migration_version */\n' >drv/d.c
run 3 "$MIGVER" baseline update --baseline $base drv
err_has "drv/d.c: incomplete"
