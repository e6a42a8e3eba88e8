// SPDX-License-Identifier: MIT
/* Checkstyle's XML, which many editors and review bots read. */
#include <string.h>

#include "report/place.h"
#include "report/report.h"
#include "report/xml.h"

static const char *const level[] = {
	[SEV_OFF] = "ignore",
	[SEV_ADVICE] = "info",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

void report_checkstyle(const struct run_report *r, const struct report_options *o,
		       struct strbuf *out)
{
	const char *file = NULL;
	struct places places;

	(void)o;
	places_init(&places, r);
	strbuf_add(out,
		   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
	vec_for_each_ptr(const struct finding, f, &r->findings) {
		struct loc loc = report_loc(r, f);
		const char *path = place_path(&places, loc.path);

		if (!file || strcmp(path, file) != 0) {
			strbuf_add(out, file ? "  </file>\n  <file" : "  <file");
			xml_attribute(out, "name", path);
			strbuf_add(out, ">\n");
			file = path;
		}
		strbuf_add(out, "    <error");
		xml_number(out, "line", loc.line);
		xml_number(out, "column", loc.col);
		xml_attribute(out, "severity", level[f->severity]);
		xml_attribute(out, "message", f->message);
		xml_attribute(out, "source",
			      arena_printf(r->arena, "migver.%s.%s", f->rule->id, f->rule->name));
		strbuf_add(out, "/>\n");
	}
	strbuf_add(out, file ? "  </file>\n</checkstyle>\n" : "</checkstyle>\n");
}
