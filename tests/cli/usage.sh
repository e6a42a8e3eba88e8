# SPDX-License-Identifier: MIT
# Misuse: exit status 2, nothing on stdout, one clear line on stderr.
. "$ROOT/tests/lib.sh"

# bad MESSAGE ARGUMENTS...
bad() {
	message=$1
	shift
	run 2 "$MIGVER" "$@"
	out_empty
	err_line "migver: $message"
}
good_driver good.c
mkdir empty .hidden
good_driver .hidden/x.c

bad "what is to be done? Try 'migver lint DRIVER.c' or 'migver --help'"
bad "unknown command 'lnt'; did you mean 'lint'?" lnt
bad "unknown command 'frobnicate'; see 'migver --help'" frobnicate
bad "unknown command 'good.c'; did you mean 'migver lint good.c'?" good.c
bad "unknown option '--matrxi'; did you mean '--matrix'?" lint --matrxi good.c
bad "unknown option '--format2=x'; did you mean '--format'?" lint --format2=x good.c
bad "unknown option '-kernel'; did you mean '--kernel'?" lint -kernel x good.c
bad "unknown option '-DFOO'; see 'migver lint --help', and put compiler arguments after --" \
	lint -DFOO good.c
bad "migver explain has no option --kernel" explain --kernel x MV201
bad "option --kernel needs a value: DIR" lint --kernel
bad "option -p needs a value: PATH" lint good.c -p
bad "option --matrix takes no value" lint --matrix=yes good.c
bad "--format: 'jsno' is unknown; did you mean 'json'?" lint --format jsno good.c
bad "--format: 'yaml' is unknown; possible are text, json, jsonl, sarif, gitlab, junit, checkstyle, github, ktap, html, b4, b4-json" \
	lint --format yaml good.c
bad "--fail-on: 'warn' is unknown; possible are error, warning, advice, unproved" \
	lint --fail-on warn good.c
bad "--fail-on: 'errors' is unknown; did you mean 'error'?" lint --fail-on errors good.c
bad "--color: 'alway' is unknown; did you mean 'always'?" lint --color=alway good.c
bad "--dump: 'solv' is unknown; did you mean 'solve'?" lint --dump parse,solv good.c
bad "-j: 'many' is not a number from 1 to 4096" lint -j many good.c
bad "-j: '0' is not a number from 1 to 4096" lint -j0 good.c
bad "--output: 'report.json' is not FORMAT=FILE, e.g. json=report.json" \
	lint --output report.json good.c
bad "--attr: the name is empty" lint --attr "" good.c
bad "lint: no files; try 'migver lint DRIVER.c'" lint
bad "lint: there is no .c file in empty" lint empty
bad "nofile.c: No such file or directory" lint good.c nofile.c
bad "/dev/null: neither a file nor a folder" lint /dev/null
bad "'-': a driver can't be read from standard input: its includes are found relative to its file" \
	lint -
bad "'--' belongs to 'migver lint' and 'migver fuzz'" rules -- -DX
bad "unknown profile 'sysf'; did you mean 'sysfs'?" lint --profile sysf good.c
bad "explain: which rule? 'migver rules' lists them" explain
bad "there is no rule 'MV999'; 'migver rules' lists them" explain MV999
bad "there is no rule 'MV2011'; did you mean 'MV201'?" explain MV2011
bad "there is no rule 'store-retrun'; did you mean 'store-return'?" explain store-retrun
bad "can't write nowhere/report.json: No such file or directory" \
	lint -q --output json=nowhere/report.json good.c
# Bytes of the command line don't reach the terminal raw.
bad "unknown option '--\\x1b[31mred'; see 'migver lint --help', and put compiler arguments after --" \
	lint "$(printf -- '--\033[31mred')"

# What lint takes after -- are compiler arguments; fuzz takes the engine's, and says so.
run 2 "$MIGVER" fuzz good.c -- -DX
err_line "migver: '-DX': after -- come arguments of the engine; use --cc-arg=-DX"
run 2 "$MIGVER" fuzz --time soon good.c
err_line "migver: --time: 'soon' is not a number from 0 to 1000000000"
run 2 "$MIGVER" lint --time 3 good.c
err_line "migver: migver lint has no option --time"
