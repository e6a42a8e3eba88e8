/*
 * What sscanf() makes of a text in a trial, as the kernel does it.
 *
 * check-command: lint --dump trials --attr=?* $file
 * check-status: 0
 * check-output-start
trials dev_attr_plain
  "2: 12 34 -1 none" refused -22 (the own version)
  "2: 12 34 -1 none\n" refused -22 (the own version and a newline)
  "2: 12 34 -1 none" refused -22 (the own version)
  "2: 12 34 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_bases
  "3: 10 18 18 none" refused -22 (the own version)
  "3: 10 18 18 none\n" refused -22 (the own version and a newline)
  "3: 10 18 18 none" refused -22 (the own version)
  "3: 10 18 18 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_widths
  "3: 12 345 6 none" refused -22 (the own version)
  "3: 12 345 6 none\n" refused -22 (the own version and a newline)
  "3: 12 345 6 none" refused -22 (the own version)
  "3: 12 345 6 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_minus
  "1: -5 -1 -1 none" refused -22 (the own version)
  "1: -5 -1 -1 none\n" refused -22 (the own version and a newline)
  "1: -5 -1 -1 none" refused -22 (the own version)
  "1: -5 -1 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_hex_prefix
  "2: 31 31 -1 none" refused -22 (the own version)
  "2: 31 31 -1 none\n" refused -22 (the own version and a newline)
  "2: 31 31 -1 none" refused -22 (the own version)
  "2: 31 31 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_no_digits
  "1: 0 2 -1 none" refused -22 (the own version)
  "1: 0 2 -1 none\n" refused -22 (the own version and a newline)
  "1: 0 2 -1 none" refused -22 (the own version)
  "1: 0 2 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_blanks
  "2: 7 8 -1 none" refused -22 (the own version)
  "2: 7 8 -1 none\n" refused -22 (the own version and a newline)
  "2: 7 8 -1 none" refused -22 (the own version)
  "2: 7 8 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_literal_blank
  "2: 1 -1 -1 xone" refused -22 (the own version)
  "2: 1 -1 -1 xone\n" refused -22 (the own version and a newline)
  "2: 1 -1 -1 xone" refused -22 (the own version)
  "2: 1 -1 -1 xone\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_mismatch
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_word
  "2: 3 -1 -1 hello" refused -22 (the own version)
  "2: 3 -1 -1 hello\n" refused -22 (the own version and a newline)
  "2: 3 -1 -1 hello" refused -22 (the own version)
  "2: 3 -1 -1 hello\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_set
  "2: 123 -1 -1 abc" refused -22 (the own version)
  "2: 123 -1 -1 abc\n" refused -22 (the own version and a newline)
  "2: 123 -1 -1 abc" refused -22 (the own version)
  "2: 123 -1 -1 abc\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_not_set
  "2: 9 -1 -1 abc" refused -22 (the own version)
  "2: 9 -1 -1 abc\n" refused -22 (the own version and a newline)
  "2: 9 -1 -1 abc" refused -22 (the own version)
  "2: 9 -1 -1 abc\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_set_without_width
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_end
  "2: 3 4 3 none" refused -22 (the own version)
  "2: 3 4 3 none\n" refused -22 (the own version and a newline)
  "2: 3 4 3 none" refused -22 (the own version)
  "2: 3 4 3 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_tail
  "3: 3 4 -1 xone" refused -22 (the own version)
  "3: 3 4 -1 xone\n" refused -22 (the own version and a newline)
  "3: 3 4 -1 xone" refused -22 (the own version)
  "3: 3 4 -1 xone\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_empty
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  "0: -1 -1 -1 none" refused -22 (the own version)
  "0: -1 -1 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_percent
  "1: 50 3 -1 none" refused -22 (the own version)
  "1: 50 3 -1 none\n" refused -22 (the own version and a newline)
  "1: 50 3 -1 none" refused -22 (the own version)
  "1: 50 3 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_suffixed
  "1: -249 -1 -1 none" refused -22 (the own version)
  "1: -249 -1 -1 none\n" refused -22 (the own version and a newline)
  "1: -249 -1 -1 none" refused -22 (the own version)
  "1: -249 -1 -1 none\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
 * check-output-end
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/string.h>

static ssize_t any_store(struct device *dev, struct device_attribute *attr, const char *buf,
			 size_t count)
{
	return -EINVAL;
}

#define SHOW(name, ...)                                                                            \
	static ssize_t name##_show(struct device *dev, struct device_attribute *attr, char *buf)   \
	{                                                                                          \
		int n, a = -1, b = -1, c = -1;                                                     \
		char s[16] = "none";                                                               \
                                                                                                   \
		n = sscanf(__VA_ARGS__);                                                           \
		return sysfs_emit(buf, "%d: %d %d %d %s", n, a, b, c, s);                          \
	}                                                                                          \
	static DEVICE_ATTR(name, 0644, name##_show, any_store)

SHOW(plain, "12.34", "%d.%d", &a, &b);
SHOW(bases, "12 12 0x12", "%o %x %i", &a, &b, &c);
SHOW(widths, "123456", "%2d%3d%d", &a, &b, &c);
SHOW(minus, "-5 -6", "%d %u", &a, &b);
SHOW(hex_prefix, "0x1f,1f", "%x,%x", &a, &b);
SHOW(no_digits, "0xzz", "%x%n", &a, &b);
SHOW(blanks, "  7 \t 8", "%d%d", &a, &b);
SHOW(literal_blank, "v1  x", "v%d %c", &a, s);
SHOW(mismatch, "a1-2", "b%d-%d", &a, &b);
SHOW(word, "hello world 3", "%5s %*s %d", s, &a);
SHOW(set, "abc123", "%15[abc]%d", s, &a);
SHOW(not_set, "abc,9", "%15[^,],%d", s, &a);
SHOW(set_without_width, "abc", "%[abc]", s);
SHOW(end, "3.4 ", "%d.%d%n", &a, &b, &c);
SHOW(tail, "3.4x", "%d.%d%c", &a, &b, s);
SHOW(empty, "", "%d%n", &a, &b);
SHOW(percent, "50%", "%d%%%n", &a, &b);
SHOW(suffixed, "7", "%hhd", &a);
