# SPDX-License-Identifier: MIT
# What happens in a function that was not understood is in doubt: a part that is
# lost may be the one that unlocks.
. "$ROOT/tests/lib.sh"

cat >unit.c <<'EOF'
#include <linux/device.h>
#include <linux/mutex.h>
#include <linux/sysfs.h>
#include <linux/there_is_no_such.h>

static DEFINE_MUTEX(unit_lock);

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	mutex_lock(&unit_lock);
	if (!dev)
		return -ENODEV;
	unit_unlock(unit_of(dev), &unit_lock, UNIT_NOW);
	return sysfs_emit(buf, "unit-1\n");
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
EOF

run 3 "$MIGVER" lint --profile sysfs unit.c
out_has "no findings in 1 file"
run 3 "$MIGVER" lint --profile sysfs -v unit.c
out_has "migration_version_show() was not understood"
