// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Register maps: registers that read back what was written, 0 at first, on any bus. */
#include <linux/device.h>
#include <linux/regmap.h>

#include "driver.h"

struct reg {
	unsigned int at, value;
};

struct regmap {
	struct krt_vec regs; /* struct reg */
	unsigned int bytes;  /* of a value */
};

static void map_free(void *data)
{
	struct regmap *map = data;

	while (map->regs.n)
		krt_own_free(map->regs.v[--map->regs.n]);
	if (map->regs.v)
		krt_own_free(map->regs.v);
	krt_own_free(map);
}

static struct regmap *map_new(struct device *dev, const struct regmap_config *config)
{
	struct regmap *map;
	int error;

	if (krt_must_fail(NULL))
		return ERR_PTR(-ENOMEM);
	map = krt_own_alloc(sizeof(*map));
	map->bytes = DIV_ROUND_UP(config->val_bits, 8) ?: 1;
	error = dev ? devm_add_action_or_reset(dev, map_free, map) : 0;
	return error ? ERR_PTR(error) : map;
}

static struct reg *reg_of(struct regmap *map, unsigned int at)
{
	struct reg *r;
	unsigned i;

	krt_vec_for(&map->regs, i, r) if (r->at == at) return r;
	r = krt_own_alloc(sizeof(*r));
	r->at = at;
	r->value = krt_machine_byte(0);
	krt.varies |= VARIES_REGISTERS;
	krt_vec_add(&map->regs, r);
	return r;
}

int regmap_read(struct regmap *map, unsigned int at, unsigned int *value)
{
	*value = reg_of(map, at)->value;
	return 0;
}

int regmap_write(struct regmap *map, unsigned int at, unsigned int value)
{
	reg_of(map, at)->value = value;
	return 0;
}

/* Values of 1, 2 or 4 bytes in a row. */
int regmap_bulk_read(struct regmap *map, unsigned int at, void *values, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned int value = reg_of(map, at + i)->value;

		memcpy((char *)values + i * map->bytes, &value, map->bytes);
	}
	return 0;
}

int regmap_bulk_write(struct regmap *map, unsigned int at, const void *values, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned int value = 0;

		memcpy(&value, (const char *)values + i * map->bytes, map->bytes);
		reg_of(map, at + i)->value = value;
	}
	return 0;
}

int regmap_raw_read(struct regmap *map, unsigned int at, void *values, size_t len)
{
	return regmap_bulk_read(map, at, values, len / map->bytes);
}

int regmap_raw_write(struct regmap *map, unsigned int at, const void *values, size_t len)
{
	return regmap_bulk_write(map, at, values, len / map->bytes);
}

static int update(struct regmap *map, unsigned int at, unsigned int mask, unsigned int value,
		  bool *change)
{
	struct reg *r = reg_of(map, at);
	unsigned int old = r->value;

	r->value = (old & ~mask) | (value & mask);
	if (change)
		*change = r->value != old;
	return 0;
}

int regmap_test_bits(struct regmap *map, unsigned int at, unsigned int bits)
{
	return (reg_of(map, at)->value & bits) == bits;
}

int regmap_multi_reg_write(struct regmap *map, const struct reg_sequence *regs, int n)
{
	while (n-- > 0) {
		reg_of(map, regs->reg)->value = regs->def;
		regs++;
	}
	return 0;
}

/* Those of I2C and SPI devices stay: krt need not know the layout of these for it. */
#ifdef KRT_BUNDLED
struct regmap *devm_regmap_init_mmio(struct device *dev, void __iomem *regs,
				     const struct regmap_config *config)
{
	return map_new(dev, config);
}

struct regmap *devm_regmap_init_i2c(struct i2c_client *i2c, const struct regmap_config *config)
{
	return map_new(NULL, config);
}

struct regmap *devm_regmap_init_spi(struct spi_device *spi, const struct regmap_config *config)
{
	return map_new(NULL, config);
}

int regmap_update_bits(struct regmap *map, unsigned int at, unsigned int mask, unsigned int value)
{
	return update(map, at, mask, value, NULL);
}

int regmap_write_bits(struct regmap *map, unsigned int at, unsigned int mask, unsigned int value)
{
	return update(map, at, mask, value, NULL);
}

int regmap_set_bits(struct regmap *map, unsigned int at, unsigned int bits)
{
	return update(map, at, bits, bits, NULL);
}

int regmap_clear_bits(struct regmap *map, unsigned int at, unsigned int bits)
{
	return update(map, at, bits, 0, NULL);
}
#else
struct regmap *__devm_regmap_init_mmio_clk(struct device *dev, const char *clk_id,
					   void __iomem *regs, const struct regmap_config *config,
					   struct lock_class_key *key, const char *name)
{
	return map_new(dev, config);
}

struct regmap *__devm_regmap_init_i2c(struct i2c_client *i2c, const struct regmap_config *config,
				      struct lock_class_key *key, const char *name)
{
	return map_new(NULL, config);
}

struct regmap *__devm_regmap_init_spi(struct spi_device *spi, const struct regmap_config *config,
				      struct lock_class_key *key, const char *name)
{
	return map_new(NULL, config);
}

int regmap_update_bits_base(struct regmap *map, unsigned int at, unsigned int mask,
			    unsigned int value, bool *change, bool async, bool force)
{
	return update(map, at, mask, value, change);
}
#endif
