# SPDX-License-Identifier: MIT
#
# embed_files(OUTPUT "NAME=GLOB"...) - a C file that defines embedded_files[]
# of analyzer/base/embedded.h. Each pair embeds the files that match GLOB (or
# all files below the folder GLOB) as NAME/FILE. New files are picked up.
add_executable(migver-embed ${CMAKE_SOURCE_DIR}/cmake/embed.c)
set_target_properties(migver-embed PROPERTIES EXCLUDE_FROM_ALL ON)

function(embed_files output)
	set(lines "")
	set(depends "")
	foreach(pair ${ARGN})
		string(REGEX MATCH "^([^=]+)=(.*)$" _ "${pair}")
		set(name ${CMAKE_MATCH_1})
		set(what ${CMAKE_SOURCE_DIR}/${CMAKE_MATCH_2})
		if(what MATCHES "[*]")
			get_filename_component(folder ${what} DIRECTORY)
			file(GLOB found CONFIGURE_DEPENDS ${what})
		else()
			set(folder ${what})
			file(GLOB_RECURSE found CONFIGURE_DEPENDS ${what}/*.h ${what}/*.def)
		endif()
		foreach(path ${found})
			file(RELATIVE_PATH rest ${folder} ${path})
			string(APPEND lines "${name}/${rest}\n${path}\n")
		endforeach()
		list(APPEND depends ${found})
	endforeach()
	file(CONFIGURE OUTPUT ${output}.list CONTENT "${lines}" @ONLY)
	add_custom_command(OUTPUT ${output} COMMAND migver-embed ${output}.list ${output}
		DEPENDS migver-embed ${output}.list ${depends} VERBATIM)
endfunction()
