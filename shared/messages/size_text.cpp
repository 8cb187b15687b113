#include "shared/messages/size_text.h"

#include <algorithm>

#include "shared/messages/messages.h"
#include "shared/text/digits.h"

namespace hamandish {

std::string size_text(std::int64_t bytes) {
  constexpr std::int64_t kKilo = 1024;
  constexpr std::int64_t kMega = kKilo * kKilo;
  const std::int64_t kilobytes = std::max<std::int64_t>(1, (bytes + kKilo - 1) / kKilo);
  if (kilobytes < kKilo) return say("size.kilobytes", {{"count", text::persian_number(kilobytes)}});
  const std::int64_t tenths = (bytes * 10 + kMega / 2) / kMega;
  if (tenths % 10 == 0) return say("size.megabytes", {{"count", text::persian_number(tenths / 10)}});
  return say("size.megabytes_and",
             {{"whole", text::persian_number(tenths / 10)}, {"tenths", text::persian_number(tenths % 10)}});
}

}  // namespace hamandish
