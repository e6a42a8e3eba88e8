/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_JSON_VALUE_H
#define MIGVER_REPORT_JSON_VALUE_H

#include <jansson.h>

#include "core/diag.h"
#include "report/report.h"

/* What the formats made of JSON share. Running out of memory is fatal(). */

/** value_text - @s through report_escape(); NULL is null. */
json_t *value_text(struct arena *a, const char *s);

/** value_put, value_push - take the reference of @value. */
void value_put(json_t *object, const char *key, json_t *value);
void value_push(json_t *array, json_t *value);

/** value_print - append the text of @value, drop its reference; @flags are jansson's. */
void value_print(json_t *value, size_t flags, struct strbuf *out);

/* The objects of docs/json.md. */
json_t *value_tool(const struct run_report *r);
json_t *value_file(struct arena *a, const struct file_report *f);
json_t *value_attribute(struct arena *a, const struct attr_report *r);
json_t *value_finding(struct arena *a, const struct finding *f);
json_t *value_evidence(struct arena *a, const struct evidence *e);
json_t *value_fuzz(struct arena *a, const struct fuzz_facts *f);
json_t *value_suppressed(struct arena *a, const struct suppressed *s);

/** JSON_REPORT_VERSION - of these objects. */
#define JSON_REPORT_VERSION 1

#endif
