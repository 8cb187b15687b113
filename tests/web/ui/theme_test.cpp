#include "web/ui/theme.h"

#include <doctest/doctest.h>

using namespace hamandish;
namespace tokens = hamandish::view::tokens;

TEST_CASE("every accent becomes readable on every ground it meets, light and dark") {
  for (const std::uint32_t accent : {0x0b6b5dU, 0xffff00U, 0xffffffU, 0x000000U, 0x7a1f5cU, 0x00a0ffU, 0x808080U}) {
    for (const bool dark : {false, true}) {
      const web::Palette colours = web::palette({dark, false, accent});
      CAPTURE(accent);
      CAPTURE(dark);
      CHECK(tokens::contrast(colours.accent, colours.background) >= 4.5);
      CHECK(tokens::contrast(colours.accent, colours.surface) >= 4.5);
      CHECK(tokens::contrast(colours.accent, colours.accent_tint) >= 4.5);
      CHECK(tokens::contrast(colours.on_accent, colours.accent) >= 4.5);
    }
  }
}

TEST_CASE("the fixed colours keep their promises") {
  for (const bool dark : {false, true}) {
    const web::Palette colours = web::palette({dark, false, 0});
    CAPTURE(dark);
    for (const std::uint32_t ground : {colours.background, colours.surface, colours.accent_tint}) {
      CHECK(tokens::contrast(colours.text, ground) >= 7);
      CHECK(tokens::contrast(colours.muted, ground) >= 4.5);
    }
    CHECK(tokens::contrast(colours.control, colours.surface) >= 3);
    CHECK(tokens::contrast(colours.danger, colours.background) >= 4.5);
    CHECK(tokens::contrast(colours.danger, colours.danger_tint) >= 4.5);
    CHECK(tokens::contrast(colours.warning, colours.warning_tint) >= 4.5);
    CHECK(tokens::contrast(colours.success, colours.success_tint) >= 4.5);
    CHECK(tokens::contrast(colours.text, colours.selection) >= 4.5);
  }
}

TEST_CASE("high contrast: text at 7 on every ground, lines and borders as strong as controls") {
  for (const bool dark : {false, true}) {
    for (const std::uint32_t accent : {0x0b6b5dU, 0xffff00U, 0x7a1f5cU, 0x808080U}) {
      const web::Palette colours = web::palette({dark, true, accent});
      CAPTURE(dark);
      CAPTURE(accent);
      for (const std::uint32_t ground : {colours.background, colours.surface, colours.accent_tint}) {
        CHECK(tokens::contrast(colours.text, ground) >= 7);
        CHECK(tokens::contrast(colours.muted, ground) >= 7);
        CHECK(tokens::contrast(colours.accent, ground) >= 7);
        CHECK(tokens::contrast(colours.line, ground) >= 4.5);
      }
      CHECK(tokens::contrast(colours.danger, colours.danger_tint) >= 7);
      CHECK(tokens::contrast(colours.warning, colours.warning_tint) >= 7);
      CHECK(tokens::contrast(colours.success, colours.success_tint) >= 7);
      CHECK(tokens::contrast(colours.on_accent, colours.accent) >= 7);
      CHECK(tokens::contrast(colours.text, colours.selection) >= 4.5);
    }
  }
}

TEST_CASE("what is done of a progress bar stands out from its track in every theme") {
  for (const std::uint32_t accent : {0x0b6b5dU, 0xffff00U, 0x7a1f5cU, 0x808080U}) {
    for (const bool dark : {false, true}) {
      for (const bool contrast : {false, true}) {
        const web::Palette colours = web::palette({dark, contrast, accent});
        CAPTURE(accent);
        CAPTURE(dark);
        CAPTURE(contrast);
        CHECK(tokens::contrast(colours.accent, colours.track) >= 3);
      }
    }
  }
}

TEST_CASE("contrast as WCAG counts it") {
  CHECK(tokens::contrast(0x000000, 0xffffff) == doctest::Approx(21));
  CHECK(tokens::contrast(0x777777, 0xffffff) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("shares of columns: multiples of two, together a hundred") {
  view::Node table;
  table.columns = {"موضوع", "کد", "وضعیت"};
  CHECK(view::column_shares({}).empty());
  view::Node row;
  row.children.resize(3);
  row.children[0].text = std::string(200, 'x');
  table.children.push_back(row);
  const std::vector<int> shares = view::column_shares(table);
  CHECK(shares[0] > 50);
  CHECK(shares[0] + shares[1] + shares[2] == 100);
  for (const int share : shares) CHECK(share % 2 == 0);
  CHECK(shares[1] >= 10);
}
