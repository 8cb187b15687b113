// The app as JavaScript sees it: what it calls (app_...) and what is painted when. web/platform/js/host.js is the other
// side.
#include <emscripten.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <span>
#include <string>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"
#include "web/controllers/app.h"
#include "web/mirror/html_changes.h"
#include "web/mirror/long_tables.h"
#include "web/mirror/placements.h"
#include "web/mirror/row_changes.h"
#include "web/platform/browser_web.h"
#include "web/platform/fetch_web.h"
#include "web/platform/gl.h"
#include "web/platform/host.h"
#include "web/ui/ui.h"

namespace hamandish::web {
namespace {

std::uint32_t colour(const std::string& text) {
  std::uint32_t value = 0;
  if (text.size() == 7 && text[0] == '#') std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  return value;
}

// What an idle or scrolled page must not do; read by tests and benchmarks (hamandish.counts() in the browser).
std::uint32_t allocations = 0;  // the linker routes every malloc through __wrap_malloc below

// Everything that lives as long as the document. The one global of the client: JavaScript calls free functions.
struct Screen {
  WebBrowser browser;
  WebFetch fetch;
  Ui ui;
  std::unique_ptr<App> app;
  LongTables tables;
  HtmlChanges mirror;
  std::unique_ptr<view::Node> shown;
  std::vector<ChosenFile> chosen;
  bool canvas = false;
  bool held = true;       // between app_hold and app_adopt
  bool mirrored = false;  // shown stands in the DOM
  bool printing = false;  // a page with long tables, whole
  float width = 0;
  std::string focus;

  void render();
  void show(view::Node page);
  void patch(const view::Node& page);
  void place();
  void scrolled(float top, float height);
  bool change_rows(const LongTables::Change& change);
};

void Screen::render() {
  if (held || !app->has_page()) return;
  // A page that waits for its data: the first one keeps the server's HTML, a later one shows that it is busy.
  if (!mirrored && !app->ready()) return;
  const bool whole = !canvas || printing;
  if (whole) tables.forget();
  show(whole ? app->view() : tables.take(app->view()));
  ui.clear_values();
  place();
}

void Screen::show(view::Node page) {
  auto next = std::make_unique<view::Node>(std::move(page));
  patch(*next);
  const auto has_dialog = [](const view::Node* page) { return page != nullptr && view::dialog_of(*page) != nullptr; };
  if (has_dialog(next.get()) && !has_dialog(shown.get())) ui.set_dialog_top(host_scroll());
  ui.set_view(next.get());
  shown = std::move(next);
  mirrored = true;
}

void Screen::patch(const view::Node& page) {
  host_show(page.text.data(), page.text.size());
  const auto made_equal = [&] {
    const std::vector<HtmlChanges::Change> changes = mirror.of(page);
    return std::all_of(changes.begin(), changes.end(), [](const HtmlChanges::Change& one) {
      return host_patch(one.within.data(), one.within.size(), one.html.data(), one.html.size()) != 0;
    });
  };
  if (made_equal()) return;
  mirror.forget();
  made_equal();
}

// Of long tables other rows stand in the mirror and on the picture now.
void Screen::scrolled(float top, float height) {
  if (!tables.has_any()) return;
  ui.layout();
  const bool moved = tables.move(ui.row_places(), top, height, focus);
  if (tables.wants_more()) host_request_frame();
  if (!moved) return;
  auto next = std::make_unique<view::Node>(tables.cut());
  const std::vector<LongTables::Change> changes = tables.changes(*shown, *next);
  ui.set_view(next.get());
  shown = std::move(next);
  ui.layout();
  mirror.forget();
  if (std::all_of(changes.begin(), changes.end(), [&](const auto& change) { return change_rows(change); })) return;
  patch(*shown);
  place();
}

// Only the new rows are written and placed: the others stand where they stood. False if the mirror is not as it should be.
bool Screen::change_rows(const LongTables::Change& change) {
  std::vector<Placement> placements;
  for (const RowPlaces& table : ui.row_places()) {
    if (table.table_id != change.came.id) continue;
    for (const RowPlaces::Row& row : table.rows) {
      const auto is_new = [&](const view::Node& one) { return one.level == row.number; };
      if (std::none_of(change.came.children.begin(), change.came.children.end(), is_new)) continue;
      const auto first = ui.placements().begin() + static_cast<std::ptrdiff_t>(row.first_placement);
      placements.insert(placements.end(), first, first + static_cast<std::ptrdiff_t>(row.placements));
    }
  }
  const PackedPlacements packed = pack(placements);
  const RowChanges rows = web::change_rows(view::write_html(change.gone), view::write_html(change.came));
  return host_change_rows(rows.gone.data(), rows.gone.size(), rows.edits.data(), rows.edits.size(), rows.html.data(),
                          rows.html.size(), packed.ids.data(), packed.ids.size(), packed.numbers.data(),
                          packed.numbers.size()) != 0;
}

void Screen::place() {
  if (!canvas || !shown) return;
  ui.set_width(width);
  ui.layout();
  const PackedPlacements packed = pack(ui.placements());
  host_place(packed.ids.data(), packed.ids.size(), packed.numbers.data(), packed.numbers.size(), ui.document_height());
  host_request_frame();
}

Screen& screen() {
  static Screen instance;
  return instance;
}

// Arguments from JavaScript: it asks for room, writes the bytes there, then calls.
std::array<std::string, 2>& arguments() {
  static std::array<std::string, 2> slots;
  return slots;
}

}  // namespace
}  // namespace hamandish::web

