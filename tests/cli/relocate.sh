# SPDX-License-Identifier: MIT
# An installed migver works after it was moved, with nothing beside it and no environment.
. "$ROOT/tests/lib.sh"

build=$(dirname "$MIGVER")
[ -e "$build/CMakeCache.txt" ] || exit 0 # the program isn't in a build folder
cmake --install "$build" --prefix "$PWD/first" >install.log 2>&1 || fail "cmake --install: $(cat install.log)"
mv first "second place"
bad_driver driver.c

run 1 env -i "second place/bin/migver" lint --matrix driver.c
err_empty
out_has "[MV201 store-return]" "MV001 attr-rw         proved"
run 0 env -i "second place/bin/migver" explain MV201
run 1 env -i "second place/bin/migver" lint --profile sysfs --attr '*' driver.c

# Nor does it look into the tree that it was built from.
if command -v strace >/dev/null; then
	strace -f -o trace "second place/bin/migver" lint driver.c >/dev/null
	! grep -F "\"$ROOT/" trace >&2 || fail "the installed program opens files of the source tree"
fi
