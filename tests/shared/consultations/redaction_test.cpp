#include "shared/consultations/redaction.h"

#include <doctest/doctest.h>

namespace hamandish {
namespace {

TEST_CASE("a mark stands for each passage, wherever it stands") {
  CHECK(redact("آقای رضایی آمد و رضایی رفت", "رضایی") == "آقای […] آمد و […] رفت");
  CHECK(redact("متن", "") == "متن");
  CHECK(redact("متن", "دیگر") == "متن");
  CHECK(redact("همه", "همه") == "[…]");
}

TEST_CASE("passages that touch or overlap get one mark; lines are passages") {
  CHECK(redact("شمارهٔ 0912 345 است", "0912 3\n 12 345 \n\n") == "شمارهٔ […] است");
  CHECK(redact("ابجد", "اب\nجد") == "[…]");
  CHECK(redact("aaa", "aa") == "[…]");
  CHECK(passages_of("\n یک \r\nدو\n").size() == 2);
}

TEST_CASE("a passage that stands nowhere is found out") {
  CHECK(missing_passage("الف\nب", "الف", "ب").empty());
  CHECK(missing_passage("الف\nپ", "الف", "ب") == "پ");
  CHECK(missing_passage("", "الف", "ب").empty());
}

}  // namespace
}  // namespace hamandish
