#include "web/controllers/picker.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/search_key.h"
#include "shared/view/builder.h"

namespace hamandish::web {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

constexpr std::size_t kShown = 7;  // options; who does not find his types more
constexpr int kFriday = 6;
constexpr int kMonths = 12;

const Node* find(const Node& node, std::string_view id) {
  if (node.id == id && (node.kind == Kind::text_field || node.kind == Kind::select)) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = find(child, id)) return found;
  }
  return nullptr;
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Day within(Day day) {
  const Day first = to_day({kFirstYear, 1, 1});
  const Day last = to_day({kLastYear, kMonths, month_length(kLastYear, kMonths)});
  return std::clamp(day, first, last);
}

// The same day of another month, or its last one.
Day months_later(Day day, int months) {
  JalaliDate date = to_jalali(day);
  const int count = date.year * kMonths + date.month - 1 + months;
  date.year = std::clamp(count / kMonths, kFirstYear, kLastYear);
  date.month = count % kMonths + 1;
  date.day = std::min(date.day, month_length(date.year, date.month));
  return to_day(date);
}

std::string id_of(Day day) {
  return "pick-day-" + std::to_string(to_jalali(day).day);
}

Node act(const char* key, const char* intent) {
  return view::button(say(key), view::Tone::neutral, intent);
}

}  // namespace

std::string Picker::open(const Node& field, std::string_view value) {
  field_ = field.id;
  label_ = field.text;
  dates_ = field.kind == Kind::text_field;
  typed_.clear();
  active_ = 0;
  options_ = field.options;
  std::erase_if(options_, [](const view::Option& option) { return option.value.empty(); });
  const std::optional<JalaliDate> date = parse_jalali(value);
  chosen_ = date ? to_day(*date) : Day{};
  focus_ = date ? chosen_ : today_;
  return dates_ ? id_of(focus_) : "pick-search";
}

std::string Picker::intent(std::string_view name, const Node& page, Instant now) {
  name.remove_prefix(kIntent.size());
  const std::size_t mark = std::min(name.find(':'), name.size());
  const std::string_view what = name.substr(0, mark);
  const std::string_view rest = mark < name.size() ? name.substr(mark + 1) : std::string_view();
  if (what == "open") {
    today_ = to_tehran(now).day;
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const Node* field = find(page, rest.substr(0, end));
    // A page has one dialog at most.
    if (field == nullptr || view::dialog_of(page) != nullptr) return {};
    return open(*field, end < rest.size() ? rest.substr(end + 1) : std::string_view(field->value));
  }
  if (what == "close") field_.clear();
  if (field_.empty()) return {};  // another page was opened meanwhile
  if (what == "option") {
    const int count = static_cast<int>(std::min(found().size(), kShown));
    if (count > 0) active_ = (active_ + number_of(rest) + count) % count;
    return {};
  }
  if (what == "days") focus_ = within(Day{focus_.number + number_of(rest)});
  if (what == "months" || what == "turn") focus_ = months_later(focus_, number_of(rest));
  if (what == "today") focus_ = today_;
  // Who turns the leaf with a button stays on the button.
  return what == "turn" || what == "close" ? std::string() : id_of(focus_);
}

bool Picker::input(std::string_view field, std::string_view value) {
  if (field_.empty() || field != "pick-search") return false;
  typed_ = value;
  active_ = 0;
  return true;
}

std::vector<view::Option> Picker::found() const {
  const std::string wanted = text::name_key(typed_);
  std::vector<view::Option> all;
  for (const view::Option& option : options_) {
    if (text::name_key(option.text).find(wanted) != std::string::npos) all.push_back(option);
  }
  return all;
}

Node Picker::day(Day day, const Profile& profile) const {
  const bool holiday =
      weekday(day) == kFriday || std::binary_search(profile.holidays.begin(), profile.holidays.end(), day);
  Node node =
      view::button(text::persian_number(to_jalali(day).day), holiday ? view::Tone::danger : view::Tone::neutral);
  node.id = id_of(day);
  node.value = short_date(day);
  node.help = holiday ? say("pick.holiday", {{"day", long_date(day)}}) : long_date(day);
  node.current = day == chosen_;
  node.checked = day == focus_;
  node.required = day == today_;
  return node;
}

Node Picker::month(const Profile& profile) const {
  const JalaliDate date = to_jalali(focus_);
  const Day first = to_day({date.year, date.month, 1});
  Node node = view::node(Kind::calendar,
                         std::string(month_name(date.month)) + " " + text::persian_digits(std::to_string(date.year)),
                         {}, "pick-month");
  node.target = field_;
  node.level = weekday(first);
  for (int i = 0; i <= kFriday; ++i) node.columns.emplace_back(weekday_name(i));
  const int length = month_length(date.year, date.month);
  node.children.reserve(static_cast<std::size_t>(length));
  for (int i = 0; i < length; ++i) node.children.push_back(day(Day{first.number + i}, profile));
  return node;
}

Nodes Picker::calendar(const Profile& profile) const {
  Node grid = month(profile);
  Node name = view::node(Kind::live_region, grid.text, {}, "pick-name");
  Node moves = view::node(Kind::chips, say("pick.moves"),
                          {act("pick.year_before", "pick:turn:-12"), act("pick.month_before", "pick:turn:-1"),
                           act("pick.month_after", "pick:turn:1"), act("pick.year_after", "pick:turn:12")});
  return {std::move(moves), std::move(name), std::move(grid),
          view::actions({act("pick.today", "pick:today"), act("pick.close", "pick:close")})};
}

Nodes Picker::list() const {
  std::vector<view::Option> all = found();
  const std::size_t count = all.size();
  all.resize(std::min(count, kShown));
  Node field = view::node(Kind::combobox, say("pick.part"), {}, "pick-search");
  field.value = typed_;
  field.target = field_;
  field.level = active_;
  field.options = std::move(all);
  const char* key = count == 0 ? "pick.none" : count > kShown ? "pick.more" : "pick.count";
  Node found =
      view::node(Kind::live_region, say(key, {{"count", text::persian_number(static_cast<std::int64_t>(count))}}), {},
                 "pick-found");
  return {std::move(field), std::move(found), view::actions({act("pick.close", "pick:close")})};
}

void Picker::add_to(Node& page, const Profile& profile) const {
  if (field_.empty()) return;
  for (Node& part : page.children) {
    if (part.kind != Kind::main) continue;
    const char* key = dates_ ? "pick.date" : "pick.list";
    Node dialog = view::node(Kind::dialog, say(key, {{"label", label_}}), dates_ ? calendar(profile) : list(), "pick");
    dialog.intent = "pick:close";
    part.children.push_back(std::move(dialog));
  }
  view::finish(page);
}

}  // namespace hamandish::web
