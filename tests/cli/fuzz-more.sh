# SPDX-License-Identifier: MIT
# What a campaign may need besides: a fixture, stubs, several files, coverage, an exported target.
. "$ROOT/tests/lib.sh"

XDG_CACHE_HOME=$(dirname "$MIGVER")/fuzz-cache
export XDG_CACHE_HOME
good_driver good.c

# ---- a fixture brings what module_init wants; without it the report says what failed ----

sed 's/^module_platform_driver.*//' good.c >needy.c
cat >>needy.c <<'EOF'
extern int board_level(void);
static int __init needy_init(void)
{
	return board_level() == 7 ? platform_driver_register(&demo_driver) : -ENODEV;
}
static void __exit needy_exit(void)
{
	platform_driver_unregister(&demo_driver);
}
module_init(needy_init);
module_exit(needy_exit);
MODULE_LICENSE("GPL");
EOF
cat >board.c <<'EOF'
static int level;
void krt_fixture_init(void);
void krt_fixture_init(void)
{
	level = 7;
}
int board_level(void);
int board_level(void)
{
	return level;
}
EOF
run 3 "$MIGVER" fuzz --dir needy --runs 300 needy.c
out_has "NOTHING WAS EXERCISED" "module_init failed with -19" "called without a model, returned 0: board_level (1)"
run 0 "$MIGVER" fuzz --dir needy --runs 300 --fixture board.c needy.c
out_has "fuzzed: 300 inputs"
out_lacks "called without a model"

# ---- arguments: the driver's own, gcc's, and those of a compilation database ----

sed 's/"demo-1/VERSION "/' good.c >macro.c
run 3 "$MIGVER" fuzz --dir macro --runs 300 macro.c
err_has "macro.c does not compile" "VERSION"
run 0 "$MIGVER" fuzz --dir macro --runs 300 --cc-arg '-DVERSION="demo-9"' --cc-arg -fconserve-stack \
	--cc-arg -fno-such-flag-of-clang macro.c
grep -q '^"demo-9' macro/dict || fail "the macro's literal is not in the dictionary"

# ---- seeds: formats of show and of sscanf(), with ones for what only a run knows ----

run 0 "$MIGVER" fuzz --dir seeds --runs 300 "$ROOT/corpus/drivers/conforming/nvme_sscanf_n.c"
cat seeds/seeds/* | tr -d '\n' >all
for text in halite-0001-v4.7 halite-1-v1.1 i915-GVTg_V5_4; do
	grep -q -e "$text" all || fail "no seed $text"
done

# ---- coverage: this branch needs a length that no seed has, and the list says so ----

if command -v llvm-cov-19 llvm-profdata-19 >/dev/null; then
	sed 's/^	return count;/	if (count > 4000)\n		dev_info(dev, "never\\n");\n	return count;/' \
		good.c >branch.c
	line=$(grep -n never branch.c | cut -d : -f 1)
	run 0 "$MIGVER" fuzz --dir branch --runs 300 --coverage branch.c
	out_has "never reached: branch.c:$line" "coverage: $PWD/branch/coverage/index.html"
	[ -e branch/coverage/index.html ] || fail "no HTML"
fi

# ---- an exported target builds without migver, with another compiler, and finds what fuzz finds ----

bad_driver bad.c
run 0 "$MIGVER" fuzz --dir bad --export target bad.c
[ ! -e bad/stats.csv ] || fail "an export ran the target"
grep -q "$PWD\|@NAME@" target/*.sh target/README.md && fail "the export has foreign places in it"
XDG_CACHE_HOME=/nowhere CC=gcc CXX=g++ CFLAGS='-O0 -g' LIB_FUZZING_ENGINE=replay run 0 target/build.sh
[ -e target/out/bad_seed_corpus.zip ] && [ -e target/out/bad.dict ] || fail "seeds or dictionary are missing"
MIGVER_FUZZ_OPTS=attr=migration_version run 1 target/out/bad target/seeds/*
err_has "MV201"

# ---- where a sanitizer ends the process, the rule and the sanitizer's whole report are told first ----

sed 's/^static ssize_t migration_version_store.*/static char small[4];\n&/; s/strlen(buf)/strlen(strcpy(small, buf))/' \
	good.c >small.c
run 1 "$MIGVER" fuzz --dir small --runs 300 small.c
out_has "small.c:14:16: error: writes outside its memory (global-buffer-overflow) [MV205"
err_lacks AddressSanitizer
run 0 "$MIGVER" fuzz --dir small --export memory small.c
XDG_CACHE_HOME=/nowhere CC=gcc CXX=g++ CFLAGS='-O1 -g -fsanitize=address' LIB_FUZZING_ENGINE=replay run 0 memory/build.sh
printf 'too long' >long
run 134 memory/out/small long
err_has "small.c:" "in migration_version_store(): writes outside its memory (global-buffer-overflow) [MV205]" \
	"ERROR: AddressSanitizer: global-buffer-overflow"

# ---- what an interrupted run left half filled in the cache is removed by the next that fills ----

cache=$XDG_CACHE_HOME/migver
left=$cache/krt-0123456789abcdef.gone00
mkdir -p "$left/deep"
echo x >"$left/deep/object.o"
rm -rf "$cache"/clang-*
run 0 "$MIGVER" fuzz --dir seeds --runs 100 good.c
[ ! -e "$left" ] || fail "what was left behind is still there"

# ---- a driver with more attributes than fit into a variable of the environment ----

{
	sed '/^static struct attribute \*demo_attrs/,$d' good.c
	i=0
	while [ $i -lt 400 ]; do
		echo "static DEVICE_ATTR(channel_with_quite_a_long_name_$i, 0644, migration_version_show, migration_version_store);"
		i=$((i + 1))
	done
	sed -n '/^static struct attribute \*demo_attrs/,$p' good.c
} >many.c
run 1 "$MIGVER" fuzz --dir many --runs 100 --attr '*' many.c
out_has "channel_with_quite_a_long_name_9' is nowhere in the tree" "fuzzed: "
