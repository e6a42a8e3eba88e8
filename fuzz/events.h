/* SPDX-License-Identifier: MIT */
/*
 * What the target tells its supervisor: JSON lines, appended to
 * $MIGVER_FUZZ_DIR/events.jsonl, one write(2) each.
 *
 *	{"event":"start", "load":0 or -errno, "notes":[...], "attributes":
 *	 [{"path","name","kind","node","mode","show","store","driven"}]}
 *	{"event":"finding", "rule", "mild", "function", "file", "line", "attribute", "message",
 *	 "input":"<hex>", "writes":[{"hex","ret"}], "details", "key", "inputs",
 *	 "cpu_ms": the processor time that the target had used}
 *	{"event":"off", "rule", "attribute", "reason"}
 *	{"event":"note", "message", "attribute", "input"}   remarkable, but no rule's business
 *	{"event":"status", "inputs", "stores", "accepted", "findings",
 *	 "first": the input that was accepted first, or 0, "cpu_ms": processor time so far,
 *	 "bare_ps": picoseconds that a bare comparison takes (speed.h), "stubs":{name: calls}}
 *	{"event":"end", as status, and
 *	 "attributes":[{"path","shows","stores","accepted","refused"}]}
 *
 * "mild" is the rule's lesser form, with the severity that the catalogue gives
 * it. "input" makes the target find it again; "writes" are the writes that a
 * user can repeat. A status comes every half second.
 *
 * $MIGVER_FUZZ_DIR/current is the input that is run: its length, eight bytes,
 * the lowest first, and its bytes. $MIGVER_FUZZ_DIR/phase is a line, "show" or
 * "store", or empty: the handler that is running.
 *
 * Without MIGVER_FUZZ_DIR findings are printed on standard error.
 */
#ifndef FUZZ_EVENTS_H
#define FUZZ_EVENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct events {
	int fd;				/* -1: none, print for people */
	unsigned char *current, *phase; /* mapped files, or NULL */
};

/** events_open - @dir may be NULL. Returns false if the files cannot be made; errno says why. */
bool events_open(struct events *e, const char *dir);

/** events_send - a line, without its newline. Nothing without a folder. */
void events_send(const struct events *e, struct text *line);

/** events_current - the input that runs next. */
void events_current(const struct events *e, const unsigned char *bytes, size_t n);

enum phase { PHASE_NONE, PHASE_SHOW, PHASE_STORE };

/** events_phase - the handler that runs from now on. */
void events_phase(const struct events *e, enum phase phase);

/* "key":value, with a comma before it unless the object is still empty. */
void event_text(struct text *line, const char *key, const char *value);
void event_number(struct text *line, const char *key, unsigned long value);
void event_bool(struct text *line, const char *key, bool value);
void event_hex(struct text *line, const char *key, const void *bytes, size_t n);

#endif
