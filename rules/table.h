/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_RULES_TABLE_H
#define MIGVER_RULES_TABLE_H

#include "rules/rule.h"

/* The implemented rules, one row each, by id: RULE(id, file's name). */
#define RULE_TABLE(RULE)                                                                           \
	RULE(MV001, attr_rw)                                                                       \
	RULE(MV002, attr_registered)                                                               \
	RULE(MV003, attr_mode)                                                                     \
	RULE(MV004, attr_abi)                                                                      \
	RULE(MV005, attr_optional)                                                                 \
	RULE(MV006, attr_name)                                                                     \
	RULE(MV101, show_ascii)                                                                    \
	RULE(MV102, show_length)                                                                   \
	RULE(MV103, show_bounds)                                                                   \
	RULE(MV104, show_return)                                                                   \
	RULE(MV105, show_errno)                                                                    \
	RULE(MV106, show_line)                                                                     \
	RULE(MV107, show_stable)                                                                   \
	RULE(MV108, show_pure)                                                                     \
	RULE(MV109, show_reads)                                                                    \
	RULE(MV201, store_return)                                                                  \
	RULE(MV202, store_errno)                                                                   \
	RULE(MV203, store_rejects)                                                                 \
	RULE(MV204, store_accepts)                                                                 \
	RULE(MV205, store_bounds)                                                                  \
	RULE(MV206, store_newline)                                                                 \
	RULE(MV207, store_whole)                                                                   \
	RULE(MV208, store_const)                                                                   \
	RULE(MV209, store_pure)                                                                    \
	RULE(MV210, store_diagnoses)                                                               \
	RULE(MV211, log_safe)                                                                      \
	RULE(MV212, store_checked)                                                                 \
	RULE(MV213, error_kept)                                                                    \
	RULE(MV214, store_nul)                                                                     \
	RULE(MV215, store_range)                                                                   \
	RULE(MV216, store_atomic)                                                                  \
	RULE(MV301, pair_roundtrip)                                                                \
	RULE(MV302, pair_support)                                                                  \
	RULE(MV303, pair_nodes)                                                                    \
	RULE(MV401, balance)                                                                       \
	RULE(MV402, alloc_checked)                                                                 \
	RULE(MV403, pointer_valid)

#define DECLARE_RULE(id, name)                                                                     \
	void rule_##name(struct rule_output *out, const struct rule_input *in);
RULE_TABLE(DECLARE_RULE)
#undef DECLARE_RULE

#endif
