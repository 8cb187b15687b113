#include "shared/text/normalize.h"

#include <doctest/doctest.h>

#include <vector>

#include "shared/text/characters.h"
#include "shared/text/compose.h"
#include "shared/text/utf8.h"
#include "tests/support/random_text.h"

using namespace hamandish::text;

namespace {

struct Row {
  std::string typed, stored;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(for_storage(row.typed) == row.stored);
  }
}

std::string nfc(std::u32string scalars) {
  to_nfc(scalars);
  return to_utf8(scalars);
}

}  // namespace

TEST_CASE("the pairs of domain facts 2.5, level A") {
  check_rows({
      {"علي كاظمي", "علی کاظمی"},
      {"مسؤول", "مسؤول"},
      {"مسئول", "مسئول"},
      {"مسوول", "مسوول"},
      {"رؤیا", "رؤیا"},
      {"خانه\u0654", "خانه\u0654"},
      {"خانۀ", "خانۀ"},
      {"سیّد", "سیّد"},
      {"محمّد", "محمّد"},
      {"می\u200Cرود", "می\u200Cرود"},
      {"می رود", "می رود"},
      {"كتاب\u200Cهاي", "کتاب\u200Cهای"},
      {"۱۴۰۵", "۱۴۰۵"},
      {"١٤٠٥", "١٤٠٥"},
      {"1405", "1405"},
      {"\u200Fسلام\u202B", "سلام"},
  });
}

TEST_CASE("emoji of several parts stay whole, other joiners go") {
  check_rows({
      {"بذر 👩\u200D🌾", "بذر 👩\u200D🌾"},
      {"❤\uFE0F\u200D🔥", "❤\uFE0F\u200D🔥"},
      {"👍🏽", "👍🏽"},
      {"سلا\u200Dم", "سلام"},
      {"👩\u200D", "👩"},
      {"👩\u200D سلام", "👩 سلام"},
  });
}

TEST_CASE("presentation forms become the letters they show, and only those two blocks are touched") {
  check_rows({
      {"\uFEFB", "لا"},  // lam-alef
      {"\uFEFC", "لا"},
      {"\uFB8E", "ک"},  // keheh, isolated
      {"\uFBFE", "ی"},  // Farsi yeh, initial
      {"\uFEF2", "ی"},  // Arabic yeh, final: through U+064A
      {"\uFEDA", "ک"},  // Arabic kaf, final: through U+0643
      {"\uFDF2", "الله"},
      {"\uFDFC", "ریال"},
      {"\uFE8B", "ئ"},
      {"\uFEEF", "ى"},  // alef maksura stays what it is
      {"\uFB50", "ٱ"},
      {"\uFEB3\uFEFC\uFEE1", "سلام"},
      {"\uFC5E", "\u064C\u0651"},  // the space before its marks stood at the start
      {"\uFE71", "\u064B"},        // on a kashida, which goes
      {"\uFDFA", "صلى الله علیه وسلم"},
      {"ﬁ", "ﬁ"},
      {"②", "②"},
      {"Ａ", "Ａ"},
      {"\uFD3E", "\uFD3E"},  // ornate parenthesis: in the block, no form
  });
}

TEST_CASE("canonical composition of the letters that matter") {
  check_rows({
      {"ا\u0653", "آ"},
      {"ا\u0654", "أ"},
      {"ا\u0655", "إ"},
      {"و\u0654", "ؤ"},
      {"ي\u0654", "ئ"},
      {"ی\u0654", "ی\u0654"},  // no such composition in Unicode
      {"ە\u0654", "ۀ"},        // U+06D5, not U+0647: the trap of domain facts 2.5
      {"ه\u0654", "ه\u0654"},
      {"ہ\u0654", "ۂ"},
      {"ے\u0654", "ۓ"},
      {"ا\u064E\u0653", "آ\u064E"},  // a mark of a lower class does not block
      {"ا\u0654\u0653", "أ\u0653"},  // one of the same class does
      {"س\u0651\u064E", "س\u064E\u0651"},
      {"e\u0301", "é"},
      {"A\u030A", "Å"},
      {"S\u030C", "Š"},
      {"a\u0328\u0301", "ą\u0301"},
      {"a\u0301\u0328", "ą\u0301"},
      {"é\u0327", "é\u0327"},
      {"e\u0327\u0301", "é\u0327"},  // full NFC has U+0229 for both, which is outside our range
      {"i\u0307", "i\u0307"},
      {"ه\u0640\u0654", "ه\u0654"},
      {"ا\u0640\u0653", "آ"},  // the kashida goes first
  });
  CHECK(nfc(U"\u0301a") == "\u0301a");
  CHECK(nfc(U"a\u0301\u0301") == "á\u0301");
}

TEST_CASE("what only a machine sees goes") {
  check_rows({
      {"ســـلام", "سلام"},
      {"a\u200Db\u200Ec\u200Fd\u061Ce", "abcde"},
      {"\u202Aa\u202B\u202C\u202D\u202Eb", "ab"},
      {"\u2066a\u2067\u2068\u2069b", "ab"},
      {"\uFEFFa\u00AD\u2060\u200Bb", "ab"},
      {std::string("a\0b\x01\x1F\x7F\u009Fc", 9), "abc"},
      {"\U000E0041a\U000E007F", "a"},
  });
}

