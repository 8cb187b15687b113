#include "web/mirror/html_changes.h"

#include <algorithm>

#include "shared/view/html_writer.h"
#include "web/mirror/tag_id.h"

namespace hamandish::web {

namespace {

std::string_view text_of(const view::HtmlPart& part, std::string_view html) {
  return html.substr(part.begin, part.end - part.begin);
}

// Name and id of the element that a part is; the id is empty if it has none.
struct Root {
  std::string_view name;
  std::string_view id;
};

Root root_of(std::string_view html) {
  const std::string_view tag = html.substr(0, html.find('>'));
  return {tag.substr(1, tag.find(' ') - 1), tag_id(tag)};
}

// Of the field of this name; npos if it is not there.
std::size_t position_of(std::string_view name, std::string_view html) {
  std::string written = " name=\"";
  written.append(name).append("\"");
  return html.find(written);
}

// Chromium parses small HTML of plain elements twice as fast as any with a legend.
constexpr std::string_view kPlainName = "i";

bool is_before(std::string_view a, std::string_view b) {
  return a < b;
}

}  // namespace

bool HtmlChanges::is_touched(std::string_view html) const {
  return std::any_of(touched_.begin(), touched_.end(),
                     [html](const std::string& name) { return position_of(name, html) != std::string_view::npos; });
}

std::string_view HtmlChanges::known(std::string_view id) const {
  const auto at = std::lower_bound(known_.begin(), known_.end(), id, [](const Part& one, std::string_view wanted) {
    return is_before(one.first, wanted);
  });
  return at != known_.end() && at->first == id ? at->second : std::string_view();
}

// Whether a part of the new HTML is that of the old one with this id: it begins where that began, and as much follows it.
bool HtmlChanges::held(std::string_view id, const view::HtmlPart& part, std::size_t size) const {
  const std::string_view old = known(id);
  return !old.empty() && static_cast<std::size_t>(old.data() - last_.data()) == part.begin &&
         last_.size() - part.begin - old.size() == size - part.end;
}

HtmlChanges::Change HtmlChanges::of(const view::Node& page) {
  std::vector<view::HtmlPart> parts;
  std::string html = view::write_html(page, parts);
  std::erase_if(parts, [](const view::HtmlPart& part) { return !part.one_element; });

  // Before `begin` and from `end` on it is what it was.
  const auto [changed, was] = std::mismatch(html.begin(), html.end(), last_.begin(), last_.end());
  auto begin = static_cast<std::size_t>(changed - html.begin());
  const std::size_t most = std::min(html.size(), last_.size()) - begin;
  std::size_t after = 0;
  while (after < most && html[html.size() - 1 - after] == last_[last_.size() - 1 - after]) ++after;
  // What came at the end of an element, or went there, is counted from its first letter and not from its second on, for the
  // end tag begins with the same one.
  while (begin > 0 && html[begin] != '<' && html[html.size() - 1 - after] == last_[last_.size() - 1 - after]) {
    --begin;
    ++after;
  }
  std::size_t end = html.size() - after;
  if (html == last_) end = 0;
  for (const std::string& name : touched_) {
    const std::size_t field = position_of(name, html);
    const auto part = std::find_if(parts.rbegin(), parts.rend(), [field](const view::HtmlPart& one) {
      return one.begin <= field && field < one.end;
    });
    if (part == parts.rend()) continue;
    begin = std::min(begin, part->begin);
    end = std::max(end, part->end);
  }

  if (known_.empty() || begin > end) begin = end = 0;

  Change change;
  view::HtmlPart inside{0, html.size(), false};
  for (const view::HtmlPart& part : parts) {
    if (known_.empty() || part.begin >= begin) break;
    const std::string_view whole = text_of(part, html);
    const Root root = root_of(whole);
    const std::size_t first = part.begin + whole.find('>') + 1;
    const std::size_t last = part.end - root.name.size() - 3;  // of its end tag
    if (root.id.empty() || first > begin || last < end || last < first || !held(root.id, part, html.size())) continue;
    inside = {first, last, true};
    change.within = root.id;
  }

  std::size_t done = inside.begin;
  std::size_t child_end = done;  // of the child of `inside` that the part belongs to
  for (const view::HtmlPart& part : parts) {
    if (part.begin < done || part.end > inside.end || known_.empty()) continue;
    const bool is_child = part.begin >= child_end;
    if (is_child) child_end = part.end;
    const std::string_view whole = text_of(part, html);
    const Root root = root_of(whole);
    if (root.id.empty() || known(root.id) != whole || is_touched(whole)) continue;
    const std::string_view name = is_child && root.name == "legend" ? kPlainName : root.name;
    change.html.append(html, done, part.begin - done);
    change.html.append("<").append(name).append(" id=\"").append(root.id).append("\" same></").append(name).append(">");
    done = part.end;
  }
  change.html.append(html, done, inside.end - done);
  touched_.clear();
  known_.clear();
  last_ = std::move(html);
  for (const view::HtmlPart& part : parts) {
    const std::string_view whole = text_of(part, last_);
    if (const Root root = root_of(whole); !root.id.empty()) known_.emplace_back(root.id, whole);
  }
  std::sort(known_.begin(), known_.end(), [](const Part& a, const Part& b) { return is_before(a.first, b.first); });
  return change;
}

void HtmlChanges::touched(std::string_view field) {
  if (std::find(touched_.begin(), touched_.end(), field) == touched_.end()) touched_.emplace_back(field);
}

void HtmlChanges::forget() {
  known_.clear();
}

}  // namespace hamandish::web
