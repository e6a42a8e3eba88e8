// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Defects of store in what it answers, and what comes close. See cases.h.
 *
 * also: mv204_nothing mv301
 * also: mv211_format mv403
 * also: mv211_format mv205
 */
#include "cases.h"

/* ---- MV201, MV202: the value returned ---- */

GOOD_SHOW(mv201_zero)
STORE(mv201_zero)
{
	return is_own(buf, count) ? 0 : refuse(dev);
}

GOOD_SHOW(mv201_strlen)
STORE(mv201_strlen)
{
	return is_own(buf, count) ? (ssize_t)strlen(OWN) : refuse(dev);
}

GOOD_SHOW(mv201_bool)
STORE(mv201_bool)
{
	if (!is_own(buf, count))
		dev_info(dev, "another version\n");
	return is_own(buf, count);
}

GOOD_SHOW(mv201_positive)
STORE(mv201_positive)
{
	return is_own(buf, count) ? (ssize_t)count : (dev_info(dev, "no\n"), EINVAL);
}

GOOD_SHOW(mv202_internal)
STORE(mv202_internal)
{
	return is_own(buf, count) ? (ssize_t)count : (dev_info(dev, "no\n"), -ENOIOCTLCMD);
}

/* ---- MV203, MV204, MV301, MV302: what passes ---- */

GOOD_SHOW(mv203_anything)
STORE(mv203_anything)
{
	return count;
}

GOOD_SHOW(mv203_length)
STORE(mv203_length)
{
	return count <= 32 ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv204_nothing)
STORE(mv204_nothing)
{
	return strlen(buf) == count && !strncmp(buf, "larder-8", 7) && buf[7] == '8' && buf[7] == '9' ?
		       (ssize_t)count : refuse(dev);
}

/* show writes decimal, store reads hexadecimal. */
SHOW(mv301_base)
{
	return sysfs_emit(buf, "%u\n", 25);
}
STORE(mv301_base)
{
	unsigned int v;

	return !memchr(buf, 0, count) && !kstrtouint(buf, 16, &v) && v == 25 ? (ssize_t)count :
									       refuse(dev);
}

SHOW(mv302_unsupported)
{
	return -ENODEV;
}
STORE(mv302_unsupported)
{
	unsigned int v;

	return !memchr(buf, 0, count) && !kstrtouint(buf, 10, &v) && v < 10 ? (ssize_t)count :
									      refuse(dev);
}

/* ---- MV206, MV207, MV214: the whole string ---- */

