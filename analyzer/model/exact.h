/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_MODEL_EXACT_H
#define MIGVER_MODEL_EXACT_H

/*
 * Kernel functions that absint/concrete*.c can compute when all they read is
 * constant. A row is the word that a model names in its key "exact"; the
 * arguments are in the order of the kernel function that the row is called by.
 */
#define MODEL_EXACTS(X)                                                                            \
	X(test_bit)                                                                                \
	X(set_bit)                                                                                 \
	X(find_first_bit)                                                                          \
	X(find_next_bit)                                                                           \
	X(find_last_bit)                                                                           \
	X(bitmap_weight)                                                                           \
	X(hweight)                                                                                 \
	X(fls)                                                                                     \
	X(ffs)                                                                                     \
	X(__fls)                                                                                   \
	X(__ffs)                                                                                   \
	X(bitmap_print_to_pagebuf)                                                                 \
	X(strlen)                                                                                  \
	X(strnlen)                                                                                 \
	X(strspn)                                                                                  \
	X(strcspn)                                                                                 \
	X(strcmp)                                                                                  \
	X(strncmp)                                                                                 \
	X(memcmp)                                                                                  \
	X(strcasecmp)                                                                              \
	X(strncasecmp)                                                                             \
	X(sysfs_streq)                                                                             \
	X(parse_option_str)                                                                        \
	X(match_string)                                                                            \
	X(sysfs_match_string)                                                                      \
	X(strchr)                                                                                  \
	X(strrchr)                                                                                 \
	X(strnchr)                                                                                 \
	X(strchrnul)                                                                               \
	X(strstr)                                                                                  \
	X(strnstr)                                                                                 \
	X(strpbrk)                                                                                 \
	X(memchr)                                                                                  \
	X(memchr_inv)                                                                              \
	X(strsep)                                                                                  \
	X(skip_spaces)                                                                             \
	X(strim)                                                                                   \
	X(strreplace)                                                                              \
	X(strcpy)                                                                                  \
	X(stpcpy)                                                                                  \
	X(strncpy)                                                                                 \
	X(strlcpy)                                                                                 \
	X(strscpy)                                                                                 \
	X(strcat)                                                                                  \
	X(strncat)                                                                                 \
	X(strlcat)                                                                                 \
	X(memcpy)                                                                                  \
	X(memset)                                                                                  \
	X(kstrdup)                                                                                 \
	X(devm_kstrdup)                                                                            \
	X(kstrndup)                                                                                \
	X(kmemdup)                                                                                 \
	X(devm_kmemdup)                                                                            \
	X(kmemdup_nul)                                                                             \
	X(kstrto)                                                                                  \
	X(kstrtobool)                                                                              \
	X(simple_strto)                                                                            \
	X(memparse)                                                                                \
	X(hex_byte_pack)                                                                           \
	X(hex_to_bin)                                                                              \
	X(hex2bin)                                                                                 \
	X(bin2hex)                                                                                 \
	X(uuid_equal)                                                                              \
	X(uuid_is_null)                                                                            \
	X(uuid_parse)                                                                              \
	X(sscanf)                                                                                  \
	X(sprintf)                                                                                 \
	X(snprintf)                                                                                \
	X(scnprintf)                                                                               \
	X(sysfs_emit)                                                                              \
	X(sysfs_emit_at)                                                                           \
	X(kasprintf)                                                                               \
	X(devm_kasprintf)                                                                          \
	X(match_token)                                                                             \
	X(match_number)                                                                            \
	X(match_strdup)                                                                            \
	X(match_strlcpy)

enum model_exact {
	EXACT_NONE,
#define X(name) EXACT_##name,
	MODEL_EXACTS(X)
#undef X
		EXACT_NR,
};

#endif
