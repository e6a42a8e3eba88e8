// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <string.h>

#include "fuzzing/stubs.h"

/* What the linkers say before the name: GNU ld and gold, lld, mold. */
static const char *const texts[] = { "undefined reference to ", "undefined symbol: " };

static bool has_name(const name_list *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++)
		if (strcmp(names->v[i], name) == 0)
			return true;
	return false;
}

/* Those of krt and the harness are no part of a driver: without them something is broken. */
static bool is_ours(const char *name)
{
	static const char *const prefixes[] = { "krt_", "host_", "LLVMFuzzer", "fuzz_" };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

static size_t name_length(const char *s)
{
	size_t n = 0;

	while (isalnum((unsigned char)s[n]) || s[n] == '_')
		n++;
	return n;
}

static void find(struct arena *a, const char *output, const char *text, name_list *stubs)
{
	for (const char *p = output; (p = strstr(p, text));) {
		const char *name;
		size_t n;

		p += strlen(text);
		p += strspn(p, "`'\"");
		n = name_length(p);
		name = arena_strndup(a, p, n);
		if (n && !isdigit((unsigned char)p[0]) && !is_ours(name) && !has_name(stubs, name))
			*vec_push(a, stubs) = name;
	}
}

void stubs_find(struct arena *a, const char *output, name_list *stubs)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		find(a, output, texts[i], stubs);
}

void stubs_write(const name_list *stubs, size_t (*data_size)(void *data, const char *name),
		 void *data, struct strbuf *out)
{
	strbuf_add(out, "/* Made by migver fuzz: what the driver uses and krt lacks. */\n"
			"void krt_stub_called(const char *name);\n");
	for (size_t i = 0; i < stubs->n; i++) {
		const char *name = stubs->v[i];
		size_t size = data_size ? data_size(data, name) : 0;

		if (size)
			strbuf_addf(out, "_Alignas(64) char %s[%zu];\n", name, size);
		else
			strbuf_addf(out,
				    "long %s(void);\nlong %s(void)\n{\n"
				    "\tkrt_stub_called(\"%s\");\n\treturn 0;\n}\n",
				    name, name, name);
	}
}
