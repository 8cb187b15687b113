// The design tokens and the layout rules of every page: one list from which the client's painting (web/ui/theme) and
// the server's style sheet (web/shell/style.css) both come, so that a page stands at the same place before and after
// the take-over (layout shift 0). Units are CSS pixels at the browser's normal text size; change a number here and
// nowhere else.
//
// The vocabulary of layout is small enough that CSS and C++ agree to the pixel:
//   stack  children below each other, full width, a gap between two (CSS: flex column with gap; no margins anywhere)
//   row    children side by side from the start, wrapping, with a gap in both directions, aligned at their tops
//   grid   a fixed number of equal columns with a gap; the children of a line have equal heights
// Text styles have a fixed line height; the text stands in it as CSS does it (half leading, ascent and descent
// rounded).
//
// Rules by kind (heights include borders; box-sizing border-box):
// clang-format off
//   page      container: width minus two paddings (phone 16, from 600 on 24), at most 1120, centred
//   skip_link not in the flow; the browser shows it when it has focus
//   banner    full width, surface, band of 4 in the accent above, line of 1 below; inside the container: stack, gap 4,
//             padding-block 8: name as a link (heading 3 style, padding-block 6, so 44 high), then the children
//   navigation row, no gap; a link: nav style, padding 8 (block) 12 (inline), so 44 high; on phones small style, padding
//             9 and 8, so that ten links take three lines; the row starts 12 (8) outside its box so that the first
//             letter stands on the column's edge; current: accent, bar of 3 below
//   main      container, padding-block 24 (phone) or 40, stack, gap 24
//   footer    full width, surface, line of 1 above; container: padding-block 24, stack, gap 8; paragraphs in small style
//   section   stack, gap 16. main, section, columns, table, chart, link_grid, actions are as wide as their parent; every other block 720 at
//             most
//   columns   below each other: gap 24, as in main; from 960 two equal columns, 48 between them, each a stack, gap 24
//   card      surface, border 1, radius 12, padding 16 (phone) or 24 (includes the border), stack, gap 12
//   heading   style of its level;   paragraph: body style
//   list      stack, gap 8, or 20 if an item has several parts (is_roomy): they must be nearer to each other than to the next
//             item; an item begins 24 after the start, its bullet or number stands at the start; item: stack, gap 4
//   link      in a stack: body style, padding-block 6.5 (44 high), as wide as its text
//   link_grid grid of 1, 2 (from 600), 3 (from 960) columns, gap 16; a link: surface, border 1, radius 12, padding 16,
//             stack, gap 4: text (heading 3 style, accent), note (small style, muted)
//   facts     phone: stack, gap 12; a fact: term (small, muted) directly over description (body), whose link has
//             padding 6.5 (44 high), below it within the gap. From 600: stack, gap 4; the term, with lines of 31, in a
//             column of 200, then 16 and the description
//   table     caption (heading 3 style), gap 8, then from 900 page width on: a header line and lines whose columns have
//             the shares of column_shares(); a cell has padding 10 (block) 8 (inline), a line has its border of 1 below;
//             a tone marks its start with a bar of 4.
//             Below 900: no header line; each row a card (padding 12, gap between cards 8, inside stack, gap 4); a cell
//             is a grid of 2:3 with gap 8: column's name (small, muted) and the cell's child. A cell's link has no
//             padding.
//   timeline  stack, gap 20; an item begins 32 after the start: text (body), note (small, muted), value (body), no gap;
//             dot of 12 with its centre 10 from the start and 15.5 from the item's top, line of 2 to the next dot
//   code      stack, gap 4: name (small, muted), then a box (accent tint, radius 12, padding 16) with the groups in code
//             style in the middle
//   badge     small style, padding 1 (block) 10 (inline), radius 14; as wide as its text
//   notice    tint of its tone, bar of 4 at the start, radius 8, padding 16 (bar included), stack, gap 8
//   error_list as a notice of tone danger; heading 3 style, then its links: stack, gap 4, links without padding-block
//   empty_state surface, border 1, radius 12, padding 24, stack, gap 8: text (heading 3), note (body, muted), children
//   progress  stack, gap 8: text (small), bar of 8, radius 4; its track has a border of 1 inside, which the done part covers
//   form      stack, gap 24;   group: stack, gap 16: legend (heading 2), help (small, muted), children
//   fields    stack, gap 4: label (body), help (small, muted), control, error (small, danger).
//             control: 48 high, border 1, radius 8, padding-inline 12, at most 360 wide when ltr;
//             text_area: rows * 31 + 17 high
//   checkbox  box of 24 at the start, 10 from the top; label begins 36 after the start, padding-block 6.5; help, error
//             below the label, also 36 after the start
//   file_field button (its label looks like one; the input, transparent, fills the rest of the line), help, list of
//             files, error; gap 8, before the error 4
//   actions   row, gap 12, of links alone it starts 12 outside, else a first link has no padding at its start; button: body style,
//             padding 8.5 and 24, border 1 included, radius 8, so 48 high; a link in actions: body style, padding-block 8.5,
//             padding-inline 12
//   hidden    nothing
//   breadcrumb row, no gap, small style: links and paragraphs with padding-block 9; before all but the first a slash
//             (muted) with 8 on both sides, which wraps with what follows it
//   pagination row, gap 4: links and paragraphs with padding 6.5 and 14, at least 44 wide, text in the middle; current:
//             filled with the accent, radius 8
//   tabs      a row of links as in the navigation, then the panel: stack, gap 16
//   disclosure summary: body style, accent, padding-block 6.5, begins 24 after the start, where its mark stands; open: the
//             children, also 24 after the start, stack, gap 12
//   chips     row, gap 8: links and buttons with border 1 and padding 6.5 and 16 (both with the border), radius 22;
//             badges as they are
//   live_region its text as a paragraph; quiet: not in the flow
//   dialog    modal: over the page, at most 560 wide and 16 from the edges, in the middle of the window; surface, border
//             1, radius 12, padding 24 (includes the border), stack, gap 16: title (heading 3 style), children; the page
//             under a veil of half black. Without the app: in the flow
//   revision  as a paragraph; parts on a tint, removed ones struck out, added ones underlined, lines 2 thick
//   prose     as a paragraph; strong parts drawn twice as headings are, links underlined in the accent
//   quote     bar of 4 at the start, begins 20 after it (the bar included), stack, gap 12
//   picture   at most 360 wide, 240 high, border 1, radius 8; after 4 its note (small, muted). With a size: at most 640
//             wide, in its own ratio
//   audio     at most 360 wide: name (small, muted), after 4 its picture, 64 high, if there is one, after 4 the browser's
//             player, 54 high
//   chart     stack, gap 12: the picture (surface, border 1, radius 12, padding 16 with it; stack, gap 12: its text, then
//             what it draws), the child. A key: small style, begins 24 after the start, stroke of 16 by 16 at 5; keys: row,
//             gap 16. bar: a row is name and value (small, at the ends, 16 between), bar of 16 below. line: column of 56
//             with three numbers (small), whose middles are the lines of a drawing 200 high; below it the first, middle
//             (not on phones) and last name (small). donut: ring of 160, then from 600 beside it, else 12 below, the keys
//             (stack, gap 4), beside it in the middle, 24 after it
//   skeleton  stack, gap 12: bars of 16, radius 4, the last of several 60 % wide
//   stepper   grid of as many columns as steps, gap 8: line of 4 (current: 8), 4 to the text, which begins 12 below the top;
//             small style
//   menu      its button: body style, padding 8.5 (block) 16 (inline), begins 32 after the start, border 1 included; open:
//             over what follows, 4 below, at least as wide and at most 320: border 1, radius 12, padding 8 (border
//             included), items with padding 6.5 and 16
//   calendar  grid of 7 columns: headers (small, muted, in the middle), days (body, in the middle, padding-block 6.5)
//   combobox  as a text field; below it, after 4, the options: padding 6.5 and 12
//   toggle    as a checkbox with a track of 44 by 24 and the label 56 after the start
//   a tool    button of 48 by 48 after a gap of 8 behind its control, as high as it
//   table     quiet: no caption. A sortable header: a link with 16 after it for the arrow; below 900 these links alone
//             stand in a row above the cards: padding-block 9, gap 16, then 8
//   pick      44 wide, box of 24 at 10 from the start; 44 high, from 900 page width on 31
//   radio_group, checkbox_group
//             as a field: label, help, the choices as checkboxes (a circle for radio buttons), error; gap 4
// Text grows with the browser's setting (a root font size other than 16 px): sizes and line heights of text are multiplied,
// everything else stays; controls grow with their text.
// clang-format on
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hamandish::view {

struct Node;

namespace tokens {

// A text style: font size and line height in CSS pixels.
struct TextStyle {
  float size;
  float line;
  float heft = 0;  // em to the right at which a text is drawn once more: headings, without a second font file
};

inline constexpr float phone_below = 600;  // page widths at which the rules above change
inline constexpr float wide_from = 960;
inline constexpr float cards_below = 900;

inline constexpr float heft = 0.024F;
inline constexpr TextStyle body{17, 31};
inline constexpr TextStyle small{15, 26};
inline constexpr TextStyle nav{16, 28};
inline constexpr TextStyle code{26, 44};
// heading(level, phone): level 1..4.
inline constexpr TextStyle headings[4] = {{28, 44, heft}, {22, 36, heft}, {18, 32, heft}, {17, 31, heft}};
inline constexpr TextStyle phone_headings[4] = {{24, 40, heft}, {20, 34, heft}, {18, 32, heft}, {17, 31, heft}};

inline constexpr float column_max = 720;
inline constexpr float container_max = 1120;
inline constexpr float padding_phone = 16;
inline constexpr float padding_wide = 24;
inline constexpr float main_padding_phone = 24;
inline constexpr float main_padding_wide = 40;

inline constexpr float main_gap = 24;
inline constexpr float columns_gap = 48;
inline constexpr float section_gap = 16;
inline constexpr float card_gap = 12;
inline constexpr float term_width = 200;
inline constexpr float form_gap = 24;
inline constexpr float group_gap = 16;
inline constexpr float field_gap = 4;
inline constexpr float control_height = 48;
inline constexpr float control_padding = 12;
inline constexpr float short_control_max = 360;  // of a code, number or address (Input::ltr)
inline constexpr float nav_padding = 12;
inline constexpr float nav_padding_phone = 8;
inline constexpr float button_padding = 24;
inline constexpr float radius_control = 8;
inline constexpr float radius_card = 12;
inline constexpr float focus_ring = 3;      // thickness, outside the element
inline constexpr float focus_ring_gap = 2;  // between the element and its ring

// Colours as 0xRRGGBB. The accent comes from the organisation's profile; readable() turns it into one with enough
// contrast.
struct Colours {
  std::uint32_t background;
  std::uint32_t surface;
  std::uint32_t text;
  std::uint32_t muted;    // second-rank text, contrast at least 4.5 on background and surface
  std::uint32_t line;     // decorative borders
  std::uint32_t control;  // borders of controls, contrast at least 3
  std::uint32_t danger;
  std::uint32_t danger_tint;
  std::uint32_t warning;
  std::uint32_t warning_tint;
  std::uint32_t success;
  std::uint32_t success_tint;
  std::uint32_t track;  // of a progress bar, contrast to the accent at least 3
};

inline constexpr Colours light{0xfaf8f5, 0xffffff, 0x26221d, 0x665f56, 0xe0dad1, 0x8a8175, 0xb3261e,
                               0xfcebe9, 0x7a5200, 0xfdf2dc, 0x1d6b35, 0xe6f4e9, 0xe0dad1};
inline constexpr Colours dark{0x1b1916, 0x262320, 0xf1ece5, 0xb8afa3, 0x3d3832, 0x8f867a, 0xff9a8f,
                              0x43201d, 0xf2c063, 0x3c2e12, 0x86d69a, 0x1b3523, 0x3d3832};
// High contrast: text at least 7 on every ground, borders and lines as strong as text of controls.
inline constexpr Colours light_contrast{0xffffff, 0xffffff, 0x000000, 0x2b2b2b, 0x595959, 0x000000, 0x8f0000,
                                        0xffffff, 0x5c3a00, 0xffffff, 0x0b4d20, 0xffffff, 0xffffff};
inline constexpr Colours dark_contrast{0x000000, 0x000000, 0xffffff, 0xe0e0e0, 0xa6a6a6, 0xffffff, 0xffb3ab,
                                       0x000000, 0xffd980, 0x000000, 0xa4f0b4, 0x000000, 0x000000};

// Which of the four.
struct Scheme {
  bool dark = false;
  bool contrast = false;
  bool operator==(const Scheme&) const = default;
};
const Colours& colours_of(Scheme scheme);

inline constexpr std::uint32_t default_accent = 0x0b6b5d;

// The accent moved towards black (on a light surface) or white (on a dark one) until its contrast (WCAG 2.2) with every
// one of background, surface and the accent's own tint is at least 4.5, or 7 with high contrast.
std::uint32_t readable_accent(std::uint32_t accent, Scheme scheme);
// The background of accented areas: the surface with a tenth of the accent mixed in.
std::uint32_t accent_tint(std::uint32_t readable_accent, Scheme scheme);
// Text on a filled area of this colour: white, or the dark background, whichever reads better.
std::uint32_t text_on(std::uint32_t fill);
// "#0b6b5d" -> 0x0b6b5d; default_accent for anything else.
std::uint32_t parse_colour(const char* text, std::size_t size);
// WCAG 2.2 contrast ratio, 1..21.
double contrast(std::uint32_t a, std::uint32_t b);

}  // namespace tokens

// Share of each column of a table in its width, in percent, multiples of 2, sum 100 (CSS classes w2 .. w100 on <col>).
// Decided by the longest text of each column in characters, within limits, and by its longest word, which must not be
// broken; so that the server and the client agree without measuring.
std::vector<int> column_shares(const Node& table);

// Whether an item of the list has more than one part: words, a note, a value, children.
bool is_roomy(const Node& list);

}  // namespace hamandish::view
