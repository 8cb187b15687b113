#include "shared/view/html.h"

#include <utility>

#include "shared/base/check.h"
#include "shared/view/escape.h"
#include "shared/view/kinds.h"

namespace hamandish::view {

std::string_view tone_name(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return {};
    case Tone::primary:
      return "primary";
    case Tone::success:
      return "success";
    case Tone::warning:
      return "warning";
    case Tone::danger:
      return "danger";
  }
  return {};
}

Html& Html::open(std::string_view tag) {
  end_start_tag();
  if (open_.size() == depth_) ++roots_;
  out_ += '<';
  out_ += tag;
  open_.push_back(tag);
  in_start_tag_ = true;
  return *this;
}

Html& Html::attribute(std::string_view name, std::string_view value) {
  HAMANDISH_CHECK(in_start_tag_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
  return *this;
}

Html& Html::attribute_if(bool condition, std::string_view name, std::string_view value) {
  return condition ? attribute(name, value) : *this;
}

Html& Html::flag_if(bool condition, std::string_view name) {
  if (!condition) return *this;
  HAMANDISH_CHECK(in_start_tag_);
  out_ += ' ';
  out_ += name;
  return *this;
}

Html& Html::id(std::string_view id, std::string_view part) {
  if (id.empty()) return *this;
  return attribute("id", std::string(id).append(part));
}

Html& Html::style(std::string_view name, Tone tone) {
  std::string classes(name);
  const std::string_view of_tone = tone_name(tone);
  if (!classes.empty() && !of_tone.empty()) classes += ' ';
  classes += of_tone;
  return attribute_if(!classes.empty(), "class", classes);
}

Html& Html::text(std::string_view text) {
  end_start_tag();
  append_escaped(out_, text);
  return *this;
}

Html& Html::close() {
  end_start_tag();
  HAMANDISH_CHECK(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::close_empty() {
  end_start_tag();
  HAMANDISH_CHECK(!open_.empty());
  open_.pop_back();
  return *this;
}

Html& Html::leaf_if_text(std::string_view tag, std::string_view id_of, std::string_view part,
                         std::string_view content) {
  if (content.empty()) return *this;
  return open(tag).id(id_of, part).text(content).close();
}

Html& Html::leaf_part(std::string_view tag, std::string_view id_of, std::string_view part, std::string_view content) {
  end_start_tag();
  const std::size_t begin = out_.size();
  open(tag).id(id_of, part).text(content).close();
  if (parts_ != nullptr) parts_->push_back({begin, out_.size(), true});
  return *this;
}

Html& Html::child(const Node& node) {
  end_start_tag();
  if (parts_ == nullptr) {
    kind_entry(node.kind).write(*this, node);
    return *this;
  }
  const std::size_t depth = std::exchange(depth_, open_.size());
  const std::size_t roots = std::exchange(roots_, 0);
  const std::size_t part = parts_->size();
  parts_->push_back({out_.size(), 0, false});
  kind_entry(node.kind).write(*this, node);
  end_start_tag();
  (*parts_)[part].end = out_.size();
  (*parts_)[part].one_element = roots_ == 1 && node.kind != Kind::page;
  depth_ = depth;
  roots_ = roots;
  return *this;
}

Html& Html::children(const Node& node) {
  for (const Node& each : node.children) child(each);
  return *this;
}

std::string Html::take() && {
  end_start_tag();
  HAMANDISH_CHECK(open_.empty());
  return std::move(out_);
}

void Html::end_start_tag() {
  if (!in_start_tag_) return;
  out_ += '>';
  in_start_tag_ = false;
}

}  // namespace hamandish::view
