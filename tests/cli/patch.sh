# SPDX-License-Identifier: MIT
# --patch and --since: what a change causes, wherever it shows, and nothing else; nothing is written.
. "$ROOT/tests/lib.sh"

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git_() { git -c user.name=x -c user.email=x@example.org "$@" >/dev/null 2>&1 || fail "git $*"; }

# A driver of three folders: handler, check, and a bystander; one old defect.
mkdir -p tree/drv/lib tree/drv/other
cd tree || exit 1
good_driver drv/main.c
sed -i 's/if (strlen.*/if (demo_check(buf, count)) {/
/^static ssize_t migration_version_show/i #include "lib/check.h"' drv/main.c
echo 'int demo_check(const char *buf, unsigned long count);' >drv/lib/check.h
cat >drv/lib/check.c <<'END'
#include <linux/errno.h>
#include <linux/string.h>
#include "check.h"

int demo_check(const char *buf, unsigned long count)
{
	if (strlen(buf) != count)
		return -EINVAL;
	if (!sysfs_streq(buf, "demo-1"))
		return -EINVAL;
	return 0;
}
END
bad_driver drv/old.c
cp "$ROOT/corpus/drivers/defective/always_errno_pair.c" drv/other/plain.c
git_ init -q .
printf '.out\n.err\n' >.git/info/exclude
git_ add .
git_ commit -qm one
find . -path ./.git -prune -o -type f -exec sha1sum {} + | sort >../before
lint() {
	want=$1
	shift
	run "$want" "$MIGVER" lint "$@"
	find . -path ./.git -prune -o -type f ! -name .out ! -name .err -exec sha1sum {} + | sort >../after
	cmp -s ../before ../after || fail "something was written"
}
# patch NAME: what the tree has become, as a diff; the tree is as before again.
patch() {
	git_ add -N .
	git diff >"../$1"
	git_ reset -q
	git_ checkout -q .
	git_ clean -fdq
}

# ---- a defect in a helper, far from the handler
sed -i 's/if (.*/if (count > 4096)/' drv/lib/check.c
patch helper.diff
lint 1 --patch ../helper.diff
out_has "drv/main.c:" "[MV203 store-rejects]" "1 error in 3 files"
out_lacks old.c
run 1 sh -c '"$MIGVER" lint --patch - <../helper.diff'
(cd drv/lib && "$MIGVER" lint --patch ../../../helper.diff) >.out 2>.err
[ $? = 1 ] || fail "not from another folder"
out_has "drv/main.c:"
lint 1 --patch ../helper.diff drv/main.c
lint 0 --patch ../helper.diff drv/old.c

# ---- moved, and indented anew
{ echo '/* a head */'; sed 's/return 0;/return  0 ;/; s/return  0 ;/return   0;/' drv/old.c; } >new.c
mv new.c drv/old.c
patch moved.diff
lint 0 --patch ../moved.diff
out_has "no findings in 3 files" " suppressed"
# A second one of its kind before it: that one is reported, not the old one.
sed -i 's/return -EINVAL;/return 0;/' drv/old.c
patch second.diff
lint 1 --patch ../second.diff
out_has "drv/old.c:19:3: error" "1 error in"
# Renamed: checked, and not new.
git_ mv drv/old.c drv/renamed.c
git diff --cached -M >../renamed.diff
grep -q '^rename from' ../renamed.diff || fail "git found no rename"
git_ reset -q --hard
lint 0 --patch ../renamed.diff
out_has " suppressed"

# ---- new, deleted; a header that is new, one that is gone
mkdir drv/new
bad_driver drv/new/n.c
sed -i 's/return 0;/return LOST;/; 1i #include "n.h"' drv/new/n.c
echo '#define LOST 0' >drv/new/n.h
patch new.diff
lint 1 --patch ../new.diff
out_has "drv/new/n.c:" "return LOST;" "[MV201 store-return]" "1 error in"
git_ rm -q drv/lib/check.h
git diff --cached >../gone.diff
git_ reset -q --hard
run 3 "$MIGVER" lint --patch ../gone.diff
err_has "this file is removed by the patch"

