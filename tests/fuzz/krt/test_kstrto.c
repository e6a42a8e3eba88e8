// SPDX-License-Identifier: MIT
/* Numbers from strings: strict and lax. */
#include "check.h"

static const struct {
	const char *text;
	unsigned int base;
	int error;
	long long value;
} rows[] = {
	{ "0", 0, 0, 0 },
	{ "42\n", 0, 0, 42 },
	{ "42\n\n", 0, -EINVAL, 0 },
	{ " 42", 0, -EINVAL, 0 },
	{ "42 ", 0, -EINVAL, 0 },
	{ "42x", 0, -EINVAL, 0 },
	{ "", 0, -EINVAL, 0 },
	{ "\n", 0, -EINVAL, 0 },
	{ "+7", 0, 0, 7 },
	{ "-7", 0, 0, -7 },
	{ "--7", 0, -EINVAL, 0 },
	{ "0x1F", 0, 0, 31 },
	{ "0X1f", 16, 0, 31 },
	{ "1f", 16, 0, 31 },
	{ "0x", 16, -EINVAL, 0 },
	{ "017", 0, 0, 15 },
	{ "08", 0, -EINVAL, 0 },
	{ "017", 10, 0, 17 },
	{ "9223372036854775807", 0, 0, LLONG_MAX },
	{ "9223372036854775808", 0, -ERANGE, 0 },
	{ "-9223372036854775808", 0, 0, LLONG_MIN },
	{ "-9223372036854775809", 0, -ERANGE, 0 },
	{ "99999999999999999999999", 0, -ERANGE, 0 },
};

static void test_rows(void)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(rows); i++) {
		long long value = 0x5555;

		CHECK_INT(kstrtoll(rows[i].text, rows[i].base, &value), rows[i].error);
		CHECK_INT(value, rows[i].error ? 0x5555 : rows[i].value);
	}
}

static void test_widths(void)
{
	u8 byte = 1;
	s8 small = 1;
	u16 half;
	int i;
	unsigned int u;
	unsigned long l;
	bool b;

	CHECK_INT(kstrtou8("255", 0, &byte), 0);
	CHECK_INT(kstrtou8("256", 0, &byte), -ERANGE);
	CHECK_INT(byte, 255);
	CHECK_INT(kstrtos8("-128", 0, &small), 0);
	CHECK_INT(kstrtos8("-129", 0, &small), -ERANGE);
	CHECK_INT(kstrtou16("65536", 0, &half), -ERANGE);
	CHECK_INT(kstrtoint("-2147483648", 0, &i), 0);
	CHECK_INT(kstrtoint("2147483648", 0, &i), -ERANGE);
	CHECK_INT(kstrtouint("-1", 0, &u), -EINVAL);
	CHECK_INT(kstrtoul("18446744073709551616", 0, &l), -ERANGE);
	CHECK_INT(kstrtobool("yes", &b), 0);
	CHECK_INT(b, 1);
	CHECK_INT(kstrtobool("off", &b), 0);
	CHECK_INT(b, 0);
	CHECK_INT(kstrtobool("o", &b), -EINVAL);
	CHECK_INT(kstrtobool("2", &b), -EINVAL);
}

static void test_lax(void)
{
	char *end;
	u8 bytes[2];
	char hex[8] = "";

	CHECK_INT(simple_strtoul("12ab", &end, 10), 12);
	CHECK_STR(end, "ab");
	CHECK_INT(simple_strtoul("0x12g", &end, 0), 18);
	CHECK_STR(end, "g");
	CHECK_INT(simple_strtol("-3", NULL, 0), -3);
	CHECK_INT(simple_strtoull("x", &end, 0), 0);
	CHECK_STR(end, "x");
	CHECK_INT(memparse("4k,", &end), 4096);
	CHECK_STR(end, ",");
	CHECK_INT(hex2bin(bytes, "0fA0", 2), 0);
	CHECK(bytes[0] == 0x0f && bytes[1] == 0xa0);
	CHECK_INT(hex2bin(bytes, "0g", 1), -EINVAL);
	*bin2hex(hex, bytes, 2) = '\0';
	CHECK_STR(hex, "0fa0");
}

void test_kstrto(void)
{
	test_rows();
	test_widths();
	test_lax();
}
