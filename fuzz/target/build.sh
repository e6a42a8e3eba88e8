#!/bin/bash
# Builds the fuzz target @NAME@. Made by migver fuzz --export.
#
# The variables are those of OSS-Fuzz and ClusterFuzzLite:
#
#	CC, CXX, CFLAGS, CXXFLAGS	compilers; sanitizers and coverage are in the flags
#	LIB_FUZZING_ENGINE		what to link with; "replay" links a plain main() that
#					runs the files it is given (any compiler, gcc too)
#	OUT, WORK			where results and objects go
#	ARITHMETIC			1: look for numbers that wrap or lose bits (needs clang,
#					UBSan, and UBSAN_OPTIONS without halt_on_error); empty:
#					don't. Default: 1 with plain libFuzzer
#
# Without them: libFuzzer with ASan and UBSan, results in out/.

set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${CC:=clang}" "${CXX:=clang++}"
: "${CFLAGS=-O1 -g -fsanitize=address,undefined,fuzzer-no-link -fsanitize-recover=address,undefined}"
: "${CXXFLAGS=$CFLAGS}" "${LIB_FUZZING_ENGINE:=-fsanitize=fuzzer}"
: "${OUT:=$here/out}" "${WORK:=$here/work}"
mkdir -p "$OUT" "$WORK"
cd "$here"

is_clang=
case $($CC --version 2>/dev/null) in *clang*) is_clang=1 ;; esac

# compile OBJECT SOURCE FLAGS...: in the background, some at a time
objects=()
jobs=0
compile() {
	local object=$WORK/$1 source=$2
	shift 2
	objects+=("$object")
	[ -n "$is_clang" ] || set -- "${@/#--target=*/-DKRT_NO_CLANG}"
	# shellcheck disable=SC2086 # CFLAGS is a list of words
	$CC $CFLAGS "$@" -w -fno-pie -c "$source" -o "$object" &
	jobs=$((jobs + 1))
	if [ $jobs -ge 8 ]; then
		wait -n
		jobs=$((jobs - 1))
	fi
}

# What kernel code does by design is no finding.
kernel=(-fno-strict-aliasing -fvisibility=hidden -fno-omit-frame-pointer -fno-stack-protector
	-fno-sanitize=alignment -fno-sanitize=object-size -fno-sanitize=pointer-overflow)
[ -z "$is_clang" ] || kernel+=(-Qunused-arguments -fno-sanitize=function
	-Wno-error=incompatible-function-pointer-types)

# The harness is no part of what is fuzzed: AFL++, too, adds nothing to it (AFL_NOOPT). krt is a
# little: a driver alone has fewer edges than OSS-Fuzz takes for a target.
host=(-std=gnu11 -D_GNU_SOURCE -Iruntime/fuzz -fno-sanitize=all)
[ -z "$is_clang" ] || host+=(-fno-sanitize=fuzzer-no-link)

# shellcheck source=/dev/null # flags_N, sources
. "$here/sources.sh"

# Numbers that wrap or lose bits on the way to a range check: the harness tells those that
# matter from those that are meant, so they must not end the process. AFL++ and ClusterFuzz set
# halt_on_error, with which they do; there they are not looked for.
driver=("${kernel[@]}")
is_plain=
[ -n "${FUZZING_ENGINE-}" ] || [[ $CC == *afl* ]] || [ "$LIB_FUZZING_ENGINE" != -fsanitize=fuzzer ] || is_plain=1
: "${ARITHMETIC=$is_plain}"
case $is_clang$ARITHMETIC$CFLAGS in
11*undefined*)
	arithmetic=implicit-integer-truncation,unsigned-integer-overflow
	driver+=("-fsanitize=$arithmetic" "-fsanitize-recover=$arithmetic")
	;;
esac

# The driver's variables lie between the two objects of krt that mark their bounds.
plain=("${kernel[@]}" -fno-sanitize=all)
AFL_NOOPT=1 compile bounds_begin.o runtime/fuzz/krt/bounds_begin.c "${krt_flags[@]}" "${plain[@]}"
compile_driver "${driver[@]}"
AFL_NOOPT=1 compile bounds_end.o runtime/fuzz/krt/bounds_end.c "${krt_flags[@]}" "${plain[@]}"
for source in runtime/fuzz/krt/*.c; do
	case $source in */bounds_*.c) continue ;; esac
	compile "krt-$(basename "$source" .c).o" "$source" "${krt_flags[@]}" "${kernel[@]}"
done
for source in runtime/fuzz/*.c stubs.c defaults.c; do
	[ "$LIB_FUZZING_ENGINE" = replay ] || [ "$(basename "$source")" != replay.c ] || continue
	AFL_NOOPT=1 compile "host-$(basename "$source" .c).o" "$source" "${host[@]}"
done
wait
for object in "${objects[@]}"; do
	[ -e "$object" ] || { echo "build.sh: $object did not compile" >&2; exit 1; }
done

engine=$LIB_FUZZING_ENGINE
[ "$engine" != replay ] || engine=
# shellcheck disable=SC2086 # lists of words
$CXX $CXXFLAGS -no-pie "${objects[@]}" $engine -o "$OUT/@NAME@"

cp @NAME@.dict @NAME@.options "$OUT/"
rm -f "$OUT/@NAME@_seed_corpus.zip"
if command -v zip >/dev/null; then
	(cd seeds && zip -q -r "$OUT/@NAME@_seed_corpus.zip" .)
else
	(cd seeds && python3 -m zipfile -c "$OUT/@NAME@_seed_corpus.zip" .)
fi
echo "built $OUT/@NAME@"