using hamandish::web::allocations;
using hamandish::web::arguments;
using hamandish::web::screen;

extern "C" {

void* __real_malloc(std::size_t size);
void* __wrap_malloc(std::size_t size) {
  ++allocations;
  return __real_malloc(size);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t app_allocations() {
  return allocations;
}

EMSCRIPTEN_KEEPALIVE std::uint32_t app_shapes() {
  return static_cast<std::uint32_t>(screen().ui.shape_calls());
}

EMSCRIPTEN_KEEPALIVE char* app_room(int slot, std::size_t size) {
  std::string& to = arguments().at(static_cast<std::size_t>(slot));
  to.resize(size);
  return to.data();
}

// Argument 0: the organisation's profile as JSON, 1: the theme that was chosen by hand. False if it cannot be read.
EMSCRIPTEN_KEEPALIVE int app_start() {
  hamandish::Result<hamandish::Profile> profile = hamandish::read_public_profile(arguments()[0]);
  if (!profile.ok()) return 0;
  auto& s = screen();
  s.app =
      std::make_unique<hamandish::web::App>(std::move(profile).value(), s.browser, s.fetch, [] { screen().render(); });
  s.app->choose_theme(std::string(arguments()[1]));
  return 1;
}

// Argument 0: the font, TrueType. False: stay with CSS.
EMSCRIPTEN_KEEPALIVE int app_use_canvas(float width, float height) {
  auto& s = screen();
  if (!hamandish::platform::gl_ready()) return 0;
  const std::string& font = arguments()[0];
  s.ui.set_least_height(height);
  s.canvas = s.ui.set_font({reinterpret_cast<const std::uint8_t*>(font.data()), font.size()});  // NOLINT
  s.width = width;
  return s.canvas ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void app_leave_canvas() {
  auto& s = screen();
  s.canvas = false;
  if (s.tables.has_any()) s.render();
}

// Paper shows all rows of long tables.
EMSCRIPTEN_KEEPALIVE void app_print(int begins) {
  auto& s = screen();
  const bool wanted = begins != 0 && s.tables.has_any();
  if (wanted == s.printing) return;
  s.printing = wanted;
  s.render();
}

EMSCRIPTEN_KEEPALIVE int app_knows() {
  return hamandish::web::App::knows(arguments()[0]) ? 1 : 0;
}

// Argument 0: the path, 1: the mark of the history's entry.
EMSCRIPTEN_KEEPALIVE void app_open() {
  screen().app->open(std::string(arguments()[0]), std::string(arguments()[1]));
}

// Argument 0: the mark.
EMSCRIPTEN_KEEPALIVE void app_revisit() {
  screen().app->revisit(std::string(arguments()[0]));
}

// Between hold and adopt nothing is rendered: the app hears of what was typed, and then renders once. The first
// rendering of all, which adopts the server's page, also waits for the page's data.
EMSCRIPTEN_KEEPALIVE void app_hold() {
  screen().held = true;
}

EMSCRIPTEN_KEEPALIVE void app_adopt() {
  auto& s = screen();
  s.held = false;
  s.render();
}

// What a controller put off until the browser had time.
EMSCRIPTEN_KEEPALIVE void app_tick() {
  screen().browser.do_pieces();
}

EMSCRIPTEN_KEEPALIVE void app_resume() {
  screen().app->resume();
}

EMSCRIPTEN_KEEPALIVE void app_online(int is_online) {
  screen().app->online(is_online != 0);
}

// Argument 0: the address of a form that waits to be sent, 1: its draft, each name and value ended by a zero byte.
EMSCRIPTEN_KEEPALIVE void app_wait_for() {
  std::vector<std::pair<std::string, std::string>> fields;
  std::string_view rest = arguments()[1];
  const auto next = [&rest] {
    const std::string_view taken = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(rest.size(), taken.size() + 1));
    return std::string(taken);
  };
  while (!rest.empty()) {
    std::string name = next();
    fields.emplace_back(std::move(name), next());
  }
  screen().app->wait_for(std::string(arguments()[0]), fields);
}

EMSCRIPTEN_KEEPALIVE int app_waits() {
  return screen().app->waits() ? 1 : 0;
}

// Argument 0: the field, 1: its value. True if the next view will carry it.
EMSCRIPTEN_KEEPALIVE int app_input() {
  auto& s = screen();
  s.mirror.touched(arguments()[0]);
  return s.app->input(std::string(arguments()[0]), std::string(arguments()[1])) ? 1 : 0;
}

// 0 while nobody would hear an intent: the session is asked for, or nothing is open.
EMSCRIPTEN_KEEPALIVE int app_hears() {
  return screen().app && screen().app->has_page() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void app_intent() {
  screen().app->intent(std::string(arguments()[0]));
}

// Argument 0: its name. app_files (argument 0: the field) then hands over all that were added.
EMSCRIPTEN_KEEPALIVE void app_file(int number, double bytes) {
  screen().chosen.push_back({number, arguments()[0], static_cast<std::int64_t>(bytes)});
}

EMSCRIPTEN_KEEPALIVE void app_files() {
  const std::vector<hamandish::web::ChosenFile> chosen = std::exchange(screen().chosen, {});
  screen().app->files(std::string(arguments()[0]), chosen);
}

// Argument 0: the body.
EMSCRIPTEN_KEEPALIVE void app_answer(int number, int status) {
  screen().fetch.answered(number, {status, std::exchange(arguments()[0], {})});
}

EMSCRIPTEN_KEEPALIVE void app_progress(int number, int percent) {
  screen().fetch.progressed(number, percent);
}

// --- The picture -----------------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void app_resize(float width, float height) {
  auto& s = screen();
  s.width = width;
  s.ui.set_least_height(height);
  s.place();
}

EMSCRIPTEN_KEEPALIVE void app_theme(int dark, int contrast) {
  auto& s = screen();
  s.ui.set_theme({dark != 0, contrast != 0, hamandish::web::colour(s.app->profile().accent)});
}

// Argument 0: light, dark, contrast or empty.
EMSCRIPTEN_KEEPALIVE void app_choose_theme() {
  screen().app->choose_theme(std::string(arguments()[0]));
}

EMSCRIPTEN_KEEPALIVE void app_text_scale(float scale) {
  screen().ui.set_text_scale(scale);
}

// Argument 0: id of an element, or empty.
EMSCRIPTEN_KEEPALIVE void app_hover() {
  screen().ui.set_hover(arguments()[0]);
}

EMSCRIPTEN_KEEPALIVE void app_focus(int ring, int is_input) {
  screen().focus = arguments()[0];
  screen().ui.set_focus(arguments()[0], ring != 0, is_input != 0);
}

// Argument 0: the field, 1: what stands in it now; layout does not change.
EMSCRIPTEN_KEEPALIVE void app_show_value() {
  screen().ui.set_value(arguments()[0], arguments()[1]);
}

EMSCRIPTEN_KEEPALIVE void app_show_checked(int checked) {
  screen().ui.set_checked(arguments()[0], checked != 0);
}

EMSCRIPTEN_KEEPALIVE void app_field_height(float height) {
  auto& s = screen();
  s.ui.set_field_height(arguments()[0], height);
  s.place();
}

// Argument 0: ids of the disclosures that are open, joined by newlines.
EMSCRIPTEN_KEEPALIVE void app_open_details() {
  auto& s = screen();
  s.ui.set_open(arguments()[0]);
  s.place();
}

// Argument 0: x, y, width, height of each rectangle as 32-bit floats.
EMSCRIPTEN_KEEPALIVE void app_selection() {
  const std::string& bytes = arguments()[0];
  std::vector<hamandish::web::Rect> rects(bytes.size() / sizeof(hamandish::web::Rect));
  bytes.copy(reinterpret_cast<char*>(rects.data()), rects.size() * sizeof(hamandish::web::Rect));  // NOLINT
  screen().ui.set_selection(rects);
}

EMSCRIPTEN_KEEPALIVE int app_needs_paint() {
  return screen().canvas && screen().ui.needs_paint() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void app_frame(float scroll_y, float viewport_height, float dpr) {
  auto& s = screen();
  if (!s.canvas || !s.shown) return;
  s.scrolled(scroll_y, viewport_height);
  s.ui.paint(scroll_y, viewport_height, dpr);
}

EMSCRIPTEN_KEEPALIVE void app_context_restored() {
  screen().ui.context_restored();
}
}
