// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Other machines. What a driver shows often hangs on what it was loaded with and
 * what the hardware says: parameters, the revision and the subsystem of a PCI
 * device, the contents of registers. Machine 0 has what the sources say, and
 * zeroed registers; each of the others is a row of numbers, a text and a byte,
 * taken from tables, the same ones for ever.
 */
#include <linux/moduleparam.h>

#include "internal.h"

/* Small ones, which index tables, and those at the edges of types. */
static const char *const numbers[] = {
	"0",	"1",	"2",	 "3",	  "4",		"5",	      "6",   "7",
	"8",	"9",	"10",	 "11",	  "12",		"13",	      "15",  "16",
	"17",	"20",	"24",	 "31",	  "32",		"33",	      "48",  "63",
	"64",	"99",	"100",	 "127",	  "128",	"255",	      "256", "999",
	"1000", "4096", "65535", "65536", "2147483647", "4294967295", "-1",  "-2147483648",
};

/* Of texts. */
static const unsigned short lengths[] = { 0,  1,   2,	7,   8,	  15,	16,   31,   32,	 63,
					  64, 127, 128, 255, 256, 1000, 4080, 4095, 8190 };
static const unsigned char bytes[] = { 0x00, 0xff, 0x01, 0x02, 0x04, 0x10, 0x31,
				       0x55, 0x7f, 0x80, 0xa0, 0xc3, 0xfe };

/* The section in which parameters stand, if the driver has any. */
extern const struct kernel_param __start___param[] __attribute__((weak));
extern const struct kernel_param __stop___param[] __attribute__((weak));

static int has_parameters(void)
{
	return __start___param != __stop___param;
}

unsigned krt_machine_count(void)
{
	return krt.varies || has_parameters() ? 1 + ARRAY_SIZE(numbers) : 1;
}

static const char *number(void)
{
	return numbers[(krt.machine - 1) % ARRAY_SIZE(numbers)];
}

u32 krt_machine_number(u32 usual)
{
	long long value = usual;

	if (krt.machine && kstrtoll(number(), 10, &value))
		return usual;
	return value;
}

u8 krt_machine_byte(u8 usual)
{
	return krt.machine ? bytes[(krt.machine - 1) % ARRAY_SIZE(bytes)] : usual;
}

const char *krt_machine_text(void)
{
	static char text[160];
	int n = 0;

	if (has_parameters())
		n += scnprintf(text + n, sizeof(text) - n, "parameters of %s or %u letters",
			       number(), lengths[(krt.machine - 1) % ARRAY_SIZE(lengths)]);
	if (krt.varies & VARIES_REVISION)
		n += scnprintf(text + n, sizeof(text) - n, "%sPCI revision and subsystem %s",
			       n ? ", " : "", number());
	if (krt.varies & VARIES_REGISTERS)
		scnprintf(text + n, sizeof(text) - n, "%sregisters of 0x%02x", n ? ", " : "",
			  krt_machine_byte(0));
	return text;
}

static int is_text(const struct kernel_param *kp)
{
	return kp->ops == &param_ops_charp || kp->ops == &param_ops_string;
}

static int set(const struct kernel_param *kp, const char *value)
{
	return kp->ops->set ? kp->ops->set(value, kp) : -EINVAL;
}

/* As many letters as the machine has, or as there is room for. */
static void set_text(const struct kernel_param *kp)
{
	unsigned len = lengths[(krt.machine - 1) % ARRAY_SIZE(lengths)];
	char *value = krt_own_alloc(len + 1);

	memset(value, 'a', len);
	while (set(kp, value) == -ENOSPC && len)
		value[--len] = '\0';
	krt_own_free(value);
}

static void set_one(const struct kernel_param *kp)
{
	if (is_text(kp))
		set_text(kp);
	else if (set(kp, number()))
		set(kp, krt.machine & 1 ? "Y" : "N");
}

static void set_array(const struct kernel_param *kp)
{
	unsigned i;

	for (i = 0; i < kp->arr->max; i++) {
		struct kernel_param element = {
			.name = kp->name,
			.ops = kp->arr->ops,
			.arg = (char *)kp->arr->elem + (size_t)kp->arr->elemsize * i,
		};

		set_one(&element);
	}
	if (kp->arr->num)
		*kp->arr->num = kp->arr->max;
}

void krt_set_parameters(void *none)
{
	const struct kernel_param *kp;

	for (kp = __start___param; krt.machine && kp < __stop___param; kp++) {
		if (kp->ops == &param_array_ops)
			set_array(kp);
		else
			set_one(kp);
	}
}

void krt_machine(unsigned number)
{
	krt.machine = number;
	krt_refill_mappings();
}
