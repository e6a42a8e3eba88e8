#!/bin/sh
# SPDX-License-Identifier: MIT
# "migver models check": callees that nobody describes.
. "$ROOT/tests/lib.sh"

good_driver good.c
run 0 "$MIGVER" models check good.c
err_empty
out_has '0 callees without body or model; 1 attribute in 1 file'

sed 's/if (strlen.*/if (!vendor_check(buf)) {/
/^static ssize_t migration_version_show/i bool vendor_check(const char *buf);' good.c >drv.c
run 1 "$MIGVER" models check drv.c
err_empty
out_has 'drv.c:18:7: vendor_check() has neither body nor model' \
	'    migration_version: unproved' '1 callee without body or model'

# A model ends it; it is data, and its mistakes have a place.
cat >m.yaml <<'EOC'
models:
  - names: [vendor_check]
    params: [s]
    returns: {range: [0, 1]}
    effects: [{reads: s}]
EOC
run 0 "$MIGVER" models check --models m.yaml drv.c
out_has '0 callees'
sed -i 's/reads: s/reads: t/' m.yaml
run 2 "$MIGVER" models check --models m.yaml drv.c
err_has 'm.yaml:5:23:'

sed -i 's/reads: t/reads: result/; s/params: \[s\]/params: [result]/' m.yaml
run 2 "$MIGVER" models check --models m.yaml drv.c
err_has "m.yaml:3:13: no parameter may be called 'result'"

run 2 "$MIGVER" models drv.c
err_has "Try 'migver models check DRIVER.c'"
run 2 "$MIGVER" models check
