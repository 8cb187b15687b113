#include "shared/pages/operation_pages.h"

#include <algorithm>
#include <array>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/text/digits.h"
#include "shared/text/typed_number.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

std::string area_text(const Site& site, std::string_view area) {
  if (area == "users") return say("settings.users");
  if (area == "account") return say("account.heading");
  const std::string key = "audit_area." + std::string(area);
  return message_exists(key) ? say(key) : section_title(site, area);
}

// What people do with texts is recorded by wire names, what they wrote may follow: «rejected critical قنات».
std::string plain_words(std::string_view recorded) {
  constexpr std::array<std::string_view, 5> kTables = {"audit_word.", "comment_state.", "comment_tone.", "news_phase.",
                                                       "disposition."};
  std::string all;
  while (!recorded.empty()) {
    const std::string_view word = recorded.substr(0, recorded.find(' '));
    const auto* const table = std::find_if(kTables.begin(), kTables.end(), [word](std::string_view one) {
      return message_exists(std::string(one) + std::string(word));
    });
    if (table == kTables.end()) break;
    if (!all.empty()) all += "، ";
    all += say(std::string(*table) + std::string(word));
    recorded.remove_prefix(std::min(word.size() + 1, recorded.size()));
  }
  if (all.empty() || recorded.empty()) return all + std::string(recorded);
  return all + "، " + std::string(recorded);
}

std::string value_text(const Json& value) {
  if (value.text() != nullptr) return *value.text();
  if (value.boolean()) return say(*value.boolean() ? "audit.yes" : "audit.no");
  if (value.integer()) return text::persian_digits(std::to_string(*value.integer()));
  std::string all;
  for (const Json& item : value.items()) all += (all.empty() ? "" : "، ") + value_text(item);
  for (const Json::Member& member : value.members()) all += (all.empty() ? "" : "، ") + value_text(member.value);
  return all;
}

std::string_view label_of(std::string_view area, std::string_view member) {
  const Section* section = setting_section(area);
  if (section == nullptr) return {};
  for (const SettingField& field : section->fields) {
    if (field.name == member || field.name.starts_with(std::string(member) + ".")) return field.label;
  }
  return {};
}

constexpr std::size_t kLongest = 200;  // bytes of a value in the list

std::string shortened(std::string text) {
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// «name: former → new» for every member that changed.
std::string difference(const AuditEntry& entry) {
  const Result<Json> before = parse_json(entry.before.empty() ? "{}" : entry.before);
  const Result<Json> after = parse_json(entry.after.empty() ? "{}" : entry.after);
  if (!before || !after || !before->is_object() || !after->is_object()) {
    std::string now = shortened(plain_words(entry.after));
    if (entry.before.empty()) return now;
    if (now.empty()) return say("audit.removed_value", {{"before", shortened(plain_words(entry.before))}});
    return say("audit.became", {{"before", shortened(plain_words(entry.before))}, {"after", now}});
  }
  const bool gone = entry.after.empty();
  std::string all;
  for (const Json::Member& member : (gone ? before : after)->members()) {
    const std::string_view label = label_of(entry.area, member.name);
    if (label.empty()) continue;
    const Json* former = before->find(member.name);
    const std::string now = shortened(value_text(member.value));
    const Params params = {
        {"label", say(label)}, {"before", former != nullptr ? shortened(value_text(*former)) : ""}, {"after", now}};
    if (!all.empty()) all += "\n";
    all += say(former != nullptr && !gone ? "audit.from_to" : "audit.value", params);
  }
  return all;
}

Node audit_item(const Site& site, const AuditEntry& entry) {
  std::string what = area_text(site, entry.area) + " · " + say("audit." + entry.action);
  // Surveys, news and comments are known by their numbers.
  const bool number = text::only_digits(entry.subject);
  if (!entry.subject.empty()) what += ": " + (number ? text::persian_digits(entry.subject) : entry.subject);
  Node item = view::node(Kind::item, std::move(what), {});
  item.note = date_and_time(entry.at) + " · " + (entry.user.empty() ? say("audit.command_line") : entry.user);
  item.value = difference(entry);
  return item;
}

}  // namespace

Node audit_view(const Site& site, const AuditState& state) {
  Nodes content;
  content.push_back(view::actions({view::link(say("settings.heading"), std::string(kSettingsPath))}));
  content.push_back(title_heading(say("audit.heading")));
  if (state.entries.empty()) {
    content.push_back(view::node(Kind::empty_state, say("audit.empty"), {}, "empty"));
    return frame(site, say("audit.heading"), std::move(content));
  }
  Node list = view::node(Kind::timeline, say("audit.heading"), {}, "audit");
  for (const AuditEntry& entry : state.entries) list.children.push_back(audit_item(site, entry));
  content.push_back(std::move(list));
  if (!state.next.empty()) content.push_back(view::actions({view::link(say("audit.older"), state.next)}));
  return frame(site, say("audit.heading"), std::move(content));
}

namespace {

Node bench_form(const Site& site, const BenchState& state) {
  Node kind = view::node(Kind::select, say("case.kind"), {}, "f-kind");
  for (const KindForm& form : site.profile->kinds) {
    kind.options.push_back({std::string(wire_name(form.kind)), form.name});
  }
  kind.value = wire_name(state.query.kind);
  Node category = view::node(Kind::select, say("settings.category"), {}, "f-category");
  category.options.push_back({"", say("bench.no_category")});
  for (const Category& item : site.profile->categories) category.options.push_back({item.id, item.name});
  category.value = state.query.category_id;
  Node place = view::node(Kind::text_field, say("bench.place"), {}, "f-place");
  place.value = state.query.place;
  Node text = view::node(Kind::text_area, say("bench.text"), {}, "f-text");
  text.value = state.query.text;
  Node submit = view::button(say("bench.submit"), view::Tone::primary);
  submit.id = "bench-submit";
  return staff_form(
      site, "bench", say("bench.heading"), settings_address("bench", "all") + "/try/v0",
      {std::move(kind), std::move(category), std::move(place), std::move(text), view::actions({std::move(submit)})});
}

std::string reason_of(const Site& site, const RouteDecision& decision) {
  const Unit* unit = site.profile->unit(decision.unit_id);
  Params params = {{"unit", unit != nullptr ? unit->name : decision.unit_id}};
  if (decision.rule) {
    params.push_back({"number", std::to_string(*decision.rule + 1)});
    params.push_back({"rule", site.profile->rules.at(*decision.rule).name});
    params.push_back({"word", decision.word});
    return say(decision.word.empty() ? "bench.by_rule" : "bench.by_word", params);
  }
  return say(decision.by_category ? "bench.by_category" : "bench.by_kind", params);
}

}  // namespace

Node bench_view(const Site& site, const BenchState& state) {
  Nodes content;
  content.push_back(view::actions({view::link(say("settings.heading"), std::string(kSettingsPath)),
                                   view::link(say("settings.rules"), settings_address("rules"))}));
  content.push_back(title_heading(say("bench.heading")));
  content.push_back(view::paragraph(say("bench.note")));
  if (state.decision) {
    content.push_back(view::notice(reason_of(site, *state.decision), view::Tone::success, "done"));
  }
  content.push_back(bench_form(site, state));
  return frame(site, say("bench.heading"), std::move(content));
}

}  // namespace hamandish::pages