GOOD_SHOW(mv206_bare)
STORE(mv206_bare)
{
	return count == strlen(OWN) && !memcmp(buf, OWN, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv206m_newline)
STORE(mv206m_newline)
{
	return count == strlen(OWN) + 1 && !memcmp(buf, OWN "\n", count) ? (ssize_t)count :
									  refuse(dev);
}

GOOD_SHOW(mv207_prefix)
STORE(mv207_prefix)
{
	size_t n = count - (buf[count - 1] == '\n');

	return n <= strlen(OWN) && !strncmp(buf, OWN, n) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv207m_tail)
STORE(mv207m_tail)
{
	unsigned int major, minor;

	if (memchr(buf, 0, count))
		return refuse(dev);
	return sscanf(buf, "larder-%u.%u", &major, &minor) == 2 && major == 7 && minor == 25 ?
		       (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv207m_second_line)
STORE(mv207m_second_line)
{
	size_t n = strcspn(buf, "\n");

	return !memchr(buf, 0, count) && n == strlen(OWN) && !memcmp(buf, OWN, n) ? (ssize_t)count :
										   refuse(dev);
}

GOOD_SHOW(mv214_nul)
STORE(mv214_nul)
{
	return sysfs_streq(buf, OWN) ? (ssize_t)count : refuse(dev);
}

/* ---- MV209, MV216 ---- */

GOOD_SHOW(mv209_remembers)
STORE(mv209_remembers)
{
	struct larder *larder = larder_of(dev);

	if (!larder || !is_own(buf, count))
		return refuse(dev);
	strscpy(larder->last, buf, sizeof(larder->last));
	return count;
}

GOOD_SHOW(mv209_notes_refusal)
STORE(mv209_notes_refusal)
{
	struct larder *larder = larder_of(dev);

	if (larder && is_own(buf, count))
		return count;
	if (larder)
		larder->level = count;
	return refuse(dev);
}

GOOD_SHOW(mv209_every_third)
STORE(mv209_every_third)
{
	struct larder *larder = larder_of(dev);

	if (!larder || !is_own(buf, count) || larder->served++ % 3 == 2)
		return refuse(dev);
	return count;
}

/* ---- MV210, MV211 ---- */

GOOD_SHOW(mv210_silent)
STORE(mv210_silent)
{
	return is_own(buf, count) ? (ssize_t)count : -EINVAL;
}

GOOD_SHOW(mv211_format)
STORE(mv211_format)
{
	if (is_own(buf, count))
		return count;
	printk(buf);
	return -EINVAL;
}

GOOD_SHOW(mv211m_raw)
STORE(mv211m_raw)
{
	if (is_own(buf, count))
		return count;
	dev_info(dev, "no: %s\n", buf);
	return -EINVAL;
}

/* ---- MV212, MV215: numbers ---- */

SHOW(mv212_unset)
{
	return sysfs_emit(buf, "3\n");
}
STORE(mv212_unset)
{
	unsigned int v;

	if (kstrtouint(buf, 10, &v))
		dev_info(dev, "no number\n");
	if (v > 3 || memchr(buf, 0, count))
		return refuse(dev);
	return count;
}

SHOW(mv215_overflow)
{
	return sysfs_emit(buf, "3\n");
}
STORE(mv215_overflow)
{
	int v;

	if (memchr(buf, 0, count) || kstrtoint(buf, 10, &v) || v * 1000 > 3000 || v < 1)
		return refuse(dev);
	return count;
}

SHOW(mv215_truncates)
{
	return sysfs_emit(buf, "3\n");
}
STORE(mv215_truncates)
{
	unsigned int v;
	u8 level;

	if (memchr(buf, 0, count) || kstrtouint(buf, 10, &v))
		return refuse(dev);
	level = v;
	return level == 3 ? (ssize_t)count : refuse(dev);
}

SHOW(mv215_wraps)
{
	return sysfs_emit(buf, "3\n");
}
STORE(mv215_wraps)
{
	unsigned int v;

	if (memchr(buf, 0, count) || kstrtouint(buf, 10, &v))
		return refuse(dev);
	return v + 16 <= 19 ? (ssize_t)count : refuse(dev);
}

/* ---- what comes close ---- */

GOOD_SHOW(ok_plain)
GOOD_STORE(ok_plain)

/* Older versions, too: "7.2" is a prefix of "7.25", and another version. */
SHOW(ok_range)
{
	return sysfs_emit(buf, "7.25\n");
}
STORE(ok_range)
{
	unsigned int major, minor;
	int end = 0;

	if (memchr(buf, 0, count) || sscanf(buf, "%u.%u%n", &major, &minor, &end) != 2 || !end)
		return refuse(dev);
	if (buf[end] == '\n')
		end++;
	return end == count && major == 7 && minor <= 25 ? (ssize_t)count : refuse(dev);
}

SHOW(ok_number)
{
	return sysfs_emit(buf, "12\n");
}
STORE(ok_number)
{
	unsigned int v;

	return !memchr(buf, 0, count) && !kstrtouint(buf, 10, &v) && v <= 12 ? (ssize_t)count :
									       refuse(dev);
}

GOOD_SHOW(ok_optional_tail)
STORE(ok_optional_tail)
{
	size_t n = strlen(OWN);

	if (memchr(buf, 0, count) || strncmp(buf, OWN, n))
		return refuse(dev);
	if (!strncmp(buf + n, "-rc", 3))
		for (n += 3; buf[n] >= '0' && buf[n] <= '9'; n++)
			;
	return count == n || (count == n + 1 && buf[n] == '\n') ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(ok_counts)
STORE(ok_counts)
{
	struct larder *larder = larder_of(dev);

	if (larder)
		larder->served++;
	return larder && is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

/* A hash wraps by design. */
SHOW(ok_hash)
{
	return sysfs_emit(buf, OWN "\n");
}
STORE(ok_hash)
{
	size_t n = count - (buf[count - 1] == '\n');
	u32 a = 5381, b = 5381;
	size_t i;

	if (n != strlen(OWN))
		return refuse(dev);
	for (i = 0; i < n; i++) {
		a = a * 33 + buf[i];
		b = b * 33 + OWN[i];
	}
	return a == b && !memcmp(buf, OWN, n) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(ok_escapes)
STORE(ok_escapes)
{
	if (is_own(buf, count))
		return count;
	dev_info(dev, "no: %*pE\n", (int)min_t(size_t, count, 64), buf);
	return -EHOSTUNREACH;
}

GOOD_SHOW(ok_bounded_log)
STORE(ok_bounded_log)
{
	if (is_own(buf, count))
		return count;
	dev_info(dev, "no: %.40s\n", buf);
	return -EPERM;
}

GOOD_SHOW(ok_strim)
STORE(ok_strim)
{
	char *copy = kmemdup_nul(buf, count, GFP_KERNEL);
	bool same;

	if (!copy)
		return -ENOMEM;
	same = strlen(copy) == count && !strcmp(strim(copy), OWN);
	kfree(copy);
	return same ? (ssize_t)count : refuse(dev);
}

#define CASES(X)                                                                          \
	X(mv201_zero) X(mv201_strlen) X(mv201_bool) X(mv201_positive) X(mv202_internal)   \
	X(mv203_anything) X(mv203_length) X(mv204_nothing) X(mv301_base)                  \
	X(mv302_unsupported) X(mv206_bare) X(mv206m_newline) X(mv207_prefix)              \
	X(mv207m_tail) X(mv207m_second_line) X(mv214_nul) X(mv209_remembers)              \
	X(mv209_notes_refusal) X(mv209_every_third) X(mv210_silent) X(mv211_format)       \
	X(mv211m_raw) X(mv212_unset) X(mv215_overflow) X(mv215_truncates) X(mv215_wraps)  \
	X(ok_plain) X(ok_range) X(ok_number) X(ok_optional_tail) X(ok_counts) X(ok_hash)  \
	X(ok_escapes) X(ok_bounded_log) X(ok_strim)

CASES_DRIVER("larder-store", CASES);
