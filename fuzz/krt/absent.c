// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What this machine has not: device tree nodes and firmware properties, ACPI, DMI. A
 * generated stub would return 0, which means success here and leaves the caller
 * with a value that nobody wrote; these return the error of an absent thing.
 *
 * Whatever their parameters, the functions look alike to the machine: they are
 * defined without the kernel's headers, so that one line serves all versions.
 */
#define EINVAL	22
#define ENODATA 61
#define ENODEV	19
#define ENXIO	6

#define ABSENT(name, error)                                                                        \
	long name(void);                                                                           \
	long name(void)                                                                            \
	{                                                                                          \
		return -(error);                                                                   \
	}

ABSENT(of_property_read_u8, EINVAL)
ABSENT(of_property_read_u16, EINVAL)
ABSENT(of_property_read_u32, EINVAL)
ABSENT(of_property_read_s32, EINVAL)
ABSENT(of_property_read_u64, EINVAL)
ABSENT(of_property_read_u32_index, EINVAL)
ABSENT(of_property_read_u8_array, EINVAL)
ABSENT(of_property_read_u16_array, EINVAL)
ABSENT(of_property_read_u32_array, EINVAL)
ABSENT(of_property_read_string, EINVAL)
ABSENT(of_property_read_string_index, EINVAL)
ABSENT(of_property_match_string, EINVAL)
ABSENT(of_property_count_strings, EINVAL)
ABSENT(of_property_count_u32_elems, EINVAL)
ABSENT(of_property_count_elems_of_size, EINVAL)
ABSENT(of_property_read_variable_u8_array, EINVAL)
ABSENT(of_property_read_variable_u16_array, EINVAL)
ABSENT(of_property_read_variable_u32_array, EINVAL)
ABSENT(of_property_read_variable_u64_array, EINVAL)
ABSENT(of_property_read_string_helper, EINVAL)
ABSENT(of_parse_phandle_with_args, ENODEV)
ABSENT(__of_parse_phandle_with_args, ENODEV)
ABSENT(of_alias_get_id, ENODEV)
ABSENT(of_address_to_resource, EINVAL)
ABSENT(of_get_named_gpio, EINVAL)
ABSENT(of_get_named_gpio_flags, EINVAL)
ABSENT(of_irq_get, EINVAL)
ABSENT(of_irq_get_byname, EINVAL)

#define PROPERTY(sfx)                                                                              \
	ABSENT(device_property_read_##sfx, EINVAL)                                                 \
	ABSENT(device_property_read_##sfx##_array, EINVAL)                                         \
	ABSENT(device_property_count_##sfx, EINVAL)                                                \
	ABSENT(fwnode_property_read_##sfx, EINVAL)                                                 \
	ABSENT(fwnode_property_read_##sfx##_array, EINVAL)
PROPERTY(u8)
PROPERTY(u16)
PROPERTY(u32)
PROPERTY(u64)
PROPERTY(string)
ABSENT(device_property_match_string, EINVAL)
ABSENT(device_property_match_property_string, EINVAL)
ABSENT(fwnode_property_match_string, EINVAL)

ABSENT(acpi_evaluate_integer, -1)
ABSENT(acpi_evaluate_object, -1)
ABSENT(acpi_get_handle, -1)
ABSENT(gpiod_to_irq, ENXIO)
ABSENT(nvmem_cell_read_u8, ENODEV)
ABSENT(nvmem_cell_read_u16, ENODEV)
ABSENT(nvmem_cell_read_u32, ENODEV)
ABSENT(kernel_read_file_from_path, ENODATA)
