#include "shared/view/theme_css.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/view/tokens.h"

using namespace hamandish::view;

TEST_CASE("contrast is that of WCAG 2.2") {
  CHECK(tokens::contrast(0x000000, 0xffffff) == doctest::Approx(21.0));
  CHECK(tokens::contrast(0x777777, 0xffffff) == doctest::Approx(4.478).epsilon(0.001));  // the well-known near miss
  CHECK(tokens::contrast(0x767676, 0xffffff) == doctest::Approx(4.542).epsilon(0.001));
  CHECK(tokens::contrast(0xffffff, 0x767676) == tokens::contrast(0x767676, 0xffffff));
  CHECK(tokens::contrast(0x123456, 0x123456) == doctest::Approx(1.0));
}

TEST_CASE("any accent of a profile becomes readable in both themes, on every background and under its own text") {
  for (const std::uint32_t accent : {0x000000U, 0xffffffU, 0xffff00U, 0x00ff00U, 0xff0000U, 0x0000ffU, 0x808080U,
                                     0x0b6b5dU, 0x1f4e79U, 0xf5f5dcU, 0x777777U}) {
    for (const bool dark_theme : {false, true}) {
      CAPTURE(accent);
      CAPTURE(dark_theme);
      const tokens::Colours& colours = dark_theme ? tokens::dark : tokens::light;
      const std::uint32_t readable = tokens::readable_accent(accent, {dark_theme, false});
      CHECK(tokens::contrast(readable, colours.background) >= 4.5);
      CHECK(tokens::contrast(readable, colours.surface) >= 4.5);
      CHECK(tokens::contrast(readable, tokens::accent_tint(readable, {dark_theme, false})) >= 4.5);
      CHECK(tokens::contrast(readable, tokens::text_on(readable)) >= 4.5);
    }
  }
}

TEST_CASE("a readable accent is left as the profile gave it") {
  CHECK(tokens::readable_accent(tokens::default_accent, {}) == tokens::default_accent);
}

TEST_CASE("the fixed colours read well on whatever they stand on") {
  for (const tokens::Colours* theme : {&tokens::light, &tokens::dark}) {
    const tokens::Colours& c = *theme;
    for (const std::uint32_t paper : {c.background, c.surface}) {
      CAPTURE(paper);
      for (const std::uint32_t ink : {c.text, c.muted, c.danger, c.warning, c.success}) {
        CAPTURE(ink);
        CHECK(tokens::contrast(ink, paper) >= 4.5);
      }
      CHECK(tokens::contrast(c.control, paper) >= 3.0);
    }
    for (const auto& on_tint :
         {std::pair{c.danger, c.danger_tint}, {c.warning, c.warning_tint}, {c.success, c.success_tint}}) {
      CAPTURE(on_tint.second);
      CHECK(tokens::contrast(on_tint.first, on_tint.second) >= 4.5);
      CHECK(tokens::contrast(c.text, on_tint.second) >= 4.5);
    }
    CHECK(tokens::contrast(c.danger, tokens::text_on(c.danger)) >= 4.5);
  }
}

TEST_CASE("a colour is #rrggbb and anything else the default") {
  const auto parse = [](const std::string& text) { return tokens::parse_colour(text.data(), text.size()); };
  CHECK(parse("#1F4e79") == 0x1f4e79);
  for (const char* bad : {"", "#", "#fff", "1f4e79", "#1f4e7g", "#1f4e799", "red", "#1f4e7 "}) {
    CAPTURE(bad);
    CHECK(parse(bad) == tokens::default_accent);
  }
}

TEST_CASE("the style sheet's colours come from the tokens, light first, then dark") {
  const std::string css = theme_css(0x0b6b5d);
  CHECK(css.starts_with(":root{color-scheme:light;--background:#faf8f5;--surface:#ffffff;--text:#26221d;"));
  CHECK(css.find("--accent:#0b6b5d;") != std::string::npos);
  CHECK(css.find("--on-accent:#ffffff;") != std::string::npos);
  CHECK(
      css.find(
          "}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--background:#1b1916;") !=
      std::string::npos);
  CHECK(css.find(":root[data-theme=dark]{color-scheme:dark;--background:#1b1916;") != std::string::npos);
  CHECK(css.find(":root[data-theme=contrast]{color-scheme:light;--background:#ffffff;") != std::string::npos);
  CHECK(css.ends_with("}}"));
  CHECK(css == theme_css(0x0b6b5d));
}
