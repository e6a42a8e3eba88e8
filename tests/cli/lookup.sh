#!/bin/sh
# SPDX-License-Identifier: MIT
# Callees and registrations in files that nobody named: in the folder, in the database.
. "$ROOT/tests/lib.sh"

# The check of a good driver, made external and moved to another file.
mkdir drv
good_driver drv/main.c
sed -i 's/^static const struct attribute_group \*demo_groups/const struct attribute_group *demo_groups/
/^static struct platform_driver/,$d
s/if (strlen.*/if (!demo_accepts(buf, count)) {/
/^static ssize_t migration_version_show/i int demo_accepts(const char *buf, size_t count);' drv/main.c
cat >drv/check.c <<'EOC'
#include <linux/string.h>
#include <linux/types.h>

int demo_accepts(const char *buf, size_t count);

int
demo_accepts(const char *buf, size_t count)
{
	return strlen(buf) == count && sysfs_streq(buf, "demo-1");
}
EOC
cat >drv/init.c <<'EOC'
#include <linux/module.h>
#include <linux/platform_device.h>

extern const struct attribute_group *demo_groups[];
static struct platform_driver demo_driver = {
	.driver = { .name = "demo", .dev_groups = demo_groups },
};
module_platform_driver(demo_driver);
EOC
# Neither is wanted: a prototype, and another file's own function of that name.
echo 'int demo_accepts(const char *buf, unsigned long count);' >drv/other.c
printf 'static int demo_accepts(int x)\n{\n\treturn x;\n}\n' >drv/static.c

run 0 "$MIGVER" lint --matrix drv/main.c
err_empty
grep -q 'MV002 .* proved' .out || fail "the registration in init.c was not found"
grep -q 'MV203 .* proved' .out || fail "the check in check.c was not found"
out_has 'no findings in 1 file;'

run 0 "$MIGVER" lint -v drv/main.c
err_has 'drv/check.c: looked up for demo_accepts, which drv/main.c needs'
err_has 'drv/init.c: looked up for demo_groups, which drv/main.c defines'
err_lacks 'drv/static.c' 'drv/other.c'

# The same from inside the folder, and with the file named twice over.
(cd drv && run 0 "$MIGVER" lint main.c ./main.c && grep -q '1 attribute' .out) || exit 1

# A defect in the looked up file is reported there.
sed -i 's/return strlen.*/return sysfs_streq(buf, "demo-1") ? 1 : 0;/' drv/check.c
sed -i 's/if (!demo_accepts(buf, count)) {/if (demo_accepts(buf, count) < 0) {/' drv/main.c
run 1 "$MIGVER" lint drv/main.c
out_has '[MV203 store-rejects]'

# Two definitions are no answer.
cp drv/check.c drv/check2.c
run 0 "$MIGVER" lint --matrix drv/main.c
grep -q 'MV203 .*unproved' .out || fail "one of two definitions was taken"
rm drv/check2.c

# Only a database knows the file: it lies in a folder beside.
mkdir lib
rm drv/check.c
cat >lib/check.c <<'EOC'
int demo_accepts(const char *buf, unsigned long count);

int demo_accepts(const char *buf, unsigned long count)
{
	return 0;
}
EOC
cat >compile_commands.json <<EOC
[{"directory": "$PWD", "file": "lib/check.c", "command": "cc -c lib/check.c"}]
EOC
run 0 "$MIGVER" lint --matrix drv/main.c
grep -q 'MV203 .*unproved' .out || fail "a file of another folder was taken"
run 1 "$MIGVER" lint -v -p . drv/main.c
err_has 'lib/check.c: looked up for demo_accepts'
out_has '[MV203 store-rejects]'
