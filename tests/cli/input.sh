# SPDX-License-Identifier: MIT
# Input that is no driver: each file costs itself only, and is told apart from a clean one.
. "$ROOT/tests/lib.sh"

good_driver good.c

# An empty file has no attribute.
: >empty.c
run 0 "$MIGVER" lint empty.c
err_empty
out_has "no findings in 1 file; no attribute found"

# A source that ends in the middle of a function.
sed '/incompatible/q' good.c >truncated.c
run 3 "$MIGVER" lint truncated.c
err_has "truncated.c: incomplete" "truncated.c:"

# A binary file.
head -c 20000 "$MIGVER" >binary.c
run 3 "$MIGVER" lint binary.c
err_has "binary.c: failed" "not a source file: it contains NUL bytes"
clean_bytes .err

# Nor are its comments any: not even one that looks like a suppression.
{ head -c 2000 "$MIGVER"; printf '\n/* migver-ignore[MV201] */\n'; } >binary.c
run 3 "$MIGVER" lint binary.c
out_has "no findings in 1 file, 1 failed"

# A hundred thousand parentheses.
awk 'BEGIN { printf "int f(void) { return "
	for (i = 0; i < 100000; i++) printf "("
	printf "1"
	for (i = 0; i < 100000; i++) printf ")"
	print "; }" }' >nested.c
run 3 "$MIGVER" lint nested.c
err_has "nested.c: incomplete" "nesting level exceeded"

# Fifty megabytes.
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "static int variable_number_%08d = %08d;\n", i, i }' >big.c
truncate -s 52428800 big.c
run 3 "$MIGVER" lint big.c
err_has "big.c: failed" "too large (50 MB, the limit is 16 MB)"

# All of them with a good driver: that one is analyzed as ever.
run 3 "$MIGVER" lint --format json good.c empty.c truncated.c binary.c nested.c
[ "$(jq -r '.files[] | select(.path == "good.c") | .status' .out)" = analyzed ] || fail "good.c suffered"
[ "$(jq -r '.files[] | select(.path == "empty.c") | .status' .out)" = no-attribute ] || fail "empty.c"
