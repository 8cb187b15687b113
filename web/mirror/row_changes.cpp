#include "web/mirror/row_changes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "shared/view/escape.h"
#include "web/mirror/tag_id.h"

namespace hamandish::web {

namespace {

constexpr char kBetween = '\x1F';
constexpr std::string_view kRow = "<tr ";
constexpr std::string_view kRowEnd = "</tr>";

// What the person may have changed, or what has begun to load, would come along with the element.
constexpr std::array kOwnState = {"input", "select", "textarea", "details", "img", "audio"};

// Takes what stands before the next tag. There is no other `<` or `>`: values and texts are escaped.
std::string_view next_text(std::string_view& html) {
  const std::string_view text = html.substr(0, html.find('<'));
  html.remove_prefix(text.size());
  return text;
}

std::string_view next_tag(std::string_view& html) {
  const std::string_view tag = html.substr(0, html.find('>') + 1);
  html.remove_prefix(tag.size());
  return tag;
}

struct Attribute {
  std::string_view name;
  std::string_view value;  // escaped
  bool operator==(const Attribute&) const = default;
};

// Those of a start tag.
std::vector<Attribute> attributes_of(std::string_view tag) {
  std::vector<Attribute> all;
  tag.remove_prefix(tag.find_first_of(" >"));
  while (tag.starts_with(' ')) {
    tag.remove_prefix(1);
    Attribute attribute;
    attribute.name = tag.substr(0, tag.find_first_of(" =>"));
    tag.remove_prefix(attribute.name.size());
    if (tag.starts_with('=')) {
      attribute.value = tag.substr(2, tag.find('"', 2) - 2);
      tag.remove_prefix(attribute.value.size() + 3);
    }
    all.push_back(attribute);
  }
  return all;
}

bool has(const std::vector<Attribute>& all, std::string_view name) {
  return std::any_of(all.begin(), all.end(), [name](const Attribute& one) { return one.name == name; });
}

// The edits that make one row another; asked once.
class Edits {
 public:
  // False if they are not built alike.
  bool compare(std::string_view from, std::string_view to) {
    while (!from.empty() && !to.empty()) {
      const std::string_view was = next_tag(from);
      const std::string_view is = next_tag(to);
      if (!compare_tags(was, is)) return false;
      const std::string_view before = next_text(from);
      const std::string_view after = next_text(to);
      // Only a text that is all that its element holds.
      const bool is_whole = !was.starts_with("</") && from.starts_with("</") && to.starts_with("</");
      if (before != after && (!is_whole || !add({}, after))) return false;
      end_line();
    }
    return from.empty() && to.empty();
  }
  [[nodiscard]] const std::string& lines() const { return lines_; }

 private:
  bool compare_tags(std::string_view was, std::string_view is) {
    if (was.starts_with("</")) return was == is;
    const std::string_view name = was.substr(1, was.find_first_of(" >") - 1);
    if (std::find(kOwnState.begin(), kOwnState.end(), name) != kOwnState.end()) return false;
    if (name != is.substr(1, is.find_first_of(" >") - 1)) return false;
    if (was == is) return true;
    const std::vector<Attribute> before = attributes_of(was);
    const std::vector<Attribute> after = attributes_of(is);
    for (const Attribute& one : before) {
      if (one.name == "id") id_ = one.value;
    }
    for (const Attribute& one : after) {
      const bool stands = std::find(before.begin(), before.end(), one) != before.end();
      if (!stands && !add(one.name, one.value)) return false;
    }
    for (const Attribute& one : before) {
      if (!has(after, one.name) && !add(std::string("-").append(one.name), {})) return false;
    }
    return true;
  }

  // An element with an id always changes it; what has none cannot be found.
  bool add(std::string_view name, std::string_view value) {
    if (id_.empty() || value.find_first_of("\n\x1F") != std::string_view::npos) return false;
    if (line_.empty()) line_ = id_;
    line_.append(1, kBetween).append(name).append(1, kBetween);
    view::append_unescaped(line_, value);
    return true;
  }

  void end_line() {
    if (!line_.empty()) lines_.append(lines_.empty() ? "" : "\n").append(line_);
    line_.clear();
    id_ = {};
  }

  std::string_view id_;  // of the element that has just begun
  std::string line_;
  std::string lines_;
};

std::vector<std::string_view> rows_of(std::string_view table) {
  std::vector<std::string_view> rows;
  std::size_t at = table.find("<tbody");
  while ((at = table.find(kRow, at)) != std::string_view::npos) {
    const std::size_t end = table.find(kRowEnd, at) + kRowEnd.size();
    rows.push_back(table.substr(at, end - at));
    at = end;
  }
  return rows;
}

void add_line(std::string& to, std::string_view line) {
  if (!to.empty()) to += '\n';
  to += line;
}

}  // namespace

RowChanges change_rows(std::string_view gone, std::string_view came) {
  const std::vector<std::string_view> going = rows_of(gone);
  const std::vector<std::string_view> coming = rows_of(came);
  RowChanges changes;
  std::string anew;
  for (std::size_t i = 0; i < std::max(going.size(), coming.size()); ++i) {
    Edits edits;
    if (i < going.size() && i < coming.size() && edits.compare(going[i], coming[i])) {
      add_line(changes.edits, edits.lines());
      continue;
    }
    if (i < going.size()) add_line(changes.gone, tag_id(going[i]));
    if (i < coming.size()) anew += coming[i];
  }
  if (anew.empty()) return changes;
  const std::size_t rows = came.find(kRow, came.find("<tbody"));
  changes.html.append(came.substr(0, rows)).append(anew).append(came.substr(came.rfind(kRowEnd) + kRowEnd.size()));
  return changes;
}

}  // namespace hamandish::web
