/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: client, driver, adapter, smbus calls; probe() and remove() follow the version */
#ifndef KRT_LINUX_I2C_H
#define KRT_LINUX_I2C_H

#include <linux/mod_devicetable.h>
#include <linux/device.h>
#include <linux/mutex.h>
#include <linux/of.h>
#include <krt/era.h>
struct i2c_adapter;
struct i2c_client;
struct i2c_board_info;
enum i2c_alert_protocol {
	I2C_PROTOCOL_SMBUS_ALERT,
};
struct i2c_msg {
	__u16 addr;
	__u16 flags;
	__u16 len;
	__u8 *buf;
};
#define I2C_M_RD 0x0001
#define I2C_M_TEN 0x0010
#define I2C_M_NOSTART 0x4000
#define I2C_SMBUS_BLOCK_MAX 32
#define I2C_CLIENT_TEN 0x10
#define I2C_CLIENT_WAKE 0x80
#define I2C_CLASS_HWMON (1 << 0)
#define I2C_CLIENT_END 0xfffeU
#define I2C_FUNC_I2C 0x00000001
#define I2C_FUNC_SMBUS_READ_BYTE 0x00020000
#define I2C_FUNC_SMBUS_WRITE_BYTE 0x00040000
#define I2C_FUNC_SMBUS_READ_BYTE_DATA 0x00080000
#define I2C_FUNC_SMBUS_WRITE_BYTE_DATA 0x00100000
#define I2C_FUNC_SMBUS_READ_WORD_DATA 0x00200000
#define I2C_FUNC_SMBUS_WRITE_WORD_DATA 0x00400000
#define I2C_FUNC_SMBUS_READ_BLOCK_DATA 0x01000000
#define I2C_FUNC_SMBUS_READ_I2C_BLOCK 0x04000000
#define I2C_FUNC_SMBUS_WRITE_I2C_BLOCK 0x08000000
#define I2C_FUNC_SMBUS_BYTE (I2C_FUNC_SMBUS_READ_BYTE | I2C_FUNC_SMBUS_WRITE_BYTE)
#define I2C_FUNC_SMBUS_BYTE_DATA (I2C_FUNC_SMBUS_READ_BYTE_DATA | I2C_FUNC_SMBUS_WRITE_BYTE_DATA)
#define I2C_FUNC_SMBUS_WORD_DATA (I2C_FUNC_SMBUS_READ_WORD_DATA | I2C_FUNC_SMBUS_WRITE_WORD_DATA)
#define I2C_FUNC_SMBUS_I2C_BLOCK (I2C_FUNC_SMBUS_READ_I2C_BLOCK | I2C_FUNC_SMBUS_WRITE_I2C_BLOCK)
union i2c_smbus_data {
	__u8 byte;
	__u16 word;
	__u8 block[I2C_SMBUS_BLOCK_MAX + 2];
};
struct i2c_algorithm {
	int (*master_xfer)(struct i2c_adapter *adap, struct i2c_msg *msgs, int num);
	int (*smbus_xfer)(struct i2c_adapter *adap, u16 addr, unsigned short flags,
			  char read_write, u8 command, int size, union i2c_smbus_data *data);
	u32 (*functionality)(struct i2c_adapter *adap);
};
struct i2c_adapter {
	struct module *owner;
	unsigned int class;
	const struct i2c_algorithm *algo;
	void *algo_data;
	int timeout;
	int retries;
	struct device dev;
	int nr;
	char name[48];
};
struct i2c_client {
	unsigned short flags;
	unsigned short addr;
	char name[I2C_NAME_SIZE];
	struct i2c_adapter *adapter;
	struct device dev;
	int init_irq;
	int irq;
};
struct i2c_board_info {
	char type[I2C_NAME_SIZE];
	unsigned short flags;
	unsigned short addr;
	void *platform_data;
	struct device_node *of_node;
	struct fwnode_handle *fwnode;
	int irq;
};
#define I2C_BOARD_INFO(dev_type, dev_addr) .type = dev_type, .addr = (dev_addr)
struct i2c_driver {
	unsigned int class;
#if KRT_SINCE(6, 3)
	int (*probe)(struct i2c_client *client);
#else
	int (*probe)(struct i2c_client *client, const struct i2c_device_id *id);
#endif
	int (*probe_new)(struct i2c_client *client);
#if KRT_SINCE(6, 1)
	void (*remove)(struct i2c_client *client);
#else
	int (*remove)(struct i2c_client *client);
#endif
	void (*shutdown)(struct i2c_client *client);
	void (*alert)(struct i2c_client *client, enum i2c_alert_protocol protocol,
		      unsigned int data);
	struct device_driver driver;
	const struct i2c_device_id *id_table;
	int (*detect)(struct i2c_client *client, struct i2c_board_info *info);
	const unsigned short *address_list;
};
#define to_i2c_client(d) container_of(d, struct i2c_client, dev)
#define to_i2c_adapter(d) container_of(d, struct i2c_adapter, dev)
#define kobj_to_i2c_client(kobj) to_i2c_client(container_of(kobj, struct device, kobj))
extern const struct i2c_device_id *i2c_match_id(const struct i2c_device_id *id,
						const struct i2c_client *client);
