#include "shared/consultations/diff.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace hamandish {
namespace {

// «same[-removed-]{+added+}»
std::string shown(const std::vector<DiffPart>& parts) {
  std::string all;
  for (const DiffPart& part : parts) {
    if (part.op == DiffOp::same) all += part.text;
    if (part.op == DiffOp::removed) all += "[-" + part.text + "-]";
    if (part.op == DiffOp::added) all += "{+" + part.text + "+}";
  }
  return all;
}

std::string rebuilt(const std::vector<DiffPart>& parts, DiffOp without) {
  std::string all;
  for (const DiffPart& part : parts) {
    if (part.op != without) all += part.text;
  }
  return all;
}

Clause clause(std::string id, std::string text) {
  return Clause{ClauseKind::article, id, "ماده " + id, std::move(text)};
}

}  // namespace

TEST_CASE("the fewest words are marked") {
  CHECK(shown(diff_words("", "")) == "");
  CHECK(shown(diff_words("یک دو سه", "یک دو سه")) == "یک دو سه");
  CHECK(shown(diff_words("", "نو")) == "{+نو+}");
  CHECK(shown(diff_words("کهنه", "")) == "[-کهنه-]");
  CHECK(shown(diff_words("یک دو سه", "یک چهار سه")) == "یک [-دو-]{+چهار+} سه");
  CHECK(shown(diff_words("فروش با مزایده است", "فروش تنها با مزایده عمومی است")) ==
        "فروش {+تنها +}با مزایده {+عمومی +}است");
}

TEST_CASE("both texts can be read out of their difference, whatever they are") {
  std::uint32_t seed = 7;
  const auto random = [&seed](std::uint32_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 16) % below;
  };
  const std::vector<std::string> words = {"آب", "باد", "خاک", "می‌رود", "1405", "\n", "  "};
  const auto text = [&] {
    std::string all;
    for (std::uint32_t i = random(20); i > 0; --i)
      all += words[random(static_cast<std::uint32_t>(words.size()))] + (random(3) > 0 ? " " : "");
    return all;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string before = text();
    const std::string after = text();
    const std::vector<DiffPart> parts = diff_words(before, after);
    CHECK(rebuilt(parts, DiffOp::added) == before);
    CHECK(rebuilt(parts, DiffOp::removed) == after);
    for (std::size_t i = 1; i < parts.size(); ++i) CHECK(parts[i].op != parts[i - 1].op);
  }
}

TEST_CASE("two texts with hardly a word in common are shown one after the other") {
  std::string before;
  std::string after;
  for (int i = 0; i < kMostDiffEdits; ++i) {
    before += "الف" + std::to_string(i) + " ";
    after += "ب" + std::to_string(i) + " ";
  }
  const std::vector<DiffPart> parts = diff_words(before, after);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == DiffPart{DiffOp::removed, before});
  CHECK(parts[1] == DiffPart{DiffOp::added, after});
}

TEST_CASE("clauses are matched by their ids; a removed one stands where it was") {
  const Clauses before = {clause("a1", "یک"), clause("a2", "دو"), clause("a3", "سه"), clause("a4", "چهار")};
  const Clauses after = {clause("a1", "یک"), clause("a3", "سه بزرگ"), clause("a3-n1", "تازه"), clause("a4", "چهار")};
  std::vector<std::string> all;
  for (const ClauseChange& change : diff_clauses(before, after)) {
    all.push_back(std::to_string(static_cast<int>(change.kind)) + change.id + " " + shown(change.parts));
  }
  CHECK(all == std::vector<std::string>{"0a1 ", "2a2 ", "1a3 سه{+ بزرگ+}", "3a3-n1 ", "0a4 "});
  CHECK(diff_clauses({}, {}).empty());
  // Moved: told once.
  CHECK(diff_clauses({clause("a1", "یک"), clause("a2", "دو")}, {clause("a2", "دو"), clause("a1", "یک")}).size() == 2);
}

}  // namespace hamandish
