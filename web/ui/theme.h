// The colours of a page by role, made from shared/view/tokens.h and the organisation's accent. Values are 0xRRGGBB.
#pragma once

#include <cstdint>

#include "shared/view/node.h"
#include "shared/view/tokens.h"
#include "web/ui/ui.h"

namespace hamandish::web {

struct Palette : view::tokens::Colours {
  std::uint32_t accent = 0;
  std::uint32_t accent_tint = 0;
  std::uint32_t on_accent = 0;  // text on a filled accent
  std::uint32_t selection = 0;  // behind selected text
};

Palette palette(const Theme& theme);

// What a text is drawn with; resolved when painting, so that a change of theme needs no layout.
enum class Ink : std::uint8_t { text, muted, accent, on_accent, success, warning, danger };

std::uint32_t colour_of(Ink ink, const Palette& colours);
// Text in this tone: neutral is plain text, primary the accent.
Ink ink_of(view::Tone tone);
// Background of an area in this tone (notice, badge, marked row).
std::uint32_t tint_of(view::Tone tone, const Palette& colours);

}  // namespace hamandish::web
