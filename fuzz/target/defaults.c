/* Made by migver fuzz --export: options of the target, when MIGVER_FUZZ_OPTS is not set. */
extern const char *const fuzz_default_options;
const char *const fuzz_default_options = "@OPTIONS@";
