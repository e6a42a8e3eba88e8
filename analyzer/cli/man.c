// SPDX-License-Identifier: MIT
/* migver(1), from the tables of commands and options and a few fixed sections. */
#include <string.h>

#include "cli/commands.h"
#include "cli/option_row.h"

/* Dashes stay dashes, and no line begins with a request. */
static void add_text(struct strbuf *out, const char *s)
{
	for (; *s; s++) {
		if ((*s == '.' || *s == '\'') && (!out->n || out->s[out->n - 1] == '\n'))
			strbuf_add(out, "\\&");
		if (*s == '-')
			strbuf_add(out, "\\-");
		else if (*s == '\\')
			strbuf_add(out, "\\e");
		else
			strbuf_addc(out, *s);
	}
}

static void add_command(struct strbuf *out, const struct command *c)
{
	strbuf_add(out, ".TP\n\\fBmigver ");
	add_text(out, c->name);
	strbuf_add(out, "\\fR ");
	add_text(out, c->usage);
	strbuf_addc(out, '\n');
	add_text(out, c->summary);
	strbuf_add(out, ".\n");
	if (!c->details)
		return;
	strbuf_add(out, ".IP\n");
	for (const char *line = c->details; *line;) {
		size_t n = strcspn(line, "\n");

		if (n)
			add_text(out, arena_strndup(out->arena, line, n));
		else
			strbuf_add(out, ".IP");
		strbuf_addc(out, '\n');
		line += n + (line[n] == '\n');
	}
}

static void add_option(struct strbuf *out, const struct option_row *r)
{
	const char *sep = "";

	strbuf_add(out, ".TP\n");
	if (r->letter)
		strbuf_addf(out, "\\fB\\-%c\\fR%s", r->letter, r->name ? ", " : "");
	if (r->name) {
		strbuf_add(out, "\\fB\\-\\-");
		add_text(out, r->name);
		strbuf_add(out, "\\fR");
	}
	if (r->arg) {
		strbuf_add(out, " \\fI");
		add_text(out, r->arg);
		strbuf_add(out, "\\fR");
	}
	strbuf_addc(out, '\n');
	add_text(out, r->help);
	if (r->commands == FOR_ALL) {
		strbuf_addc(out, '\n');
		return;
	}
	strbuf_add(out, ".\n(");
	for (const struct command *c = command_table; c->name; c++) {
		if (!(r->commands & c->bit))
			continue;
		strbuf_addf(out, "%s%s", sep, c->name);
		sep = ", ";
	}
	strbuf_add(out, ")\n");
}

static const char head[] =
	".TH MIGVER 1 \"\" \"migver " MIGVER_VERSION "\" \"User Commands\"\n"
	".SH NAME\nmigver \\- check the sysfs attribute migration_version of Linux vendor drivers\n"
	".SH SYNOPSIS\n";

static const char description[] =
	".SH DESCRIPTION\n"
	"A vendor driver's attribute \\fBmigration_version\\fR tells management software whether "
	"a\n"
	"virtual device may migrate between two hosts. \\fBmigver\\fR reads the driver's C files, "
	"follows\n"
	"every path through the attribute's handlers, and answers each rule of the contract with "
	"a\n"
	"verdict: \\fIproved\\fR, \\fIviolated\\fR with the path that breaks it, \\fIunproved\\fR "
	"with the\n"
	"reason, or \\fInot\\-applicable\\fR. Silence means proof; a file that could not be read\n"
	"completely never counts as clean.\n"
	".SH COMMANDS\n";

static const char tail[] =
	".SH EXIT STATUS\n"
	".TP\n0\nnothing at or above the level of \\fB\\-\\-fail\\-on\\fR\n"
	".TP\n1\nfindings\n"
	".TP\n2\na mistake in usage or configuration, a patch that does not apply, or a report "
	"that\n"
	"could not be written\n"
	".TP\n3\nno findings, but some file was incomplete or failed\n"
	".TP\n128+n\nended by signal n\n"
	".SH FILES\n"
	".TP\n\\fB.migver.yaml\\fR\nthe configuration, looked for from the first file upwards\n"
	".TP\n\\fBmigver\\-baseline.yaml\\fR\nthe baseline that \\fBmigver baseline\\fR makes by "
	"default\n"
	".SH ENVIRONMENT\n"
	".TP\n\\fBNO_COLOR\\fR\nno colors, unless \\fB\\-\\-color\\fR asks for them\n"
	".TP\n\\fBXDG_CACHE_HOME\\fR\nwhere caches lie (default: ~/.cache)\n"
	".TP\n\\fBCC\\fR, \\fBCROSS_COMPILE\\fR\nfor \\fBmigver check\\fR: the compiler's name, "
	"which "
	"tells the target\n"
	".SH EXAMPLES\n"
	".nf\nmigver lint drivers/foo/\n"
	"migver lint \\-\\-kernel /lib/modules/$(uname \\-r)/build foo.c\n"
	"migver lint \\-\\-output sarif=foo.sarif \\-\\-output html=foo.html drivers/foo/\n"
	"git format\\-patch \\-\\-stdout origin | migver lint \\-\\-patch \\-\n"
	"make C=2 CHECK=\"migver check\" M=$PWD modules\n"
	"migver explain store\\-return\n.fi\n"
	".SH SEE ALSO\n.BR sparse (1),\n.BR b4 (5),\n.BR clang (1)\n";

void generate_man(struct arena *a, struct strbuf *out)
{
	(void)a;
	strbuf_add(out, head);
	for (const struct command *c = command_table; c->name; c++) {
		strbuf_addf(out, "%s\\fBmigver %s\\fR ", c == command_table ? "" : ".br\n",
			    c->name);
		add_text(out, c->usage);
		strbuf_addc(out, '\n');
	}
	strbuf_add(out, description);
	for (const struct command *c = command_table; c->name; c++)
		add_command(out, c);
	strbuf_add(out, ".SH OPTIONS\nThe commands that know an option stand in parentheses.\n");
	for (size_t i = 0; i < option_count; i++)
		add_option(out, &option_table[i]);
	strbuf_add(out, tail);
}
