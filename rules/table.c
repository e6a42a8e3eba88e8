// SPDX-License-Identifier: MIT
#include "rules/table.h"

#define ROW(id, name) { #id, rule_##name },

const struct rule rule_table[] = { RULE_TABLE(ROW) };
const size_t rule_count = sizeof(rule_table) / sizeof(*rule_table);
