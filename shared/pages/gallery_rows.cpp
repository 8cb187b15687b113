#include "shared/pages/gallery_rows.h"

#include <charconv>

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/text/digits.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

using view::Kind;
using view::Node;
using view::Tone;

namespace {

// Rows that differ, so that a row in a wrong place is seen: every tenth is urgent, every fifteenth long.
Node row_of(std::size_t number) {
  const std::string digits = std::to_string(number);
  const bool urgent = number % 10 == 0;
  Node state = view::node(Kind::badge, say(urgent ? "gallery.urgent" : "gallery.calm"), {});
  state.tone = urgent ? Tone::danger : Tone::neutral;
  Node row = view::node(Kind::row, {},
                        {view::link(say("gallery.row", {{"number", digits}}), "/gallery?row=" + digits),
                         view::paragraph(number % 15 == 0 ? say("gallery.long") : say("gallery.short")),
                         view::paragraph(text::persian_number(static_cast<std::int64_t>(number))),
                         view::paragraph(say("gallery.day")), std::move(state)});
  if (urgent) row.tone = Tone::danger;
  return row;
}

}  // namespace

std::optional<std::size_t> gallery_rows(std::string_view param) {
  constexpr std::string_view kBefore = "rows-";
  constexpr std::size_t kMost = 100'000;
  if (!param.starts_with(kBefore)) return std::nullopt;
  param.remove_prefix(kBefore.size());
  std::size_t rows = 0;
  const auto read = std::from_chars(param.data(), param.data() + param.size(), rows);
  const bool whole = read.ec == std::errc() && read.ptr == param.data() + param.size();
  return whole && rows > 0 && rows <= kMost ? std::optional(rows) : std::nullopt;
}

Node gallery_rows_view(const Site& site, std::size_t rows) {
  Node table = view::node(Kind::table, say("gallery.table"), {}, "g-rows");
  table.columns = {say("case.subject"), say("case.text"), say("gallery.row_number"), say("case.due_on"),
                   say("case.state")};
  table.children.reserve(rows);
  for (std::size_t i = 1; i <= rows; ++i) table.children.push_back(row_of(i));
  return frame(site, say("gallery.heading"), {title_heading(say("gallery.heading")), std::move(table)});
}

}  // namespace hamandish::pages
