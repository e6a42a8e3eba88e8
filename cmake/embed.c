// SPDX-License-Identifier: MIT
/*
 * Build-time tool: turns a list of files into a C file that holds them as
 * string literals, which compile many times faster than arrays of numbers.
 *
 *	migver-embed LIST OUTPUT
 *
 * LIST has two lines for each file: the name to find it by, and where it is.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_BYTES 4096
#define MAX_FILES  4096

struct entry {
	char name[PATH_BYTES];
	char path[PATH_BYTES];
	size_t size;
};

static void die(const char *path)
{
	fprintf(stderr, "migver-embed: %s: %s\n", path, strerror(errno));
	exit(1);
}

static int read_line(FILE *f, char *line)
{
	if (!fgets(line, PATH_BYTES, f))
		return 0;
	line[strcspn(line, "\n")] = '\0';
	return line[0] != '\0';
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static size_t read_list(const char *path, struct entry *entries)
{
	FILE *f = fopen(path, "r");
	size_t n = 0;

	if (!f)
		die(path);
	while (n < MAX_FILES && read_line(f, entries[n].name) && read_line(f, entries[n].path))
		n++;
	fclose(f);
	qsort(entries, n, sizeof(*entries), by_name);
	return n;
}

/* Three octal digits always, so that a digit that follows stays a digit. */
static void put_byte(FILE *out, int c)
{
	if (c == '\n')
		fputs("\\n\"\n\t\"", out);
	else if (c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '?')
		fprintf(out, "\\%03o", (unsigned int)c);
	else
		fputc(c, out);
}

static void put_file(FILE *out, struct entry *e, size_t i)
{
	FILE *in = fopen(e->path, "rb");
	int c;

	if (!in)
		die(e->path);
	fprintf(out, "static const unsigned char file_%zu[] =\n\t\"", i);
	while ((c = fgetc(in)) != EOF) {
		put_byte(out, c);
		e->size++;
	}
	fputs("\";\n", out);
	fclose(in);
}

static void put_table(FILE *out, const struct entry *entries, size_t n)
{
	fputs("const struct embedded_file embedded_files[] = {\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "\t{ \"%s\", file_%zu, %zu },\n", entries[i].name, i, entries[i].size);
	fputs("\t{ \"\", (const unsigned char *)\"\", 0 },\n};\n", out);
	fprintf(out, "const size_t embedded_count = %zu;\n", n);
}

int main(int argc, char **argv)
{
	struct entry *entries = calloc(MAX_FILES, sizeof(*entries));
	FILE *out;
	size_t n;

	if (argc != 3 || !entries)
		return 2;
	n = read_list(argv[1], entries);
	out = fopen(argv[2], "w");
	if (!out)
		die(argv[2]);
	fputs("/* Made by cmake/embed.c; do not edit. */\n#include \"base/embedded.h\"\n\n", out);
	for (size_t i = 0; i < n; i++)
		put_file(out, &entries[i], i);
	put_table(out, entries, n);
	free(entries);
	if (fclose(out))
		die(argv[2]);
	return 0;
}
