/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced; remove() follows the version */
#ifndef KRT_LINUX_SPI_SPI_H
#define KRT_LINUX_SPI_SPI_H

#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <linux/slab.h>
#include <linux/of.h>
#include <krt/era.h>
struct spi_controller;
#define SPI_CPHA 0x01
#define SPI_CPOL 0x02
#define SPI_MODE_0 0
#define SPI_MODE_1 SPI_CPHA
#define SPI_MODE_2 SPI_CPOL
#define SPI_MODE_3 (SPI_CPOL | SPI_CPHA)
#define SPI_CS_HIGH 0x04
#define SPI_LSB_FIRST 0x08
struct spi_device {
	struct device dev;
	struct spi_controller *controller;
	u32 max_speed_hz;
	u8 chip_select;
	u8 bits_per_word;
	u32 mode;
	int irq;
	char modalias[SPI_NAME_SIZE];
};
struct spi_transfer {
	const void *tx_buf;
	void *rx_buf;
	unsigned int len;
	unsigned int cs_change : 1;
	u8 bits_per_word;
	u32 speed_hz;
	struct list_head transfer_list;
};
struct spi_message {
	struct list_head transfers;
	struct spi_device *spi;
	int status;
};
struct spi_driver {
	const struct spi_device_id *id_table;
	int (*probe)(struct spi_device *spi);
#if KRT_SINCE(5, 18)
	void (*remove)(struct spi_device *spi);
#else
	int (*remove)(struct spi_device *spi);
#endif
	void (*shutdown)(struct spi_device *spi);
	struct device_driver driver;
};
#define to_spi_device(d) container_of(d, struct spi_device, dev)
extern int __spi_register_driver(struct module *owner, struct spi_driver *sdrv);
#define spi_register_driver(driver) __spi_register_driver(THIS_MODULE, driver)
extern void spi_unregister_driver(struct spi_driver *sdrv);
#define module_spi_driver(drv) module_driver(drv, spi_register_driver, spi_unregister_driver)
extern int spi_setup(struct spi_device *spi);
extern int spi_sync(struct spi_device *spi, struct spi_message *message);
extern int spi_sync_transfer(struct spi_device *spi, struct spi_transfer *xfers,
			     unsigned int num);
extern int spi_write(struct spi_device *spi, const void *buf, size_t len);
extern int spi_read(struct spi_device *spi, void *buf, size_t len);
extern int spi_write_then_read(struct spi_device *spi, const void *txbuf, unsigned int n_tx,
			       void *rxbuf, unsigned int n_rx);
extern ssize_t spi_w8r8(struct spi_device *spi, u8 cmd);
extern ssize_t spi_w8r16(struct spi_device *spi, u8 cmd);
extern ssize_t spi_w8r16be(struct spi_device *spi, u8 cmd);
extern void spi_message_init(struct spi_message *m);
extern void spi_message_add_tail(struct spi_transfer *t, struct spi_message *m);
extern const struct spi_device_id *spi_get_device_id(const struct spi_device *sdev);
extern const void *spi_get_device_match_data(const struct spi_device *sdev);
static inline void *spi_get_drvdata(const struct spi_device *spi)
{
	return dev_get_drvdata(&spi->dev);
}
static inline void spi_set_drvdata(struct spi_device *spi, void *data)
{
	dev_set_drvdata(&spi->dev, data);
}

#endif
