/* SPDX-License-Identifier: MIT */
/*
 * One row a mutation: its name and how often it is taken, relative to the
 * others. The function mutate_NAME(struct edit *) returns false if the string
 * has nothing of the kind. Included by the files that declare and list them.
 */
#ifndef ROW
#define ROW(name, weight)
#endif
ROW(number_step, 6)	/* a number one up or down */
ROW(number_boundary, 4) /* a number at the edge of a width */
ROW(number_wrap, 3)	/* a number that is the same in a narrower type */
ROW(number_wrap_hex, 2) /* in hexadecimal */
ROW(number_zeros, 3)	/* leading zeros come or go */
ROW(number_sign, 2)
ROW(number_base, 3)   /* written in another base */
ROW(number_random, 3) /* another number of as many digits */
ROW(number_grow, 3)   /* more digits than any width holds */
ROW(word_case, 3)
ROW(letter_step, 3)  /* a letter one up or down: revisions have letters, too */
ROW(word_replace, 5) /* a field by a word of the dictionary */
ROW(word_insert, 4)
ROW(whole_replace, 4) /* the string by a word of the dictionary */
ROW(field_swap, 3)
ROW(field_repeat, 3)
ROW(field_drop, 3)
ROW(separator_change, 3)
ROW(separator_double, 2)
ROW(truncate, 4)
ROW(extend, 3)	     /* the last byte again, a few times */
ROW(extend_word, 3)  /* something more behind it */
ROW(repeat, 2)	     /* the string twice */
ROW(length_array, 4) /* as long as arrays are, or one off */
ROW(length_page, 2)  /* about as long as a page */
ROW(newline_end, 4)  /* a newline at the end comes or goes */
ROW(newline_crlf, 2)
ROW(newline_inside, 2)
ROW(blank_edge, 3) /* blanks before or behind */
ROW(blank_inside, 2)
ROW(nul_end, 2) /* a NUL and something behind it */
ROW(nul_inside, 2)
ROW(utf8, 2)
ROW(latin1, 2)
ROW(control, 2)
ROW(format, 3) /* what a careless printf() would take */
ROW(byte_flip, 3)
ROW(byte_random, 3)
ROW(byte_insert, 3)
ROW(byte_drop, 3)
ROW(byte_swap, 2)
