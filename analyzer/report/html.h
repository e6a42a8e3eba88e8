/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_HTML_H
#define MIGVER_REPORT_HTML_H

#include "report/place.h"
#include "report/report.h"

/* The parts of the page that html.c puts together. */
struct page {
	const struct run_report *report;
	struct strbuf *out;
	struct arena *arena;
	struct sources *sources;
	struct places places;
};

/** page_text - append @s as text; NULL is nothing. */
void page_text(struct page *p, const char *s);

/** page_excerpts - the source around @f, each step of its path numbered where it happens. */
void page_excerpts(struct page *p, const struct finding *f, size_t id);

#endif
