/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_COMMANDS_H
#define MIGVER_CLI_COMMANDS_H

#include "cli/options.h"

/* One function per command; each returns the exit status (base/fatal.h). */
int command_lint(struct options *o);
int command_check(struct options *o);
int command_generate(struct options *o);
int command_baseline(struct options *o);
int command_models(struct options *o);
int command_explain(struct options *o);
int command_rules(struct options *o);
int command_fuzz(struct options *o);
int command_replay(struct options *o);

/* man.c: the text of migver(1). */
void generate_man(struct arena *a, struct strbuf *out);

#endif
