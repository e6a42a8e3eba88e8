/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_EMBEDDED_H
#define MIGVER_BASE_EMBEDDED_H

#include <stddef.h>

/**
 * struct embedded_file - a file of the source tree that the binary carries
 *
 * The bundled kernel API headers ("include/linux/kernel.h"), everything under
 * rules/ that is YAML ("rules/catalogue.yaml", "rules/models/..."), and what a
 * fuzz target is built from: harness ("fuzz/..."), runtime ("fuzz/krt/..."),
 * version strings ("strings/...").
 */
struct embedded_file {
	const char *path;
	const unsigned char *bytes; /* followed by a NUL that @size does not count */
	size_t size;
};

extern const struct embedded_file embedded_files[]; /* by path */
extern const size_t embedded_count;

/** embedded_find - the file called @path, or NULL. */
const struct embedded_file *embedded_find(const char *path);

#endif
