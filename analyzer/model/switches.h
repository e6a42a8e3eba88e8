/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_SWITCHES_H
#define MIGVER_MODEL_SWITCHES_H

#include "core/catalogue.h"
#include "model/fields.h"

/* Severities as profiles, --rules files and configurations set them; r->context: the catalogue. */

/** switches_read - a mapping from rules (or "*") to severities. */
void switches_read(struct reader *r, const struct ynode *value, void *slot);

/** switches_rule - the rule that the scalar @key names; fatal() if there is none. */
struct rule_info *switches_rule(struct reader *r, const struct ynode *key);

#endif
