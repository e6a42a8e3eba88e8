# SPDX-License-Identifier: MIT
# A campaign from source to report: built, run, stopped, reported, replayed.
. "$ROOT/tests/lib.sh"

XDG_CACHE_HOME=$(dirname "$MIGVER")/fuzz-cache # the runtime is built once for all runs of tests
export XDG_CACHE_HOME
check=$(dirname "$MIGVER")/migver-schema
schema=$ROOT/docs/lint-report.schema.json

mkdir src
good_driver src/good.c
bad_driver src/bad.c

# ---- without a compiler ----

MIGVER_CLANG=/nowhere/clang run 2 "$MIGVER" fuzz src/good.c
err_line "migver: MIGVER_CLANG: there is no program /nowhere/clang"
PATH=/nowhere run 2 "$MIGVER" fuzz src/good.c
err_has "apt install clang-19 libclang-rt-19-dev"

# ---- a good driver; nothing appears beside its source ----

run 0 "$MIGVER" fuzz --dir good --runs 3000 src/good.c
err_empty
out_has "fuzzed: 3000 inputs, " "all runs are done" "driven: /sys/devices/" "no findings in 1 file"
[ "$(ls src)" = "bad.c
good.c" ] || fail "something was written beside the sources"
grep -q '"inputs": 3000,' good/stats.json || fail "no statistics"
grep -q '"bare_comparisons_per_store": [1-9]' good/stats.json || fail "no speed"
[ "$(tail -n 1 good/stats.csv | cut -d , -f 2)" = 3000 ] || fail "the last line of stats.csv is not the end"
[ "$(ls good/corpus | wc -l)" -gt 1 ] || fail "no corpus"
grep -q '^"demo-1"$' good/dict || fail "the driver's literal is not in the dictionary"

# ---- a bad one ----

run 1 "$MIGVER" fuzz --dir bad --runs 2000 --output json=bad.json src/bad.c
out_has "src/bad.c:" "returns 0" "[MV201 store-return]" "shell: printf 'demo-1" "replay: migver replay"
clean_bytes .out
"$check" "$schema" bad.json >&2 || fail "the report breaks the schema"
[ "$(jq -r '[.findings[] | select(.rule == "MV201")][0] | [.judge, .severity, .attribute] | join(" ")' bad.json)" = \
	"fuzz error migration_version" ] || fail "wrong finding"
jq -e '.fuzz.inputs == 2000 and .fuzz.accepted == 0 and (.fuzz.sandbox | contains("no new privileges"))' \
	bad.json >/dev/null || fail "wrong facts"
jq -e '[.attributes[].obligations[] | .verdict] | unique == ["unproved", "violated"]' bad.json >/dev/null ||
	fail "a run proves nothing"

finding=$(ls bad/findings/MV201-*-???????? | head -n 1)
run 1 "$MIGVER" replay "$finding"
out_has "MV201"
run 1 "$MIGVER" replay --dir bad "$finding"
run 1 "$MIGVER" replay src/bad.c "$finding"
[ -e "$finding" ] || fail "a replay removed its input"
run 2 "$MIGVER" replay
err_has "no input"
run 2 "$MIGVER" replay ./nothing
err_line "migver: ./nothing: no such file"

# ---- what lint said, joined ----

run 1 "$MIGVER" lint --output json=lint.json src/bad.c
run 1 "$MIGVER" fuzz --dir bad --runs 500 --confirm lint.json --output json=joined.json src/bad.c
out_has "MV201: confirmed by"
"$check" "$schema" joined.json >&2 || fail "the joined report breaks the schema"
[ "$(jq -r '.fuzz.confirmations[] | select(.rule == "MV201") | .verdict' joined.json)" = confirmed ] ||
	fail "MV201 is not confirmed"
run 0 "$MIGVER" fuzz --dir good --runs 500 --confirm lint.json src/good.c
out_lacks "confirmed"
run 2 "$MIGVER" fuzz --dir good --runs 500 --confirm src/good.c src/good.c
err_has "src/good.c:1:"

# ---- nothing to exercise is loud ----

sed 's/migration_version/other_version/g' src/good.c >src/none.c
run 3 "$MIGVER" fuzz --dir none --runs 500 src/none.c
out_has "NOTHING WAS EXERCISED" "no file called migration_version" "beside: /sys/"
run 0 "$MIGVER" fuzz --dir none --runs 500 --attr 'other_*' --profile sysfs src/none.c
echo 'int broken(' >src/broken.c
run 3 "$MIGVER" fuzz --dir broken src/broken.c
err_has "src/broken.c does not compile with bundled headers" "error:"

# ---- Ctrl-C: a report, and the children are gone ----

"$MIGVER" fuzz --dir good -j 2 --time 0 src/good.c >.out 2>.err &
pid=$!
i=0
until [ -s good/jobs/1/events.jsonl ] || [ $i -ge 300 ]; do
	sleep 0.1
	i=$((i + 1))
done
run 2 "$MIGVER" fuzz --dir good src/good.c
err_has "another campaign is running in"
kill -INT $pid
wait $pid
[ $? = 130 ] || fail "not interrupted"

# ---- SIGKILL: the children are gone, too, and the campaign that goes on knows what was found ----

# Only "kQ7" is answered with 0: not to be found in a hundred inputs.
sed 's/^	return 0;/	return count;/; s/^	if (strlen/	if (count == 3 \&\& buf[0] * 9 + buf[1] * 5 + buf[2] * 3 == 1533 \&\& buf[2] == 55)\n		return 0;\n	if (strlen/' \
	src/bad.c >src/rare.c
"$MIGVER" fuzz --dir rare --time 0 src/rare.c >.out 2>.err &
pid=$!
i=0
until grep -q '"event":"status"' rare/jobs/0/events.jsonl 2>/dev/null || [ $i -ge 600 ]; do
	sleep 0.1
	i=$((i + 1))
done
kill -KILL $pid
wait $pid
# as the target would have told it
echo '{"event":"finding","rule":"MV201","function":"f","file":"x.c","line":1,"message":"m","input":"6b5137","key":"k"}' \
	>>rare/jobs/0/events.jsonl
rm -f rare/corpus/*
run 1 "$MIGVER" fuzz --dir rare --runs 100 src/rare.c
out_has "returns 0" "[MV201 store-return]" 'wrote: "kQ7"'
set -- rare/findings/MV201-migration_version_store-*
[ $# = 1 ] && [ -e "$1" ] || fail "the input of the finding is not kept"
run 1 "$MIGVER" fuzz --dir rare --runs 100 src/rare.c
out_has "[MV201 store-return]"
