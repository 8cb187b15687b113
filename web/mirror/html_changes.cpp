#include "web/mirror/html_changes.h"

#include <algorithm>
#include <functional>

#include "shared/view/html_writer.h"
#include "web/mirror/tag_id.h"

namespace hamandish::web {

namespace {

// Chromium parses small HTML of plain elements twice as fast as any with a legend.
constexpr std::string_view kPlainName = "i";

// The element that a node wrote, if it has an id, in the order of the text.
struct Element {
  std::string_view whole;
  std::string_view tag;  // without the «>»
  std::string_view name;
  std::string_view id;
  std::size_t next = 0;  // the first behind it that is not in it
};

// What stands between the tags of the element, in `whole` or in what it was before if its start tag was the same.
std::string_view inside_of(std::string_view whole, const Element& element) {
  const std::size_t start = element.tag.size() + 1;
  return whole.substr(start, whole.size() - start - element.name.size() - 3);  // of its end tag
}

const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool lies_in(std::string_view part, std::string_view whole) {
  return part.data() >= whole.data() && end_of(part) <= end_of(whole);
}

std::vector<Element> elements_of(std::string_view html, const std::vector<view::HtmlPart>& parts) {
  std::vector<Element> elements;
  elements.reserve(parts.size());
  std::vector<std::size_t> open;
  for (const view::HtmlPart& part : parts) {
    if (!part.one_element) continue;
    const std::string_view whole = html.substr(part.begin, part.end - part.begin);
    const std::string_view tag = whole.substr(0, whole.find('>'));
    const std::string_view id = tag_id(tag);
    if (id.empty()) continue;
    for (; !open.empty() && !lies_in(whole, elements[open.back()].whole); open.pop_back()) {
      elements[open.back()].next = elements.size();
    }
    open.push_back(elements.size());
    elements.push_back({whole, tag, tag.substr(1, tag.find(' ') - 1), id});
  }
  for (const std::size_t one : open) elements[one].next = elements.size();
  return elements;
}

// Where a field of one of these names is written.
std::vector<const char*> places_of(const std::vector<std::string>& names, std::string_view html) {
  std::vector<const char*> places;
  for (const std::string& name : names) {
    std::string written = " name=\"";
    written.append(name).append("\"");
    if (const std::size_t at = html.find(written); at != std::string_view::npos) places.push_back(html.data() + at);
  }
  return places;
}

// What an element holds, or the page, now and last time, and which elements are in it now.
struct Content {
  std::string_view id;
  std::string_view now;
  std::string_view last;
  std::size_t first = 0;
  std::size_t end = 0;
};

// Of a page with the one before.
class Comparison {
 public:
  using Known = std::function<std::string_view(std::string_view id)>;
  Comparison(const std::vector<Element>& elements, const std::vector<const char*>& touched, Known known)
      : elements_(elements), touched_(touched), known_(std::move(known)) {}

  std::vector<HtmlChanges::Change> of(std::string_view now, std::string_view last) && {
    const Content page{{}, now, last, 0, elements_.size()};
    if (!is_same(now, last)) compare(page);
    if (has_moved_) {
      changes_.clear();
      write(page);
    }
    return std::move(changes_);
  }

 private:
  [[nodiscard]] bool is_same(std::string_view now, std::string_view last) const {
    return now == last && std::none_of(touched_.begin(), touched_.end(),
                                       [now](const char* at) { return now.data() <= at && at < end_of(now); });
  }

  void compare(const Content& content) {
    const std::size_t noted = changes_.size();
    if (compare_elements(content)) return;
    changes_.resize(noted);
    write(content);
  }

  // Whether all that changed is inside elements that stand where they stood, as they were.
  bool compare_elements(const Content& content) {
    const char* now_at = content.now.data();
    const char* last_at = content.last.data();
    const auto same_until = [&](const char* now, const char* last) {
      return last >= last_at && between(now_at, now) == between(last_at, last);
    };
    bool found = false;
    for (std::size_t one = content.first; one < content.end; one = elements_[one].next) {
      const Element& element = elements_[one];
      const std::string_view was = known_(element.id);
      if (was.empty() || !lies_in(was, content.last) || !same_until(element.whole.data(), was.data())) return false;
      now_at = end_of(element.whole);
      last_at = end_of(was);
      if (is_same(element.whole, was)) continue;
      const bool has_end_tag = element.whole.size() > element.tag.size() + 1;
      if (!has_end_tag || !was.starts_with(element.tag) || was[element.tag.size()] != '>') return false;
      found = true;
      compare({element.id, inside_of(element.whole, element), inside_of(was, element), one + 1, element.next});
    }
    return found && same_until(end_of(content.now), end_of(content.last));
  }

  void write(const Content& content) {
    std::string html;
    const char* done = content.now.data();
    const char* child_end = done;  // of the child that the element belongs to
    for (std::size_t one = content.first; one < content.end;) {
      const auto& [whole, tag, name, id, next] = elements_[one];
      const bool is_child = whole.data() >= child_end;
      if (is_child) child_end = end_of(whole);
      const std::string_view was = known_(id);
      has_moved_ = has_moved_ || (!was.empty() && !lies_in(was, content.last));
      if (!is_same(whole, was)) {
        ++one;
        continue;
      }
      const std::string_view stand_in = is_child && name == "legend" ? kPlainName : name;
      html.append(between(done, whole.data())).append("<").append(stand_in).append(" id=\"").append(id);
      html.append("\" same></").append(stand_in).append(">");
      done = end_of(whole);
      one = next;
    }
    html.append(between(done, end_of(content.now)));
    changes_.push_back({std::string(content.id), std::move(html)});
  }

  const std::vector<Element>& elements_;
  const std::vector<const char*>& touched_;
  Known known_;
  std::vector<HtmlChanges::Change> changes_;
  bool has_moved_ = false;  // from one change into another
};

}  // namespace

std::string_view HtmlChanges::known(std::string_view id) const {
  const auto at = std::lower_bound(known_.begin(), known_.end(), id,
                                   [](const Part& one, std::string_view wanted) { return one.first < wanted; });
  return at != known_.end() && at->first == id ? at->second : std::string_view();
}

std::vector<HtmlChanges::Change> HtmlChanges::of(const view::Node& page) {
  std::vector<view::HtmlPart> parts;
  std::string html = view::write_html(page, parts);
  const std::vector<Element> elements = elements_of(html, parts);
  const std::vector<const char*> touched = places_of(touched_, html);
  std::vector<Change> changes;
  if (known_.empty()) {
    changes.push_back({{}, html});
  } else {
    changes = Comparison(elements, touched, [this](std::string_view id) { return known(id); }).of(html, last_);
  }
  touched_.clear();

  const char* const from = html.data();
  last_ = std::move(html);
  const auto now_in_last = [&](std::string_view text) {
    return std::string_view(last_).substr(static_cast<std::size_t>(text.data() - from), text.size());
  };
  known_.clear();
  for (const Element& one : elements) known_.emplace_back(now_in_last(one.id), now_in_last(one.whole));
  std::sort(known_.begin(), known_.end(), [](const Part& a, const Part& b) { return a.first < b.first; });
  return changes;
}

void HtmlChanges::touched(std::string_view field) {
  if (std::find(touched_.begin(), touched_.end(), field) == touched_.end()) touched_.emplace_back(field);
}

void HtmlChanges::forget() {
  known_.clear();
}

}  // namespace hamandish::web
