// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Defects of show, and what comes close. See cases.h.
 *
 * also: mv102_page mv301
 * also: mv104_would_be mv301
 * also: mv104_zero mv301
 * also: mv106_nul mv301
 * also: mv107_address mv301
 * also: mv107_clock mv301
 * also: mv107_random mv301
 * also: mv107_stale mv301
 * also: mv109_index mv301
 * also: mv109_no_data mv301
 */
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/random.h>

#include "cases.h"

/* ---- MV101, MV102, MV106: the bytes ---- */

SHOW(mv101_latin1)
{
	return sysfs_emit(buf, "larder \xb5-7\n");
}
STORE(mv101_latin1)
{
	return sysfs_streq(buf, "larder \xb5-7") && strlen(buf) == count ? (ssize_t)count : refuse(dev);
}

SHOW(mv101_control)
{
	return sysfs_emit(buf, "larder\x1b[0m\n");
}
STORE(mv101_control)
{
	return sysfs_streq(buf, "larder\x1b[0m") && strlen(buf) == count ? (ssize_t)count : refuse(dev);
}

SHOW(mv102_page)
{
	memset(buf, 'a', PAGE_SIZE);
	return PAGE_SIZE;
}
GOOD_STORE(mv102_page)

SHOW(mv106_two_lines)
{
	return sysfs_emit(buf, "larder\n7.25\n");
}
STORE(mv106_two_lines)
{
	return sysfs_streq(buf, "larder\n7.25") && strlen(buf) == count ? (ssize_t)count : refuse(dev);
}

SHOW(mv106_nul)
{
	memcpy(buf, "larder\0x\n", 9);
	return 9;
}
STORE(mv106_nul)
{
	return count >= 8 && !memcmp(buf, "larder\0x", 8) && (count == 8 || (count == 9 && buf[8] == '\n')) ?
		       (ssize_t)count : refuse(dev);
}

/* ---- MV103: the page ---- */

SHOW(mv103_terminator)
{
	memset(buf, 'a', PAGE_SIZE - 1);
	buf[PAGE_SIZE] = '\0';
	return PAGE_SIZE - 1;
}
GOOD_STORE(mv103_terminator)

SHOW(mv103_before)
{
	int len = sysfs_emit(buf, OWN "\n");

	memmove(buf - 1, buf, len);
	return len - 1;
}
GOOD_STORE(mv103_before)

/* ---- MV104, MV105: the value returned ---- */

SHOW(mv104_would_be)
{
	return snprintf(buf, 8, OWN "\n");
}
GOOD_STORE(mv104_would_be)

SHOW(mv104_sizeof)
{
	return sprintf(buf, OWN "\n") + 1;
}
GOOD_STORE(mv104_sizeof)

SHOW(mv104_zero)
{
	sysfs_emit(buf, OWN "\n");
	return 0;
}
GOOD_STORE(mv104_zero)

SHOW(mv105_internal)
{
	return -ENOTSUPP;
}
STORE(mv105_internal)
{
	return refuse(dev);
}

/* ---- MV107: what doesn't stay ---- */

SHOW(mv107_clock)
{
	return sysfs_emit(buf, OWN ".%llu\n", (unsigned long long)ktime_get_ns());
}
GOOD_STORE(mv107_clock)

SHOW(mv107_random)
{
	u32 r;

	get_random_bytes(&r, sizeof(r));
	return sysfs_emit(buf, OWN ".%u\n", r);
}
GOOD_STORE(mv107_random)

SHOW(mv107_address)
{
	return sysfs_emit(buf, OWN ".%p\n", larder_of(dev));
}
GOOD_STORE(mv107_address)

SHOW(mv107_stale)
{
	unsigned char *block = kmalloc(16, GFP_KERNEL);
	int len;

	if (!block)
		return -ENOMEM;
	len = sysfs_emit(buf, OWN ".%u\n", block[3]);
	kfree(block);
	return len;
}
GOOD_STORE(mv107_stale)

/* ---- MV108 ---- */

SHOW(mv108_marks)
{
	struct larder *larder = larder_of(dev);

	if (!larder)
		return -ENODEV;
	larder->flag = true;
	return sysfs_emit(buf, OWN "\n");
}
GOOD_STORE(mv108_marks)

