# SPDX-License-Identifier: MIT
#
# What belongs to an installed program besides it: the man page and the
# completions, which the program prints itself, and the Debian package:
# cpack -G DEB.
set(generated ${CMAKE_BINARY_DIR}/generated)

function(generate what file folder)
	add_custom_command(OUTPUT ${generated}/${file}
		COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}
		COMMAND migver generate ${what} > ${generated}/${file}
		DEPENDS migver VERBATIM)
	set_property(GLOBAL APPEND PROPERTY migver_generated ${generated}/${file})
	install(FILES ${generated}/${file} DESTINATION ${folder})
endfunction()

generate(man migver.1 ${CMAKE_INSTALL_MANDIR}/man1)
generate(bash migver ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
generate(zsh _migver ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
generate(fish migver.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
get_property(migver_generated GLOBAL PROPERTY migver_generated)
add_custom_target(migver-generated ALL DEPENDS ${migver_generated})

set(CPACK_PACKAGE_NAME migver)
set(CPACK_PACKAGE_VENDOR "the migver developers")
set(CPACK_PACKAGE_CONTACT "the migver developers <migver@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
	"checker of the sysfs attribute migration_version of Linux vendor drivers")
set(CPACK_PACKAGE_DESCRIPTION "Reads the C files of a vendor driver, finds its migration_version
attribute, and answers each rule of the attribute's contract with a verdict:
proved, violated with the path that breaks it, or unproved with the reason.
It brings kernel API headers with it and needs no kernel tree.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-19, git")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "linux-headers-generic")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
