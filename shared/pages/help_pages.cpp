#include "shared/pages/help_pages.h"

#include <array>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

struct Place {
  std::string_view name;  // messages
  std::string_view purpose;
  std::string_view address;
};

constexpr std::array kPlaces = {
    Place{"nav.home", "help.home_means", "/"},
    Place{"nav.desk", "help.desk_means", "/desk"},
    Place{"nav.track", "help.track_means", "/track"},
    Place{"lost.heading", "help.lost_means", "/track/lost"},
    Place{"notices.heading", "help.notices_means", "/notices"},
    Place{"nav.drafts", "help.drafts_means", "/drafts"},
    Place{"nav.news", "help.news_means", "/news"},
    Place{"nav.surveys", "help.surveys_means", "/surveys"},
    Place{"nav.contact", "help.contact_means", "/contact"},
    Place{"nav.strategy", "help.strategy_means", "/strategy"},
    Place{"nav.statistics", "help.statistics_means", "/statistics"},
    Place{"help.faq", "help.faq_means", kFaqPath},
    Place{"help.service_levels", "help.service_levels_means", kServiceLevelsPath},
    Place{"help.privacy", "help.privacy_means", kPrivacyPath},
    Place{"help.search", "help.search_means", kSearchPath},
};

Node described_link(std::string text, std::string note, std::string address) {
  Node link = view::link(std::move(text), std::move(address));
  link.note = std::move(note);
  return link;
}

Node search_form(const SearchState& state) {
  Node field = view::node(Kind::text_field, say("help.search_words"), {}, "words");
  field.value = state.query;
  field.help = say("help.search_help");
  field.error = error_text(state.errors, field.id);
  field.input.keyboard = view::Keyboard::search;
  field.input.max_length = 80;
  Node form = view::node(Kind::form, say("help.search"),
                         {std::move(field), submit("site-search-send", say("help.search_submit"), view::Tone::primary)},
                         "site-search");
  form.target = std::string(kSearchPath);
  form.intent = "send:site-search";
  return form;
}

// The first words of a text, whole words only.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 140;
  const std::u32string scalars = text::to_scalars(text.substr(0, text.find('\n')));
  if (scalars.size() <= most) return text::to_utf8(scalars);
  const std::size_t space = scalars.rfind(U' ', most);
  return text::to_utf8(std::u32string_view(scalars).substr(0, space == std::u32string::npos ? most : space)) + " …";
}

}  // namespace

std::vector<Findable> findable_pages(const Profile& profile) {
  std::vector<Findable> all;
  all.reserve(kPlaces.size() + profile.kinds.size());
  for (const Place& place : kPlaces) {
    all.push_back({FindableKind::page, say(place.name), {}, say(place.purpose), std::string(place.address)});
  }
  for (const KindForm& form : profile.kinds) {
    all.push_back({FindableKind::page, form.link_text, form.name, form.explanation,
                   "/desk/new/" + std::string(wire_name(form.kind))});
  }
  return all;
}

std::vector<Findable> findable_profile(const Profile& profile) {
  std::vector<Findable> all;
  all.reserve(profile.units.size() + profile.faq.size() + profile.promises.size());
  for (const Unit& unit : profile.units) {
    all.push_back({FindableKind::unit, unit.name, unit.manager + '\n' + unit.phone + '\n' + unit.email,
                   beginning(unit.duties), "/contact/" + unit.id});
  }
  for (const FaqEntry& entry : profile.faq) {
    all.push_back({FindableKind::answer, entry.question, entry.answer + '\n' + entry.words, beginning(entry.answer),
                   std::string(kFaqPath) + "#faq-" + entry.id});
  }
  for (const Promise& promise : profile.promises) {
    all.push_back({FindableKind::page, promise.title, promise.text, beginning(promise.text), "/strategy"});
  }
  return all;
}

Node updated_line(Instant updated) {
  return view::paragraph(say("help.updated", {{"date", long_date(to_tehran(updated).day)}}));
}

Node faq_view(const Site& site, Instant updated) {
  Nodes content = {title_heading(say("help.faq")), view::paragraph(say("help.faq_lead"))};
  for (const FaqEntry& entry : site.profile->faq) {
    Nodes answer;
    add_paragraphs(answer, entry.answer);
    content.push_back(view::node(Kind::disclosure, entry.question, std::move(answer), "faq-" + entry.id));
  }
  if (site.profile->faq.empty()) content.push_back(view::node(Kind::empty_state, say("help.faq_empty"), {}, "empty"));
  content.push_back(view::heading(2, say("help.not_answered")));
  content.push_back(view::actions({view::link(say("nav.desk"), "/desk"), view::link(say("nav.contact"), "/contact")}));
  content.push_back(updated_line(updated));
  return frame(site, say("help.faq"), std::move(content));
}

Node privacy_view(const Site& site, Instant updated) {
  Nodes content = {title_heading(say("help.privacy"))};
  add_paragraphs(content, site.profile->privacy_notice);
  for (const char* part : {"kept", "seen", "shared", "cookies", "rights"}) {
    const std::string key = std::string("privacy.") + part;
    content.push_back(view::heading(2, say(key)));
    content.push_back(view::paragraph(
        say(key + "_text", {{"organisation", site.profile->name}, {"head", site.profile->head_title}})));
  }
  content.push_back(
      view::actions({view::link(say("nav.track"), "/track"), view::link(say("nav.contact"), "/contact")}));
  content.push_back(updated_line(updated));
  return frame(site, say("help.privacy"), std::move(content));
}

