// SPDX-License-Identifier: MIT
/* --help, made from the tables of commands and options. */
#include <string.h>

#include "cli/option_row.h"

#define HELP_COLUMN 24

static void help_row(const struct option_row *row, struct strbuf *out)
{
	size_t start = out->n;
	const char *text = row->help;

	strbuf_add(out, "  ");
	if (row->letter)
		strbuf_addf(out, "-%c%s", row->letter, row->name ? ", " : "");
	if (row->name)
		strbuf_addf(out, "--%s", row->name);
	if (row->arg)
		strbuf_addf(out, " %s", row->arg);
	for (;;) {
		size_t n = strcspn(text, "\n");

		do
			strbuf_addc(out, ' ');
		while (out->n - start < HELP_COLUMN);
		strbuf_add_bytes(out, text, n);
		strbuf_addc(out, '\n');
		if (!text[n])
			return;
		text += n + 1;
		start = out->n;
	}
}

static void help_program(struct strbuf *out)
{
	strbuf_add(out,
		   "migver checks the sysfs attribute migration_version of Linux vendor drivers.\n"
		   "\nUsage:\n");
	for (const struct command *c = command_table; c->name; c++)
		strbuf_addf(out, "  migver %s %s\n", c->name, c->usage);
	strbuf_add(out, "  migver --version | --help\n\nCommands:\n");
	for (const struct command *c = command_table; c->name; c++)
		strbuf_addf(out, "  %-9s %s\n", c->name, c->summary);
	strbuf_add(out, "\n'migver COMMAND --help' lists the options of a command.\n");
}

void options_help(const struct options *o, struct strbuf *out)
{
	const struct command *c = o->command;

	if (!c) {
		help_program(out);
		return;
	}
	strbuf_addf(out, "Usage: migver %s %s\n\n%s.\n\nOptions:\n", c->name, c->usage, c->summary);
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].commands & c->bit)
			help_row(&option_table[i], out);
	if (c->details)
		strbuf_addf(out, "\n%s", c->details);
}