# ---- by mail: the formats of git, quoted-printable, base64; a series in one mailbox
{ printf 'From: X <x@example.org>\nSubject: [PATCH] y\nContent-Transfer-Encoding: base64\n\n'
	base64 ../helper.diff; } >../mail.b64
{ printf 'From: X <x@example.org>\nSubject: y\nContent-Transfer-Encoding: quoted-printable\n\nHello,\n'
	sed 's/=/=3D/g; s/"demo-1/"de=\nmo-1/' ../helper.diff; } >../mail.qp
for mail in b64 qp; do lint 1 --patch ../mail.$mail; done
sed -i 's/	if (!sysfs_streq.*/	if (count > 4096)/' drv/lib/check.c
git_ commit -qam two
sed -i 's/	if (strlen.*/	if (count > 4096)/' drv/lib/check.c
git_ commit -qam three
git format-patch -q --stdout HEAD~2 >../series.mbox
git_ checkout -q HEAD~2
lint 1 --patch ../series.mbox
out_has "[MV203 store-rejects]"
git_ checkout -q -

# ---- since a revision: committed, and not
run 1 "$MIGVER" lint --since HEAD~2
out_has "[MV203 store-rejects]" "1 error in"
out_lacks old.c
run 0 "$MIGVER" lint --since HEAD
echo >>drv/old.c
git_ mv drv/old.c drv/older.c
run 0 "$MIGVER" lint --since HEAD
out_has " suppressed"
git_ reset -q --hard
run 2 "$MIGVER" lint --since nothing
err_has "git diff nothing: "
run 2 "$MIGVER" lint --since --output=x
git_ checkout -q HEAD~2

# ---- what does not apply, and what is no patch
sed 's/"demo-1"/"demo-2"/' ../helper.diff >../stale.diff
lint 2 --patch ../stale.diff
err_has "../stale.diff:5: the hunk does not apply to drv/lib/check.c"
out_empty
sed 's|drv/lib/check.c|drv/none.c|g' ../helper.diff >../none.diff
lint 2 --patch ../none.diff
err_has "../none.diff:3: there is no 'drv/none.c' in the tree"
sed 's|a/drv/lib/check.c|a/../../x.c|;s|b/drv/lib/check.c|b/../../x.c|' ../helper.diff >../out.diff
lint 2 --patch ../out.diff
err_has "leads out of the tree"
sed '$d' ../helper.diff >../short.diff
lint 2 --patch ../short.diff
err_has "the hunk is cut short"
echo "hello" >../no.diff
lint 2 --patch ../no.diff
err_has "there is no patch in it"
lint 2 --patch ../helper.diff --fail-on unproved

# Lines above have moved: the hunk is found.
sed -i '1i /* one more */' drv/lib/check.c
run 1 "$MIGVER" lint --patch ../helper.diff
git_ checkout -q .

# ---- a patch of something else; b4's protocols
printf -- '--- a/README\n+++ b/README\n@@ -0,0 +1 @@\n+hello\n' >../readme.diff
: >README
for format in text b4 b4-json; do run 0 "$MIGVER" lint --format $format --patch ../readme.diff; done
[ "$(cat .out)" = "[]" ] || fail "b4 review gets a check of nothing"
rm README
lint 1 --format b4 --patch ../helper.diff
grep -qx 'drv/main.c:[0-9]*:[0-9]*: ERROR: .* \[MV203 store-rejects\]' .out || fail "no line for b4"
err_empty
lint 0 --format b4 --patch ../moved.diff
out_empty
err_empty
lint 1 --format b4-json --patch ../helper.diff
[ "$(jq -r '.[0] | [.tool, .status] | join(" ")' .out)" = "migver fail" ] || fail "no check"
lint 0 --format b4-json --patch ../moved.diff
[ "$(jq -r '.[0].status' .out)" = pass ] || fail "no passed check"
run 3 "$MIGVER" lint --format b4 --patch ../gone.diff
err_empty
out_has ": WARNING: not checked, incomplete: "
