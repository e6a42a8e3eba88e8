/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_REPORT_SCHEMA_H
#define MIGVER_TESTS_REPORT_SCHEMA_H

#include <jansson.h>

/**
 * schema_check - whether @value is as @schema, a JSON schema, says
 *
 * Knows what docs/lint-report.schema.json uses: type, const, enum, pattern
 * (POSIX extended), minimum, required, properties, additionalProperties:
 * false, items, $ref within @schema. Any other keyword is a mistake, too, so
 * that the schema can't say what nobody checks. Complaints go to @out; returns
 * their number.
 */
int schema_check(json_t *schema, json_t *value, FILE *out);

#endif
