/*
 * What show prints in a trial: the conversions of the printf family.
 *
 * check-command: lint --dump trials --attr=?* $file
 * check-status: 0
 * check-output-start
trials dev_attr_numbers
  "-5|7|4000000000|beef|BEEF|10" refused -22 (the own version)
  "-5|7|4000000000|beef|BEEF|10\n" refused -22 (the own version and a newline)
  "-5|7|4000000000|beef|BEEF|10" refused -22 (the own version)
  "-5|7|4000000000|beef|BEEF|10\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_widths
  "   42|42   |-0042|+42| 42|007|     0ab|   9" refused -22 (the own version)
  "   42|42   |-0042|+42| 42|007|     0ab|   9\n" refused -22 (the own version and a newline)
  "   42|42   |-0042|+42| 42|007|     0ab|   9" refused -22 (the own version)
  "   42|42   |-0042|+42| 42|007|     0ab|   9\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_prefixes
  "0x1f|0X1F|010|0x0|0x0000001f" refused -22 (the own version)
  "0x1f|0X1F|010|0x0|0x0000001f\n" refused -22 (the own version and a newline)
  "0x1f|0X1F|010|0x0|0x0000001f" refused -22 (the own version)
  "0x1f|0X1F|010|0x0|0x0000001f\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_sizes
  "2|-1|1099511627776|ffffffffffffffff|12|-56" refused -22 (the own version)
  "2|-1|1099511627776|ffffffffffffffff|12|-56\n" refused -22 (the own version and a newline)
  "2|-1|1099511627776|ffffffffffffffff|12|-56" refused -22 (the own version)
  "2|-1|1099511627776|ffffffffffffffff|12|-56\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_strings
  "ab|   ab|ab   |ab|wxy|Q%" refused -22 (the own version)
  "ab|   ab|ab   |ab|wxy|Q%\n" refused -22 (the own version and a newline)
  "ab|   ab|ab   |ab|wxy|Q%" refused -22 (the own version)
  "ab|   ab|ab   |ab|wxy|Q%\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_hex
  "11 22 33|44:55|00-11-22-33|ddeeff" refused -22 (the own version)
  "11 22 33|44:55|00-11-22-33|ddeeff\n" refused -22 (the own version and a newline)
  "11 22 33|44:55|00-11-22-33|ddeeff" refused -22 (the own version)
  "11 22 33|44:55|00-11-22-33|ddeeff\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_macs
  "00:11:22:33:44:55|00-11-22-33-44-55|001122334455" refused -22 (the own version)
  "00:11:22:33:44:55|00-11-22-33-44-55|001122334455\n" refused -22 (the own version and a newline)
  "00:11:22:33:44:55|00-11-22-33-44-55|001122334455" refused -22 (the own version)
  "00:11:22:33:44:55|00-11-22-33-44-55|001122334455\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_uuid
  "00112233-4455-6677-8899-aabbccddeeff|33221100-5544-7766-8899-AABBCCDDEEFF" refused -22 (the own version)
  "00112233-4455-6677-8899-aabbccddeeff|33221100-5544-7766-8899-AABBCCDDEEFF\n" refused -22 (the own version and a newline)
  "00112233-4455-6677-8899-aabbccddeeff|33221100-5544-7766-8899-AABBCCDDEEFF" refused -22 (the own version)
  "00112233-4455-6677-8899-aabbccddeeff|33221100-5544-7766-8899-AABBCCDDEEFF\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_cut
  "abcde 8 5" refused -22 (the own version)
  "abcde 8 5\n" refused -22 (the own version and a newline)
  "abcde 8 5" refused -22 (the own version)
  "abcde 8 5\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_pieces
  "one two three" refused -22 (the own version)
  "one two three\n" refused -22 (the own version and a newline)
  "one two three" refused -22 (the own version)
  "one two three\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_allocated
  "x-3" refused -22 (the own version)
  "x-3\n" refused -22 (the own version and a newline)
  "x-3" refused -22 (the own version)
  "x-3\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_parts
  "80000000000000e1 e1 8000 -128" refused -22 (the own version)
  "80000000000000e1 e1 8000 -128\n" refused -22 (the own version and a newline)
  "80000000000000e1 e1 8000 -128" refused -22 (the own version)
  "80000000000000e1 e1 8000 -128\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_bitmaps
  "21|3,80000000,000000e1|000000e1|0,5-7,63-65|0" refused -22 (the own version)
  "21|3,80000000,000000e1|000000e1|0,5-7,63-65|0\n" refused -22 (the own version and a newline)
  "21|3,80000000,000000e1|000000e1|0,5-7,63-65|0" refused -22 (the own version)
  "21|3,80000000,000000e1|000000e1|0,5-7,63-65|0\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
trials dev_attr_bitmap_page
  "b=0,5-7,63;00,000000e1" refused -22 (the own version)
  "b=0,5-7,63;00,000000e1\n" refused -22 (the own version and a newline)
  "b=0,5-7,63;00,000000e1" refused -22 (the own version)
  "b=0,5-7,63;00,000000e1\n" refused -22 (the own version and a newline)
  none "no version that store accepts was found"
 * check-output-end
 */
