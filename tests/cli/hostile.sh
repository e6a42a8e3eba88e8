# SPDX-License-Identifier: MIT
# Bytes of sources and paths never reach a terminal or a report raw.
. "$ROOT/tests/lib.sh"

esc=$(printf '\033[2J\007')
bidi=$(printf '\342\200\256')
latin=$(printf '\351')
bad_driver plain.c
sed "s|return 0;|return 0; /* $esc $bidi $latin */|" plain.c >"x$esc$bidi.c"

run 1 "$MIGVER" lint --matrix .
clean_bytes .out
out_has 'x\x1b[2J\a\xe2\x80\xae.c:' '/* \x1b[2J\a \xe2\x80\xae \xe9 */'
run 1 "$MIGVER" lint --format json .
clean_bytes .out
jq -e . .out >/dev/null || fail "no JSON"

# A directive puts words into the compiler's mouth.
printf '#error "%s %s %s"\n' "$esc" "$bidi" "$latin" >"e$esc.c"
run 3 "$MIGVER" lint "e$esc.c"
clean_bytes .out
clean_bytes .err
err_has 'e\x1b[2J\a.c: incomplete'
printf '#include "%s.h"\n' "$esc" >i.c
run 3 "$MIGVER" lint i.c
clean_bytes .err