extern const struct i2c_device_id *i2c_client_get_device_id(const struct i2c_client *client);
extern const void *i2c_get_match_data(const struct i2c_client *client);
extern int i2c_transfer(struct i2c_adapter *adap, struct i2c_msg *msgs, int num);
extern int i2c_master_send(const struct i2c_client *client, const char *buf, int count);
extern int i2c_master_recv(const struct i2c_client *client, char *buf, int count);
extern s32 i2c_smbus_read_byte(const struct i2c_client *client);
extern s32 i2c_smbus_write_byte(const struct i2c_client *client, u8 value);
extern s32 i2c_smbus_read_byte_data(const struct i2c_client *client, u8 command);
extern s32 i2c_smbus_write_byte_data(const struct i2c_client *client, u8 command, u8 value);
extern s32 i2c_smbus_read_word_data(const struct i2c_client *client, u8 command);
extern s32 i2c_smbus_write_word_data(const struct i2c_client *client, u8 command, u16 value);
extern s32 i2c_smbus_read_word_swapped(const struct i2c_client *client, u8 command);
extern s32 i2c_smbus_write_word_swapped(const struct i2c_client *client, u8 command, u16 value);
extern s32 i2c_smbus_read_block_data(const struct i2c_client *client, u8 command, u8 *values);
extern s32 i2c_smbus_write_block_data(const struct i2c_client *client, u8 command, u8 length,
				      const u8 *values);
extern s32 i2c_smbus_read_i2c_block_data(const struct i2c_client *client, u8 command, u8 length,
					 u8 *values);
extern s32 i2c_smbus_write_i2c_block_data(const struct i2c_client *client, u8 command, u8 length,
					  const u8 *values);
extern int i2c_check_functionality(struct i2c_adapter *adap, u32 func);
extern int i2c_adapter_id(struct i2c_adapter *adap);
extern struct i2c_adapter *i2c_get_adapter(int nr);
extern void i2c_put_adapter(struct i2c_adapter *adap);
extern int i2c_add_adapter(struct i2c_adapter *adap);
extern void i2c_del_adapter(struct i2c_adapter *adap);
extern struct i2c_client *i2c_new_client_device(struct i2c_adapter *adap,
						struct i2c_board_info const *info);
extern struct i2c_client *i2c_new_dummy_device(struct i2c_adapter *adapter, u16 address);
extern struct i2c_client *devm_i2c_new_dummy_device(struct device *dev,
						    struct i2c_adapter *adap, u16 address);
extern void i2c_unregister_device(struct i2c_client *client);
extern int i2c_register_driver(struct module *owner, struct i2c_driver *driver);
extern void i2c_del_driver(struct i2c_driver *driver);
#define i2c_add_driver(driver) i2c_register_driver(THIS_MODULE, driver)
#define module_i2c_driver(__i2c_driver) module_driver(__i2c_driver, i2c_add_driver, i2c_del_driver)
static inline void *i2c_get_clientdata(const struct i2c_client *client)
{
	return dev_get_drvdata(&client->dev);
}
static inline void i2c_set_clientdata(struct i2c_client *client, void *data)
{
	dev_set_drvdata(&client->dev, data);
}
static inline void *i2c_get_adapdata(const struct i2c_adapter *adap)
{
	return dev_get_drvdata(&adap->dev);
}
static inline void i2c_set_adapdata(struct i2c_adapter *adap, void *data)
{
	dev_set_drvdata(&adap->dev, data);
}

#endif
