// SPDX-License-Identifier: MIT
/*
 * Small random C functions over integers and strings, for soundness.c.
 *
 * Each kind of statement is a row of a table. Whatever is written is defined
 * behaviour under -fwrapv: divisors are tested, shift counts and indexes are
 * masked, loops have a fixed or a length-bounded number of rounds. So a memory
 * error that the analysis is certain of is its mistake.
 */
#include "tests/property/gen.h"

#define MAX_DEPTH 3
#define MAX_LOOPS 3

unsigned int gen_random(struct gen *g, unsigned int n)
{
	uint64_t z = g->seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (unsigned int)((z ^ z >> 31) % n);
}

#define PICK(g, array) ((array)[gen_random((g), sizeof(array) / sizeof((array)[0]))])

static void line(struct gen *g, const char *text)
{
	for (int i = 0; i < g->indent; i++)
		strbuf_addc(g->out, '\t');
	strbuf_add(g->out, text);
	strbuf_addc(g->out, '\n');
}

static void begin(struct gen *g)
{
	for (int i = 0; i < g->indent; i++)
		strbuf_addc(g->out, '\t');
}

static void end(struct gen *g)
{
	strbuf_add(g->out, ";\n");
}

/* ---- expressions ---- */

static const char *const variables[] = { "a", "b", "u", "l", "z", "c", "h", "g0", "g1", "g2" };
static const char *const literals[] = {
	"\"v1\"", "\"12\"", "\"v1\\n\"", "\"\"", "\"a-b\"", "\"v\""
};

static void expression(struct gen *g, int depth);

static void constant(struct gen *g)
{
	static const char *const values[] = { "0",    "1",	    "-1",     "2",     "7",
					      "10",   "'v'",	    "'\\n'",  "255",   "-128",
					      "4096", "0x7fffffff", "100000", "65535u" };

	strbuf_add(g->out, PICK(g, values));
}

static void variable(struct gen *g)
{
	if (g->loops && gen_random(g, 4) == 0)
		strbuf_addf(g->out, "i%u", gen_random(g, (unsigned int)g->loops));
	else if (g->is_store && gen_random(g, 6) == 0)
		strbuf_add(g->out, "count");
	else
		strbuf_add(g->out, PICK(g, variables));
}

static void binary(struct gen *g, int depth)
{
	static const char *const ops[] = { "+", "-", "*", "&", "|", "^" };

	strbuf_addc(g->out, '(');
	expression(g, depth + 1);
	strbuf_addf(g->out, " %s ", PICK(g, ops));
	expression(g, depth + 1);
	strbuf_addc(g->out, ')');
}

static void division(struct gen *g, int depth)
{
	static const char *const forms[] = { "(u ? z / u : 0)", "(u ? z % u : 1)",
					     "(a > 0 ? l / a : -1)", "(c ? b % (c + 1) : 3)" };

	(void)depth;
	strbuf_add(g->out, PICK(g, forms));
}

static void cast(struct gen *g, int depth)
{
	static const char *const types[] = { "int",	      "unsigned int", "signed char",
					     "unsigned char", "short",	      "long",
					     "unsigned long", "_Bool" };

	strbuf_addf(g->out, "(%s)", PICK(g, types));
	strbuf_addc(g->out, '(');
	expression(g, depth + 1);
	strbuf_addc(g->out, ')');
}

static void shift(struct gen *g, int depth)
{
	strbuf_addc(g->out, '(');
	expression(g, depth + 1);
	strbuf_addf(g->out, " %s (", gen_random(g, 2) ? "<<" : ">>");
	expression(g, depth + 1);
	strbuf_add(g->out, " & 15))");
}

static void condition(struct gen *g, int depth);

static void choice(struct gen *g, int depth)
{
	strbuf_addc(g->out, '(');
	condition(g, depth + 1);
	strbuf_add(g->out, " ? ");
	expression(g, depth + 1);
	strbuf_add(g->out, " : ");
	expression(g, depth + 1);
	strbuf_addc(g->out, ')');
}

static void byte(struct gen *g, int depth)
{
	static const char *const own[] = { "s[u & 15]", "t[c & 31]", "s[3]", "t[0]", "s[b & 7]" };

	(void)depth;
	if (!g->is_store || gen_random(g, 3) == 0)
		strbuf_add(g->out, PICK(g, own));
	else if (gen_random(g, 2))
		strbuf_add(g->out, "buf[count - 1]");
	else
		strbuf_add(g->out, "buf[(unsigned long)u % (count + 1)]");
}

