// The vocabulary of a page. A page is a pure function from its state to a tree of Node; from this one tree come the
// server's HTML (shared/view/html_writer.h), the picture (web/ui) and the mirror (web/mirror, the same HTML again).
//
// A Node says what a thing is and is called, never where it stands or what colour it has. All text is UTF-8 in logical
// order, ready for the reader: Persian digits, Jalali dates, LTR values isolated (shared/text/isolate.h).
// A node that can be operated has a text (its accessible name): view/builder.h refuses one without.
#pragma once

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace hamandish::view {

// One kind = one file in shared/view/kinds (HTML) and one in web/ui/widgets (layout and paint), one line in the list of
// each. The comments say which members of Node a kind uses beside id.
enum class Kind {
  // Frame
  page,        // text: document title. children: skip_link, banner, main, footer
  skip_link,   // text, target ("#main")
  banner,      // text: name of the organisation, target: home; children: navigation, session controls
  navigation,  // text: accessible name; children: link (current marks the open page)
  main,        // children
  footer,      // children
  // Blocks
  section,  // text: accessible name, makes a region when not empty; children
  columns,  // children, of which the first `level` stand beside the others where the page is wide, else above them; some
            // of both
  card,     // children; a framed group without a name
  heading,    // text, level 1..4
  paragraph,  // text, tone
  revision,  // a changed text: children: paragraph, of which tone danger was removed and success added; their note is heard
             // before them
  prose,      // a paragraph whose parts differ: children, read as one text: paragraph (tone primary: strong) | link
  quote,      // children; somebody else's words
  list,       // text: accessible name; ordered; children: item
  item,       // text or children
  link,       // text, target, current; note: second line in a link_grid; help: heard after the text
  link_grid,  // text: accessible name; children: link with a note; a grid of large targets
  facts,      // children: fact; a description list
  fact,       // text: the term, value: the description, ltr; target: makes a link of it (tel:, mailto:)
  table,  // text: caption (quiet: for screen readers alone, where a heading says it already); columns: header texts;
          // sorts: as many as columns, or none; children: row. Narrow: cards. value: see web/mirror/long_tables.h
  row,  // children: paragraph | link | badge | pick, one per column; tone: yellow, red; level: its number in a long table
  timeline,  // text: accessible name («روند رسیدگی»); children: item with text, note (when) and value (detail)
  code,      // text: name; value: ASCII characters. Shown in groups in Persian digits; data-testid = id
  badge,     // text, tone
  notice,       // text, tone, children; role status or, with tone danger, alert. id gets focus when asked
  error_list,   // text: heading; children: link to "#field"; role alert. Focused when it appears
  empty_state,  // text, note, children: link
  progress,     // text, value: percent "0".."100"
  meter,        // text, value: percent "0".."100"; a measure that is no progress (share of answers in time)
  breadcrumb,   // text: accessible name; children: link, the last one a paragraph or a link that is current
  pagination,   // text: accessible name; children: link (current marks the open page), paragraph («…»)
  tabs,         // text: accessible name; children: link (current marks the open one), then the open panel's content in
                // any kind but link. Without a panel: a navigation between pages that looks like tabs
  disclosure,   // text: what is clicked («جزئیات»); checked: open at first; children
  chips,        // text: accessible name; children: badge | link | button, side by side
  live_region,  // text, said when it changes: politely, or at once with tone danger; quiet: heard and not seen
  dialog,       // text: title; intent: what Escape does; children. The page behind waits; without JavaScript a card. A
                // page has at most one, as the last child of main
  picture,  // text: what it shows (alt); target: address of the image; note: caption; value: «640x480» makes it as wide as
            // its column, in its own ratio; options: other sizes, value: address, text: its width («480w»)
  audio,  // text: accessible name; target: address of the recording; value: of a picture of its loudness, or empty.
          // The browser draws its own player. A button with the intent «speed:<id>:<percent>» plays it faster
  chart,  // text: the main fact, its name; value: bar (stacked with several series) | line | donut; options: the
  // series {tone or nothing, name}; ordered: the newest row comes first; children: the table with the same
  // figures, or a disclosure round it. Its rows have their figures in value («12 40», one for each
  // series; a row of sums has none), and in note what to write beside them instead of their sum
  skeleton,  // text: what is loading, heard and not seen; level: lines
  stepper,   // text: accessible name; children: item (checked: done; current: where one is)
  menu,      // text: of its button; checked: open at first; children: link | button (with an intent)
  calendar,  // one month in a dialog. text: the month; target: id of the field; columns: names of the weekdays; level:
             // weekday of the first day; children: a button for each day with value (what is put into the field), help
             // (its name), current (chosen), checked (has the focus), required (today), tone danger (holiday)
  combobox,  // in a dialog. A text field that filters a list: as text_field; options: what is left; level: the active
             // one; target: id of the select that it fills
  // Forms
  form,        // text: accessible name; target: address posted to; multipart; intent; children: fields, hidden, actions
  group,       // text: legend; help; children: fields (fieldset)
  text_field,  // text: label; value; help; error; input; note: name of the button that opens the calendar (dates)
  text_area,   // same; input.rows
  select,      // same; options; note: name of the button that filters a long list
  toggle,      // a checkbox that looks and sounds like a switch: for what takes effect at once
  checkbox,    // text: label; checked; help; error; value sent when checked is "1"
  pick,        // text: accessible name, not seen; checked; a checkbox in a row of a table
  radio_group,     // text: label; options; value: of the chosen one; help; error; required
  checkbox_group,  // text: label; children: checkbox; help; error; required
  file_field,      // text: name of the button; help; error; input.accept, multiple; children: item per chosen file
  hidden,          // value; with a text: an input for machines alone, which no person sees or reaches
  actions,         // children: button, link
  button,  // text; tone primary|neutral|danger; intent, or empty: submits its form; busy; disabled; note: asked first;
           // checked: was pressed and stays so;
           // value: sent as «press» with the form, for forms with several buttons; help: a tooltip,
           // which says of a disabled one why it is
};

enum class Tone { neutral, primary, success, warning, danger };

// What the phone keyboard, autofill and the spell checker should know about a field.
enum class Keyboard { text, numeric, telephone, email, password, search, date };

struct Input {
  Keyboard keyboard = Keyboard::text;
  std::string autocomplete;  // WHATWG autofill token ("given-name", "tel", "one-time-code") or empty
  bool ltr = false;          // codes, e-mail, phone: left to right whatever the page
  int max_length = 0;        // in Unicode scalar values; 0: no limit shown
  int rows = 6;              // text_area: visible lines before it grows
  std::string accept;        // file_field: list of MIME types and suffixes
  bool operator==(const Input&) const = default;
};

struct Option {
  std::string value;
  std::string text;
  bool operator==(const Option&) const = default;
};

// How a column of a table may be sorted: a link in its header.
struct Sort {
  enum class Order { none, ascending, descending };
  std::string target;  // address that sorts by this column, for a page without the app; empty: not sortable
  std::string intent;  // the same for the controller («sort:due_on»)
  Order order = Order::none;
  bool operator==(const Sort&) const = default;
};

struct Node;

template <class... Each>
concept SomeNodes = sizeof...(Each) > 0 && (std::same_as<std::remove_cvref_t<Each>, Node> && ...);

// The children of a node. `{heading(...), std::move(table)}` moves its nodes in, where a std::vector would copy them, and with
// them all that is below: at every level of a page once more.
class Nodes : public std::vector<Node> {
 public:
  Nodes() = default;
  template <class... Each>
  requires SomeNodes<Each...> Nodes(Each&&... each);
};

struct Node {
  Kind kind = Kind::page;
  std::string id;  // DOM id, unique in the page, stable between renderings; builder::assign_ids fills empty ones
  std::string text;
  std::string value;
  std::string note;
  std::string help;    // description of a field, tied to it by aria-describedby
  std::string error;   // what to do; makes the field invalid
  std::string target;  // address of a link or a form
  std::string intent;  // name that a controller understands («logout»); becomes data-intent
  int level = 0;
  Tone tone = Tone::neutral;
  bool required = false;
  bool checked = false;
  bool current = false;
  bool busy = false;
  bool disabled = false;
  bool ordered = false;
  bool multiple = false;   // file_field
  bool multipart = false;  // form
  bool ltr = false;
  bool quiet = false;  // table, live_region: the text is for screen readers alone
  Input input;
  std::vector<Option> options;
  std::vector<std::string> columns;
  std::vector<Sort> sorts;
  Nodes children;

  bool operator==(const Node&) const = default;
};

template <class... Each>
requires SomeNodes<Each...> Nodes::Nodes(Each&&... each) {  // here, where Node is known in full
  reserve(sizeof...(each));
  (push_back(std::forward<Each>(each)), ...);
}

}  // namespace hamandish::view
