/* SPDX-License-Identifier: MIT */
/*
 * Options of the target, from the environment variable MIGVER_FUZZ_OPTS: words
 * key=value, separated by ';', or "@FILE", a file that holds them. The table in
 * options.c says what there is.
 */
#ifndef FUZZ_OPTIONS_H
#define FUZZ_OPTIONS_H

#include <stdbool.h>

struct options_list {
	unsigned n;
	const char **item;
};

struct options {
	struct options_list attrs;    /* globs over names of attributes, or over paths with a '/' */
	struct options_list off;      /* ids of rules that are not judged */
	struct options_list by_lint;  /* ids of rules that lint finds violated */
	struct options_list expected; /* name@file:line of attributes that should appear */
	unsigned minimise;	/* re-runs spent on making one finding's input small; 0: none */
	unsigned alloc_period;	/* allocations fail in one of so many inputs; 0: never */
	unsigned thorough;	/* 1: every oracle judges every input, as in a replay */
	unsigned single;	/* 1: one store for an input and nothing else, to measure */
	unsigned abort_on;	/* 1: a finding aborts, for engines that collect crashes */
	const char *dictionary; /* a file of words, or NULL */
	const char *dir;	/* MIGVER_FUZZ_DIR: the run's folder, or NULL */
	char *text;		/* what the pointers point into */
};

/** fuzz_default_options - what an exported target has with it; not there in others. */
extern const char *const fuzz_default_options __attribute__((weak));

/**
 * options_read - defaults, then @text (may be NULL). Returns NULL, or the word
 * that is not understood, or why the file of "@FILE" was not read.
 */
const char *options_read(struct options *o, const char *text);

/** options_free - what options_read() allocated, the word that it returned, too. */
void options_free(struct options *o);

/** options_has - is @word in @list? */
bool options_has(const struct options_list *list, const char *word);

/** options_selects - does the attribute @name at @path match a glob? */
bool options_selects(const struct options *o, const char *name, const char *path);

#endif
