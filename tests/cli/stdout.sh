# SPDX-License-Identifier: MIT
# A report that can't be written is no success.
. "$ROOT/tests/lib.sh"

good_driver good.c
[ -c /dev/full ] || exit 0
"$MIGVER" lint good.c >/dev/full 2>.err
[ $? = 2 ] || fail "a full disk went unnoticed"
err_has "can't write to standard output: No space left on device"
