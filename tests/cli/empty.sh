# SPDX-License-Identifier: MIT
# A show that yields nothing: an error of the version, an advice for any other attribute.
. "$ROOT/tests/lib.sh"

cat >unit.c <<'EOF'
#include <linux/device.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	int *value = dev_get_drvdata(dev);

	if (!*value)
		return 0;
	return sysfs_emit(buf, "unit-1\n");
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
EOF

cat >rw.yaml <<EOF
rules:
  attr-rw: off
EOF
run 1 "$MIGVER" lint --rules rw.yaml unit.c
out_has ": error: returns 0" "[MV104 show-return]"
run 0 "$MIGVER" lint --profile sysfs unit.c
out_has ": advice: returns 0" "[MV104 show-return]"
