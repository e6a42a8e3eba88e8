// SPDX-License-Identifier: MIT
/* Reading a command line by the tables of commands and options. */
#include <string.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "cli/option_row.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *shown(struct options *o, const char *s)
{
	struct strbuf b;

	strbuf_init(&b, o->arena);
	strbuf_add_escaped(&b, s, strlen(s), true);
	return b.s;
}

/** struct args - the arguments not yet read. */
struct args {
	char **v;
	int n;
};

static void add_string(struct options *o, string_list *list, const char *value)
{
	*vec_push(o->arena, list) = arena_strdup(o->arena, value);
}

static const char *next_arg(struct args *args)
{
	if (!args->n)
		return NULL;
	args->n--;
	return *args->v++;
}

static void check_command(struct options *o, const struct option_row *row, const char *spelled)
{
	if (o->command && !(row->commands & o->command->bit))
		fatal("migver %s has no option %s", o->command->name, spelled);
}

static _Noreturn void fail_option(struct options *o, const char *spelled)
{
	const char **words = arena_array(o->arena, option_count, sizeof(*words)), *meant;
	char *name = arena_strdup(o->arena, spelled + strspn(spelled, "-"));
	size_t n = 0;

	name[strcspn(name, "=")] = '\0';
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].name)
			words[n++] = option_table[i].name;
	meant = closest(name, words, n);
	if (meant)
		fatal("unknown option '%s'; did you mean '--%s'?", shown(o, spelled), meant);
	fatal("unknown option '%s'; see 'migver %s%s--help', and put compiler arguments after --",
	      shown(o, spelled), o->command ? o->command->name : "", o->command ? " " : "");
}

static const char *need_value(const char *value, const char *spelled, const struct option_row *row)
{
	if (!value)
		fatal("option %s needs a value: %s", spelled, row->arg);
	return value;
}

static void take_long(struct options *o, const char *word, struct args *rest)
{
	size_t n = strcspn(word + 2, "=");
	const char *value = word[2 + n] ? word + 2 + n + 1 : NULL;
	const char *spelled = arena_strndup(o->arena, word, n + 2);

	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];

		if (!row->name || strcmp(row->name, spelled + 2) != 0)
			continue;
		check_command(o, row, spelled);
		if (value && !row->arg)
			fatal("option %s takes no value", spelled);
		if (row->arg && !value)
			value = need_value(next_arg(rest), spelled, row);
		row->set(o, value);
		return;
	}
	fail_option(o, word);
}

static const struct option_row *row_of_letter(char letter)
{
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].letter == letter)
			return &option_table[i];
	return NULL;
}

/* -q, -qv, -j4, -j 4; "-kernel" is not seven letters but a slip. */
static void take_letters(struct options *o, const char *word, struct args *rest)
{
	for (const char *p = word + 1; *p; p++) {
		const struct option_row *row = row_of_letter(*p);
		char spelled[] = { '-', *p, '\0' };

		if (!row)
			fail_option(o, word);
		check_command(o, row, spelled);
		if (!row->arg) {
			row->set(o, NULL);
			continue;
		}
		row->set(o, p[1] ? p + 1 : need_value(next_arg(rest), spelled, row));
		return;
	}
}

static _Noreturn void fail_command(struct options *o, const char *word)
{
	const char *words[16], *meant, *dot = strrchr(word, '.');
	size_t n = 0;

	if (strchr(word, '/') || (dot && strcmp(dot, ".c") == 0))
		fatal("unknown command '%s'; did you mean 'migver lint %s'?", shown(o, word),
		      shown(o, word));
	for (const struct command *c = command_table; c->name && n < LENGTH(words); c++)
		words[n++] = c->name;
	meant = closest(word, words, n);
	if (meant)
		fatal("unknown command '%s'; did you mean '%s'?", shown(o, word), meant);
	fatal("unknown command '%s'; see 'migver --help'", shown(o, word));
}

static void take_operand(struct options *o, const char *word)
{
	if (o->command) {
		add_string(o, &o->operands, word);
		return;
	}
	for (const struct command *c = command_table; c->name; c++)
		if (strcmp(c->name, word) == 0)
			o->command = c;
	if (!o->command)
		fail_command(o, word);
}

/* A user of lint may expect fuzz to take compiler arguments there, too. */
static void check_engine_arg(struct options *o, const char *word)
{
	static const char *const compiler[] = { "-D", "-I", "-U", "-include", "-isystem", "-std=" };

	for (size_t i = 0; i < LENGTH(compiler); i++)
		if (strncmp(word, compiler[i], strlen(compiler[i])) == 0)
			fatal("'%s': after -- come arguments of the engine; use --cc-arg=%s",
			      shown(o, word), shown(o, word));
}

static void take_more_args(struct options *o, struct args *rest)
{
	const char *word;

	if (!o->command || !(o->command->bit & (FOR_ANALYSIS | FOR_RUN)))
		fatal("'--' belongs to 'migver lint' and 'migver fuzz'");
	while ((word = next_arg(rest))) {
		if (o->command->bit & FOR_ANALYSIS) {
			add_string(o, &o->clang_args, word);
			continue;
		}
		check_engine_arg(o, word);
		add_string(o, &o->fuzz.engine_args, word);
	}
}

/* "migver check": own options come first, everything else is sparse's or the compiler's. */
static bool take_check_arg(struct options *o, const char *word, struct args *rest)
{
	size_t n = strcspn(word, "=");

	if (!o->command || o->command->bit != FOR_CHECK)
		return false;
	for (size_t i = 0; strncmp(word, "--", 2) == 0 && i < option_count; i++)
		if (option_table[i].name && (option_table[i].commands & FOR_CHECK) &&
		    strlen(option_table[i].name) == n - 2 &&
		    strncmp(option_table[i].name, word + 2, n - 2) == 0)
			return false;
	do
		add_string(o, &o->clang_args, word);
	while ((word = next_arg(rest)));
	return true;
}

void options_parse(struct arena *a, int argc, char **argv, struct options *o)
{
	struct args rest = { argv + 1, argc > 0 ? argc - 1 : 0 };
	const char *word;

	*o = (struct options){ .arena = a, .fail_on = SEV_WARNING, .format = &reporters[0] };
	while ((word = next_arg(&rest))) {
		if (take_check_arg(o, word, &rest))
			break;
		if (strcmp(word, "--") == 0)
			take_more_args(o, &rest);
		else if (strncmp(word, "--", 2) == 0)
			take_long(o, word, &rest);
		else if (word[0] == '-' && word[1])
			take_letters(o, word, &rest);
		else
			take_operand(o, word);
	}
	if (!o->command && !o->help && !o->version)
		fatal("what is to be done? Try 'migver lint DRIVER.c' or 'migver --help'");
}
