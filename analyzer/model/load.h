/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_LOAD_H
#define MIGVER_MODEL_LOAD_H

#include "base/strbuf.h"
#include "core/attribute.h"
#include "core/baseline.h"
#include "core/catalogue.h"
#include "core/config.h"
#include "model/model.h"

/*
 * Readers of the YAML data. @text comes from the binary (base/embedded.h) or
 * from a user's file; @path is for messages. A mistake is fatal():
 * "path:line:column: reason", with a suggestion for an unknown key.
 */
void load_contract(struct arena *a, struct catalogue *c, const char *path, const char *text,
		   size_t n);
void load_catalogue(struct arena *a, struct catalogue *c, const char *path, const char *text,
		    size_t n);

/** load_rules_overlay - a --rules file: severities and switches of known rules. */
void load_rules_overlay(struct arena *a, struct catalogue *c, const char *path, const char *text,
			size_t n);

/** load_profile - attribute globs, severities, switches. */
void load_profile(struct arena *a, struct catalogue *c, const char *path, const char *text,
		  size_t n);
void load_attributes(struct arena *a, struct attr_kinds *k, const char *path, const char *text,
		     size_t n);
/** load_models - add the models of @text; a later one replaces an earlier one of the same name. */
void load_models(struct arena *a, struct models *m, const char *path, const char *text, size_t n);

/** load_baseline - the entries of a baseline, in the order of the file. */
void load_baseline(struct arena *a, struct baseline *b, const char *path, const char *text,
		   size_t n);
void load_baseline_file(struct arena *a, struct baseline *b, const char *path);

/**
 * load_config - a configuration; @c has path and dir, the rest is filled in
 *
 * load_config_rules - the severities it sets; checks the rules it names
 */
void load_config(struct arena *a, struct config *c, const char *text, size_t n);
void load_config_rules(struct arena *a, struct catalogue *c, const char *path, const char *text,
		       size_t n);

/** load_file - the text of @path; fatal() if it can't be read or is larger than YAML_MAX_BYTES. */
struct strbuf load_file(struct arena *a, const char *path);

/**
 * load_everything - the built-in data plus the user's overlays
 *
 * @profile is a name or a file, @rules and @models are lists of files; @config
 * is a configuration whose severities count between the two, or NULL.
 */
struct load_request {
	const char *profile;
	const char *config;
	char **rules;
	size_t nrules;
	char **models;
	size_t nmodels;
};

void load_everything(struct arena *a, const struct load_request *r, struct catalogue *c,
		     struct attr_kinds *k, struct models *m);

#endif