static void string_number(struct gen *g, int depth)
{
	static const char *const of_user[] = { "(long)strlen(buf)", "(long)strnlen(buf, count)",
					       "(int)strlen(buf)", "(long)strnlen(buf, 8)" };
	static const char *const of_own[] = { "(int)strlen(s)", "(long)strlen(t)",
					      "(int)strlen(\"abc\")" };

	(void)depth;
	strbuf_add(g->out, g->is_store ? PICK(g, of_user) : PICK(g, of_own));
}

static void expression(struct gen *g, int depth)
{
	static void (*const deep[])(struct gen *,
				    int) = { binary, binary, cast,	    shift,
					     choice, byte,   string_number, division };

	if (depth >= MAX_DEPTH || gen_random(g, 2)) {
		if (gen_random(g, 3) == 0)
			constant(g);
		else
			variable(g);
		return;
	}
	PICK(g, deep)(g, depth);
}

static void comparison(struct gen *g, int depth)
{
	static const char *const ops[] = { "==", "!=", "<", "<=", ">", ">=" };

	expression(g, depth + 1);
	strbuf_addf(g->out, " %s ", PICK(g, ops));
	expression(g, depth + 1);
}

static void text_test(struct gen *g)
{
	const char *text = g->is_store ? gen_random(g, 3) ? "buf" : "t" : "s";
	const char *literal = PICK(g, literals);

	switch (gen_random(g, 4)) {
	case 0:
		strbuf_addf(g->out, "strcmp(%s, %s) == 0", text, literal);
		break;
	case 1:
		strbuf_addf(g->out, "!strncmp(%s, %s, %u)", text, literal, gen_random(g, 5));
		break;
	case 2:
		strbuf_addf(g->out, "strchr(%s, '%c')", text, "v1\0-"[gen_random(g, 2)]);
		break;
	default:
		strbuf_addf(g->out, "sysfs_streq(%s, %s)", text, literal);
	}
}

static void condition(struct gen *g, int depth)
{
	unsigned int kind = depth >= MAX_DEPTH ? 0 : gen_random(g, 8);

	if (kind < 5) {
		comparison(g, depth);
	} else if (kind == 5) {
		text_test(g);
	} else {
		strbuf_addc(g->out, '(');
		condition(g, depth + 1);
		strbuf_add(g->out, kind == 6 ? ") && (" : ") || (");
		condition(g, depth + 1);
		strbuf_addc(g->out, ')');
	}
}

/* ---- statements ---- */

static void block(struct gen *g, int depth);

static void do_assign(struct gen *g, int depth)
{
	static const char *const ops[] = { "=", "=", "=", "+=", "-=", "^=", "*=" };

	(void)depth;
	begin(g);
	strbuf_addf(g->out, "%s %s ", PICK(g, variables), PICK(g, ops));
	expression(g, 0);
	end(g);
}

static void do_step(struct gen *g, int depth)
{
	(void)depth;
	begin(g);
	strbuf_addf(g->out, "%s%s", PICK(g, variables), gen_random(g, 2) ? "++" : "--");
	end(g);
}

static void do_if(struct gen *g, int depth)
{
	begin(g);
	strbuf_add(g->out, "if (");
	condition(g, 0);
	strbuf_add(g->out, ") {\n");
	block(g, depth + 1);
	if (gen_random(g, 2)) {
		line(g, "} else {");
		block(g, depth + 1);
	}
	line(g, "}");
}

static void do_for(struct gen *g, int depth)
{
	static const char *const limits[] = { "3", "5", "(unsigned long)(c & 7)", "strlen(t)",
					      "17" };
	bool was_in_loop = g->in_loop;

	if (g->loops == MAX_LOOPS)
		return;
	begin(g);
	if (g->is_store && gen_random(g, 2))
		strbuf_addf(g->out,
			    "for (unsigned long i%d = 0; i%d < count && i%d < 40; i%d++) {\n",
			    g->loops, g->loops, g->loops, g->loops);
	else
		strbuf_addf(g->out, "for (unsigned long i%d = 0; i%d < %s; i%d++) {\n", g->loops,
			    g->loops, PICK(g, limits), g->loops);
	g->in_loop = true;
	g->loops++;
	block(g, depth + 1);
	g->loops--;
	g->in_loop = was_in_loop;
	line(g, "}");
}

static void do_switch(struct gen *g, int depth)
{
	bool was_in_loop = g->in_loop;

	begin(g);
	strbuf_add(g->out, "switch (");
	expression(g, 1);
	strbuf_add(g->out, ") {\n");
	g->in_loop = false; /* a break would leave the switch only; keep it simple */
	for (int i = 0; i < 3; i++) {
		begin(g);
		if (i == 2)
			strbuf_add(g->out, "default:\n");
		else if (gen_random(g, 3) == 0)
			strbuf_addf(g->out, "case %d ... %d:\n", i * 10, i * 10 + 5);
		else
			strbuf_addf(g->out, "case %d:\n", i * 10 + 1);
		block(g, depth + 1);
		if (gen_random(g, 3))
			line(g, "\tbreak;");
		else
			line(g, "\t;");
	}
	g->in_loop = was_in_loop;
	line(g, "}");
}

