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
