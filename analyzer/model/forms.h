/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_FORMS_H
#define MIGVER_MODEL_FORMS_H

#include "model/fields.h"
#include "model/model.h"

/*
 * The little sentences of a model file: sizes, return forms and effects
 * (rules/models/README.md describes them). All of them name parameters, so
 * reader.context is a struct params while they are read.
 */
struct params {
	const char **name;
	size_t n; /* named ones */
};

/** form_size - the size that says "no limit". */
struct model_size form_size(void);

/** form_ret - a return form with nothing filled in but @kind. */
struct model_ret form_ret(enum model_ret_kind kind);

void read_size(struct reader *r, const struct ynode *value, void *slot); /* struct model_size */
void read_ret(struct reader *r, const struct ynode *value, void *slot);	 /* struct model_ret */

/** read_effect - one entry of `effects` into a struct model_effect. */
void read_effect(struct reader *r, const struct ynode *entry, void *slot);

/** read_chars - the name of a set of characters; the slot is a struct charset. */
void read_chars(struct reader *r, const struct ynode *value, void *slot);

/** read_param - the name of a parameter; the slot is an int. */
void read_param(struct reader *r, const struct ynode *value, void *slot);

#endif
