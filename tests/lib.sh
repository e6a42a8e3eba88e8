# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# For tests/cli/*.sh, which begin with:  . "$ROOT/tests/lib.sh"
# They run in an empty folder that is removed afterwards. MIGVER is the program,
# ROOT the source tree.

set -u
fail() {
	echo "FAIL: $*" >&2
	if [ -e .out ]; then
		echo "---- stdout" >&2
		head -c 1500 .out >&2
		echo "---- stderr" >&2
		head -c 1500 .err >&2
	fi
	exit 1
}

# run STATUS COMMAND...: run it, keep its output in .out and .err, compare the status.
run() {
	want_=$1
	shift
	"$@" >.out 2>.err </dev/null
	got_=$?
	[ "$got_" = "$want_" ] || fail "exit status $got_, not $want_: $*"
}

# out_has TEXT..., err_has TEXT...: each TEXT is in some line.
out_has() { for s_; do grep -qF -e "$s_" .out || fail "stdout lacks: $s_"; done; }
err_has() { for s_; do grep -qF -e "$s_" .err || fail "stderr lacks: $s_"; done; }
out_lacks() { for s_; do ! grep -qF -e "$s_" .out || fail "stdout has: $s_"; done; }
err_lacks() { for s_; do ! grep -qF -e "$s_" .err || fail "stderr has: $s_"; done; }
out_empty() { [ ! -s .out ] || fail "stdout is not empty"; }
err_empty() { [ ! -s .err ] || fail "stderr is not empty"; }
# err_line TEXT: stderr is exactly this line.
err_line() { [ "$(cat .err)" = "$1" ] || fail "stderr is not: $1"; }

# clean_bytes FILE: only printable ASCII, newline and tab, as it may reach a terminal.
clean_bytes() {
	LC_ALL=C tr -d '\n\t -~' <"$1" | od -c | grep -q '[^0 ]' && fail "$1 has raw bytes"
	:
}

# good_driver FILE, bad_driver FILE: small drivers, one in order and one with a defect.
driver_() {
	cat <<EOF
#include <linux/module.h>
#include <linux/device.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "demo-1\\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "demo-1")) {
		dev_info(dev, "incompatible version\\n");
		return -EINVAL;
	}
	return $1;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *demo_attrs[] = { &dev_attr_migration_version.attr, NULL };
static const struct attribute_group demo_group = { .attrs = demo_attrs };
static const struct attribute_group *demo_groups[] = { &demo_group, NULL };
static struct platform_driver demo_driver = {
	.driver = { .name = "demo", .dev_groups = demo_groups },
};
module_platform_driver(demo_driver);
EOF
}
good_driver() { driver_ count >"$1"; }
bad_driver() { driver_ 0 >"$1"; }
