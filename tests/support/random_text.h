// Text as no person writes it, for tests of properties: letters, marks, forms, joiners, direction marks, spaces and
// ill-formed bytes in every order. The same seed gives the same text on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hamandish {

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : state_(seed) {}

  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

  std::string text(std::uint32_t most_pieces) {
    std::string out;
    for (std::uint32_t left = below(most_pieces + 1); left > 0; --left) out += piece();
    return out;
  }

 private:
  std::string_view piece() {
    static constexpr std::string_view pieces[] = {"ا",        "ي",
                                                  "ی",        "ى",
                                                  "ئ",        "ك",
                                                  "ک",        "ه",
                                                  "ە",        "ۀ",
                                                  "ة",        "و",
                                                  "ؤ",        "آ",
                                                  "أ",        "ء",
                                                  "ب",        "ہ",
                                                  "ۂ",        "ے",
                                                  "\u0653",   "\u0654",
                                                  "\u0655",   "\u064E",
                                                  "\u0651",   "\u064B",
                                                  "\u0670",   "\u06E5",
                                                  "\u0300",   "\u0301",
                                                  "\u0308",   "\u0327",
                                                  "\u0323",   "\u0307",
                                                  "\u034F",   "\u0640",
                                                  "\u200C",   "\u200C",
                                                  "\u200D",   "\u200E",
                                                  "\u200F",   "\u202B",
                                                  "\u2066",   "\u2069",
                                                  "\uFEFF",   "\u00AD",
                                                  "\u00A0",   "\u2003",
                                                  "\u3000",   " ",
                                                  " ",        "\n",
                                                  "\r",       "\t",
                                                  "\v",       "\u2028",
                                                  "\x01",     "\x7F",
                                                  "\u0085",   "\uFEFB",
                                                  "\uFDF2",   "\uFDFC",
                                                  "\uFE8E",   "\uFC5E",
                                                  "\uFE71",   "\uFDFA",
                                                  "\uFBFE",   "a",
                                                  "A",        "e",
                                                  "I",        "İ",
                                                  "é",        "Å",
                                                  "Ž",        "ǖ",
                                                  "ﬁ",        "𝒳",
                                                  "😀",        "·",
                                                  "،",        ".",
                                                  "-",        "(",
                                                  "»",        "\u2212",
                                                  "1",        "۲",
                                                  "٣",        "\uFFFD",
                                                  "\xFF",     "\xD8",
                                                  "\xE2\x80", "\xED\xA0\x80",
                                                  "\xC0\x80", "\xF0\x9F"};
    return pieces[below(sizeof pieces / sizeof pieces[0])];
  }

  std::uint64_t state_;
};

}  // namespace hamandish
