/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_CONFIG_H
#define MIGVER_CLI_CONFIG_H

#include "cli/options.h"

/**
 * config_apply - read the configuration and let it fill what the command line left open
 *
 * The file of --config, else the first .migver.yaml in the folder of the first
 * operand (or the current one) and those above it, up to the top of the git
 * work tree. fatal() for a file that is wrong.
 */
void config_apply(struct options *o);

/** config_command - what --dump-config and --verify-config do; returns the exit status. */
int config_command(struct options *o);

#endif
