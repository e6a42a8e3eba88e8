# SPDX-License-Identifier: MIT
# Colors only where they are wanted; machine formats and files never have them.
. "$ROOT/tests/lib.sh"

bad_driver bad.c
esc=$(printf '\033')
run 1 "$MIGVER" lint bad.c
out_lacks "$esc"
run 1 "$MIGVER" lint --color always --output text=report.txt bad.c
out_has "${esc}[1;31merror: ${esc}[0m"
! grep -qF "$esc" report.txt || fail "colors in a file"
run 1 "$MIGVER" lint --color always --format json bad.c
out_lacks "$esc"
NO_COLOR=1 run 1 "$MIGVER" lint --color=never bad.c
out_lacks "$esc"
