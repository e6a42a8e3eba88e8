// SPDX-License-Identifier: MIT
/*
 * "migver generate": the man page and the completions of shells. All that is
 * said about commands and options comes from the tables that the parser reads,
 * so none of it can be out of date. The build runs it and installs the results.
 */
#include <stdio.h>
#include <string.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/option_row.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

struct generator {
	struct arena *arena;
	struct strbuf *out;
	const char *rules; /* ids and names of all rules, blanks between */
};

/* ---- what can stand for a value ---- */

static const struct value_words {
	const char *option; /* the name of the option */
	const char *words;  /* NULL: the formats; "": nothing known */
} value_words[] = {
	{ "format", NULL },
	{ "output", NULL },
	{ "fail-on", "error warning advice unproved" },
	{ "color", "auto always never" },
	{ "profile", "migration sysfs" },
	{ "dump", "parse lower cfg discover solve" },
	{ "cache", "auto" },
	{ "attr", "" },
	{ "jobs", "" },
	{ "since", "HEAD origin/HEAD" },
};

static const char *formats(struct arena *a, const char *behind)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < reporter_count; i++)
		strbuf_addf(&b, "%s%s%s", i ? " " : "", reporters[i].name, behind);
	return b.s;
}

static bool is_path(const struct option_row *r)
{
	return strcmp(r->arg, "FILE") == 0 || strcmp(r->arg, "DIR") == 0 ||
	       strcmp(r->arg, "PATH") == 0 || strcmp(r->arg, "REPORT") == 0 ||
	       strcmp(r->arg, "PROGRAM") == 0;
}

/* The words for the value of @r; NULL: a path. */
static const char *words_for(struct generator *g, const struct option_row *r)
{
	for (size_t i = 0; r->name && i < LENGTH(value_words); i++) {
		const struct value_words *v = &value_words[i];

		if (strcmp(v->option, r->name) != 0)
			continue;
		return v->words ? v->words
				: formats(g->arena, strcmp(r->name, "output") == 0 ? "=" : "");
	}
	return is_path(r) ? NULL : "";
}

/* "--baseline", "-p", with @sep between them where there are both. */
static const char *spellings(struct arena *a, const struct option_row *r, const char *sep)
{
	if (!r->letter)
		return arena_printf(a, "--%s", r->name);
	if (!r->name)
		return arena_printf(a, "-%c", r->letter);
	return arena_printf(a, "-%c%s--%s", r->letter, sep, r->name);
}

static const char *options_of(struct generator *g, unsigned int bit)
{
	struct strbuf b;

	strbuf_init(&b, g->arena);
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].commands & bit)
			strbuf_addf(&b, "%s%s", b.n ? " " : "",
				    spellings(g->arena, &option_table[i], " "));
	return b.s;
}

static const char *command_names(struct generator *g, const char *sep)
{
	struct strbuf b;

	strbuf_init(&b, g->arena);
	for (const struct command *c = command_table; c->name; c++)
		strbuf_addf(&b, "%s%s", b.n ? sep : "", c->name);
	return b.s;
}

/* What operands of a command are, if they aren't files. */
static const char *operand_words(struct generator *g, const struct command *c)
{
	static const struct {
		unsigned int bit;
		const char *words;
	} rows[] = {
		{ FOR_BASELINE, "create update prune" },
		{ FOR_MODELS, "check" },
		{ FOR_GENERATE, "man bash zsh fish" },
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (rows[i].bit == c->bit)
			return rows[i].words;
	return c->bit == FOR_EXPLAIN ? g->rules : "";
}

/* ---- bash ---- */

static void bash(struct generator *g)
{
	strbuf_addf(g->out,
		    "# bash completion of migver, made by 'migver generate bash'\n"
		    "_migver()\n{\n"
		    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
		    "\tlocal command= options= words= i\n"
		    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
		    "\t\tcase ${COMP_WORDS[i]} in\n"
		    "\t\t%s) command=${COMP_WORDS[i]}; break ;;\n\t\tesac\n\tdone\n"
		    "\tCOMPREPLY=()\n\tcase $prev in\n",
		    command_names(g, "|"));
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *r = &option_table[i];
		const char *words = r->arg ? words_for(g, r) : NULL;

		if (!r->arg)
			continue;
		strbuf_addf(g->out, "\t%s)", spellings(g->arena, r, "|"));
		if (words)
			strbuf_addf(g->out, " COMPREPLY=($(compgen -W \"%s\" -- \"$cur\"));",
				    words);
		strbuf_add(g->out, " return ;;\n");
	}
	strbuf_add(g->out, "\tesac\n\tcase $command in\n");
	for (const struct command *c = command_table; c->name; c++)
		strbuf_addf(g->out, "\t%s) options=\"%s\" words=\"%s\" ;;\n", c->name,
			    options_of(g, c->bit), operand_words(g, c));
	strbuf_addf(g->out,
		    "\t*) options=\"--help --version\" words=\"%s\" ;;\n\tesac\n"
		    "\t[[ $cur == -* ]] && words=$options\n"
		    "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
		    "}\ncomplete -o default -F _migver migver\n",
		    command_names(g, " "));
}

