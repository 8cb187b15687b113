#include "web/text/line_break.h"

#include <algorithm>
#include <initializer_list>

extern "C" {
#include <linebreak.h>
#include <linebreakdef.h>
}

namespace hamandish::text {
namespace {

// The language matters for Chinese, Japanese and Korean alone; strict, as browsers' ICU is by itself: no line begins
// with a small kana.
constexpr const char* language = "fa-strict";

// libunibreak has rule LB25 (numbers) as pairs of classes; Unicode's tests and ICU, and with it browsers, as a whole:
// (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?. The difference lies in the pairs that hold together
// only inside a number: «الف،۱» may be parted at the comma, «۱،۲» not.
class Numbers {
 public:
  explicit Numbers(std::u32string_view text) : text_(text) {
    LineBreakContext context{};
    lb_init_break_context(&context, U' ', language);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      const LineBreakClass kind = lb_get_char_class(&context, text[i]);
      // LB9: a mark belongs to what it stands on.
      if (is_one_of(kind, {LBP_CM, LBP_ZWJ}) && !signs_.empty() && signs_.back().kind != LBP_SP) continue;
      signs_.push_back({kind, i, false});
    }
    for (std::size_t i = 0; i < signs_.size();) i = signs_[i].kind == LBP_NU ? mark_number(i) : i + 1;
  }

  // Allows what only the pairs forbade.
  void loosen(std::vector<Break>& breaks) const {
    for (std::size_t i = 1; i < signs_.size(); ++i) {
      const std::uint32_t before = signs_[i].begin - 1;
      const bool joiner = text_[before] == 0x200d;  // LB8a
      if (!signs_[i].in_number && !joiner && only_in_numbers(signs_[i - 1].kind, signs_[i].kind))
        breaks[before] = Break::allowed;
    }
  }

 private:
  struct Sign {
    LineBreakClass kind;
    std::uint32_t begin;
    bool in_number;  // not its first
  };

  static bool is_one_of(LineBreakClass kind, std::initializer_list<LineBreakClass> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  static bool only_in_numbers(LineBreakClass left, LineBreakClass right) {
    switch (right) {
      case LBP_PR:
      case LBP_PO:
        return is_one_of(left, {LBP_CL, LBP_CP});
      case LBP_OP:
        return is_one_of(left, {LBP_PR, LBP_PO});
      case LBP_NU:
        return is_one_of(left, {LBP_IS, LBP_SY});
      default:
        return false;
    }
  }

  [[nodiscard]] bool at(std::size_t i, std::initializer_list<LineBreakClass> kinds) const {
    return i < signs_.size() && is_one_of(signs_[i].kind, kinds);
  }

  // `first`: its first digit. Answers where to look on.
  std::size_t mark_number(std::size_t first) {
    std::size_t begin = first;
    if (begin > 0 && at(begin - 1, {LBP_OP, LBP_HY})) --begin;
    if (begin > 0 && at(begin - 1, {LBP_PR, LBP_PO})) --begin;
    std::size_t end = first;
    while (at(end, {LBP_NU, LBP_SY, LBP_IS})) ++end;
    if (at(end, {LBP_CL, LBP_CP})) ++end;
    if (at(end, {LBP_PR, LBP_PO})) ++end;
    for (std::size_t i = begin + 1; i < end; ++i) signs_[i].in_number = true;
    return end;
  }

  std::u32string_view text_;
  std::vector<Sign> signs_;
};

}  // namespace

std::vector<Break> line_breaks(std::u32string_view text) {
  static_assert(sizeof(utf32_t) == sizeof(char32_t));
  std::vector<char> found(text.size());
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(text.data()), text.size(), language, found.data());
  std::vector<Break> breaks(text.size(), Break::none);
  std::transform(found.begin(), found.end(), breaks.begin(), [](char kind) {
    if (kind == LINEBREAK_MUSTBREAK) return Break::mandatory;
    return kind == LINEBREAK_ALLOWBREAK ? Break::allowed : Break::none;
  });
  Numbers(text).loosen(breaks);
  if (!breaks.empty()) breaks.back() = Break::none;  // LB3 is no line break for us
  return breaks;
}

}  // namespace hamandish::text
