// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Defects of store in memory, pointers, locks and allocations, and what comes close. See cases.h.
 *
 * also: mv205_read_far mv207m
 * also: mv208_keeps mv209
 * also: mv208_uses_kept mv209
 * also: mv208_uses_kept mv205
 */
#include "cases.h"

/* ---- MV205: outside its memory ---- */

GOOD_SHOW(mv205_read_behind)
STORE(mv205_read_behind)
{
	return is_own(buf, count) && buf[count + 1] != 'x' ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_read_far)
STORE(mv205_read_far)
{
	return memcmp(buf, OWN "                    ", 24) && !is_own(buf, count) ? refuse(dev) :
										     (ssize_t)count;
}

/* Of a string that begins with a NUL the last byte is none. */
GOOD_SHOW(mv205_read_before)
STORE(mv205_read_before)
{
	size_t len = strlen(buf);

	if (buf[len - 1] == '\n')
		len--;
	return len == strlen(OWN) && count - len < 2 && !memcmp(buf, OWN, len) ? (ssize_t)count :
										 refuse(dev);
}

GOOD_SHOW(mv205_stack_copy)
STORE(mv205_stack_copy)
{
	char copy[16];

	memcpy(copy, buf, count + 1);
	return is_own(copy, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_stack_loop)
STORE(mv205_stack_loop)
{
	char copy[16];
	size_t i;

	for (i = 0; buf[i]; i++)
		copy[i] = buf[i];
	copy[i] = '\0';
	return strlen(copy) == count && sysfs_streq(copy, OWN) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_stack_scanf)
STORE(mv205_stack_scanf)
{
	char word[12];

	if (memchr(buf, 0, count) || sscanf(buf, "%12s", word) != 1)
		return refuse(dev);
	return is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_stack_sprintf)
STORE(mv205_stack_sprintf)
{
	char copy[64];

	sprintf(copy, "<%s>", buf);
	return copy[1] == 'l' && is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_heap)
STORE(mv205_heap)
{
	char *copy = kmalloc(count, GFP_KERNEL);
	bool same;

	if (!copy)
		return -ENOMEM;
	memcpy(copy, buf, count);
	copy[count] = '\0';
	same = is_own(copy, count);
	kfree(copy);
	return same ? (ssize_t)count : refuse(dev);
}

static char larder_table[32];
GOOD_SHOW(mv205_global)
STORE(mv205_global)
{
	unsigned int at = count;

	if (is_own(buf, count))
		return count;
	return larder_table[at] ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv205_wild)
STORE(mv205_wild)
{
	unsigned long at = 0;

	if (!strncmp(buf, "larder-", 7) && !kstrtoul(buf + 7, 10, &at))
		return larder_table[at * 64] ? (ssize_t)count : refuse(dev);
	return is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

/* The object is narrower than what is stored through the cast. */
SHOW(mv205_cast)
{
	return sysfs_emit(buf, "3\n");
}
STORE(mv205_cast)
{
	u8 level = 0;

	if (memchr(buf, 0, count) || kstrtouint(buf, 10, (unsigned int *)&level))
		return refuse(dev);
	return level == 3 ? (ssize_t)count : refuse(dev);
}

/* ---- MV208: the buffer ---- */

GOOD_SHOW(mv208_cuts_newline)
STORE(mv208_cuts_newline)
{
	char *text = (char *)buf;

	if (strlen(buf) != count)
		return refuse(dev);
	if (text[count - 1] == '\n')
		text[count - 1] = '\0';
	return !strcmp(text, OWN) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv208_strsep)
STORE(mv208_strsep)
{
	char *text = (char *)buf, *head = strsep(&text, "-");

	return head && text && strlen(head) + strlen(text) + 1 == count && !strcmp(head, "larder") && sysfs_streq(text, "7.25") ? (ssize_t)count :
										      refuse(dev);
}

GOOD_SHOW(mv208_restores)
STORE(mv208_restores)
{
	char *text = (char *)buf, last = buf[count - 1];
	bool same;

	text[count - 1] = '\0';
	same = !strcmp(text, OWN);
	text[count - 1] = last;
	return (same && last == '\n') || is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv208_keeps)
STORE(mv208_keeps)
{
	static const char *last;

	last = buf;
	return is_own(last, count) ? (ssize_t)count : refuse(dev);
}

/* Looks at the string before. */
GOOD_SHOW(mv208_uses_kept)
STORE(mv208_uses_kept)
{
	struct larder *larder = larder_of(dev);
	bool again;

	if (!larder)
		return refuse(dev);
	again = larder->kept && larder->kept[0] == buf[0];
	larder->kept = buf;
	return is_own(buf, count) ? (ssize_t)count : (dev_info(dev, "%d\n", again), -EINVAL);
}

/* ---- MV403: pointers ---- */

GOOD_SHOW(mv403_no_data)
STORE(mv403_no_data)
{
	struct larder *larder = larder_of(dev);

	return larder->level == 0 && is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv403_no_separator)
STORE(mv403_no_separator)
{
	const char *dash = strchr(buf, '-');

	if (dash[1] == '\0')
		return refuse(dev);
	return is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv403_error_pointer)
STORE(mv403_error_pointer)
{
	const char *found = buf[0] == 'l' ? buf : ERR_PTR(-ENOENT);

	return found[0] == 'l' && is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv403_freed)
STORE(mv403_freed)
{
	char *copy = kmemdup_nul(buf, count, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	kfree(copy);
	return copy[0] == 'l' && is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv403_no_hook)
STORE(mv403_no_hook)
{
	struct larder *larder = larder_of(dev);

	if (larder && buf[0] == '!')
		larder->hook(larder);
	return is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

/* ---- MV401: balance ---- */

GOOD_SHOW(mv401_locked)
STORE(mv401_locked)
{
	struct larder *larder = larder_of(dev);

	if (!larder)
		return refuse(dev);
	mutex_lock(&larder->lock);
	if (!is_own(buf, count))
		return refuse(dev);
	mutex_unlock(&larder->lock);
	return count;
}

GOOD_SHOW(mv401_twice)
STORE(mv401_twice)
{
	struct larder *larder = larder_of(dev);
	bool same = is_own(buf, count);

	if (!larder)
		return refuse(dev);
	mutex_lock(&larder->lock);
	if (!same)
		mutex_unlock(&larder->lock);
	mutex_unlock(&larder->lock);
	return same ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv401_sleeps)
STORE(mv401_sleeps)
{
	struct larder *larder = larder_of(dev);
	unsigned long flags;
	char *copy;
	bool same;

	if (!larder)
		return refuse(dev);
	spin_lock_irqsave(&larder->quick, flags);
	copy = kmemdup_nul(buf, count, GFP_KERNEL);
	same = copy && is_own(copy, count);
	kfree(copy);
	spin_unlock_irqrestore(&larder->quick, flags);
	return same ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv401_lost)
STORE(mv401_lost)
{
	char *copy = kmemdup_nul(buf, count, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	if (!is_own(copy, count))
		return refuse(dev);
	kfree(copy);
	return count;
}

GOOD_SHOW(mv401_lost_when_short)
STORE(mv401_lost_when_short)
{
	char *a = kmemdup_nul(buf, count, GFP_KERNEL), *b;
	bool same;

	if (!a)
		return -ENOMEM;
	b = kmemdup_nul(buf, count, GFP_KERNEL);
	if (!b)
		return -ENOMEM;
	same = is_own(b, count);
	kfree(b);
	kfree(a);
	return same ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(mv401_reference)
STORE(mv401_reference)
{
	get_device(dev);
	if (!is_own(buf, count))
		return refuse(dev);
	put_device(dev);
	return count;
}

GOOD_SHOW(mv401_double_free)
STORE(mv401_double_free)
{
	char *copy = kmemdup_nul(buf, count, GFP_KERNEL);
	bool same;

	if (!copy)
		return -ENOMEM;
	same = is_own(copy, count);
	kfree(copy);
	if (!same)
		kfree(copy);
	return same ? (ssize_t)count : refuse(dev);
}

/* ---- MV402 ---- */

GOOD_SHOW(mv402_unchecked)
STORE(mv402_unchecked)
{
	char *copy = kmalloc(count + 1, GFP_KERNEL);
	bool same;

	memcpy(copy, buf, count + 1);
	same = is_own(copy, count);
	kfree(copy);
	return same ? (ssize_t)count : refuse(dev);
}

/* ---- what comes close ---- */

GOOD_SHOW(ok_last_byte)
STORE(ok_last_byte)
{
	size_t n = count;

	if (buf[count - 1] == '\n')
		n--;
	return n == strlen(OWN) && buf[count] == '\0' && !memcmp(buf, OWN, n) ? (ssize_t)count :
										refuse(dev);
}

GOOD_SHOW(ok_stack_copy)
STORE(ok_stack_copy)
{
	char copy[16];

	if (count >= sizeof(copy))
		return refuse(dev);
	memcpy(copy, buf, count + 1);
	return is_own(copy, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(ok_stack_scanf)
STORE(ok_stack_scanf)
{
	char word[13];
	int end = 0;

	if (memchr(buf, 0, count) || sscanf(buf, "%12s%n", word, &end) != 1 || strcmp(word, OWN))
		return refuse(dev);
	return is_own(buf, count) ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(ok_locked)
STORE(ok_locked)
{
	struct larder *larder = larder_of(dev);
	ssize_t ret = -EINVAL;

	if (!larder)
		return refuse(dev);
	if (mutex_lock_interruptible(&larder->lock))
		return -ERESTARTSYS;
	if (!is_own(buf, count)) {
		dev_info(dev, "another version\n");
		goto out;
	}
	ret = count;
out:
	mutex_unlock(&larder->lock);
	return ret;
}

GOOD_SHOW(ok_atomic)
STORE(ok_atomic)
{
	struct larder *larder = larder_of(dev);
	unsigned long flags;
	char *copy;
	bool same;

	if (!larder)
		return refuse(dev);
	spin_lock_irqsave(&larder->quick, flags);
	copy = kmemdup_nul(buf, count, GFP_ATOMIC);
	same = copy && is_own(copy, count);
	kfree(copy);
	spin_unlock_irqrestore(&larder->quick, flags);
	return same ? (ssize_t)count : refuse(dev);
}

GOOD_SHOW(ok_reference)
STORE(ok_reference)
{
	ssize_t ret = count;

	get_device(dev);
	if (!is_own(buf, count))
		ret = refuse(dev);
	put_device(dev);
	return ret;
}

GOOD_SHOW(ok_clears_kept)
STORE(ok_clears_kept)
{
	struct larder *larder = larder_of(dev);
	bool same;

	if (!larder)
		return refuse(dev);
	larder->cleared = buf;
	same = is_own(larder->cleared, count);
	larder->cleared = NULL;
	return same ? (ssize_t)count : refuse(dev);
}

#define CASES(X)                                                                          \
	X(mv205_read_behind) X(mv205_read_far) X(mv205_read_before) X(mv205_stack_copy)   \
	X(mv205_stack_loop) X(mv205_stack_scanf) X(mv205_stack_sprintf) X(mv205_heap)     \
	X(mv205_global) X(mv205_wild) X(mv205_cast) X(mv208_cuts_newline)                 \
	X(mv208_strsep) X(mv208_restores) X(mv208_keeps) X(mv208_uses_kept)               \
	X(mv403_no_data) X(mv403_no_separator) X(mv403_error_pointer) X(mv403_freed)      \
	X(mv403_no_hook) X(mv401_locked) X(mv401_twice) X(mv401_sleeps) X(mv401_lost)     \
	X(mv401_lost_when_short) X(mv401_reference) X(mv401_double_free)                  \
	X(mv402_unchecked) X(ok_last_byte) X(ok_stack_copy) X(ok_stack_scanf)             \
	X(ok_locked) X(ok_atomic) X(ok_reference) X(ok_clears_kept)

CASES_DRIVER("larder-memory", CASES);
