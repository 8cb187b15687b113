#include "shared/consultations/clause_head.h"

#include <array>
#include <cstddef>

#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::string_view kArticle = "ماده";
constexpr std::string_view kSingle = "واحده";
constexpr std::string_view kNote = "تبصره";
constexpr std::string_view kItem = "بند";
constexpr int kMostDigits = 3;  // «۱۴۰۵-» begins a date or a year, not the item number 1405

// The order in which items are lettered.
constexpr std::array<std::string_view, 32> kLetters = {"الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ",
                                                       "ر",   "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ",
                                                       "ف",   "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی"};

bool is_space(char32_t one) {
  return one == U' ' || one == U'\t' || one == 0x00A0 || one == 0x200C || (one >= 0x2000 && one <= 0x200F) ||
         one == 0x202F;
}

bool is_separator(char32_t one) {
  return one == U'-' || one == U':' || one == U'.' || one == U')' || one == 0x0640 ||
         (one >= 0x2010 && one <= 0x2015) || one == 0x2212 || one == U'/';
}

// Walks along a line by scalars.
class Line {
 public:
  explicit Line(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }
  bool after_space() const { return at_ > 0 && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t'); }
  char32_t next() const { return at_end() ? U'\0' : text::decode(text_, at_).scalar; }
  void step() { at_ += static_cast<std::size_t>(text::decode(text_, at_).bytes); }

  bool skip_spaces() {
    const std::size_t before = at_;
    while (!at_end() && is_space(next())) step();
    return at_ != before;
  }
  bool skip_separators() {
    bool found = false;
    skip_spaces();
    while (!at_end() && is_separator(next())) {
      found = true;
      step();
      skip_spaces();
    }
    return found || at_end();
  }
  // The word, and not only the beginning of a longer one. Letters of Arabic keyboards count as the Persian ones.
  bool take_word(std::string_view word) {
    Line probe = *this;
    std::string letters;
    while (!probe.at_end() && !is_space(probe.next()) && !is_separator(probe.next()) &&
           text::digit_value(probe.next()) < 0 && letters.size() <= 2 * word.size()) {
      text::append(letters, probe.next());
      probe.step();
    }
    if (text::for_storage_one_line(letters) != word) return false;
    *this = probe;
    return true;
  }
  // A number of at most kMostDigits digits as Persian digits; empty if there is none.
  std::string take_number(int& value) {
    Line probe = *this;
    std::string digits;
    value = 0;
    int count = 0;
    while (!probe.at_end() && text::digit_value(probe.next()) >= 0) {
      const int digit = text::digit_value(probe.next());
      value = value * 10 + digit;
      digits += static_cast<char>('0' + digit);
      probe.step();
      if (++count > kMostDigits) return {};
    }
    if (count > 0) *this = probe;
    return text::persian_digits(digits);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<ClauseHead> finish(ClauseHead head, Line line) {
  head.separated = line.skip_separators();
  head.rest = line.rest();
  return head;
}

std::optional<ClauseHead> article(Line line) {
  if (!line.take_word(kArticle)) return std::nullopt;
  line.skip_spaces();
  ClauseHead head;
  head.kind = ClauseKind::article;
  if (line.take_word(kSingle)) return finish(head, line);
  line.skip_separators();  // «ماده-۱»
  head.label = line.take_number(head.number);
  if (head.label.empty()) return std::nullopt;
  return finish(head, line);
}

std::optional<ClauseHead> note(Line line) {
  if (!line.take_word(kNote)) return std::nullopt;
  line.skip_spaces();
  ClauseHead head;
  head.kind = ClauseKind::note;
  head.label = line.take_number(head.number);
  return finish(head, line);
}

bool take_letter(Line& line, ClauseHead& head) {
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    if (!line.take_word(kLetters[i])) continue;
    head.label = kLetters[i];
    head.letter = static_cast<int>(i) + 1;
    return true;
  }
  return false;
}

// «۱», «۱-۲», «۲.۳»: the parts of a number of several levels, joined by hyphens.
bool take_numbers(Line& line, ClauseHead& head) {
  head.label = line.take_number(head.number);
  if (head.label.empty()) return false;
  while (line.next() == U'-' || line.next() == U'.') {
    Line probe = line;
    probe.step();
    int value = 0;
    const std::string further = probe.take_number(value);
    // «۱-۲ متن» is a range or a decimal; only «۱-۲- متن» numbers an item.
    if (further.empty() || !is_separator(probe.next())) break;
    head.label += "-" + further;
    head.number = 0;
    line = probe;
  }
  return true;
}

std::optional<ClauseHead> item(Line line) {
  ClauseHead head;
  head.kind = ClauseKind::item;
  const bool named = line.take_word(kItem);
  if (named) line.skip_spaces();
  if (!take_letter(line, head) && !take_numbers(line, head)) return std::nullopt;
  head.separated = line.skip_separators();
  head.rest = line.rest();
  // «۱.۵ درصد», «۲۰/۳»: a number goes on right after the separator; «۲ نفر»: no separator at all.
  const bool goes_on = !line.after_space() && text::digit_value(line.next()) >= 0;
  if (!head.separated || goes_on || (head.rest.empty() && !named)) return std::nullopt;
  return head;
}

}  // namespace

std::optional<ClauseHead> read_clause_head(std::string_view line) {
  Line start(line);
  start.skip_spaces();
  if (std::optional<ClauseHead> head = article(start)) return head;
  if (std::optional<ClauseHead> head = note(start)) return head;
  return item(start);
}

}  // namespace hamandish
