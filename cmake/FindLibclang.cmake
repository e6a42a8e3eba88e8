# SPDX-License-Identifier: MIT
#
# Defines the target `libclang`: the newest libclang (17 or newer) with its
# headers, and MIGVER_HAVE_* for the calls that came later. CINDEX_VERSION
# stays the same from 17 to 22, so every question is asked of the linker.
include(CheckSymbolExists)

# Roots to try, the newest first; "system" stands for the compiler's own search path.
if(LIBCLANG_ROOT)
	set(libclang_roots ${LIBCLANG_ROOT})
else()
	file(GLOB libclang_roots /usr/lib/llvm-* /usr/lib64/llvm* /usr/local/llvm*
		/usr/lib/llvm/* /opt/llvm*)
	list(SORT libclang_roots COMPARE NATURAL ORDER DESCENDING)
	list(APPEND libclang_roots system)
endif()

# libclang_try - sets libclang_include and libclang_library if @root has both.
function(libclang_try root)
	unset(inc CACHE)
	unset(lib CACHE)
	if(root STREQUAL "system")
		find_path(inc clang-c/Index.h)
		find_library(lib NAMES clang libclang)
	else()
		find_path(inc clang-c/Index.h PATHS ${root}/include NO_DEFAULT_PATH)
		find_library(lib NAMES clang PATHS ${root}/lib ${root}/lib64 NO_DEFAULT_PATH)
	endif()
	if(inc AND lib)
		set(libclang_include ${inc} PARENT_SCOPE)
		set(libclang_library ${lib} PARENT_SCOPE)
	else()
		unset(libclang_library PARENT_SCOPE)
	endif()
	unset(inc CACHE)
	unset(lib CACHE)
endfunction()

# libclang_has - cache @var: whether this libclang links @symbol.
function(libclang_has symbol var)
	set(CMAKE_REQUIRED_INCLUDES ${libclang_include})
	set(CMAKE_REQUIRED_LIBRARIES ${libclang_library})
	set(CMAKE_REQUIRED_QUIET ON)
	check_symbol_exists(${symbol} clang-c/Index.h ${var})
endfunction()

set(libclang_old "")
set(libclang_found OFF)
foreach(root ${libclang_roots})
	libclang_try(${root})
	if(NOT libclang_library)
		continue()
	endif()
	string(MAKE_C_IDENTIFIER "libclang_17_${libclang_library}" is_17)
	libclang_has(clang_getCursorBinaryOperatorKind ${is_17})
	if(${is_17})
		set(libclang_found ON)
		break()
	endif()
	list(APPEND libclang_old ${libclang_library})
endforeach()

if(NOT libclang_found)
	set(hint "Debian: apt install libclang-19-dev; elsewhere: -DLIBCLANG_ROOT=DIR")
	if(libclang_old)
		message(FATAL_ERROR "libclang 17 or newer is needed; too old: ${libclang_old} (${hint})")
	endif()
	message(FATAL_ERROR
		"libclang 17 or newer with its headers is needed; none in ${libclang_roots} (${hint})")
endif()
message(STATUS "libclang ${libclang_library}")

add_library(libclang INTERFACE)
target_include_directories(libclang SYSTEM INTERFACE ${libclang_include})
target_link_libraries(libclang INTERFACE ${libclang_library})

# since, call, macro; the feature is off where the call is missing.
set(libclang_features
	"19|clang_Cursor_getBinaryOpcode|MIGVER_HAVE_BINARY_OPCODE"
	"20|clang_getTypePrettyPrinted|MIGVER_HAVE_TYPE_PRETTY_PRINTED"
	"20|clang_isBeforeInTranslationUnit|MIGVER_HAVE_IS_BEFORE"
	"21|clang_Cursor_isGCCAssemblyHasGoto|MIGVER_HAVE_ASM_GOTO"
	"21|clang_Cursor_getGCCAssemblyTemplate|MIGVER_HAVE_ASM_TEMPLATE"
	"21|clang_Cursor_getGCCAssemblyOutput|MIGVER_HAVE_ASM_OUTPUT"
	"21|clang_getFullyQualifiedName|MIGVER_HAVE_FULLY_QUALIFIED_NAME")
foreach(row ${libclang_features})
	string(REPLACE "|" ";" row "${row}")
	list(GET row 1 symbol)
	list(GET row 2 macro)
	string(MAKE_C_IDENTIFIER "${macro}_${libclang_library}" var)
	libclang_has(${symbol} ${var})
	if(${var})
		target_compile_definitions(libclang INTERFACE ${macro}=1)
	endif()
endforeach()
