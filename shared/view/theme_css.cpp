#include "shared/view/theme_css.h"

#include <string_view>

#include "shared/view/tokens.h"

namespace hamandish::view {

namespace {

void append_property(std::string& css, std::string_view name, std::uint32_t colour) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  css.append("--").append(name).append(":#");
  for (int shift = 20; shift >= 0; shift -= 4) css += kDigits[(colour >> static_cast<unsigned>(shift)) & 15U];
  css += ';';
}

std::string root(std::uint32_t profile_accent, bool dark_theme) {
  const tokens::Colours& colours = dark_theme ? tokens::dark : tokens::light;
  const std::uint32_t accent = tokens::readable_accent(profile_accent, dark_theme);
  std::string css = ":root{";
  append_property(css, "background", colours.background);
  append_property(css, "surface", colours.surface);
  append_property(css, "text", colours.text);
  append_property(css, "muted", colours.muted);
  append_property(css, "line", colours.line);
  append_property(css, "control", colours.control);
  append_property(css, "danger", colours.danger);
  append_property(css, "danger-tint", colours.danger_tint);
  append_property(css, "warning", colours.warning);
  append_property(css, "warning-tint", colours.warning_tint);
  append_property(css, "success", colours.success);
  append_property(css, "success-tint", colours.success_tint);
  append_property(css, "accent", accent);
  append_property(css, "accent-tint", tokens::accent_tint(accent, dark_theme));
  append_property(css, "on-accent", tokens::text_on(accent));
  append_property(css, "on-danger", tokens::text_on(colours.danger));
  css.back() = '}';
  return css;
}

}  // namespace

std::string theme_css(std::uint32_t accent) {
  return root(accent, false) + "@media(prefers-color-scheme:dark){" + root(accent, true) + "}";
}

}  // namespace hamandish::view
