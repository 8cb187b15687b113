// A resident without a national number: the 8 to 12 digits of the residents' register, or a passport number. Neither has
// a public check digit (domain.md 2.1), so only the shape counts. Kept with ASCII digits and capital letters.
#include "shared/forms/kinds/kinds.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr std::size_t kLeast = 6;
constexpr std::size_t kMost = 15;

// NOLINTNEXTLINE(performance-unnecessary-value-param): the type of KindRule::check
Checked check(const Field& /*field*/, std::string value) {
  std::string id;
  bool holds = true;
  for (const char character : text::ascii_digits(value)) {
    if (character == ' ' || character == '-') continue;
    const bool small = character >= 'a' && character <= 'z';
    const bool known = small || (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z');
    holds = holds && known;
    id += small ? static_cast<char>(character - 'a' + 'A') : character;
  }
  holds = holds && id.size() >= kLeast && id.size() <= kMost && id.find_first_of("0123456789") != std::string::npos;
  return holds ? Checked{std::move(id), {}, {}} : Checked{std::move(value), "form.foreign_id", {}};
}

}  // namespace

constinit const KindRule kForeignIdRule = {FieldKind::foreign_id, "form.write", 0, 0, check};

}  // namespace hamandish