static void do_jump(struct gen *g, int depth)
{
	(void)depth;
	if (g->in_loop) {
		begin(g);
		strbuf_add(g->out, "if (");
		condition(g, 1);
		strbuf_add(g->out, gen_random(g, 2) ? ")\n" : ")\n");
		line(g, gen_random(g, 2) ? "\tbreak;" : "\tcontinue;");
	} else if (gen_random(g, 3) == 0) {
		begin(g);
		strbuf_add(g->out, "if (");
		condition(g, 1);
		strbuf_add(g->out, ")\n");
		line(g, "\tgoto out;");
	}
}

static void do_return(struct gen *g, int depth)
{
	static const char *const values[] = {
		"count", "-22", "0", "l", "a", "(long)z", "b < 0 ? b : (long)count"
	};

	if (!depth)
		return;
	begin(g);
	strbuf_addf(g->out, "return %s", g->is_store ? PICK(g, values) : "len");
	end(g);
}

static void do_byte(struct gen *g, int depth)
{
	static const char *const targets[] = { "s[u & 15]", "t[c & 31]", "s[0]", "t[7]", "s[15]" };

	(void)depth;
	begin(g);
	strbuf_addf(g->out, "%s = ", PICK(g, targets));
	expression(g, 1);
	end(g);
	line(g, "s[15] = t[31] = 0;");
}

static void do_copy(struct gen *g, int depth)
{
	static const char *const of_user[] = {
		"strlcpy(t, buf, sizeof(t))",
		"z = strlcpy(s, buf, sizeof(s))",
		"a = strscpy(t, buf, sizeof(t))",
		"strncpy(s, buf, 15); s[15] = 0",
		"memcpy(t, buf, count < 31 ? count : 31); t[31] = 0",
		"z = count < 31 ? count : 31; memcpy(t, buf, z); t[z] = 0",
	};
	static const char *const of_own[] = {
		"strcpy(s, \"v1.2\")", "strlcpy(t, s, sizeof(t))", "memset(s, 0, sizeof(s))",
		"memset(t, 'x', 31)",  "memcpy(t, \"abc\", 4)",
	};

	(void)depth;
	begin(g);
	strbuf_add(g->out, g->is_store && gen_random(g, 2) ? PICK(g, of_user) : PICK(g, of_own));
	end(g);
}

static void do_print(struct gen *g, int depth)
{
	static const char *const prints[] = {
		"a = snprintf(s, sizeof(s), \"%d-%u\", b, u)",
		"a = scnprintf(t, sizeof(t), \"%s.%x\", s, u)",
		"a = scnprintf(s, sizeof(s), \"%5d|%-4u\", b, u & 255)",
		"z = scnprintf(t, sizeof(t), \"%.3s-%c\", s, 'a' + (c & 7))",
		"a = snprintf(t, sizeof(t), \"v%lu\", z)",
		"b = scnprintf(s, sizeof(s), \"%02x%02x\", c, c ^ 255)",
	};

	(void)depth;
	begin(g);
	strbuf_add(g->out, PICK(g, prints));
	end(g);
}

static void do_parse(struct gen *g, int depth)
{
	static const char *const parses[] = {
		"if (kstrtoint(%s, 0, &a))\n\t\ta = -5;",
		"if (kstrtouint(%s, 10, &u))\n\t\tu = 9;",
		"b = kstrtoint(%s, 16, &a) ? -22 : b;",
	};
	const char *form = PICK(g, parses), *text = g->is_store ? "buf" : "t";

	(void)depth;
	begin(g);
	for (; *form; form++)
		if (form[0] == '%' && form[1] == 's') {
			strbuf_add(g->out, text);
			form++;
		} else {
			strbuf_addc(g->out, *form);
		}
	strbuf_addc(g->out, '\n');
}

static void do_page(struct gen *g, int depth)
{
	static const char *const prints[] = {
		"len += scnprintf(page + len, 4096 - len, \"%d \", a)",
		"len += scnprintf(page + len, 4096 - len, \"%s,\", s)",
		"len += scnprintf(page + len, 4096 - len, \"%u:%04x\\n\", u, c)",
		"len += scnprintf(page + len, 4096 - len, \"%c%5d\", 'a' + (c & 15), h)",
		"len = sprintf(page, \"%s-%lu\\n\", s, z)",
		"len = snprintf(page, 4096, \"v%d\\n\", b & 63)",
		"page[len & 2047] = 'x'",
		"if (len < 4000)\n\t\tpage[len++] = '\\n'",
		"strcpy(page, \"fixed\"); len = 5",
	};

	(void)depth;
	if (g->is_store)
		return;
	begin(g);
	strbuf_add(g->out, PICK(g, prints));
	end(g);
}

