// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The log: printk(), dev_*() and kin format into a ring. Nothing is printed and
 * nothing is limited: a rate limit always lets a message pass (and leaves its
 * state alone), the line says that it stood behind one.
 */
#include <linux/ratelimit.h>
#include <linux/kern_levels.h>

#include "internal.h"

extern char __executable_start[] __attribute__((weak));
extern char __data_start[] __attribute__((weak));

/* 1 if it is in a part of the image that cannot be written. */
int krt_is_constant(const void *p)
{
	return __executable_start && __data_start && (const char *)p >= __executable_start &&
	       (const char *)p < __data_start;
}

/* A control or non-ASCII byte in a line can only come from %s or %c; it is the
 * user's if the string being stored has it, too. */
static int has_raw_user(const char *text, unsigned len)
{
	unsigned i;

	if (!krt.user)
		return 0;
	if (len && text[len - 1] == '\n')
		len--;
	for (i = 0; i < len; i++) {
		unsigned char c = text[i];

		if ((c < 0x20 && c != '\t') || c >= 0x7f)
			if (memchr(krt.user, c, krt.user_len))
				return 1;
	}
	return 0;
}

static struct krt_log_entry *next_entry(void)
{
	struct krt_log_entry *e = &krt.log[krt.log_seq % KRT_LOG_LINES];

	e->line = (struct krt_log_line){ .seq = krt.log_seq++, .level = 4, .text = e->text };
	e->line.limited = krt.limited;
	krt.limited = 0;
	return e;
}

/* "<device driver> <device name>: ", as dev_*() begins a line. */
static unsigned put_prefix(char *text, const struct device *dev)
{
	if (!dev)
		return scnprintf(text, KRT_LOG_BYTES, "(NULL device *): ");
	return scnprintf(text, KRT_LOG_BYTES, "%s %s: ", dev_driver_string(dev), dev_name(dev));
}

void krt_log(int level, const struct device *dev, const char *fmt, va_list args, const void *pc)
{
	struct krt_log_entry *e = next_entry();
	unsigned n = 0;

	if (fmt[0] == KERN_SOH_ASCII && fmt[1]) {
		if (fmt[1] >= '0' && fmt[1] <= '7')
			level = fmt[1] - '0';
		fmt += 2;
	}
	if (dev != KRT_NO_DEVICE)
		n = put_prefix(e->text, dev);
	n += krt_vformat(e->text + n, KRT_LOG_BYTES - n, fmt, args);
	e->line.len = n < KRT_LOG_BYTES ? n : KRT_LOG_BYTES - 1;
	e->line.level = level;
	e->line.pc = pc;
	e->line.raw_user = has_raw_user(e->text, e->line.len);
	e->line.format_is_user = krt.user && krt_format_is_user(fmt);
	if (e->line.format_is_user)
		krt_complain(KRT_V_FORMAT, pc, "format \"%.64s\"", fmt);
}

unsigned long krt_log_seq(void)
{
	return krt.log_seq;
}

const struct krt_log_line *krt_log_line(unsigned long seq)
{
	if (seq >= krt.log_seq || krt.log_seq - seq > KRT_LOG_LINES)
		return NULL;
	return &krt.log[seq % KRT_LOG_LINES].line;
}

/* --- printk ------------------------------------------------------------------------- */

#define LOG(level, dev)                                                                            \
	do {                                                                                       \
		va_list args;                                                                      \
		va_start(args, fmt);                                                               \
		krt_log(level, dev, fmt, args, KRT_PC);                                            \
		va_end(args);                                                                      \
	} while (0)

#ifdef KRT_BUNDLED
int printk(const char *fmt, ...)
{
	LOG(4, KRT_NO_DEVICE);
	return 0;
}
#endif

int _printk(const char *fmt, ...)
{
	LOG(4, KRT_NO_DEVICE);
	return 0;
}

int _printk_deferred(const char *fmt, ...)
{
	LOG(4, KRT_NO_DEVICE);
	return 0;
}

int vprintk(const char *fmt, va_list args)
{
	krt_log(4, KRT_NO_DEVICE, fmt, args, KRT_PC);
	return 0;
}

void __dynamic_pr_debug(struct _ddebug *descriptor, const char *fmt, ...)
{
	LOG(7, KRT_NO_DEVICE);
}

void __dynamic_dev_dbg(struct _ddebug *descriptor, const struct device *dev, const char *fmt, ...)
{
	LOG(7, dev);
}

#define DEV_LOG(name, level)                                                                       \
	void name(const struct device *dev, const char *fmt, ...)                                  \
	{                                                                                          \
		LOG(level, dev);                                                                   \
	}
DEV_LOG(_dev_emerg, 0)
DEV_LOG(_dev_alert, 1)
DEV_LOG(_dev_crit, 2)
DEV_LOG(_dev_err, 3)
DEV_LOG(_dev_warn, 4)
DEV_LOG(_dev_notice, 5)
DEV_LOG(_dev_info, 6)

