// SPDX-License-Identifier: MIT
/* migver-schema SCHEMA REPORT: exit status 0 if the report keeps the schema. */
#include <stdio.h>

#include "tests/report/schema.h"

static json_t *load(const char *path)
{
	json_error_t error;
	json_t *value = json_load_file(path, JSON_REJECT_DUPLICATES, &error);

	if (!value)
		fprintf(stderr, "%s:%d:%d: %s\n", path, error.line, error.column, error.text);
	return value;
}

int main(int argc, char **argv)
{
	json_t *schema, *report;
	int complaints;

	if (argc != 3) {
		fputs("usage: migver-schema SCHEMA REPORT\n", stderr);
		return 2;
	}
	schema = load(argv[1]);
	report = load(argv[2]);
	complaints = schema && report ? schema_check(schema, report, stderr) : 1;
	json_decref(schema);
	json_decref(report);
	return complaints ? 1 : 0;
}
