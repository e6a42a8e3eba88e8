# SPDX-License-Identifier: MIT
#
# The packaged libraries, each with the name of its Debian package in the
# message that says it is missing.
find_package(PkgConfig)
if(NOT PKG_CONFIG_FOUND)
	message(FATAL_ERROR "pkg-config is missing (Debian: apt install pkg-config)")
endif()

function(need_package target module debian)
	pkg_check_modules(${target} QUIET IMPORTED_TARGET GLOBAL ${module})
	if(NOT ${target}_FOUND)
		message(FATAL_ERROR "${module} is missing (Debian: apt install ${debian})")
	endif()
	message(STATUS "${module} ${${target}_VERSION}")
endfunction()

need_package(YAML yaml-0.1 libyaml-dev)
need_package(JANSSON jansson>=2.11 libjansson-dev)
if(MIGVER_TESTS)
	need_package(CUNIT cunit libcunit1-dev)
endif()
