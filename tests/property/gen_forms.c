// SPDX-License-Identifier: MIT
/*
 * Statements as drivers write them, for gen.c: a text is cut where a scan
 * stopped, a number is parsed into a narrow variable, a table is indexed with
 * what was masked. A @ stands for an expression, so each has many faces.
 *
 * What makes them defined: s[15] and t[31] are NUL after every statement, and
 * an index is masked or tested. Those with "buf" are for stores only.
 */
#include <string.h>

#include "tests/property/gen.h"

static const char *const cuts[] = {
	"s[strcspn(s, \"-1\")] = 0;",
	"t[strnlen(t, 31)] = 0;",
	"{ char *p = strchr(t, '-'); if (p) *p = 0; }",
	"{ char *p = strrchr(s, 'v'); if (p) { *p = 0; a = p - s; } }",
	"{ char *p = strchr(s, 0); z = p - s; }",
	"z = strcspn(buf, \"\\n-\"); if (z < sizeof(t)) { memcpy(t, buf, z); t[z] = 0; }",
	"z = strspn(buf, \"0123456789\"); if (z > 15) z = 15; memcpy(s, buf, z); s[z] = 0;",
	"{ const char *p = strchr(buf, '\\n'); a = p ? p - buf : -1; }",
	"{ const char *p = strchr(buf, '-'); if (p) strlcpy(s, p + 1, sizeof(s)); }",
	"z = strnlen(buf, sizeof(t)); if (z < sizeof(t)) strcpy(t, buf);",
	"u = strspn(t, \"abcv\"); t[u] = 0;",
	"if (buf[strlen(buf) ? strlen(buf) - 1 : 0] == '\\n') c = '\\n';",
	"z = strlen(t); if (z && t[z - 1] == '\\n') t[z - 1] = 0;",
};

static const char *const numbers[] = {
	"if (kstrtou8(buf, 0, &c)) c = (@);",
	"if (kstrtos16(buf, 10, &h)) h = -1; else a = h;",
	"if (!kstrtol(buf, 0, &l)) b = l;",
	"if (kstrtoul(buf, 16, &z)) z = 1;",
	"a = kstrtou8(t, 10, &c); if (a) c = 3;",
	"if (kstrtos16(s, 16, &h) == 0) u = h + 1;",
	"{ unsigned short w = 4; if (!kstrtou16(t, 0, &w)) u = w; }",
	"{ _Bool on = 0; b = kstrtobool(buf, &on) ? -22 : on; }",
	"{ unsigned long w; if (kstrtoul(t, 0, &w)) w = 5; if (w < 8) a = table[w]; }",
};

static const char *const tables[] = {
	"a = table[(@) & 7];",
	"b = table[u & 7] + table[c & 3];",
	"strlcpy(s, names[(@) & 3], sizeof(s));",
	"if (strcmp(t, names[c & 3]) == 0) a = c & 3;",
	"a = rows[(@) & 3].value;",
	"strcpy(s, rows[u & 3].tag);",
	"c = rows[h & 3].tag[(@) & 3];",
	"for (b = 0; b < 4; b++) if (strcmp(buf, names[b]) == 0) break;",
	"for (a = 0; rows[a].value && strcmp(buf, rows[a].tag); a++) ;",
	"z = strlen(names[z & 3]); a = (int)strlen(rows[c & 3].tag);",
	"c = names[u & 3][0];",
};

