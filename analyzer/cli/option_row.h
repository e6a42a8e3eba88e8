/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_OPTION_ROW_H
#define MIGVER_CLI_OPTION_ROW_H

#include "cli/options.h"

/** struct option_row - one option. */
struct option_row {
	const char *name;      /* without the dashes; NULL: only the letter */
	char letter;	       /* or 0 */
	const char *arg;       /* what the value is called; NULL: it takes none */
	unsigned int commands; /* enum command_bit */
	const char *help;
	void (*set)(struct options *o, const char *value);
};

extern const struct option_row option_table[];
extern const size_t option_count;

#endif
