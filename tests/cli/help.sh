# SPDX-License-Identifier: MIT
# Help and version come from the tables and go to stdout.
. "$ROOT/tests/lib.sh"

run 0 "$MIGVER" --help
out_has "migver lint" "migver explain" "migver rules"
err_empty
run 0 "$MIGVER" lint --help
out_has "-p PATH" "--kernel DIR" "--attr NAME" "--profile NAME" "--rules FILE" "--models FILE" \
	"--format FORMAT" "--output FORMAT=FILE" "--fail-on LEVEL" "--matrix" "-j, --jobs N" \
	"--dump PASS,..." "--color WHEN" "-q, --quiet" "-v, --verbose" "Exit status"
run 0 "$MIGVER" explain --help
out_has "RULE..." "--help"
out_lacks "--kernel"
run 0 "$MIGVER" rules -h
run 0 "$MIGVER" --version
out_has "migver " "libclang: " "clang version "
err_empty
awk 'length($0) > 100 { exit 1 }' .out || fail "lines of the help are too long"
