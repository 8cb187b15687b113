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

std::string rule(std::string_view selector, std::uint32_t profile_accent, tokens::Scheme scheme) {
  const tokens::Colours& colours = tokens::colours_of(scheme);
  const std::uint32_t accent = tokens::readable_accent(profile_accent, scheme);
  std::string css(selector);
  css.append("{color-scheme:").append(scheme.dark ? "dark;" : "light;");
  append_property(css, "background", colours.background);
  append_property(css, "surface", colours.surface);
  append_property(css, "text", colours.text);
  append_property(css, "muted", colours.muted);
  append_property(css, "line", colours.line);
  append_property(css, "track", colours.track);
  append_property(css, "control", colours.control);
  append_property(css, "danger", colours.danger);
  append_property(css, "danger-tint", colours.danger_tint);
  append_property(css, "warning", colours.warning);
  append_property(css, "warning-tint", colours.warning_tint);
  append_property(css, "success", colours.success);
  append_property(css, "success-tint", colours.success_tint);
  append_property(css, "accent", accent);
  append_property(css, "accent-tint", tokens::accent_tint(accent, scheme));
  append_property(css, "on-accent", tokens::text_on(accent));
  append_property(css, "on-danger", tokens::text_on(colours.danger));
  css.back() = '}';
  return css;
}

}  // namespace

// The same rules again for what was chosen by hand: repeated bytes cost next to nothing once compressed.
std::string theme_css(std::uint32_t accent) {
  constexpr tokens::Scheme kLight{};
  constexpr tokens::Scheme kDark{true, false};
  constexpr tokens::Scheme kLightContrast{false, true};
  constexpr tokens::Scheme kDarkContrast{true, true};
  constexpr std::string_view kNotLight = ":root:not([data-theme=light])";
  constexpr std::string_view kOfDevice = ":root:not([data-theme])";
  constexpr std::string_view kContrast = ":root[data-theme=contrast]";
  return rule(":root", accent, kLight) + "@media(prefers-color-scheme:dark){" + rule(kNotLight, accent, kDark) + "}" +
         rule(":root[data-theme=dark]", accent, kDark) + "@media(prefers-contrast:more){" +
         rule(kOfDevice, accent, kLightContrast) + "@media(prefers-color-scheme:dark){" +
         rule(kOfDevice, accent, kDarkContrast) + "}}" + rule(kContrast, accent, kLightContrast) +
         "@media(prefers-color-scheme:dark){" + rule(kContrast, accent, kDarkContrast) + "}";
}

}  // namespace hamandish::view
