# SPDX-License-Identifier: MIT
# Bad configuration: exit status 2, the place of the mistake, and nothing run or written.
. "$ROOT/tests/lib.sh"

good_driver good.c

# A database that asks for plugins, and for output: read, and neither obeyed.
mkdir db
cat >db/compile_commands.json <<EOF
[{"directory": "$PWD", "file": "good.c", "arguments": ["gcc", "-D__KERNEL__",
  "-fplugin=$PWD/evil.so", "-Xclang", "-load", "-Xclang", "$PWD/evil.so", "-Werror",
  "-MD", "-MF", "$PWD/written.d", "-o", "$PWD/written.o", "-c", "good.c",
  "-nostdinc", "-I$ROOT/fuzz/krt/include", "-DKRT_MDEV_ERA=4"]}]
EOF
run 0 "$MIGVER" lint -v -p db good.c
err_has "flags from db/compile_commands.json" "-fplugin=" "-load"
[ ! -e written.d ] && [ ! -e written.o ] || fail "a file of the database was written"

printf '[{"directory": "/", ]' >broken.json
run 2 "$MIGVER" lint -p broken.json good.c
err_has "broken.json:1:"
run 2 "$MIGVER" lint -p nowhere good.c
err_has "nowhere"
run 2 "$MIGVER" lint --kernel nowhere good.c
err_has "nowhere"

# A typo in a rules file.
printf 'rules:\n  store-retrun: off\n' >typo.yaml
run 2 "$MIGVER" lint --rules typo.yaml good.c
err_has "typo.yaml:2:3: " "store-retrun" "store-return"
out_empty
printf 'rules:\n  store-return: [off\n' >open.yaml
run 2 "$MIGVER" lint --rules open.yaml good.c
err_has "open.yaml:"

# An alias bomb and deep nesting.
awk 'BEGIN { print "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"
	for (i = 1; i < 30; i++) { printf "a%d: &a%d [", i, i
		for (k = 0; k < 10; k++) printf "%s*a%d", k ? ", " : "", i - 1
		print "]" } }' >bomb.yaml
run 2 "$MIGVER" lint --rules bomb.yaml good.c
err_has "bomb.yaml:" "alias"
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' >deep.yaml
run 2 "$MIGVER" lint --models deep.yaml good.c
err_has "deep.yaml:"
