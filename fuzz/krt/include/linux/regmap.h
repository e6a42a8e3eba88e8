/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: configuration, single and bulk access */
#ifndef KRT_LINUX_REGMAP_H
#define KRT_LINUX_REGMAP_H

#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/ktime.h>
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/bug.h>
#include <linux/lockdep.h>
#include <linux/iopoll.h>
#include <linux/fwnode.h>
struct device;
struct i2c_client;
struct spi_device;
struct regmap;
enum regcache_type {
	REGCACHE_NONE,
	REGCACHE_RBTREE,
	REGCACHE_COMPRESSED,
	REGCACHE_FLAT,
	REGCACHE_MAPLE,
};
enum regmap_endian {
	REGMAP_ENDIAN_DEFAULT = 0,
	REGMAP_ENDIAN_BIG,
	REGMAP_ENDIAN_LITTLE,
	REGMAP_ENDIAN_NATIVE,
};
struct reg_default {
	unsigned int reg;
	unsigned int def;
};
struct reg_sequence {
	unsigned int reg;
	unsigned int def;
	unsigned int delay_us;
};
struct regmap_range {
	unsigned int range_min;
	unsigned int range_max;
};
#define regmap_reg_range(low, high) { .range_min = low, .range_max = high }
struct regmap_access_table {
	const struct regmap_range *yes_ranges;
	unsigned int n_yes_ranges;
	const struct regmap_range *no_ranges;
	unsigned int n_no_ranges;
};
struct regmap_config {
	const char *name;
	int reg_bits;
	int reg_stride;
	int pad_bits;
	int val_bits;
	bool (*writeable_reg)(struct device *dev, unsigned int reg);
	bool (*readable_reg)(struct device *dev, unsigned int reg);
	bool (*volatile_reg)(struct device *dev, unsigned int reg);
	bool (*precious_reg)(struct device *dev, unsigned int reg);
	bool disable_locking;
	int (*reg_read)(void *context, unsigned int reg, unsigned int *val);
	int (*reg_write)(void *context, unsigned int reg, unsigned int val);
	bool fast_io;
	unsigned int max_register;
	const struct regmap_access_table *wr_table;
	const struct regmap_access_table *rd_table;
	const struct regmap_access_table *volatile_table;
	const struct reg_default *reg_defaults;
	unsigned int num_reg_defaults;
	enum regcache_type cache_type;
	unsigned long read_flag_mask;
	unsigned long write_flag_mask;
	bool use_single_read;
	bool use_single_write;
	bool can_multi_write;
	enum regmap_endian reg_format_endian;
	enum regmap_endian val_format_endian;
};
struct reg_field {
	unsigned int reg;
	unsigned int lsb;
	unsigned int msb;
};
struct regmap_field;
#define REG_FIELD(_reg, _lsb, _msb) { .reg = _reg, .lsb = _lsb, .msb = _msb }
extern struct regmap *devm_regmap_init_i2c(struct i2c_client *i2c,
					   const struct regmap_config *config);
extern struct regmap *devm_regmap_init_spi(struct spi_device *dev,
					   const struct regmap_config *config);
extern struct regmap *devm_regmap_init_mmio(struct device *dev, void __iomem *regs,
					    const struct regmap_config *config);
extern struct regmap *dev_get_regmap(struct device *dev, const char *name);
extern int regmap_read(struct regmap *map, unsigned int reg, unsigned int *val);
extern int regmap_write(struct regmap *map, unsigned int reg, unsigned int val);
extern int regmap_bulk_read(struct regmap *map, unsigned int reg, void *val, size_t val_count);
extern int regmap_bulk_write(struct regmap *map, unsigned int reg, const void *val,
			     size_t val_count);
extern int regmap_raw_read(struct regmap *map, unsigned int reg, void *val, size_t val_len);
extern int regmap_raw_write(struct regmap *map, unsigned int reg, const void *val,
			    size_t val_len);
extern int regmap_update_bits(struct regmap *map, unsigned int reg, unsigned int mask,
			      unsigned int val);
extern int regmap_write_bits(struct regmap *map, unsigned int reg, unsigned int mask,
			     unsigned int val);
extern int regmap_set_bits(struct regmap *map, unsigned int reg, unsigned int bits);
extern int regmap_clear_bits(struct regmap *map, unsigned int reg, unsigned int bits);
extern int regmap_test_bits(struct regmap *map, unsigned int reg, unsigned int bits);
extern int regmap_multi_reg_write(struct regmap *map, const struct reg_sequence *regs, int num);
extern struct regmap_field *devm_regmap_field_alloc(struct device *dev, struct regmap *regmap,
						    struct reg_field reg_field);
extern int regmap_field_read(struct regmap_field *field, unsigned int *val);
extern int regmap_field_write(struct regmap_field *field, unsigned int val);
extern void regcache_cache_only(struct regmap *map, bool enable);
extern void regcache_mark_dirty(struct regmap *map);
extern int regcache_sync(struct regmap *map);
#define regmap_read_poll_timeout(map, addr, val, cond, sleep_us, timeout_us) \
	({ \
		int __rm_ret, __rm_tmp; \
		__rm_tmp = read_poll_timeout(regmap_read, __rm_ret, __rm_ret || (cond), sleep_us, \
					     timeout_us, false, (map), (addr), &(val)); \
		__rm_ret ?: __rm_tmp; \
	})

#endif
