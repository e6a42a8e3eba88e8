# SPDX-License-Identifier: MIT
# Every rule of the catalogue explains itself, by id and by name, in any case.
. "$ROOT/tests/lib.sh"

run 0 "$MIGVER" rules
err_empty
awk 'NR > 1 { print $1, $2 }' .out >rules
[ "$(wc -l <rules)" -ge 35 ] || fail "there are fewer than 35 rules"
while read -r id name; do
	run 0 "$MIGVER" explain "$id"
	out_has "$id $name: " "What it asks for" "Why" "Breaks it" "Keeps it" "How lint decides"
	err_empty
	cp .out by-id
	awk 'length($0) > 110 { exit 1 }' .out || fail "explain $id has a line over 110 columns"
	run 0 "$MIGVER" explain "$(echo "$id" | tr A-Z a-z)"
	cmp -s by-id .out || fail "explain $id in small letters differs"
	run 0 "$MIGVER" explain "$name"
	cmp -s by-id .out || fail "explain $name differs from $id"
done <rules
# Overlays and profiles show in the list.
run 0 "$MIGVER" rules --profile sysfs
out_has "MV001  attr-rw           off"
