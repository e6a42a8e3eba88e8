// SPDX-License-Identifier: MIT
/*
 * A main() without an engine: runs the files given, and says what each oracle
 * found. Any C compiler builds it; the sanitizers are welcome, not needed.
 *
 *	replay [-q] [FILE...]      "-" is standard input
 *
 * Exit status: 0 nothing found, 1 findings, 2 usage, 3 the module did not load.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oracle.h"
#include "text.h"

static size_t read_file(const char *path, unsigned char *bytes, size_t max)
{
	FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
	size_t n;

	if (!f) {
		perror(path);
		exit(2);
	}
	n = fread(bytes, 1, max, f);
	if (f != stdin)
		fclose(f);
	return n;
}

static void print_nodes(const struct fuzz *f)
{
	char buf[2 * PAGE_BYTES];

	for (unsigned i = 0; i < f->n_nodes; i++) {
		const struct node *n = &f->nodes[i];
		struct text t = text_over(buf, sizeof(buf));

		if (n->own_len)
			text_add_c_short(&t, n->own, n->own_len);
		else
			text_addf(&t, "%ld", n->show_ret);
		printf("%s (%s, mode %04o): shows %s\n", n->attr->path, n->attr->kind,
		       n->attr->mode, buf);
	}
}

/* Raw, as C, and as a line for a shell. */
static void print_input(const struct fuzz *f, const char *path, const unsigned char *bytes,
			size_t n)
{
	const char *name = f->n_nodes ? f->nodes[0].attr->name : "ATTRIBUTE";
	char *buf = malloc(8 * MAX_INPUT);
	struct text t;

	if (!buf)
		return;
	t = text_over(buf, 8 * MAX_INPUT);
	text_add(&t, "  C      \"");
	text_add_c(&t, bytes, n);
	text_add(&t, "\"\n  shell  printf ");
	text_add_shell(&t, bytes, n);
	text_addf(&t, " > %s", name);
	printf("%s: %zu bytes\n%s\n", path, n, buf);
	free(buf);
}

static void print_answers(struct fuzz *f, const unsigned char *bytes, size_t n)
{
	size_t len = n < PAGE_BYTES ? n : PAGE_BYTES;
	struct call c;

	for (unsigned i = 0; i < f->n_nodes && len; i++) {
		if (!f->nodes[i].attr->has_store)
			continue;
		call_store(f, &f->nodes[i], bytes, len, &c);
		if (c.ended)
			printf("  %s: did not come back\n", f->nodes[i].attr->path);
		else
			printf("  %s: %ld (%s)\n", f->nodes[i].attr->path, c.ret,
			       is_accepted(&c) ? "accepted"
			       : c.ret < 0     ? "refused"
					       : "neither");
	}
}

static void print_oracles(const struct fuzz *f)
{
	printf("\n%-6s %10s %10s  %s\n", "rule", "judged", "violated", "by");
	for (unsigned i = 0; i < oracle_count; i++) {
		const struct oracle *o = &oracles[i];

		if (options_has(&f->options.off, o->rule))
			printf("%-6s %10s %10s  %s\n", o->rule, "off", "", o->checks);
		else if (o->at == AT_FAULT)
			printf("%-6s %10s %10lu  %s\n", o->rule, "always", f->violated[i],
			       o->checks);
		else
			printf("%-6s %10lu %10lu  %s\n", o->rule, f->judged[i], f->violated[i],
			       o->checks);
	}
}

int main(int argc, char **argv)
{
	static unsigned char bytes[MAX_INPUT];
	struct fuzz *f = &fuzz_world;
	bool quiet = argc > 1 && !strcmp(argv[1], "-q");
	int ret;

	f->is_replay = true;
	ret = fuzz_begin(f);
	if (ret) {
		fprintf(stderr, "the module did not load: %d\n", ret);
		return 3;
	}
	if (!quiet)
		print_nodes(f);
	for (int i = 1 + quiet; i < argc; i++) {
		size_t n = read_file(argv[i], bytes, sizeof(bytes));

		if (!quiet) {
			print_input(f, argv[i], bytes, n);
			print_answers(f, bytes, n);
		}
		fuzz_input(f, bytes, n);
	}
	fuzz_end(f);
	if (!quiet)
		print_oracles(f);
	return f->findings.n || f->elsewhere ? 1 : 0;
}