TEST_CASE("spaces and line ends are made uniform") {
  check_rows({
      {"  a   b  ", "a b"},
      {"a\u00A0b\u2003c\u202Fd\u3000e\tf", "a b c d e f"},
      {"a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi", "a\nb\nc\nd\ne\nf\ng\nh\ni"},
      {"a  \n  b", "a\nb"},
      {"a\n\n\nb", "a\n\n\nb"},
      {"\n\n a \n\n", "a"},
      {"a\n \u200C \nb", "a\n\nb"},
      {"", ""},
      {" \t\r\n ", ""},
  });
}

TEST_CASE("a ZWNJ stays only inside a word") {
  check_rows({
      {"می\u200C\u200C\u200Cرود", "می\u200Cرود"},
      {"می\u200C رود", "می رود"},
      {"می \u200Cرود", "می رود"},
      {"می\u200C \u200Cرود", "می رود"},
      {"\u200Cسلام\u200C", "سلام"},
      {"«\u200Cسلام\u200C»", "«سلام»"},
      {"سلام\u200C، خوبید\u200C؟", "سلام، خوبید؟"},
      {"سلام\u200C\nخوبید", "سلام\nخوبید"},
      {"۱۲\u200Cها", "۱۲\u200Cها"},
      {"مّ\u200Cا", "مّ\u200Cا"},
      {"می\u200C\u200F\u200Cرود", "می\u200Cرود"},
  });
}

TEST_CASE("ill-formed bytes are replaced") {
  CHECK(for_storage("سلام\xFF") == "سلام\uFFFD");
  CHECK(for_storage("\xE2\x80") == "\uFFFD");
  CHECK(for_storage("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a field of one line has no line ends") {
  CHECK(for_storage_one_line("علي\r\n كاظمي\n") == "علی کاظمی");
  CHECK(for_storage_one_line("a\n\n\nb") == "a b");
  CHECK(for_storage_one_line("a\u200C\nb") == "a b");
}

TEST_CASE("empty-looking input is empty") {
  for (const std::string typed : {"", " ", "\u200C", "\u200F", " \u200C \u200F\n", "\uFEFF", "\u00A0", "ـــ"}) {
    CAPTURE(typed);
    CHECK(blank(typed));
  }
  for (const std::string typed : {"0", "۰", ".", "ء", "\xFF", " \u200Cآ "}) {
    CAPTURE(typed);
    CHECK_FALSE(blank(typed));
  }
}

TEST_CASE("normalising is idempotent, gives valid UTF-8 and leaves nothing that it removes") {
  hamandish::RandomText random(1405);
  for (int round = 0; round < 20000; ++round) {
    const std::string typed = random.text(12);
    const std::string once = for_storage(typed);
    const std::string line = for_storage_one_line(typed);
    const bool holds = for_storage(once) == once && valid_utf8(once) && for_storage_one_line(line) == line &&
                       line.find('\n') == std::string::npos && once.find("  ") == std::string::npos &&
                       once.find("\u0640") == std::string::npos && once.find("ي") == std::string::npos;
    if (!holds) FAIL_CHECK("typed: " << typed << " once: " << once << " twice: " << for_storage(once));
  }
}

TEST_CASE("every scalar alone is normalised to the same as twice") {
  for (char32_t scalar = 0; scalar <= 0x2FFFF; ++scalar) {
    const std::string typed = to_utf8(std::u32string(1, scalar));
    const std::string once = for_storage(typed);
    if (for_storage(once) != once) FAIL_CHECK("scalar " << static_cast<unsigned>(scalar));
  }
}

TEST_CASE("a text in order is left as it is, and the short look agrees with the long one") {
  // A direction mark goes without a trace and makes the text take the long way.
  const std::string long_way = "\u200E";
  // Few characters, so that each often stands beside each.
  const std::vector<std::string> pieces = {
      "ه", "ا", "ی", "ي",      "ك", "ک", "\u0654", "\u200C", " ", "\n", "\u0653", "\u064B", "\u061C", "\u0640", "،",
      ".", "a", "é", "\u0300", "أ", "آ", "۴",      "٤",      "4", "\t", "»",      "\u06D5", "\r",     "👩"};
  hamandish::RandomText random(1406);
  int in_order = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string typed;
    const auto count = static_cast<std::uint32_t>(pieces.size());
    for (std::uint32_t left = random.below(6); left > 0; --left) typed += pieces[random.below(count)];
    const std::string once = for_storage(typed);
    if (once == typed) ++in_order;
    const bool same =
        once == for_storage(long_way + typed) && for_storage_one_line(typed) == for_storage_one_line(long_way + typed);
    if (!same) FAIL_CHECK("typed: " << typed);
  }
  CHECK(in_order > 1000);
}

TEST_CASE("plain letters are no mark, no form, and nothing that is asked of a character") {
  for (char32_t scalar = 0; scalar <= 0x1000; ++scalar) {
    if (!is_plain(scalar)) continue;
    const bool plain = !is_space(scalar) && !is_line_end(scalar) && !is_invisible(scalar) && !is_punctuation(scalar) &&
                       !is_arabic_mark(scalar) && !is_dash(scalar) && presentation_form(scalar).empty() &&
                       combining_class(scalar) == 0;
    if (!plain) FAIL_CHECK("scalar " << static_cast<unsigned>(scalar));
  }
}
