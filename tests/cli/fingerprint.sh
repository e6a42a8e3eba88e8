# SPDX-License-Identifier: MIT
# A fingerprint survives moved lines and other white space, and tells equal findings apart.
. "$ROOT/tests/lib.sh"

prints() { jq -r '.findings[].fingerprint' .out; }
bad_driver d.c
run 1 "$MIGVER" lint --format json d.c
before=$(prints)
echo "$before" | grep -qx '[0-9a-f]\{32\}' || fail "no fingerprint: $before"

{ echo "/* a new first line */"; echo; sed 's/return 0;/return   0 ;/; s/return   0 ;/return  0;/' d.c; } >e.c
mv e.c d.c
run 1 "$MIGVER" lint --format json d.c
[ "$(prints)" = "$before" ] || fail "the fingerprint changed with the line"
run 1 "$MIGVER" lint --format json ./d.c
[ "$(prints)" = "$before" ] || fail "the fingerprint depends on how the path is spelled"

mkdir other
mv d.c other/
run 1 "$MIGVER" lint --format json other/d.c
[ "$(prints)" != "$before" ] || fail "the fingerprint does not depend on the folder"

# In a work tree the path is relative to it, wherever the program is started.
mkdir .git
run 1 "$MIGVER" lint --format json other/d.c
before=$(prints)
(cd other && "$MIGVER" lint --format json d.c) >.out 2>.err
[ "$(prints)" = "$before" ] || fail "the fingerprint depends on the current folder"
