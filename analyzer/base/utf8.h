/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_UTF8_H
#define MIGVER_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/**
 * utf8_decode - the length of the well-formed UTF-8 sequence at @s, of at most @n bytes
 *
 * 0 if there is none (Unicode, table 3-7): overlong forms, surrogates and what
 * is cut short are none. *@code is the character then.
 */
size_t utf8_decode(const char *s, size_t n, uint32_t *code);

#endif
