// Numbers in text, for the browser's program: the browser reads and writes them itself, exactly, so that the C library's
// conversions (18 kB of code, for JSON alone) stay out of the WASM. Linked in by --wrap, see cmake/wasm.cmake.
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "web/platform/host.h"

extern "C" {

// `text` is one whole number, as the JSON reader has found it.
double __wrap_strtod(const char* text, char** end) {
  const std::size_t size = std::strlen(text);
  if (end != nullptr) *end = const_cast<char*>(text) + size;  // NOLINT: the C library's own signature
  return host_number(text, size);
}

// The two formats that this program has; a third stops it, so that whoever adds one finds this function.
int __wrap_snprintf(char* to, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  int written = 0;
  if (std::string_view(format) == "%.*g") {  // JSON writer: the shortest digits that read back as the same value
    static_cast<void>(va_arg(values, int));
    written = host_number_text(va_arg(values, double), to, size);
  } else if (std::string_view(format) == "<U+%.4X>") {  // JSON reader: a control character in an error nobody is shown
    if (size > 0) *to = 0;
  } else {
    __builtin_trap();
  }
  va_end(values);
  return written;
}
}
