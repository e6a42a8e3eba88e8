# SPDX-License-Identifier: MIT
# .migver.yaml: found upwards, obeyed, overruled by the command line, checked, and shown.
. "$ROOT/tests/lib.sh"

mkdir -p tree/.git tree/drv/foo tree/etc
bad_driver tree/drv/foo/a.c
conf=tree/.migver.yaml

printf 'rules:\n  store-return: advice\n' >$conf
run 0 "$MIGVER" lint tree/drv/foo/a.c
out_has "advice: returns 0"
(cd tree/drv && "$MIGVER" lint foo) >.out 2>.err || fail "not found from another folder"
run 1 "$MIGVER" lint --no-config tree/drv
printf 'rules:\n  MV201: error\n' >rules.yaml
run 1 "$MIGVER" lint --rules rules.yaml tree/drv
run 1 "$MIGVER" lint --fail-on advice tree/drv
run 0 "$MIGVER" rules --config $conf
out_has "MV201  store-return      advice"
# The nearest one counts alone, and the search ends at the top of the work tree.
printf 'fail-on: advice\n' >tree/drv/.migver.yaml
run 1 "$MIGVER" lint tree/drv
out_has "error: returns 0"
run 0 "$MIGVER" lint --fail-on error --config $conf tree/drv
rm tree/drv/.migver.yaml
mv $conf .migver.yaml
run 1 "$MIGVER" lint tree/drv
out_has "error: returns 0"
rm .migver.yaml

# Paths are those of its folder; everything it may say.
cat >$conf <<'END'
profile: etc/mine.yaml
attributes: ["migration_*"]
models: [etc/models.yaml]
baseline: etc/known.yaml
fail-on: error
ignore:
  - path: drv/*/gen_*.c
    rules: [store-*]
    reason: generated
  - path: drv/old
    rules: ["*"]
    reason: frozen; see the wiki
END
sed 's/^name: .*/name: mine/' "$ROOT/rules/profiles/migration.yaml" >tree/etc/mine.yaml
cat "$ROOT"/rules/models/kstrto.yaml >tree/etc/models.yaml
run 0 "$MIGVER" baseline create tree/drv
[ -e tree/etc/known.yaml ] || fail "the baseline of the configuration was not made"
run 0 "$MIGVER" lint tree/drv
out_has "1 suppressed"
mkdir tree/drv/old tree/drv/bar
bad_driver tree/drv/old/b.c
bad_driver tree/drv/bar/gen_x.c
run 0 "$MIGVER" lint --format json tree/drv
[ "$(jq -r '.suppressed[] | [.file, .suppressed, .reason] | join(" ")' .out)" = \
"tree/drv/bar/gen_x.c config generated
tree/drv/foo/a.c baseline 
tree/drv/old/b.c config frozen; see the wiki" ] || fail "wrong suppressions"
bad_driver tree/drv/bar/sub.c
run 1 "$MIGVER" lint tree/drv
out_has "tree/drv/bar/sub.c:"

# Shown; what is shown is a configuration that amounts to the same.
run 0 "$MIGVER" lint --dump-config tree/drv
out_has 'attributes: ["migration_*"]' 'fail-on: "error"' "  store-newline: [error, warning]" \
	"baseline: \"$(realpath tree)/etc/known.yaml\""
cp .out dump.yaml
run 0 "$MIGVER" lint --config dump.yaml --dump-config
sed 1d .out >again
sed 1d dump.yaml | cmp -s - again || fail "the dump does not amount to itself"
run 0 "$MIGVER" lint --dump-config --no-config
out_has "# from the defaults" 'profile: "migration"'
run 0 "$MIGVER" lint --verify-config tree/drv
out_has "tree/.migver.yaml: in order"

# Mistakes have a place, in lint as in --verify-config.
wrong() {
	printf "$1" >$conf
	run 2 "$MIGVER" lint --verify-config tree/drv
	err_has "$2"
	out_empty
	run 2 "$MIGVER" lint tree/drv
	err_has "$2"
}
wrong 'profil: sysfs\n' "tree/.migver.yaml:1:1: unknown key 'profil'; did you mean 'profile'?"
wrong 'rules:\n  MV2O1: off\n' "tree/.migver.yaml:2:3: unknown rule 'MV2O1'; did you mean 'MV201'?"
wrong 'fail-on: never\n' "tree/.migver.yaml:1:10: "
wrong 'ignore:\n  - path: x.c\n    rules: [MV201]\n' "tree/.migver.yaml:2:5: "
wrong 'ignore:\n  - path: x.c\n    rules: [MV999]\n    reason: r\n' \
	"tree/.migver.yaml:3:13: unknown rule 'MV999'"
wrong 'profile: [a\n' "tree/.migver.yaml:2:1: "
wrong 'baseline: etc/none.yaml\nmodels: [etc/none.yaml]\n' "etc/none.yaml: No such file"
run 2 "$MIGVER" lint --config none.yaml tree/drv
err_has "none.yaml: No such file"
rm $conf
run 2 "$MIGVER" lint --verify-config tree/drv
err_line "migver: there is no .migver.yaml here or above"
