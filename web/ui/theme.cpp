#include "web/ui/theme.h"

namespace hamandish::web {

using view::Tone;
namespace tokens = view::tokens;

Palette palette(const Theme& theme) {
  const tokens::Scheme scheme{theme.dark, theme.contrast};
  Palette colours{tokens::colours_of(scheme)};
  const std::uint32_t accent = theme.accent != 0 ? theme.accent : tokens::default_accent;
  colours.accent = tokens::readable_accent(accent, scheme);
  colours.accent_tint = tokens::accent_tint(colours.accent, scheme);
  colours.on_accent = tokens::text_on(colours.accent);
  colours.selection = theme.dark ? 0x2f4f7a : 0xb9d4f5;
  return colours;
}

std::uint32_t colour_of(Ink ink, const Palette& colours) {
  switch (ink) {
    case Ink::text:
      return colours.text;
    case Ink::muted:
      return colours.muted;
    case Ink::accent:
      return colours.accent;
    case Ink::on_accent:
      return colours.on_accent;
    case Ink::success:
      return colours.success;
    case Ink::warning:
      return colours.warning;
    case Ink::danger:
      return colours.danger;
  }
  return colours.text;
}

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return Ink::text;
    case Tone::primary:
      return Ink::accent;
    case Tone::success:
      return Ink::success;
    case Tone::warning:
      return Ink::warning;
    case Tone::danger:
      return Ink::danger;
  }
  return Ink::text;
}

std::uint32_t tint_of(Tone tone, const Palette& colours) {
  switch (tone) {
    case Tone::neutral:
      return colours.surface;
    case Tone::primary:
      return colours.accent_tint;
    case Tone::success:
      return colours.success_tint;
    case Tone::warning:
      return colours.warning_tint;
    case Tone::danger:
      return colours.danger_tint;
  }
  return colours.surface;
}

}  // namespace hamandish::web
