// SPDX-License-Identifier: MIT
/* "migver lint": run the pipeline, hand its report out, choose the exit status. */
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/files.h"
#include "cli/finish.h"
#include "cli/review.h"

int command_lint(struct options *o)
{
	struct pipeline p = { .arena = o->arena, .options = o };

	config_apply(o);
	if (o->dump_config || o->verify_config)
		return config_command(o);
	if (o->patch || o->since) {
		review_run(&p);
	} else {
		files_expand(o, &p.files);
		pipeline_run(&p);
	}
	finish_reports(&p);
	return finish_status(&p);
}
