// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "cli/finish.h"

void finish_complain(const struct pipeline *p)
{
	struct strbuf out;

	strbuf_init(&out, p->arena);
	report_complaints(&p->report, p->options->verbose, &out);
	fflush(stdout);
	fwrite(out.s, 1, out.n, stderr);
}

bool finish_is_complete(const struct pipeline *p)
{
	vec_for_each_ptr(const struct file_report, f, &p->report.files)
		if (f->status == FILE_INCOMPLETE || f->status == FILE_FAILED)
			return false;
	return true;
}
