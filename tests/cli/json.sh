# SPDX-License-Identifier: MIT
# The JSON report keeps its schema, whatever the input; --output writes it, whole.
. "$ROOT/tests/lib.sh"

check=$(dirname "$MIGVER")/migver-schema
schema=$ROOT/docs/lint-report.schema.json
keeps_schema() { "$check" "$schema" "$1" >&2 || fail "$1 breaks the schema"; }

good_driver good.c
bad_driver bad.c
printf '#include <linux/no_such.h>\n' >missing.c
: >empty.c

run 1 "$MIGVER" lint --format json good.c bad.c missing.c empty.c
keeps_schema .out
[ "$(jq -r '[.version, .tool.name, (.files | length), (.attributes | length)] | @csv' .out)" = \
	'1,"migver",4,2' ] || fail "wrong contents"
[ "$(jq -r '.findings[] | [.rule, .name, .severity, .file, .attribute, .judge] | join(" ")' .out)" = \
	"MV201 store-return error bad.c migration_version lint" ] || fail "wrong finding"

# The same report beside a text report; the file is replaced, not appended to.
cp .out stdout.json
echo old >report.json
chmod 640 report.json
run 1 "$MIGVER" lint --output json=report.json --output text=report.txt good.c bad.c missing.c empty.c
out_has "[MV201 store-return]"
cmp -s stdout.json report.json || fail "--output differs from --format"
cmp -s .out report.txt || fail "--output text differs"
[ "$(stat -c %a report.json)" = 640 ] || fail "the mode of the report changed"
[ -z "$(ls report.json.* 2>/dev/null)" ] || fail "a temporary file is left"

# A link stays a link, and what is no plain file is written to.
ln -s report.json link.json
run 1 "$MIGVER" lint --output json=link.json bad.c
[ -L link.json ] && [ ! -L report.json ] || fail "the link was replaced"
keeps_schema report.json
run 1 "$MIGVER" lint -q --output json=/proc/self/fd/1 bad.c
out_has '"findings": [' "[MV201 store-return]"

# A real driver of several files, whatever the verdicts on it.
"$MIGVER" lint --format json "$ROOT/corpus/drivers/defective/helper_result_ignored" >.out
keeps_schema .out

# A macro tests its argument as often as it names it: the path tells that once.
{
	echo '#define IS_LONG(n) ((n) > 100 || (n) > 50)'
	sed '/^	if (strlen/i\	if (IS_LONG(count))\n\t\treturn -E2BIG;' bad.c
} >macro.c
run 1 "$MIGVER" lint --format json macro.c
[ "$(jq -r '.findings[] | select(.rule == "MV201").path[] | .message' .out | grep -c IS_LONG)" = 1 ] ||
	fail "the path does not tell a test once"
