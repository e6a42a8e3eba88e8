// SPDX-License-Identifier: MIT
/*
 * Functions that the analysis once misjudged, each reduced to its class:
 *
 *	migver-soundness tests/property/found.c
 *
 * They are run and analyzed as generated ones are (soundness.c), and make no
 * memory error either. gen.c declares what they call.
 */

/* Bytes of a copy or of a counter may have ended the text early; the last NUL does for certain. */
long ended_for_certain(const char *buf, unsigned long count)
{
	char s[16] = "st", t[32] = { 0 };

	strlcpy(s, buf, sizeof(s));
	s[15] = g1;
	s[15] = 0;
	strlcpy(t, s, sizeof(t));
	return count + strlen(t);
}

long ended_behind(const char *buf, unsigned long count)
{
	char s[16], t[32];

	memcpy(s, buf, count < 8 ? count : 8);
	s[count < 8 ? count : 8] = 'x';
	s[15] = 0;
	strncpy(t, s, 31);
	t[31] = 0;
	return strlen(t) < 32 ? count : -22;
}

/* A test of a counter is none of a text's length that the counter bounds. */
long counted_beside(const char *buf, unsigned long count)
{
	char s[16] = "st", t[32] = { 0 };
	unsigned long z = 2;

	for (unsigned long i = 0; i < count && i < 40; i++) {
		z = strlcpy(s, buf, sizeof(s));
		strlcpy(t, buf, sizeof(t));
	}
	for (unsigned long i = 0; i < count && i < 40; i++)
		if (sysfs_streq(t, "12"))
			z++;
	return (long)z;
}

/* What a round learned of the user's text is forgotten when the loop is widened. */
long learned_inside(const char *buf, unsigned long count)
{
	char t[32] = { 0 };
	long a = 0;

	for (unsigned long i = 0; i < count && i < 40; i++) {
		if (strchr(t, '1'))
			g0++;
		for (unsigned long k = 0; k < count && k < 40; k++)
			a = strscpy(t, buf, sizeof(t));
	}
	return a < 0 ? a : (long)count;
}

/* A scan stops within the string, wherever that is. */
long cut_where_it_stopped(const char *buf, unsigned long count)
{
	char s[16] = "v1.2", t[32] = { 0 };
	unsigned long n = strcspn(buf, "\n-");

	if (n < sizeof(t)) {
		memcpy(t, buf, n);
		t[n] = 0;
	}
	s[strcspn(s, "-1")] = 0;
	n = strspn(buf, "0123456789");
	if (n > 15)
		n = 15;
	memcpy(s, buf, n);
	s[n] = 0;
	return strlen(s) == n ? count : -22;
}

/* Fewer bytes than the limit are the whole string. */
long counted_before_copy(const char *buf, unsigned long count)
{
	char t[32] = { 0 };
	unsigned long n = strnlen(buf, sizeof(t));

	if (n == sizeof(t))
		return -22;
	strcpy(t, buf);
	return strlen(t) == n ? count : -7;
}

/* The size that strlcat() is told is that of the whole string. */
long appended_to_the_end(const char *buf, unsigned long count)
{
	char s[16], t[32];
	unsigned long n;

	strlcpy(t, buf, sizeof(t));
	strlcpy(s, "v", sizeof(s));
	strlcat(s, t, sizeof(s));
	n = strlcat(s, "-1", sizeof(s));
	return strlen(s) == n ? count : -22;
}

/* What is left of a buffer is all that a print gets, however many sums led there. */
long appended_in_turn(const char *buf, unsigned long count)
{
	char s[16] = "st";

	for (int i = 0; i < 17; i++) {
		unsigned long n = strlen(s);

		scnprintf(s + n, sizeof(s) - n, "%u", (unsigned int)g0 & 1023);
	}
	return strlen(s) == 15 ? count : -22;
}

/* strncpy() writes no NUL behind a string that fills what it may write. */
long filled_to_the_end(const char *buf, unsigned long count)
{
	char s[16];

	strncpy(s, buf, 15);
	s[15] = 0;
	return strlen(s);
}

/* Behind bytes without a NUL may be others that end with one. */
long put_before_text(const char *buf, unsigned long count)
{
	char s[16] = "st", t[32];

	memmove(s + 4, s, 11);
	s[15] = 0;
	memcpy(s, "abcd", 4);
	return strlcpy(t, s, sizeof(t));
}

/* A counter and a text's length grow alike until the text is cut. */
long counted_alike(const char *buf, unsigned long count)
{
	char s[16] = "st", t[32] = { 0 };
	unsigned long n = 0;
	unsigned int u = 5;

	switch (count) {
	case 10 ... 15:
		scnprintf(t, sizeof(t), "%s.%x", s, u);
		for (unsigned long i = 0; i < count && i < 40; i++) {
			n = strlen(s);
			scnprintf(s + n, sizeof(s) - n, "%u", u & 1023);
		}
		break;
	default:
		t[0] = 'x';
		break;
	}
	return n;
}

/* Where a text ends that only some NUL ends is one number, however often a loop asks. */
long filled_backwards(const char *buf, unsigned long count)
{
	char t[32] = { 0 };
	unsigned long n = count & 31;

	while (n--)
		t[n] = 'x';
	return strlen(t) < 32 ? count : -22;
}

/* A number of one byte is no text, though each of its bytes was tested. */
long tested_twice(const char *buf, unsigned long count)
{
	long n = 0;

	if (g1 > 7)
		n++;
	return g1 < 80 ? n : -22;
}

/* A test of a number's lower end tells nothing of the upper one, which a loop forgot. */
long moved_up(const char *buf, unsigned long count)
{
	char s[16] = "st", t[32] = { 0 };
	int a = 0, b = -3;
	unsigned long z;

	a = strscpy(t, buf, sizeof(t));
	for (unsigned long i = 0; i < count && i < 40; i++) {
		fill(s, 8, 'c');
		s[15] = 0;
		b *= (a < 9 ? -1 : 10) * -128;
	}
	z = strlen(t);
	if (z > 3)
		memmove(t, t + 3, z - 3 + 1);
	return b ? (long)count : -22;
}

/* Equal calls give equal answers; what an answer says depends on what is known where it is met. */
long same_answer_elsewhere(const char *buf, unsigned long count)
{
	if (strlen(buf) >= 99)
		g0 = 1;
	if (!strncmp(buf, "12", 4))
		return 0;
	return (long)count;
}

/* A pointer that went one further is not where it was a round ago. */
long pointer_walks_on(const char *buf, unsigned long count)
{
	const char *p = buf;
	char s[16] = "st";

	(void)s;
	while (*p && *p != ' ')
		p++;
	return p - buf;
}

/* A number of one byte is no string, the only one of which would be the empty one. */
long one_byte_is_no_string(const char *buf, unsigned long count)
{
	if (g1 <= 0 && g2 > 99)
		return 1;
	if (!g1)
		g0 = 1;
	return g1 < 6 ? (long)count : -22;
}

/* A mask that is not known leaves out who knows what. */
long unknown_mask(const char *buf, unsigned long count)
{
	for (unsigned long i = 0; i < count && i < 40; i++)
		if (i > (i & buf[5 % (count + 1)]))
			return 33;
	return count;
}