static int level_of(const char *level)
{
	return level && level[0] == KERN_SOH_ASCII && isdigit(level[1]) ? level[1] - '0' : 4;
}

void _dev_printk(const char *level, const struct device *dev, const char *fmt, ...)
{
	LOG(level_of(level), dev);
}

int dev_vprintk_emit(int level, const struct device *dev, const char *fmt, va_list args)
{
	krt_log(level, dev, fmt, args, KRT_PC);
	return 0;
}

int dev_printk_emit(int level, const struct device *dev, const char *fmt, ...)
{
	LOG(level, dev);
	return 0;
}

int dev_err_probe(const struct device *dev, int err, const char *fmt, ...)
{
	LOG(err == -EPROBE_DEFER ? 7 : 3, dev);
	return err;
}

void dump_stack(void)
{
}

/* --- rate limits --------------------------------------------------------------------- */

int ___ratelimit(struct ratelimit_state *rs, const char *func)
{
	krt.limited = 1;
	return 1;
}

int __printk_ratelimit(const char *func)
{
	krt.limited = 1;
	return 1;
}

bool printk_timed_ratelimit(unsigned long *caller_jiffies, unsigned int interval_msec)
{
	krt.limited = 1;
	return true;
}

#ifdef KRT_BUNDLED
void ratelimit_state_init(struct ratelimit_state *rs, int interval, int burst)
{
	memset(rs, 0, sizeof(*rs));
	rs->interval = interval;
	rs->burst = burst;
}

void ratelimit_default_init(struct ratelimit_state *rs)
{
	ratelimit_state_init(rs, DEFAULT_RATELIMIT_INTERVAL, DEFAULT_RATELIMIT_BURST);
}

void ratelimit_set_flags(struct ratelimit_state *rs, unsigned long flags)
{
	rs->flags = flags;
}
#endif

/* --- hex dumps ------------------------------------------------------------------------ */

static void put_dump(const char *level, const char *fmt, ...)
{
	LOG(level_of(level), KRT_NO_DEVICE);
}

int hex_dump_to_buffer(const void *buf, size_t len, int rowsize, int groupsize, char *linebuf,
		       size_t linebuflen, bool ascii)
{
	const u8 *p = buf;
	size_t i, n = 0;

	if (rowsize != 16 && rowsize != 32)
		rowsize = 16;
	len = min_t(size_t, len, rowsize);
	for (i = 0; i < len; i++)
		n += snprintf(linebuf + min(n, linebuflen), n < linebuflen ? linebuflen - n : 0,
			      "%s%02x", i && i % max(groupsize, 1) == 0 ? " " : "", p[i]);
	for (i = 0; ascii && i < len; i++)
		n += snprintf(linebuf + min(n, linebuflen), n < linebuflen ? linebuflen - n : 0,
			      "%s%c", i ? "" : "  ", isascii(p[i]) && isprint(p[i]) ? p[i] : '.');
	if (linebuflen && !len)
		*linebuf = '\0';
	return n;
}

void print_hex_dump(const char *level, const char *prefix, int prefix_type, int rowsize,
		    int groupsize, const void *buf, size_t len, bool ascii)
{
	char line[200];
	size_t at;

	for (at = 0; at < len; at += 16) {
		hex_dump_to_buffer(buf + at, len - at, 16, groupsize, line, sizeof(line), ascii);
		put_dump(level, "%s%s\n", prefix, line);
	}
}

/* --- WARN, BUG and panic as calls ------------------------------------------------------- */

void __warn_printk(const char *fmt, ...)
{
	char text[KRT_DETAIL];
	va_list args;

	va_start(args, fmt);
	krt_vformat(text, sizeof(text), fmt, args);
	va_end(args);
	LOG(4, KRT_NO_DEVICE);
#ifdef KRT_BUNDLED
	krt_complain(KRT_V_WARN, KRT_PC, "%s", text);
#else
	/* The trap that follows makes the violation. */
	strscpy(krt.warning, text, sizeof(krt.warning));
#endif
}

#ifdef KRT_BUNDLED
void krt_warn(const char *file, int line, const char *what)
{
	krt_complain(KRT_V_WARN, KRT_PC, "%s at %s:%d", what, file, line);
}

void krt_bug(const char *file, int line, const char *what)
{
	krt_complain(KRT_V_BUG, KRT_PC, "%s at %s:%d", what, file, line);
	krt_end_call();
}
#endif

void panic(const char *fmt, ...)
{
	char text[KRT_DETAIL];
	va_list args;

	va_start(args, fmt);
	krt_vformat(text, sizeof(text), fmt, args);
	va_end(args);
	krt_complain(KRT_V_BUG, KRT_PC, "panic: %s", text);
	krt_end_call();
}