static const char *const walks[] = {
	"for (z = 0; z < 31 && buf[z]; z++) t[z] = buf[z]; t[z] = 0;",
	"for (z = 0; z < count && z < 15; z++) { if (buf[z] == '-') break; s[z] = buf[z]; } s[z] = "
	"0;",
	"for (u = 0; u < 31; u++) { if (t[u] == 0) break; if (t[u] == '1') c++; }",
	"for (a = 0; a < 20; a++) { if (a == 12) break; t[a] = 'a' + (c & 7); }",
	"for (z = 0; z < 30; z++) { for (u = z; u < 30 && t[u] != '-'; u++) c += t[u]; if (u > 20) "
	"break; }",
	"for (z = 0; z < count; z++) { unsigned long k = z; while (k < count && buf[k] != '\\n') "
	"k++; "
	"if (k - z > 12) { a = k; break; } z = k; }",
	"{ const char *p = buf; while (*p && *p != ' ') p++; z = p - buf; }",
	"{ char *p = t; while (*p == 'x') p++; memset(s, 0, sizeof(s)); s[0] = *p; a = p - t; }",
	"{ unsigned long n = (@) & 15; for (unsigned long k = 0; k < n; k++) s[k] = 'v'; s[n] = 0; "
	"}",
	"{ int lo = 0, hi = 7; while (lo < hi) { int m = (lo + hi) / 2; if (table[m] < a) lo = m + "
	"1; "
	"else hi = m; } b = table[lo]; }",
	"for (l = 30; l >= 0; l--) { if (t[l]) break; } a = l;",
};

static const char *const helpers[] = {
	"if (!find_sep(buf, '-', &z)) a = z;",
	"if (!find_sep(t, (@), &z)) t[z] = 0;",
	"if (!find_sep(s, '1', &z)) c = s[z + 1];",
	"fill(t, (@) & 31, 'x'); t[31] = 0;",
	"fill(s, 8, c); s[15] = 0;",
	"a = digit_of(c, &b) ? -22 : a;",
	"if (digit_of(s[u & 15], &a)) a = -1; else b = table[a & 7];",
	"swap_bytes(&s[u & 7], &s[c & 7]); s[15] = 0;",
	"z = word(buf, s, sizeof(s));",
	"u = word(t, s, 4);",
};

static const char *const scans[] = {
	"if (sscanf(buf, \"%d\", &a) != 1) a = -22;",
	"a = sscanf(buf, \"%3d-%2u\", &b, &u);",
	"if (sscanf(buf, \"v%u.%d\", &u, &b) == 2) a = b;",
	"if (sscanf(buf, \"%15s\", s) == 1) z = strlen(s);",
	"if (sscanf(t, \"%2x:%x\", &u, (unsigned int *)&a) < 1) u = 1;",
	"{ char w[5] = \"\"; a = sscanf(buf, \"%4s%n\", w, &b); if (a == 1) c = w[b & 3]; }",
	"{ char w = 'w'; if (sscanf(s, \"%c\", &w) == 1) c = w; }",
};

static const char *const moves[] = {
	"memmove(t + 2, t, 20); t[31] = 0;",
	"memmove(s, s + 1, strlen(s)); s[15] = 0;",
	"memmove(t, t + (c & 7), 16); t[31] = 0;",
	"memmove(t + (u & 7), t, (@) & 15); t[31] = 0;",
	"z = strlen(t); if (z > 3) memmove(t, t + 3, z - 3 + 1);",
	"memmove(s + 4, s, 11); s[15] = 0; memcpy(s, \"abcd\", 4);",
};

static const char *const chains[] = {
	"z = 0; z += scnprintf(t + z, sizeof(t) - z, \"%d-\", a); z += scnprintf(t + z, sizeof(t) "
	"- z, \"%s\", s);",
	"{ int n = 0; for (int k = 0; k < 4; k++) n += scnprintf(t + n, sizeof(t) - n, \"%02x.\", "
	"k * u); len = n; }",
	"{ int n = snprintf(t, sizeof(t), \"%d:\", b); if (n < (int)sizeof(t)) n += snprintf(t + "
	"n, sizeof(t) - n, \"%u\", u); a = n; }",
	"{ unsigned long n = 0; while (n < 24) n += scnprintf(t + n, sizeof(t) - n, \"%c%c\", 'a' "
	"+ (c & 3), 'b'); z = n; }",
	"strlcpy(s, \"v\", sizeof(s)); strlcat(s, t, sizeof(s)); z = strlcat(s, \"-1\", "
	"sizeof(s));",
	"if (strlen(s) < 10) strcat(s, \"+\");",
	"z = strlen(s); scnprintf(s + z, sizeof(s) - z, \"%u\", u & 1023);",
};

