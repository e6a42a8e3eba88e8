# SPDX-License-Identifier: MIT
#
# Compares the report of a driver with the comments in its sources; prints the
# differences, nothing if there are none. First input: the text report with its
# matrix, second: stderr, then the sources. Variables: status, the exit status;
# accept, to rewrite the sources; t, a folder for temporary files.

function complain(text) { print text }

# "path:line:col: error: message [MV201 store-return]"
function read_finding(line,    place, id) {
	if (!match(line, /^[^ ]*:[0-9]+:[0-9]+: (error|warning|advice): /))
		return 0
	split(line, place, ":")
	id = line
	sub(/.* \[/, "", id)
	sub(/ .*/, "", id)
	got[place[1] ":" place[2], id] = line
	last_id = id
	findings++
	return 1
}

# "  MV201 store-return    proved          reason"
function read_verdict(line,    word) {
	if (line !~ /^  MV[0-9]+ [a-z-]+ +(proved|violated|unproved|not-applicable)/)
		return
	split(line, word, " ")
	verdicts[word[1]] = verdicts[word[1]] " " word[3]
	text[word[1]] = text[word[1]] "\n    " line
}

# The file's line without its expectation, and the expectations noted.
function read_source(line,    ids, n, i, list) {
	if (!match(line, /[ \t]*\/\* expect: [A-Z0-9 ]*\*\//))
		return line
	ids = substr(line, RSTART, RLENGTH)
	gsub(/.*expect: | *\*\//, "", ids)
	n = split(ids, list, " ")
	for (i = 1; i <= n; i++)
		want[FILENAME ":" FNR, list[i]] = 1
	return substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
}

function ids_at(place,    key, part, ids) {
	ids = ""
	for (key in got) {
		split(key, part, SUBSEP)
		if (part[1] == place)
			ids = ids_insert(ids, part[2])
	}
	return ids
}

function ids_insert(ids, id,    n, i, list, out) {
	n = split(ids, list, " ")
	out = ""
	for (i = 1; i <= n && list[i] < id; i++)
		out = out " " list[i]
	out = out " " id
	for (; i <= n; i++)
		out = out " " list[i]
	return substr(out, 2)
}

# A finding on a line that ends in a backslash goes before it: it is a macro's.
function with_expectation(line, ids) {
	if (ids == "")
		return line
	if (line ~ /\\$/)
		return substr(line, 1, length(line) - 1) "/* expect: " ids " */ \\"
	return line " /* expect: " ids " */"
}

# "path:line:col: note: writing "1.2": accepted", of the finding before it
function read_witness(line) {
	if (!sub(/^[^ ]*:[0-9]+:[0-9]+: note: writing /, "", line))
		return 0
	witnesses[last_id] = witnesses[last_id] "\n" line
	return 1
}

FILENAME == ARGV[1] { if (!read_finding($0) && !read_witness($0)) read_verdict($0); next }
FILENAME == ARGV[2] { err = err "\n    " $0; next }

{
	new = read_source($0)
	if (accept) {
		place = FILENAME ":" FNR
		lines[FILENAME, FNR] = with_expectation(new, ids_at(place))
		count[FILENAME] = FNR
	}
}
/^ \* migver-expect: conforming/ { conforming = 1 }
/^ \* migver-expect: defective/ { defective = 1 }
/^ \* migver-witness: / { id = $3; sub(/^ \* migver-witness: [A-Z0-9]* /, ""); witness_of[id] = $0 }
/^ \* migver-verdict: / { verdict_of[$3] = $4 }

END {
	if (accept) {
		for (file in count) {
			for (i = 1; i <= count[file]; i++)
				print lines[file, i] >(t "/new")
			close(t "/new")
			system("cat '" t "/new' >'" file "'")
		}
		exit
	}
	for (key in want)
		if (!(key in got)) {
			split(key, part, SUBSEP)
			complain("missing    " part[1] ": " part[2] text[part[2]])
		}
	for (key in got)
		if (!(key in want))
			complain("unexpected " got[key])
	for (id in verdict_of) {
		n = split(verdicts[id], list, " ")
		if (!n)
			complain("no verdict on " id ", " verdict_of[id] " expected")
		for (i = 1; i <= n; i++)
			if (list[i] != verdict_of[id]) {
				complain("verdict on " id " is " list[i] ", not " verdict_of[id] text[id])
				break
			}
	}
	for (id in witness_of)
		if (!index(witnesses[id], "\n" witness_of[id]))
			complain("no witness " witness_of[id] " for " id ", but" witnesses[id])
	if (conforming == defective)
		complain("the file must say migver-expect: conforming or defective")
	if (defective && !length(want))
		complain("defective, but no finding is expected")
	if (conforming && length(want))
		complain("conforming, but a finding is expected")
	if (status != (findings ? 1 : 0) || err != "")
		complain("exit status " status ", stderr:" err)
}
