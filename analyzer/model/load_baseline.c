// SPDX-License-Identifier: MIT
/* Baseline files; docs/baseline.md describes them. */
#include <string.h>

#include "model/fields.h"
#include "model/load.h"

#define N(array)	 (sizeof(array) / sizeof(*(array)))
#define FORMAT_VERSION	 1
#define FINGERPRINT_SIZE 32

static void read_version(struct reader *r, const struct ynode *value, void *slot)
{
	int version;

	(void)slot;
	read_int(r, value, &version);
	if (version != FORMAT_VERSION)
		reader_fail(r, value, "version %d of the format; this migver knows %d", version,
			    FORMAT_VERSION);
}

static void read_fingerprint(struct reader *r, const struct ynode *value, void *slot)
{
	read_text(r, value, slot);
	if (strlen(value->text) != FINGERPRINT_SIZE ||
	    strspn(value->text, "0123456789abcdef") != FINGERPRINT_SIZE)
		reader_fail(r, value, "not a fingerprint: %d hexadecimal digits", FINGERPRINT_SIZE);
}

static void read_entry(struct reader *r, const struct ynode *entry, void *baseline)
{
	static const struct field fields[] = {
		REQUIRED("fingerprint", read_fingerprint, struct baseline_entry, fingerprint),
		REQUIRED("rule", read_text, struct baseline_entry, rule),
		REQUIRED("file", read_text, struct baseline_entry, file),
		FIELD("function", read_text, struct baseline_entry, function),
		FIELD("message", read_text, struct baseline_entry, message),
		FIELD("reason", read_text, struct baseline_entry, reason),
	};
	struct baseline *b = baseline;
	struct baseline_entry *e = vec_push(r->arena, &b->entries);

	read_fields(r, entry, fields, N(fields), e);
	e->line = entry->line;
}

static void read_entries(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_entry, r->context);
}

void load_baseline(struct arena *a, struct baseline *b, const char *path, const char *text,
		   size_t n)
{
	static const struct field fields[] = {
		REQUIRED("version", read_version, struct baseline, path),
		REQUIRED("findings", read_entries, struct baseline, entries),
	};
	struct reader r = { .arena = a, .path = path, .context = b };

	b->path = path;
	read_fields(&r, reader_root(&r, text, n), fields, N(fields), b);
}

void load_baseline_file(struct arena *a, struct baseline *b, const char *path)
{
	struct strbuf text = load_file(a, path);

	load_baseline(a, b, path, text.s, text.n);
}