SHOW(ok_served)
{
	struct larder *larder = larder_of(dev);

	if (!larder)
		return -ENODEV;
	larder->served++;
	return sysfs_emit(buf, OWN "\n");
}
GOOD_STORE(ok_served)

/* ---- MV109: what show reads ---- */

SHOW(mv109_no_data)
{
	return sysfs_emit(buf, OWN "%s\n", larder_of(dev)->flag ? "+" : "");
}
GOOD_STORE(mv109_no_data)

SHOW(mv109_index)
{
	static const char *const names[] = { "a", "b" };
	static volatile unsigned int index = 5;

	return sysfs_emit(buf, OWN "%s\n", names[index] ? "x" : "y");
}
GOOD_STORE(mv109_index)

SHOW(mv109_freed)
{
	char *copy = kstrdup(OWN, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	kfree(copy);
	return sysfs_emit(buf, "%s\n", copy);
}
GOOD_STORE(mv109_freed)

/* ---- MV401, MV402 in show ---- */

SHOW(mv401_show_locked)
{
	struct larder *larder = larder_of(dev);

	if (!larder)
		return -ENODEV;
	mutex_lock(&larder->lock);
	if (larder->flag)
		mutex_unlock(&larder->lock);
	return sysfs_emit(buf, OWN "\n");
}
GOOD_STORE(mv401_show_locked)

SHOW(mv401_show_lost)
{
	char *copy = kstrdup(OWN, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	return sysfs_emit(buf, "%s\n", copy);
}
GOOD_STORE(mv401_show_lost)

SHOW(mv402_show)
{
	char *copy = kmalloc(32, GFP_KERNEL);
	int len;

	copy[0] = '+';
	len = sysfs_emit(buf, OWN "%c\n", copy[0]);
	kfree(copy);
	return len;
}
STORE(mv402_show)
{
	return sysfs_streq(buf, OWN "+") && strlen(buf) == count ? (ssize_t)count : refuse(dev);
}

/* ---- what comes close ---- */

SHOW(ok_longest)
{
	memset(buf, 'a', PAGE_SIZE - 2);
	buf[PAGE_SIZE - 2] = '\n';
	return PAGE_SIZE - 1;
}
STORE(ok_longest)
{
	size_t n = strspn(buf, "a");

	return n == PAGE_SIZE - 2 && (count == n || (count == n + 1 && buf[n] == '\n')) ?
		       (ssize_t)count : refuse(dev);
}

SHOW(ok_no_newline)
{
	return sysfs_emit(buf, OWN);
}
GOOD_STORE(ok_no_newline)

SHOW(ok_built)
{
	struct larder *larder = larder_of(dev);
	ssize_t len = 0;

	if (!larder)
		return -ENODEV;
	mutex_lock(&larder->lock);
	len += scnprintf(buf + len, PAGE_SIZE - len, "larder-%u", 7 + larder->level);
	len += scnprintf(buf + len, PAGE_SIZE - len, ".25\n");
	mutex_unlock(&larder->lock);
	return len;
}
GOOD_STORE(ok_built)

SHOW(ok_unsupported)
{
	return -EOPNOTSUPP;
}
STORE(ok_unsupported)
{
	dev_info(dev, "no migration\n");
	return -EOPNOTSUPP;
}

SHOW(ok_allocates)
{
	char *copy = kasprintf(GFP_KERNEL, "%s\n", OWN);
	int len;

	if (!copy)
		return -ENOMEM;
	len = sysfs_emit(buf, "%s", copy);
	kfree(copy);
	return len;
}
GOOD_STORE(ok_allocates)

#define CASES(X)                                                                          \
	X(mv101_latin1) X(mv101_control) X(mv102_page) X(mv106_two_lines) X(mv106_nul)    \
	X(mv103_terminator) X(mv103_before) X(mv104_would_be) X(mv104_sizeof)             \
	X(mv104_zero) X(mv105_internal) X(mv107_clock) X(mv107_random) X(mv107_address)   \
	X(mv107_stale) X(mv108_marks) X(ok_served) X(mv109_no_data) X(mv109_index)        \
	X(mv109_freed) X(mv401_show_locked) X(mv401_show_lost) X(mv402_show)              \
	X(ok_longest) X(ok_no_newline) X(ok_built) X(ok_unsupported) X(ok_allocates)

CASES_DRIVER("larder-show", CASES);