static const char *const records[] = {
	"r.tag[(@) & 3] = 'x';",
	"r.tag[5] = 0; strlcpy(r.tag, buf, sizeof(r.tag));",
	"strlcpy(s, r.tag, sizeof(s));",
	"r.n = (@); a = r.n;",
	"*(unsigned char *)&r.n = c; b = r.n;",
	"memcpy(&r.id, \"\\1\\2\", 2); a = r.id;",
	"memset(r.raw + 1, 0, 2); u = r.raw[c & 3];",
	"{ struct record q = r; q.id = (@); r = q; }",
	"memset(&r, 0, sizeof(r)); z = strlen(r.tag);",
	"r.raw[c & 3] = (@); a = r.raw[0] + r.raw[3];",
	"((unsigned char *)&r.id)[1] = 1; if (r.id > 300) a = r.id;",
	"memcpy(r.raw, &u, 4); b = r.raw[2];",
	"memcpy(r.raw, &u, 4); if (!memcmp(r.raw, \"\\5\\0\\0\", 4)) a = 7; else b = 2;",
	"memcpy(r.raw, buf, count < 4 ? count : 4); a = memcmp(r.raw, \"12-4\", 4) ? a : (@);",
	"{ unsigned int w = 9, *const to[] = { &u, &w }; *to[c & 1] = (@) & 255; b = w; }",
	"{ struct { unsigned int x : 3, y : 5; } f = { 0 }; f.x = u; f.y = c; a = f.x + f.y; }",
	"memcpy(&u, r.raw, sizeof(u));",
	"scnprintf(r.tag, sizeof(r.tag), \"%d\", r.id); z = strlen(r.tag);",
};

#define THEME(array)                                                                               \
	{                                                                                          \
		array, sizeof(array) / sizeof((array)[0])                                          \
	}

static const struct {
	const char *const *form;
	unsigned int n;
} themes[] = {
	THEME(cuts),  THEME(numbers), THEME(tables), THEME(walks),   THEME(helpers),
	THEME(scans), THEME(moves),   THEME(chains), THEME(records),
};

const char *gen_form(struct gen *g)
{
	for (;;) {
		unsigned int t = gen_random(g, sizeof(themes) / sizeof(themes[0]));
		const char *form = themes[t].form[gen_random(g, themes[t].n)];

		if (g->is_store || !strstr(form, "buf"))
			return form;
	}
}

void gen_forms_prelude(struct strbuf *out)
{
	strbuf_add(out,
		   "struct record { int id; char tag[6]; short n; unsigned char raw[4]; };\n"
		   "static const int table[8] = { 3, 5, 9, 14, 20, 33, 70, 100 };\n"
		   "static const char *const names[4] = { \"v1\", \"12\", \"\", \"a-b\\n\" };\n"
		   "static const struct { int value; char tag[4]; } rows[] =\n"
		   "\t{ { 1, \"v1\" }, { 4, \"12\" }, { 200, \"abc\" }, { 0, \"\" } };\n"
		   "static int find_sep(const char *s, char sep, unsigned long *at)\n"
		   "{ const char *p = strchr(s, sep); if (!p || !sep) return -22; *at = p - s; "
		   "return 0; }\n"
		   "static void fill(char *to, unsigned long n, char c)\n"
		   "{ while (n--) to[n] = c; }\n"
		   "static int digit_of(char c, int *v)\n"
		   "{ if (c < '0' || c > '9') return -22; *v = c - '0'; return 0; }\n"
		   "static void swap_bytes(char *a, char *b) { char c = *a; *a = *b; *b = c; }\n"
		   "static unsigned long word(const char *from, char *to, unsigned long size)\n"
		   "{ unsigned long n = 0; while (n + 1 < size && from[n] && from[n] != ' ') {\n"
		   "to[n] = from[n]; n++; } to[n] = 0; return n; }\n\n");
}
