// Chance that is the same on every machine: SplitMix64 (Steele, Lea, Flood 2014) and our own choosing, because the
// distributions of <random> differ between standard libraries. For demo data only; codes and keys come from
// server/base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/check.h"

namespace hamandish::server {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  // first..last, both possible.
  std::int64_t between(std::int64_t first, std::int64_t last) {
    HAMANDISH_CHECK(first <= last);
    return first + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
  }

  bool chance(int percent) { return between(0, 99) < percent; }

  template <class T>
  const T& pick(const std::vector<T>& items) {
    HAMANDISH_CHECK(!items.empty());
    return items[static_cast<std::size_t>(next() % items.size())];
  }

  std::string digits(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + between(0, 9));
    return text;
  }

 private:
  std::uint64_t state_;
};

}  // namespace hamandish::server
