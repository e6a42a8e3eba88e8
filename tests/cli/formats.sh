# SPDX-License-Identifier: MIT
# Each format of a report, from drivers with every kind of result, is what its readers accept.
. "$ROOT/tests/lib.sh"

check=$(dirname "$MIGVER")/migver-schema
keeps() { "$check" "$ROOT/tests/report/$1.schema.json" "$2" >&2 || fail "$2 breaks the schema of $1"; }
is_xml() { xmllint --noout --nonet "$1" >&2 || fail "$1 is no XML"; }
count() { grep -c -e "$1" "$2"; }

mkdir .git sub
good_driver good.c
bad_driver 'sub/bad one.c'
printf '#include <linux/no_such.h>\n' >missing.c
cp "$ROOT/corpus/drivers/defective/error_overwritten.c" path.c
printf '\377\376\000' >'failed<&>.c'
set -- good.c 'sub/bad one.c' missing.c path.c 'failed<&>.c'
for format in sarif gitlab junit checkstyle github ktap html jsonl json; do
	run 1 "$MIGVER" lint --format $format "$@"
	cp .out "r.$format"
done

# All at once, and from another folder: paths are those of the repository.
(cd sub && "$MIGVER" lint -q --output sarif=../other.sarif --output html=../other.html ../good.c \
	'bad one.c' ../missing.c ../path.c '../failed<&>.c') >.out 2>.err
cmp -s r.sarif other.sarif || fail "SARIF depends on the current folder"
cmp -s r.html other.html || fail "HTML depends on the current folder"

# ---- SARIF
keeps sarif r.sarif
[ "$(jq -r '.runs[0].results[] | [.ruleId, .level, .locations[0].physicalLocation.artifactLocation.uri,
	(.codeFlows[0].threadFlows[0].locations | length)] | join(" ")' r.sarif)" = \
	"MV213 error path.c 7
MV201 error sub/bad%20one.c 3" ] || fail "wrong results"
[ "$(jq -r '.runs[0] | .results[].ruleIndex as $i | .tool.driver.rules[$i].id' r.sarif | sort)" = \
	"MV201
MV213" ] || fail "an index leads to another rule"
[ "$(jq -r '.runs[0].invocations[0] | [.executionSuccessful, (.toolExecutionNotifications[] |
	.level)] | join(" ")' r.sarif)" = "false warning error" ] || fail "wrong notifications"

# ---- the others
keeps gitlab r.gitlab
[ "$(jq -r '[.[].location.path] | join(" ")' r.gitlab)" = "path.c sub/bad one.c" ] || fail "wrong paths"
[ "$(jq -s '[.[].type] | unique | join(" ")' r.jsonl)" = '"attribute file finding run"' ] ||
	fail "wrong kinds of lines"
is_xml r.junit
is_xml r.checkstyle
[ "$(xmllint --xpath 'string(/testsuites/@failures)' r.junit)" = 2 ] &&
	[ "$(xmllint --xpath 'string(/testsuites/@errors)' r.junit)" = 2 ] || fail "wrong counts"
[ "$(xmllint --xpath 'count(//testcase)' r.junit)" = "$(xmllint --xpath 'string(/testsuites/@tests)' r.junit)" ] ||
	fail "cases and their count differ"
[ "$(xmllint --xpath 'count(//testcase[@name="MV201 store-return"])' r.junit)" = 3 ] ||
	fail "a rule that was checked is not seen"
xmllint --xpath '//testcase/@classname | //testcase/@name' r.junit | paste - - | sort | uniq -d >twice
[ ! -s twice ] || fail "two test cases have one name"
[ "$(xmllint --xpath 'string(//file[@name="sub/bad one.c"]/error/@line)' r.checkstyle)" = 21 ] ||
	fail "no checkstyle error"

grep -q '^::error file=path.c,line=66,endLine=66,col=[0-9]*,endColumn=[0-9]*,title=MV213 error-kept::' r.github ||
	fail "no annotation"
grep -q '^::warning file=missing.c,title=not checked completely::incomplete: missing header' r.github ||
	fail "no annotation of the incomplete file"

# KTAP: every plan is kept, and a suite with a failure has failed.
awk '{ depth = match($0, /[^ ]/) }
	/^ *1\.\./ { sub(/ *1\.\./, ""); plan[depth] = $0; n[depth] = 0; next }
	/^ *(not )?ok / { if (++n[depth] != $($1 == "not" ? 3 : 2)) exit 1
		if (depth == 1) { if (n[5] != plan[5] || bad != ($1 == "not")) exit 1; bad = 0 }
		else if ($1 == "not") bad = 1 }
	END { exit n[1] != plan[1] }' r.ktap || fail "the KTAP is not consistent"
grep -q '^    ok [0-9]* MV[0-9]* .* # SKIP unproved: ' r.ktap || fail "what is unproved is not said"

# HTML: well-formed, nothing loaded from elsewhere, the path's steps in the source.
is_xml r.html
! grep -E '(src|href)="[^#]|url\(|@import|<link|fetch\(|XMLHttp' r.html || fail "the page needs another file"
[ "$(count 'class="note" id="f1-' r.html)" = 7 ] || fail "steps are not in the source"
[ "$(count '<article class="error"' r.html)" = 2 ] || fail "wrong findings"

# An annotation can't be forged by a driver's text or name, and the eleventh is counted.
bad_driver '::error::forged.c'
run 1 "$MIGVER" lint --format github '::error::forged.c'
[ "$(count '^::' .out)" = 1 ] || fail "a forged command"
out_has 'file=%3A%3Aerror%3A%3Aforged.c,'
mkdir many
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do bad_driver many/$i.c; done
run 1 "$MIGVER" lint --format github many
[ "$(count '^::error' .out)" = 10 ] && [ "$(count '^error: many' .out)" = 12 ] || fail "wrong lines"
out_has "error: 2 more are in the log"

# Levels: an advice fails a test case only if it fails the run.
cp "$ROOT/corpus/drivers/defective/always_errno_pair.c" advice.c
run 0 "$MIGVER" lint --format junit advice.c
out_lacks "<failure"
out_has "<system-out>advice.c:"
run 1 "$MIGVER" lint --format junit --fail-on advice advice.c
out_has "<failure message="
