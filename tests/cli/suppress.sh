# SPDX-License-Identifier: MIT
# The life of a suppression: each form, reasons, rules that are unknown, and what is unused.
. "$ROOT/tests/lib.sh"

# variant TEXT-BEFORE-THE-RETURN TEXT-BEHIND-IT: a driver with MV201 at its return.
variant() {
	bad_driver d.c
	awk -v before="$1" -v behind="$2" '/return 0;/ { if (before != "") print before
		print $0 behind; next } { print }' d.c >new.c && mv new.c d.c
}
# ids: the rules of the findings that are left, and those of the suppressed ones.
ids() {
	"$MIGVER" lint --format json d.c >.out 2>.err
	jq -r '[([.findings[].rule] | join(" ")), ([.suppressed[].rule] | join(" "))] | join(" / ")' .out
}
expect() {
	got=$(ids)
	[ "$got" = "$1" ] || fail "'$got', not '$1'"
}

variant '' ''
expect 'MV201 / '
variant '' ' /* migver-ignore[MV201]: our daemon copes */'
expect ' / MV201'
[ "$(jq -r '.suppressed[0] | [.suppressed, .reason] | join(": ")' .out)" = "in-source: our daemon copes" ] ||
	fail "wrong reason"
run 0 "$MIGVER" lint d.c
out_has "no findings in 1 file, 1 suppressed;"
variant '' ' // migver-ignore[store-return]: by name'
expect ' / MV201'
variant '	/* migver-ignore[ MV104 , store-r* ]: a glob,
	 * and a reason over
	 * two lines */' ''
expect ' / MV201'
[ "$(jq -r '.suppressed[0].reason' .out)" = "a glob, and a reason over two lines" ] || fail "wrong reason"
# Several comments above one statement, and a blank line.
variant '	/* migver-ignore[MV201]: one */

	/* another comment */' ''
expect ' / MV201'
variant '	/* migver-ignore-begin[MV201]: all of it */' '	/* migver-ignore-end[MV201] */'
expect ' / MV201'
variant '	/* migver-ignore-file[MV201]: all of the file */' ''
expect ' / MV201'

# Not on this statement.
variant '	/* migver-ignore[MV201]: the next line is another one */
	count += 0;' ''
expect 'MV901 MV201 / '
variant '	/* migver-ignore-begin[MV201]: too early */
	/* migver-ignore-end */' ''
expect 'MV901 MV201 / '
# In a string, and in the middle of a comment: no suppression at all.
variant '	pr_debug("/* migver-ignore[MV201]: x */");' ' /* see migver-ignore[MV201]: x */'
expect 'MV201 / '

# Malformed ones do nothing, and are findings with a place.
variant '' ' /* migver-ignore[MV201] */'
expect 'MV201 MV902 / '
run 1 "$MIGVER" lint d.c
out_has "d.c:21:12: warning: a reason is missing" "[MV902 ignore-malformed]"
variant '' ' /* migver-ignore[MV201]: */'
expect 'MV201 MV902 / '
variant '' ' /* migver-ignore[MV2O1]: the letter O */'
expect 'MV201 MV902 / '
out_has "there is no rule 'MV2O1'"
variant '' ' /* migver-ignore: everything */'
expect 'MV201 MV902 / '
variant '	/* migver-ignore-begin[MV201]: without an end */' ''
expect 'MV902 / MV201'
variant '	/* migver-ignore-end[MV201] */' ''
expect 'MV902 MV201 / '
variant '	/* migver-ignore[MV901]: not even this */' ' /* migver-ignore[MV104]: unused */'
expect 'MV902 MV201 MV901 / '

# The defect is mended: the suppression is a finding, and fails the run.
good_driver d.c
sed 's|return count;|return count; /* migver-ignore[MV201]: our daemon copes */|' d.c >new.c && mv new.c d.c
run 1 "$MIGVER" lint d.c
out_has "d.c:21:16: warning: there is no finding of MV201 here [MV901 ignore-unused]"
# Unless that can't be known: the rule is off, or the file was not read completely.
printf 'rules:\n  MV201: off\n' >off.yaml
run 0 "$MIGVER" lint --rules off.yaml d.c
printf '#include <linux/no_such.h>\n' >>d.c
run 3 "$MIGVER" lint d.c
printf 'rules:\n  MV901: off\n' >off.yaml
run 3 "$MIGVER" lint --rules off.yaml d.c

# A suppressed finding keeps its place among equal ones: fingerprints stay.
variant '	if (count == 3)
		return 0;' ''
run 1 "$MIGVER" lint --format json d.c
jq -r '.findings[1].fingerprint' .out >before
variant '	if (count == 3)
		return 0; /* migver-ignore[MV201]: the first */' ''
run 1 "$MIGVER" lint --format json d.c
[ "$(jq -r '.findings[0].fingerprint' .out)" = "$(cat before)" ] || fail "the fingerprint changed"
