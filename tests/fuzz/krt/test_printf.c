// SPDX-License-Identifier: MIT
/* The kernel's printf: its documented formats and where it differs from libc. */
#include <linux/ioport.h>
#include <linux/uuid.h>

#include "check.h"

/* The formats are the test: some are wrong on purpose. */
#pragma GCC diagnostic ignored "-Wformat"
#pragma GCC diagnostic ignored "-Wformat-zero-length"
#pragma GCC diagnostic ignored "-Wformat-truncation"

#define IS(want, ...)                                                                              \
	do {                                                                                       \
		char buf_[256], small_[4];                                                         \
		int n_ = snprintf(buf_, sizeof(buf_), __VA_ARGS__);                                \
		CHECK_STR(buf_, want);                                                             \
		CHECK_INT(n_, strlen(want));                                                       \
		memset(small_, '#', sizeof(small_));                                               \
		CHECK_INT(snprintf(small_, 3, __VA_ARGS__), n_);                                   \
		CHECK(strlen(small_) <= 2 && strncmp(small_, want, strlen(small_)) == 0);          \
		CHECK(small_[3] == '#');                                                           \
	} while (0)

static void test_numbers(void)
{
	IS("1234 -5 4294967291", "%d %i %u", 1234, -5, -5);
	IS("|  42|42  |0042|+42| 42|", "|%4d|%-4d|%04d|%+d|% d|", 42, 42, 42, 42, 42);
	IS("ff FF 0xff 0XFF 377 0377", "%x %X %#x %#X %o %#o", 255, 255, 255, 255, 255, 255);
	IS("0x0000ff 0x00ff 0", "%#08x %#.4x %#o", 255, 255, 0);
	IS("0", "%.0d", 0);
	IS("00042 -0042", "%.5d %05d", 42, -42);
	IS("  007", "%5.3d", 7);
	IS("007  ", "%-5.3d", 7);
	IS("-1 255 -1 65535", "%hhd %hhu %hd %hu", -1, -1, -1, -1);
	IS("-9223372036854775808 18446744073709551615", "%lld %llu", LLONG_MIN, ~0ull);
	IS("18446744073709551615 -1", "%zu %zd", (size_t)-1, (ssize_t)-1);
	IS("    7|7    |", "%*d|%*d|", 5, 7, -5, 7);
}

static void test_text(void)
{
	char unended[3] = { 'a', 'b', 'c' };

	IS("abc|  abc|abc  |ab|", "%s|%5s|%-5s|%.2s|", "abc", "abc", "abc", "abc");
	IS("abc", "%.*s", 3, unended);
	IS("(null)", "%s", (char *)NULL);
	IS("(efault)", "%s", (char *)ERR_PTR(-EINVAL));
	IS("x|  y|z  |%", "%c|%3c|%-3c|%%", 'x', 'y', 'z');
	IS("", "");
	IS("a", "a%n", (int *)NULL);
	IS("b", "b%q", 1);
}

static void test_pointers(void)
{
	static const u8 bytes[] = { 0x00, 0x1f, 0xa0, 0xff, 0x7e, 0x55 };
	static const u8 raw[16] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	struct resource mem = { .start = 0x1000, .end = 0x1fff, .flags = IORESOURCE_MEM };
	phys_addr_t address = 0x12345;
	unsigned long bits[1] = { 0x8f };

	IS("00 1f a0 ff 7e 55", "%*ph", 6, bytes);
	IS("00:1f:a0|00-1f|001fa0ff", "%3phC|%2phD|%4phN", bytes, bytes, bytes);
	IS("00:1f:a0:ff:7e:55 001fa0ff7e55", "%pM %pm", bytes, bytes);
	IS("55:7e:ff:a0:1f:00 00-1f-a0-ff-7e-55", "%pMR %pMF", bytes, bytes);
	IS("00010203-0405-0607-0809-0a0b0c0d0e0f", "%pUb", raw);
	IS("03020100-0504-0706-0809-0A0B0C0D0E0F", "%pUL", raw);
	IS("0.1.2.3 000.001.002.003", "%pI4 %pi4", raw, raw);
	IS("0001:0203:0405:0607:0809:0a0b:0c0d:0e0f", "%pI6", raw);
	IS("1:203:405:607:809:a0b:c0d:e0f", "%pI6c", raw);
	IS("[mem 0x00001000-0x00001fff]", "%pR", &mem);
	IS("0x0000000000012345", "%pa", &address);
	IS("0-3,7 8f", "%*pbl %*pb", 8, bits, 8, bits);
	IS("a\\nb\\e\"\\001", "%*pE", 6, "a\nb\033\"\001");
	IS("00000000deadbeef", "%px", (void *)0xdeadbeefl);
	IS("-EINVAL", "%pe", ERR_PTR(-EINVAL));
	IS("0000000000000000", "%p", NULL);
}

/* %p must neither show the address nor be the same in two worlds. */
static void test_hashed(void)
{
	static int object;
	char first[32], again[32], raw[32], other[32];

	snprintf(first, sizeof(first), "%p", &object);
	snprintf(again, sizeof(again), "%p", &object);
	snprintf(raw, sizeof(raw), "%px", &object);
	krt_world_seed(99);
	snprintf(other, sizeof(other), "%p", &object);
	krt_world_seed(1);
	CHECK_STR(first, again);
	CHECK(strcmp(first, raw) != 0);
	CHECK(strcmp(first, other) != 0);
	CHECK_INT(strlen(first), 16);
}

static int nested(char *buf, const char *fmt, ...)
{
	struct va_format vaf;
	va_list args;
	int n;

	va_start(args, fmt);
	vaf.fmt = fmt;
	vaf.va = &args;
	n = sprintf(buf, "<%pV>", &vaf);
	va_end(args);
	return n;
}

static void test_returns(void)
{
	char buf[32];
	char *page = (char *)get_zeroed_page(GFP_KERNEL);

	CHECK_INT(snprintf(NULL, 0, "%d", 12345), 5);
	CHECK_INT(scnprintf(buf, 4, "%d", 12345), 3);
	CHECK_INT(scnprintf(buf, 0, "%d", 12345), 0);
	CHECK_INT(nested(buf, "%d-%s", 7, "x"), 5);
	CHECK_STR(buf, "<7-x>");
	CHECK_NO_VIOLATION();
	CHECK_INT(sysfs_emit(page, "%s\n", "text"), 5);
	CHECK_INT(sysfs_emit_at(page, 5, "%d", 66), 2);
	CHECK_STR(page, "text\n66");
	CHECK_NO_VIOLATION();
	CHECK_INT(sysfs_emit(page + 8, "x"), 0);
	CHECK_VIOLATION(KRT_V_API);
	CHECK_INT(sysfs_emit_at(page, PAGE_SIZE, "x"), 0);
	CHECK_VIOLATION(KRT_V_API);
	CHECK_INT(sysfs_emit(page, "%5000d", 1), PAGE_SIZE - 1);
	free_page((unsigned long)page);
}

void test_printf(void)
{
	test_numbers();
	test_text();
	test_pointers();
	test_hashed();
	test_returns();
}
