# SPDX-License-Identifier: MIT
# The exit status tells clean, findings, misuse and not analyzed apart.
. "$ROOT/tests/lib.sh"

good_driver good.c
bad_driver bad.c
printf 'int f(void) { return 0; }\n' >none.c
printf '#include <linux/there_is_no_such.h>\n' >missing.c

run 0 "$MIGVER" lint good.c
err_empty
out_has "no findings in 1 file; 1 attribute, "
run 1 "$MIGVER" lint bad.c
err_empty
out_has "bad.c:" ": error: " " [MV201 store-return]" "        return 0;" "        ^~~~~~~~" "1 error in 1 file; "
run 0 "$MIGVER" lint none.c
err_empty
out_has "no findings in 1 file; no attribute found"

# Not analyzed is never clean, but findings come first.
run 3 "$MIGVER" lint missing.c
err_has "missing.c: incomplete" "there_is_no_such.h"
run 3 "$MIGVER" lint good.c missing.c
run 1 "$MIGVER" lint bad.c missing.c
err_has "missing.c: incomplete"

# The threshold.
cat >advice.yaml <<EOF
rules:
  store-return: advice
EOF
run 0 "$MIGVER" lint --rules advice.yaml bad.c
out_has ": advice: " "1 advice in 1 file"
run 1 "$MIGVER" lint --rules advice.yaml --fail-on advice bad.c
run 1 "$MIGVER" lint --fail-on=error bad.c
run 0 "$MIGVER" lint --fail-on unproved good.c
sed 's/if (strlen.*/if (!vendor_check(buf)) {/
/^static ssize_t migration_version_show/i bool vendor_check(const char *buf);' good.c >unproved.c
run 0 "$MIGVER" lint unproved.c
run 1 "$MIGVER" lint --fail-on unproved unproved.c
out_has ": unproved: " "vendor_check() has neither body nor model"