static void do_form(struct gen *g, int depth)
{
	const char *form = gen_form(g);

	(void)depth;
	begin(g);
	for (; *form; form++)
		if (*form == '@')
			expression(g, 1);
		else
			strbuf_addc(g->out, *form);
	strbuf_addc(g->out, '\n');
}

static void statement(struct gen *g, int depth)
{
	static void (*const rows[])(struct gen *, int) = {
		do_assign, do_assign, do_assign, do_step, do_if,   do_if,    do_for,
		do_switch, do_jump,   do_return, do_byte, do_copy, do_print, do_parse,
		do_page,   do_page,   do_form,	 do_form, do_form, do_form,
	};

	g->budget--;
	if (depth >= MAX_DEPTH)
		do_assign(g, depth);
	else
		PICK(g, rows)(g, depth);
}

static void block(struct gen *g, int depth)
{
	unsigned int n = 1 + gen_random(g, 3);

	g->indent++;
	while (n-- && g->budget > 0)
		statement(g, depth);
	g->indent--;
}

void gen_prelude(struct strbuf *out)
{
	strbuf_add(out,
		   "extern int g0;\nextern unsigned char g1;\nextern long g2;\n"
		   "unsigned long strlen(const char *), strnlen(const char *, unsigned long);\n"
		   "unsigned long strspn(const char *, const char *);\n"
		   "unsigned long strcspn(const char *, const char *);\n"
		   "char *strrchr(const char *, int), *strcat(char *, const char *);\n"
		   "unsigned long strlcat(char *, const char *, unsigned long);\n"
		   "void *memmove(void *, const void *, unsigned long);\n"
		   "int sscanf(const char *, const char *, ...);\n"
		   "int kstrtou8(const char *, unsigned int, unsigned char *);\n"
		   "int kstrtou16(const char *, unsigned int, unsigned short *);\n"
		   "int kstrtos16(const char *, unsigned int, short *);\n"
		   "int kstrtol(const char *, unsigned int, long *);\n"
		   "int kstrtoul(const char *, unsigned int, unsigned long *);\n"
		   "int kstrtobool(const char *, _Bool *);\n"
		   "int strcmp(const char *, const char *), sprintf(char *, const char *, ...);\n"
		   "int strncmp(const char *, const char *, unsigned long);\n"
		   "char *strchr(const char *, int), *strcpy(char *, const char *);\n"
		   "char *strncpy(char *, const char *, unsigned long);\n"
		   "unsigned long strlcpy(char *, const char *, unsigned long);\n"
		   "long strscpy(char *, const char *, unsigned long);\n"
		   "void *memcpy(void *, const void *, unsigned long);\n"
		   "int memcmp(const void *, const void *, unsigned long);\n"
		   "void *memset(void *, int, unsigned long);\n"
		   "int snprintf(char *, unsigned long, const char *, ...);\n"
		   "int scnprintf(char *, unsigned long, const char *, ...);\n"
		   "_Bool sysfs_streq(const char *, const char *);\n"
		   "int kstrtoint(const char *, unsigned int, int *);\n"
		   "int kstrtouint(const char *, unsigned int, unsigned int *);\n\n");
	gen_forms_prelude(out);
}

void gen_function(struct gen *g, const char *name)
{
	unsigned int n = 2 + gen_random(g, 6);

	g->is_store = gen_random(g, 3) > 0;
	g->budget = 24;
	strbuf_addf(g->out, "long %s(%s)\n{\n", name,
		    g->is_store ? "const char *buf, unsigned long count" : "char *page");
	line(g, "\tint a = 0, b = -3, len = 0;\n\tunsigned int u = 5;\n\tlong l = 1;\n"
		"\tunsigned long z = 2;\n\tunsigned char c = 'c';\n\tshort h = 9;\n"
		"\tchar s[16] = \"st\", t[32] = { 0 };\n"
		"\tstruct record r = { 3, \"ab\", 7, { 1 } };\n");
	g->indent = 1;
	while (n-- && g->budget > 0)
		statement(g, 0);
	strbuf_addf(g->out, "out:\n\treturn %s;\n}\n\n",
		    !g->is_store       ? "len"
		    : gen_random(g, 2) ? "count"
				       : "a < 0 ? a : (long)count");
}