/* ---- zsh ---- */

static void zsh(struct generator *g)
{
	strbuf_addf(g->out,
		    "#compdef migver\n# made by 'migver generate zsh'\n"
		    "local command=\ninteger i\n"
		    "for ((i = 2; i < CURRENT; i++)); do\n\tcase $words[i] in\n"
		    "\t(%s) command=$words[i]; break ;;\n\tesac\ndone\n"
		    "case $words[CURRENT-1] in\n",
		    command_names(g, "|"));
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *r = &option_table[i];
		const char *words = r->arg ? words_for(g, r) : NULL;

		if (r->arg && words)
			strbuf_addf(g->out, "(%s) compadd -- %s; return ;;\n",
				    spellings(g->arena, r, "|"), words);
		else if (r->arg)
			strbuf_addf(g->out, "(%s) _files; return ;;\n",
				    spellings(g->arena, r, "|"));
	}
	strbuf_add(g->out, "esac\ncase $command in\n");
	for (const struct command *c = command_table; c->name; c++) {
		const char *words = operand_words(g, c);

		strbuf_addf(g->out, "(%s)\n\tif [[ $PREFIX == -* ]]; then compadd -- %s\n", c->name,
			    options_of(g, c->bit));
		if (words[0])
			strbuf_addf(g->out, "\telse compadd -- %s; _files\n\tfi ;;\n", words);
		else
			strbuf_add(g->out, "\telse _files\n\tfi ;;\n");
	}
	strbuf_addf(g->out, "(*) compadd -- %s --help --version ;;\nesac\n", command_names(g, " "));
}

/* ---- fish ---- */

/* @text up to its first line's end, fit for single quotes. */
static const char *fish_text(struct arena *a, const char *text)
{
	size_t n = strcspn(text, "\n");
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\'' || text[i] == '\\')
			strbuf_addc(&b, '\\');
		strbuf_addc(&b, text[i]);
	}
	return b.s;
}

static void fish_option(struct generator *g, const struct option_row *r)
{
	strbuf_add(g->out, "complete -c migver -n '__fish_seen_subcommand_from");
	for (const struct command *c = command_table; c->name; c++)
		if (r->commands & c->bit)
			strbuf_addf(g->out, " %s", c->name);
	strbuf_addc(g->out, '\'');
	if (r->letter)
		strbuf_addf(g->out, " -s %c", r->letter);
	if (r->name)
		strbuf_addf(g->out, " -l %s", r->name);
	if (r->arg && words_for(g, r))
		strbuf_addf(g->out, " -x -a '%s'", words_for(g, r));
	else if (r->arg)
		strbuf_add(g->out, " -r -F");
	strbuf_addf(g->out, " -d '%s'\n", fish_text(g->arena, r->help));
}

static void fish(struct generator *g)
{
	strbuf_add(g->out, "# fish completion of migver, made by 'migver generate fish'\n");
	for (const struct command *c = command_table; c->name; c++) {
		const char *words = operand_words(g, c);

		strbuf_addf(g->out,
			    "complete -c migver -n __fish_use_subcommand -f -a %s -d '%s'\n",
			    c->name, fish_text(g->arena, c->summary));
		if (words[0])
			strbuf_addf(
				g->out,
				"complete -c migver -n '__fish_seen_subcommand_from %s' -a '%s'\n",
				c->name, words);
	}
	for (size_t i = 0; i < option_count; i++)
		fish_option(g, &option_table[i]);
}

/* ---- the command ---- */

static void man(struct generator *g)
{
	generate_man(g->arena, g->out);
}

static const struct product {
	const char *name;
	void (*make)(struct generator *g);
} products[] = {
	{ "man", man },
	{ "bash", bash },
	{ "zsh", zsh },
	{ "fish", fish },
};

static const char *rule_words(struct options *o)
{
	struct load_request request = { 0 };
	struct catalogue c = { 0 };
	struct attr_kinds kinds = { 0 };
	struct models models = { .by_name = map_new(o->arena) };
	struct strbuf b;

	strbuf_init(&b, o->arena);
	load_everything(o->arena, &request, &c, &kinds, &models);
	vec_for_each_ptr(const struct rule_info, r, &c.rules)
		strbuf_addf(&b, "%s%s %s", b.n ? " " : "", r->id, r->name);
	return b.s;
}

int command_generate(struct options *o)
{
	const char *words[LENGTH(products)], *word = o->operands.n == 1 ? o->operands.v[0] : "";
	struct strbuf out;
	struct generator g = { o->arena, &out, rule_words(o) };

	strbuf_init(&out, o->arena);
	for (size_t i = 0; i < LENGTH(products); i++) {
		words[i] = products[i].name;
		if (strcmp(word, words[i]) != 0)
			continue;
		products[i].make(&g);
		fwrite(out.s, 1, out.n, stdout);
		return EXIT_OK;
	}
	word = closest(word, words, LENGTH(products));
	fatal("generate: what? %s%s", word ? "Did you mean " : "man, bash, zsh or fish",
	      word ? word : "");
}