Node service_levels_view(const Site& site, Instant updated) {
  Node table = view::node(Kind::table, say("levels.table"), {}, "levels");
  table.quiet = true;
  table.columns = {say("levels.kind"), say("levels.answer"), say("levels.nameless"), say("levels.unit")};
  for (const KindForm& form : site.profile->kinds) {
    const Unit* unit = site.profile->unit(form.default_unit_id);
    table.children.push_back(view::node(
        Kind::row, {},
        {view::paragraph(form.name), view::paragraph(say("levels.days", {{"days", std::to_string(form.working_days)}})),
         view::paragraph(say(form.anonymous_allowed ? "levels.may" : "levels.may_not")),
         view::paragraph(unit != nullptr ? unit->name : say("levels.by_category"))}));
  }
  Nodes content = {title_heading(say("help.service_levels")), view::paragraph(say("levels.lead")), std::move(table),
                   view::heading(2, say("levels.more"))};
  Node list = view::node(Kind::list, say("levels.more"), {}, "more");
  for (const char* key : {"levels.waiting", "levels.extended", "levels.objection", "levels.cap", "levels.drafts"}) {
    list.children.push_back(view::node(Kind::item, say(key), {}));
  }
  content.push_back(std::move(list));
  content.push_back(
      view::actions({view::link(say("nav.statistics"), "/statistics"), view::link(say("nav.desk"), "/desk")}));
  content.push_back(updated_line(updated));
  return frame(site, say("help.service_levels"), std::move(content));
}

Node site_map_view(const Site& site) {
  Node places = view::node(Kind::link_grid, say("help.site_map"), {}, "places");
  for (const Place& place : kPlaces) {
    places.children.push_back(described_link(say(place.name), say(place.purpose), std::string(place.address)));
  }
  Node forms = view::node(Kind::link_grid, say("help.write"), {}, "forms");
  for (const KindForm& form : site.profile->kinds) {
    forms.children.push_back(
        described_link(form.link_text, form.explanation, "/desk/new/" + std::string(wire_name(form.kind))));
  }
  return frame(
      site, say("help.site_map"),
      {title_heading(say("help.site_map")), std::move(places), view::heading(2, say("help.write")), std::move(forms)});
}

Node unit_view(const Site& site, const Unit& unit, Instant updated) {
  const Profile& profile = *site.profile;
  Node facts = view::node(Kind::facts, {}, {}, "unit");
  const auto add = [&facts](const char* key, const std::string& value, const std::string& scheme = {}) {
    if (value.empty()) return;
    Node fact = view::fact(say(key), scheme == "tel:" ? text::persian_digits(value) : value, !scheme.empty());
    if (!scheme.empty()) fact.target = scheme + value;
    facts.children.push_back(std::move(fact));
  };
  add("contact.manager", unit.manager);
  add("contact.phone", unit.phone.empty() ? profile.phone : unit.phone, "tel:");
  add("contact.email", unit.email.empty() ? profile.email : unit.email, "mailto:");
  add("contact.address", profile.address);
  add("contact.hours", profile.working_hours);
  Node back = view::node(Kind::breadcrumb, say("help.where"),
                         {view::link(say("nav.contact"), "/contact"), view::paragraph(unit.name)});
  Nodes content = {std::move(back), title_heading(unit.name)};
  if (!unit.duties.empty()) content.push_back(view::paragraph(unit.duties));
  content.push_back(view::card({std::move(facts)}));
  content.push_back(view::actions({view::link(say("help.save_contact"), "/contact/" + unit.id + "/contact.vcf"),
                                   view::link(say("help.print_card"), "/contact/" + unit.id + "/card.pdf"),
                                   view::link(say("nav.desk"), "/desk")}));
  content.push_back(updated_line(updated));
  return frame(site, unit.name, std::move(content));
}

Node search_view(const Site& site, const SearchState& state) {
  const std::string title =
      state.query.empty() ? say("help.search") : say("help.found_title", {{"query", state.query}});
  Nodes content = {title_heading(title)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  content.push_back(search_form(state));
  if (!state.query.empty() && state.found.empty()) {
    Node nothing = view::node(Kind::empty_state, say("help.found_nothing"), {}, "empty");
    nothing.note = say("help.found_nothing_note");
    nothing.children.push_back(view::link(say("help.site_map"), std::string(kSiteMapPath)));
    content.push_back(std::move(nothing));
  }
  if (!state.found.empty()) {
    content.push_back(view::notice(
        say(state.more ? "help.found_more" : "help.found_count", {{"count", std::to_string(state.found.size())}}),
        view::Tone::neutral, "found-count"));
    Node list = view::node(Kind::link_grid, say("help.found"), {}, "found");
    for (const Findable& one : state.found) {
      const std::string kind = say("findable." + std::string(wire_name(one.kind)));
      list.children.push_back(
          described_link(one.title, one.summary.empty() ? kind : kind + " · " + one.summary, one.address));
    }
    content.push_back(std::move(list));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
