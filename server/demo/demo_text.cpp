#include "server/demo/demo_text.h"

#include <algorithm>
#include <array>

#include "shared/calendar/jalali.h"
#include "shared/calendar/jalali_text.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr char32_t kHalfSpace = 0x200C;

std::string whole(std::int64_t number) {
  return text::persian_digits(std::to_string(number));
}

}  // namespace

Filler::Filler(const DemoCorpus& corpus, const DemoPlace& place, Day registered_on, Dice& dice)
    : corpus_(corpus), registered_on_(registered_on), dice_(dice) {
  set("place", place.name);
  set("spot", dice_.pick(place.spots));
}

void Filler::set(std::string_view name, std::string value) {
  const auto at = std::find_if(values_.begin(), values_.end(), [&](const auto& known) { return known.first == name; });
  if (at != values_.end()) {
    at->second = std::move(value);
  } else {
    values_.emplace_back(std::string(name), std::move(value));
  }
}

const std::string& Filler::value(const std::string& name) {
  const auto known = std::find_if(values_.begin(), values_.end(), [&](const auto& at) { return at.first == name; });
  if (known != values_.end()) return known->second;
  values_.emplace_back(name, make(name));
  return values_.back().second;
}

std::string Filler::make(const std::string& name) {
  const auto day = [&](std::int64_t days) {
    return short_date({static_cast<std::int32_t>(registered_on_.number + days)});
  };
  if (name == "date") return day(-dice_.between(4, 90));
  if (name == "number") return text::persian_digits(dice_.digits(6).insert(2, "/"));
  if (name == "amount") return text::persian_number(dice_.between(5, 900) * 10'000);
  if (name == "count") return whole(dice_.between(25, 240));
  if (name == "small") return whole(dice_.between(6, 24));
  if (name == "area") return whole(dice_.between(1, 9));
  if (name == "years") return whole(dice_.between(8, 40));
  if (name == "year") return whole(dice_.between(1390, 1404));
  const auto slot = std::find_if(corpus_.slots.begin(), corpus_.slots.end(),
                                 [&](const DemoSlot& candidate) { return candidate.name == name; });
  return slot != corpus_.slots.end() ? dice_.pick(slot->values) : std::string();
}

std::string Filler::fill(std::string_view text) {
  std::string result(text);
  for (const std::string& name : slot_names(text)) {
    const std::string braces = "{" + name + "}";
    const std::size_t at = result.find(braces);
    if (at != std::string::npos) result.replace(at, braces.size(), value(name));
  }
  return result;
}

Habits make_habits(const DemoCorpus& corpus, Dice& dice) {
  Habits habits;
  habits.arabic_letters = dice.chance(25);
  const std::int64_t half_space = dice.between(0, 99);
  if (half_space >= 35) habits.half_space = half_space < 80 ? HalfSpace::space : HalfSpace::dropped;
  const std::int64_t digits = dice.between(0, 99);
  if (digits >= 45) habits.digits = digits < 80 ? Digits::ascii : (digits < 90 ? Digits::arabic : Digits::mixed);
  habits.hasty = dice.chance(20);
  if (dice.chance(12)) habits.emoji = dice.pick(corpus.emoji);
  return habits;
}

std::string with_digits(std::string_view text, Digits digits, Dice& dice) {
  constexpr std::array<char32_t, 3> kZeros = {0x06F0, U'0', 0x0660};  // in the order of Digits
  std::string result;
  for (const char32_t scalar : text::to_scalars(text)) {
    const int value = text::digit_value(scalar);
    const std::size_t set = static_cast<std::size_t>(digits == Digits::mixed ? dice.between(0, 2) : int(digits));
    text::append(result, value < 0 ? scalar : kZeros.at(set) + static_cast<char32_t>(value));
  }
  return result;
}

std::string as_typed(std::string_view text, const Habits& habits, Dice& dice) {
  std::string result;
  char32_t before = 0;
  for (const char32_t scalar : text::to_scalars(with_digits(text, habits.digits, dice))) {
    const bool joined = before == U'.' && scalar == U' ' && habits.hasty && dice.chance(40);
    before = scalar;
    if (joined || (scalar == kHalfSpace && habits.half_space == HalfSpace::dropped)) continue;
    char32_t typed = scalar;
    if (scalar == kHalfSpace && habits.half_space == HalfSpace::space) typed = U' ';
    if (scalar == 0x06CC && habits.arabic_letters) typed = 0x064A;  // yeh
    if (scalar == 0x06A9 && habits.arabic_letters) typed = 0x0643;  // kaf
    if (scalar == 0x060C && habits.hasty) typed = U',';
    text::append(result, typed);
    if ((scalar == U'!' || scalar == 0x061F) && habits.hasty) text::append(result, typed);
  }
  return result;
}

}  // namespace hamandish::server
