/*
 * Numbers and words of a text in a trial.
 *
 * check-command: lint --dump trials --attr=?* $file
 * check-status: 0
 * check-output-start
trials dev_attr_kstrto
  "12 12 -22 -22 -7 31 15" refused -22 (the own version)
  "12 12 -22 -22 -7 31 15\n" refused -22 (the own version and a newline)
  "12 12 -22 -22 -7 31 15" refused -22 (the own version)
  "12 12 -22 -22 -7 31 15\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_kstrto_bad
  "-22 -22 -34 -2147483648 -22" refused -22 (the own version)
  "-22 -22 -34 -2147483648 -22\n" refused -22 (the own version and a newline)
  "-22 -22 -34 -2147483648 -22" refused -22 (the own version)
  "-22 -22 -34 -2147483648 -22\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_kstrto_byte
  "255 -34 -22 3" refused -22 (the own version)
  "255 -34 -22 3\n" refused -22 (the own version and a newline)
  "255 -34 -22 3" refused -22 (the own version)
  "255 -34 -22 3\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_simple
  "123 abc" refused -22 (the own version)
  "123 abc\n" refused -22 (the own version and a newline)
  "123 abc" refused -22 (the own version)
  "123 abc\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_booleans
  "0 1 -22" refused -22 (the own version)
  "0 1 -22\n" refused -22 (the own version and a newline)
  "0 1 -22" refused -22 (the own version)
  "0 1 -22\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_tokens
  "[a][b][c][][d]" refused -22 (the own version)
  "[a][b][c][][d]\n" refused -22 (the own version and a newline)
  "[a][b][c][][d]" refused -22 (the own version)
  "[a][b][c][][d]\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_trimmed
  "<x y>" refused -22 (the own version)
  "<x y>\n" refused -22 (the own version and a newline)
  "<x y>" refused -22 (the own version)
  "<x y>\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_found
  "-two-three -three two-three 3 3" refused -22 (the own version)
  "-two-three -three two-three 3 3\n" refused -22 (the own version and a newline)
  "-two-three -three two-three 3 3" refused -22 (the own version)
  "-two-three -three two-three 3 3\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_compared
  "1 0 0 0 1" refused -22 (the own version)
  "1 0 0 0 1\n" refused -22 (the own version and a newline)
  "1 0 0 0 1" refused -22 (the own version)
  "1 0 0 0 1\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_copied
  "-7 abc" refused -22 (the own version)
  "-7 abc\n" refused -22 (the own version and a newline)
  "-7 abc" refused -22 (the own version)
  "-7 abc\n" refused -22 (the own version and a newline)
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
		__VA_ARGS__                                                                        \
	}                                                                                          \
	static DEVICE_ATTR(name, 0644, name##_show, any_store)

static int number(const char *s, unsigned int base)
{
	int v = 0, ret = kstrtoint(s, base, &v);

	return ret ? ret : v;
}

static int byte(const char *s)
{
	u8 v = 0;
	int ret = kstrtou8(s, 0, &v);

	return ret ? ret : v;
}

SHOW(kstrto, return sysfs_emit(buf, "%d %d %d %d %d %d %d", number("12", 10), number("12\n", 10),
			       number("12\n\n", 10), number(" 12", 10), number("-7", 0),
			       number("0x1F", 0), number("017", 0)););
SHOW(kstrto_bad, return sysfs_emit(buf, "%d %d %d %d %d", number("", 10), number("12x", 10),
				   number("2147483648", 10), number("-2147483648", 10),
				   number("9", 8)););
SHOW(kstrto_byte, return sysfs_emit(buf, "%d %d %d %d", byte("255"), byte("256"), byte("-1"),
				    byte("+3")););
SHOW(simple, char *end; unsigned long v = simple_strtoul("123abc", &end, 10);
     return sysfs_emit(buf, "%lu %s", v, end););
SHOW(booleans, bool v = false; int a = kstrtobool("Yes", &v); int b = v;
     return sysfs_emit(buf, "%d %d %d", a, b, kstrtobool("maybe", &v)););
SHOW(tokens, char text[] = "a,b=c,,d"; char *p = text; char *t; int n = 0;
     while ((t = strsep(&p, ",="))) n += sysfs_emit_at(buf, n, "[%s]", t); return n;);
SHOW(trimmed, char text[] = " \t x y \n"; return sysfs_emit(buf, "<%s>", strim(text)););
SHOW(found, const char *s = "one-two-three";
     return sysfs_emit(buf, "%s %s %s %zu %zu", strchr(s, '-'), strrchr(s, '-'),
		       strstr(s, "two"), strcspn(s, "-"), strspn(s, "neo")););
SHOW(compared, return sysfs_emit(buf, "%d %d %d %d %d", sysfs_streq("a", "a\n"),
				 sysfs_streq("a\n\n", "a"), strncmp("abc", "abd", 2),
				 strcasecmp("aB", "Ab"), memcmp("ab", "ac", 2) < 0););
SHOW(copied, char s[4]; int n = strscpy(s, "abcdef", sizeof(s));
     return sysfs_emit(buf, "%d %s", n, s););