#include <linux/bitmap.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/slab.h>
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

static const u8 bytes[16] = { 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
			      0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff };

SHOW(numbers, return sysfs_emit(buf, "%d|%i|%u|%x|%X|%o", -5, 7, 4000000000u, 0xbeef, 0xbeef, 8););
SHOW(widths, return sysfs_emit(buf, "%5d|%-5d|%05d|%+d|% d|%.3d|%8.3x|%*u", 42, 42, -42, 42, 42, 7,
			       0xab, 4, 9););
SHOW(prefixes, return sysfs_emit(buf, "%#x|%#X|%#o|%#x|%#010x", 0x1f, 0x1f, 8, 0, 0x1f););
SHOW(sizes, return sysfs_emit(buf, "%hhu|%hd|%lu|%llx|%zu|%hhd", 258, 65535, 1ul << 40, ~0ull,
			      (size_t)12, 200););
SHOW(strings, return sysfs_emit(buf, "%s|%5s|%-5s|%.2s|%.*s|%c%%", "ab", "ab", "ab", "abcd", 3,
				"wxyz", 'Q'););
SHOW(hex, return sysfs_emit(buf, "%3ph|%*phC|%4phD|%3phN", bytes + 1, 2, bytes + 4, bytes,
			    bytes + 13););
SHOW(macs, return sysfs_emit(buf, "%pM|%pMF|%pm", bytes, bytes, bytes););
SHOW(uuid, return sysfs_emit(buf, "%pUb|%pUL", bytes, bytes););
SHOW(cut, char small[6]; int n = snprintf(small, sizeof(small), "%s", "abcdefgh");
     return sysfs_emit(buf, "%s %d %d", small, n,
		       scnprintf(small, sizeof(small), "%s", "abcdefgh")););
SHOW(pieces, int n = sprintf(buf, "one"); n += sysfs_emit_at(buf, n, " %s", "two");
     n += scnprintf(buf + n, PAGE_SIZE - n, " %s", "three"); return n;);
SHOW(allocated, char *s = kasprintf(GFP_KERNEL, "%s-%d", "x", 3); int n = sysfs_emit(buf, "%s", s);
     kfree(s); return n;);

static const unsigned long bits[2] = { 0x80000000000000e1ul, 0x3 };

SHOW(parts, const u16 *halves = (const u16 *)bits;
     return sysfs_emit(buf, "%lx %x %x %d", bits[0], halves[0], halves[3], ((const s8 *)bits)[7]););
SHOW(bitmaps, return sysfs_emit(buf, "%*pb|%*pb|%*pb|%*pbl|%*pbl", 6, bits, 66, bits, 32, bits, 66,
				bits, 4, bits););
SHOW(bitmap_page, int n = sysfs_emit(buf, "b="); char more[64];
     n += bitmap_print_to_pagebuf(true, buf + n, bits, 64);
     bitmap_print_to_pagebuf(false, more, bits, 40); more[strlen(more) - 1] = 0; buf[n - 1] = ';';
     return n + sysfs_emit_at(buf, n, "%s", more););
