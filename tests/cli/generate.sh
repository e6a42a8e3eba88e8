# SPDX-License-Identifier: MIT
# The man page and the completions know all commands and options, and their shells read them.
. "$ROOT/tests/lib.sh"

for what in man bash zsh fish; do
	run 0 "$MIGVER" generate $what
	err_empty
	clean_bytes .out
	cp .out made.$what
done
run 2 "$MIGVER" generate mann
err_line "migver: generate: what? Did you mean man"
run 2 "$MIGVER" generate

# Everything that --help tells of.
"$MIGVER" --help | sed -n 's/^  \([a-z]*\)  *[A-Z].*/\1/p' >commands
[ "$(wc -l <commands)" -ge 8 ] || fail "commands are missing"
while read -r command; do
	for what in man bash zsh fish; do
		grep -qw -e "$command" made.$what || fail "$what lacks the command $command"
	done
	"$MIGVER" "$command" --help | sed -n 's/^  \(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' >options
	while read -r option; do
		grep -qF -e "\\-\\-$(printf '%s' "$option" | sed 's/-/\\-/g')\\fR" made.man || fail "the man page lacks --$option"
		for what in bash zsh; do
			grep -qF -e "--$option" made.$what || fail "$what lacks --$option"
		done
		grep -q -e "_from.* $command.* -l $option " made.fish || fail "fish lacks $command --$option"
	done <options
done <commands

# The shells and the formatter, as far as they are here.
if command -v groff >/dev/null; then
	groff -man -ww -z made.man >.out 2>&1 || fail "groff fails"
	out_empty
fi
for shell in bash zsh fish; do
	command -v $shell >/dev/null || continue
	$shell -n made.$shell >.out 2>&1 || fail "$shell does not read its completion"
done

# What bash offers.
command -v bash >/dev/null || exit 0
cat >ask.bash <<'END'
. ./made.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_migver
printf '%s\n' "${COMPREPLY[@]}"
END
offers() {
	want=$1
	shift
	got=$(bash ask.bash "$@" | sort | tr '\n' ' ')
	[ "$got" = "$want" ] || fail "'$*' offers '$got', not '$want'"
}
offers "baseline " migver ba
offers "--format " migver lint --form
offers "sarif " migver lint --format s
offers "error " migver lint --fail-on e
offers "MV201 " migver explain MV201
offers "store-accepts store-atomic " migver explain store-a
offers "create " migver baseline c
offers " " migver lint dri
