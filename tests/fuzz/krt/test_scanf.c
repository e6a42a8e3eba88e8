// SPDX-License-Identifier: MIT
/* The kernel's sscanf: fields, widths, sets, and what it leaves out. */
#include "check.h"

#pragma GCC diagnostic ignored "-Wformat"

static void test_numbers(void)
{
	int a, b;
	unsigned int u;
	unsigned char byte;
	unsigned short half;
	unsigned long long wide;

	CHECK_INT(sscanf("12 -34", "%d %d", &a, &b), 2);
	CHECK_INT(a, 12);
	CHECK_INT(b, -34);
	CHECK_INT(sscanf("0x1f 017 19", "%i %i %i", &a, &b, &u), 3);
	CHECK_INT(a, 31);
	CHECK_INT(b, 15);
	CHECK_INT(sscanf("ff 0xff", "%x %x", &a, &b), 2);
	CHECK_INT(a, 255);
	CHECK_INT(b, 255);
	CHECK_INT(sscanf("123456", "%2d%3d%u", &a, &b, &u), 3);
	CHECK_INT(a, 12);
	CHECK_INT(b, 345);
	CHECK_INT(u, 6);
	CHECK_INT(sscanf("300 70000", "%hhu %hu", &byte, &half), 2);
	CHECK_INT(byte, 44);
	CHECK_INT(half, 4464);
	CHECK_INT(sscanf("18446744073709551616", "%llu", &wide), 1);
	CHECK_INT(wide, 0);
	CHECK_INT(sscanf("-5", "%u", &u), 0);
	CHECK_INT(sscanf("+5", "%d", &a), 0);
	CHECK_INT(sscanf("", "%d", &a), 0);
	CHECK_INT(sscanf("   7", "%d", &a), 1);
}

static void test_text(void)
{
	char s[8], t[8];
	int n = -1;

	memset(s, '#', sizeof(s));
	CHECK_INT(sscanf("abcdefgh", "%3s", s), 1);
	CHECK_STR(s, "abc");
	CHECK(s[4] == '#');
	CHECK_INT(sscanf("  two words", "%7s %7s", s, t), 2);
	CHECK_STR(s, "two");
	CHECK_STR(t, "words");
	memset(s, '#', sizeof(s));
	CHECK_INT(sscanf("xyz", "%2c", s), 1);
	CHECK(s[0] == 'x' && s[1] == 'y' && s[2] == '#');
	CHECK_INT(sscanf("abc123", "%7[abc]%n", s, &n), 1);
	CHECK_STR(s, "abc");
	CHECK_INT(n, 3);
	CHECK_INT(sscanf("key=val", "%7[^=]=%7s", s, t), 2);
	CHECK_STR(s, "key");
	CHECK_STR(t, "val");
	/* No width, no set; no range in a set; nothing that matches. */
	CHECK_INT(sscanf("abc", "%[abc]", s), 0);
	CHECK_INT(sscanf("bbb", "%7[a-c]", s), 0);
	CHECK_INT(sscanf("xbc", "%7[abc]", s), 0);
}

static void test_literals(void)
{
	int a = -1, b = -1, n = -1;

	CHECK_INT(sscanf("v1.2", "v%d.%d", &a, &b), 2);
	CHECK_INT(sscanf("v1-2", "v%d.%d", &a, &b), 1);
	CHECK_INT(sscanf("w1", "v%d", &a), 0);
	CHECK_INT(sscanf("1   2", "%d %d", &a, &b), 2);
	CHECK_INT(sscanf("12", "%d %d", &a, &b), 1);
	CHECK_INT(sscanf("50%x", "%d%%%n", &a, &n), 1);
	CHECK_INT(n, 3);
	CHECK_INT(sscanf("skip 7", "%*s %d", &a), 1);
	CHECK_INT(a, 7);
	/* The tail is not looked at; %n tells where it begins. */
	n = -1;
	CHECK_INT(sscanf("5junk", "%d%n", &a, &n), 1);
	CHECK_INT(n, 1);
}

void test_scanf(void)
{
	test_numbers();
	test_text();
	test_literals();
}
