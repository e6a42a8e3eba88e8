// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The I2C bus: a client from the first entry of a driver's id table at address 0x48
 * of a made-up adapter. Its 256 registers read back what was written.
 */
#include <linux/i2c.h>

#include "driver.h"
#include "tree.h"

struct krt_i2c {
	struct i2c_client client;
	u8 registers[256];
};

static struct i2c_adapter adapter = { .name = "krt" };

/* A client that a driver made itself has its registers nowhere: they read as 0. */
static u8 *reg(const struct i2c_client *client, u8 at)
{
	if (!krt_is_fake(&client->dev))
		return NULL;
	return &container_of(client, struct krt_i2c, client)->registers[at];
}

const struct i2c_device_id *i2c_match_id(const struct i2c_device_id *id,
					 const struct i2c_client *client)
{
	for (; id && id->name[0]; id++)
		if (strcmp(client->name, id->name) == 0)
			return id;
	return NULL;
}

#if KRT_SINCE(6, 11)
static int i2c_match(struct device *dev, const struct device_driver *drv)
#else
static int i2c_match(struct device *dev, struct device_driver *drv)
#endif
{
	return i2c_match_id(container_of(drv, struct i2c_driver, driver)->id_table,
			    to_i2c_client(dev)) != NULL;
}

static int i2c_probe(struct device *dev)
{
	struct i2c_driver *drv = container_of(dev->driver, struct i2c_driver, driver);
	struct i2c_client *client = to_i2c_client(dev);

#if KRT_SINCE(6, 3)
	return drv->probe ? drv->probe(client) : -EINVAL;
#else
	if (drv->probe_new)
		return drv->probe_new(client);
	return drv->probe ? drv->probe(client, i2c_match_id(drv->id_table, client)) : -EINVAL;
#endif
}

static void remove_by_driver(struct device *dev)
{
	struct i2c_driver *drv = container_of(dev->driver, struct i2c_driver, driver);

	if (drv->remove)
		drv->remove(to_i2c_client(dev));
}

#if KRT_SINCE(5, 15)
static void i2c_remove(struct device *dev)
{
	remove_by_driver(dev);
}
#else
static int i2c_remove(struct device *dev)
{
	remove_by_driver(dev);
	return 0;
}
#endif

struct bus_type i2c_bus_type = {
	.name = "i2c",
	.match = i2c_match,
	.probe = i2c_probe,
	.remove = i2c_remove,
};

int i2c_register_driver(struct module *owner, struct i2c_driver *drv)
{
	drv->driver.owner = owner;
	drv->driver.bus = &i2c_bus_type;
	return driver_register(&drv->driver);
}

void i2c_del_driver(struct i2c_driver *drv)
{
	driver_unregister(&drv->driver);
}

/* --- transfers ---------------------------------------------------------------------------- */

static s32 read_reg(const struct i2c_client *client, u8 at, const void *pc)
{
	u8 *r = reg(client, at);

	krt_may_sleep("an I2C transfer", pc);
	return r ? *r : 0;
}

static s32 write_reg(const struct i2c_client *client, u8 at, u8 value, const void *pc)
{
	u8 *r = reg(client, at);

	krt_may_sleep("an I2C transfer", pc);
	if (r)
		*r = value;
	return 0;
}

s32 i2c_smbus_read_byte(const struct i2c_client *client)
{
	return read_reg(client, 0, KRT_PC);
}

s32 i2c_smbus_write_byte(const struct i2c_client *client, u8 value)
{
	return write_reg(client, 0, value, KRT_PC);
}

s32 i2c_smbus_read_byte_data(const struct i2c_client *client, u8 command)
{
	return read_reg(client, command, KRT_PC);
}

s32 i2c_smbus_write_byte_data(const struct i2c_client *client, u8 command, u8 value)
{
	return write_reg(client, command, value, KRT_PC);
}

s32 i2c_smbus_read_word_data(const struct i2c_client *client, u8 command)
{
	return read_reg(client, command, KRT_PC) | read_reg(client, command + 1, KRT_PC) << 8;
}

s32 i2c_smbus_write_word_data(const struct i2c_client *client, u8 command, u16 value)
{
	write_reg(client, command, value, KRT_PC);
	return write_reg(client, command + 1, value >> 8, KRT_PC);
}

#ifdef KRT_BUNDLED
s32 i2c_smbus_read_word_swapped(const struct i2c_client *client, u8 command)
{
	return swab16(i2c_smbus_read_word_data(client, command));
}

s32 i2c_smbus_write_word_swapped(const struct i2c_client *client, u8 command, u16 value)
{
	return i2c_smbus_write_word_data(client, command, swab16(value));
}

int i2c_check_functionality(struct i2c_adapter *adap, u32 func)
{
	return 1;
}

int i2c_adapter_id(struct i2c_adapter *adap)
{
	return adap->nr;
}
#else
static u32 all_functions(struct i2c_adapter *adap)
{
	return ~0u;
}

static const struct i2c_algorithm algorithm = { .functionality = all_functions };
#endif

/* --- the made-up client --------------------------------------------------------------------------
 */

static void release_fake(struct device *dev)
{
	krt_own_free(container_of(to_i2c_client(dev), struct krt_i2c, client));
}

static void no_release(struct device *dev)
{
}

void krt_i2c_boot(void)
{
	krt_bus_of(&i2c_bus_type);
#ifndef KRT_BUNDLED
	adapter.algo = &algorithm;
#endif
	adapter.dev.init_name = "i2c-0";
	adapter.dev.release = no_release;
	if (device_register(&adapter.dev))
		krt_note("no I2C adapter");
}

static void fake_client(const struct i2c_device_id *id, int n)
{
	struct krt_i2c *p = krt_own_alloc(sizeof(*p));
	struct device *dev = &p->client.dev;

	krt.varies |= VARIES_REGISTERS;
	memset(p->registers, krt_machine_byte(0), sizeof(p->registers));

	strscpy(p->client.name, id->name, sizeof(p->client.name));
	p->client.addr = 0x48 + n;
	p->client.adapter = &adapter;
	p->client.irq = 40 + n;
	device_initialize(dev);
	dev->bus = &i2c_bus_type;
	dev->parent = &adapter.dev;
	dev->release = release_fake;
	dev_set_name(dev, "0-%04x", p->client.addr);
	krt_vec_add(&krt.fakes, dev);
	if (device_add(dev))
		krt_note("no I2C client %s", id->name);
}

void krt_i2c_fake(void)
{
	struct krt_driver *d;
	unsigned i, n = 0;

	krt_vec_for(&krt.drivers, i, d)
	{
		const struct i2c_device_id *id;

		if (d->drv->bus != &i2c_bus_type)
			continue;
		id = container_of(d->drv, struct i2c_driver, driver)->id_table;
		if (id && id->name[0])
			fake_client(id, n++);
	}
}
