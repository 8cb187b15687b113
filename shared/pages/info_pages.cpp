#include "shared/pages/info_pages.h"

#include "shared/api/routes.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/search/site_search.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

// What is touched to call or to write. Nothing for an empty number or address.
void add_reach(Node& facts, const char* key, const char* scheme, const std::string& value) {
  if (value.empty()) return;
  const bool number = std::string_view(scheme) != "mailto:";
  Node fact = view::fact(say(key), number ? text::persian_digits(value) : value, true);
  fact.target = scheme + value;
  facts.children.push_back(std::move(fact));
}

Node unit_section(const Unit& unit) {
  Node facts = view::node(Kind::facts, {}, {});
  if (!unit.manager.empty()) facts.children.push_back(view::fact(say("contact.manager"), unit.manager));
  add_reach(facts, "contact.phone", "tel:", unit.phone);
  add_reach(facts, "contact.email", "mailto:", unit.email);
  Node section = view::section(unit.name, {view::heading(3, unit.name)}, "unit-" + unit.id);
  if (!unit.duties.empty()) section.children.push_back(view::paragraph(unit.duties));
  section.children.push_back(std::move(facts));
  section.children.push_back(
      view::actions({view::link(say("contact.card", {{"unit", unit.name}}), "/contact/" + unit.id)}));
  return section;
}

}  // namespace

namespace {

// Those that hold every word of the query, as the site's search finds them.
std::vector<const Unit*> units_with(const Profile& profile, const std::string& query) {
  std::vector<const Unit*> found;
  for (const Unit& unit : profile.units) {
    const std::vector<Findable> one = {{FindableKind::unit,
                                        unit.name,
                                        unit.manager + '\n' + unit.phone + '\n' + unit.email + '\n' + unit.duties,
                                        {},
                                        {}}};
    if (query.empty() || !find(one, query).empty()) found.push_back(&unit);
  }
  return found;
}

Node directory_search(const ContactState& state) {
  Node field = view::node(Kind::text_field, say("contact.search_words"), {}, "words");
  field.value = state.typed;
  field.help = say("contact.search_help");
  if (state.empty) field.error = say("contact.search_empty");
  field.input.keyboard = view::Keyboard::search;
  field.input.max_length = 80;
  Node button = view::button(say("contact.search_submit"), view::Tone::primary);
  Node form = view::node(Kind::form, say("contact.search"), {std::move(field), view::actions({std::move(button)})},
                         "directory-search");
  form.target = "/contact";
  form.intent = "directory-search";
  return form;
}

// Where in a long directory each unit stands.
Node jump_list(const std::vector<const Unit*>& units) {
  Node list = view::node(Kind::list, say("contact.jump"), {}, "jump");
  for (const Unit* unit : units) {
    list.children.push_back(view::node(Kind::item, {}, {view::link(unit->name, "#unit-" + unit->id)}));
  }
  return view::node(Kind::disclosure, say("contact.jump"), {std::move(list)}, "jump-to");
}

// What the search came to, and the way on where it came to nothing.
void add_found(Nodes& content, const ContactState& state, std::size_t found) {
  if (state.query.empty()) return;
  content.push_back(view::hidden("asked", "1"));  // for the client that comes after the server's page
  if (found > 0) {
    content.push_back(view::notice(say("contact.found", {{"count", std::to_string(found)}, {"query", state.query}}),
                                   view::Tone::neutral, "found"));
    content.push_back(view::actions({view::link(say("contact.all"), "/contact")}));
    return;
  }
  Node nothing = view::node(Kind::empty_state, say("contact.found_nothing", {{"query", state.query}}), {}, "found");
  nothing.note = say("contact.found_nothing_note");
  nothing.children = {view::link(say("contact.all"), "/contact"),
                      view::link(say("contact.search_site"), "/search/" + api::percent_encode(state.query))};
  content.push_back(std::move(nothing));
}

}  // namespace

Node contact_view(const Site& site, const ContactState& state) {
  const Profile& profile = *site.profile;
  Node facts = view::node(Kind::facts, {}, {}, "organisation");
  if (!profile.address.empty()) facts.children.push_back(view::fact(say("contact.address"), profile.address));
  add_reach(facts, "contact.complaints_phone", "tel:", profile.complaints_phone);
  add_reach(facts, "contact.sms", "sms:", profile.sms_number);
  add_reach(facts, "contact.phone", "tel:", profile.phone);
  add_reach(facts, "contact.email", "mailto:", profile.email);
  if (!profile.working_hours.empty()) {
    facts.children.push_back(view::fact(say("contact.hours"), profile.working_hours));
  }
  Nodes content = {title_heading(say("nav.contact")), std::move(facts), view::heading(2, say("contact.units"), "units"),
                   directory_search(state)};
  const std::vector<const Unit*> found = units_with(profile, state.query);
  add_found(content, state, found.size());
  constexpr std::size_t kLong = 8;
  if (found.size() > kLong) content.push_back(jump_list(found));
  for (const Unit* unit : found) content.push_back(unit_section(*unit));
  if (profile.directory_changed.milliseconds > 0) {
    const std::string date = long_date(to_tehran(profile.directory_changed).day);
    content.push_back(view::paragraph(say("contact.updated", {{"date", date}})));
  }
  return frame(site, say("nav.contact"), std::move(content));
}

Node not_found_view(const Site& site) {
  return frame(site, say("not_found.heading"),
               {title_heading(say("not_found.heading")), view::paragraph(say("not_found.lead")),
                view::actions({view::link(say("not_found.home"), "/")})});
}

Node failure_view(const Site& site, const std::string& message, const std::string& again) {
  Nodes ways;
  if (!again.empty()) ways.push_back(view::link(say("failure.again"), again));
  if (site.path.starts_with("/staff/")) ways.push_back(view::link(say("failure.to_work"), "/staff"));
  ways.push_back(view::link(say("not_found.home"), "/"));
  return frame(site, message, {title_heading(message), view::actions(std::move(ways))});
}

Node forbidden_view(const Site& site) {
  return failure_view(site, say("error.forbidden"));
}

}  // namespace hamandish::pages
