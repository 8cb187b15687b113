#include "server/http/settings_forms.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/base/random.h"
#include "server/http/account_forms.h"
#include "server/http/context.h"
#include "server/http/overtaken.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/messages/messages.h"
#include "shared/pages/operation_pages.h"
#include "shared/pages/settings_page.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

using pages::field_id;

constexpr int kAuditPage = 50;

std::int64_t number_of(std::string_view text, std::int64_t fallback) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, number);
  return problem == std::errc{} && stopped == end && !text.empty() ? number : fallback;
}

std::string typed_text(const Request& request, std::string_view name, bool one_line) {
  const std::string_view typed = request.field(name);
  if (!text::valid_utf8(typed)) return {};
  return one_line ? text::for_storage_one_line(typed) : text::for_storage(typed);
}

Json lines_of(const std::string& text) {
  Json list = Json::array();
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line = text::for_storage_one_line(rest.substr(0, end));
    if (!line.empty()) list.push(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return list;
}

Json ticked(const Call& call, const SettingField& field) {
  Json list = Json::array();
  for (const view::Option& option : pages::choices_of(field, *call.profile)) {
    if (call.request.field(field_id(field, option.value)) != "1") continue;
    if (field.kind == SettingKind::weekdays) {
      list.push(number_of(option.value, 0));
    } else {
      list.push(option.value);
    }
  }
  return list;
}

// What was typed into one field, as the profile holds it.
Json typed_value(const Call& call, const SettingField& field) {
  const std::string id = field_id(field);
  switch (field.kind) {
    case SettingKind::text:
      return typed_text(call.request, id, false);
    case SettingKind::lines:
      return lines_of(typed_text(call.request, id, false));
    case SettingKind::digit_lines:
      return lines_of(text::ascii_digits(typed_text(call.request, id, false)));
    case SettingKind::yes_no:
      return call.request.field(id) == "1";
    case SettingKind::number: {
      const std::string typed = text::ascii_digits(typed_text(call.request, id, true));
      const std::int64_t number = number_of(typed, -1);
      return typed.empty() ? Json(0) : number >= 0 ? Json(number) : Json(typed);
    }
    case SettingKind::kinds:
    case SettingKind::states:
    case SettingKind::weekdays:
    case SettingKind::categories:
      return ticked(call, field);
    default:
      return typed_text(call.request, id, true);
  }
}

void set_member(Json& object, std::string_view name, Json value) {
  const std::size_t dot = name.find('.');
  const std::string first(name.substr(0, dot));
  Json inner = std::move(value);
  if (dot != std::string_view::npos) {
    const Json* former = object.find(first);
    Json nested = former != nullptr ? *former : Json::object();
    set_member(nested, name.substr(dot + 1), std::move(inner));
    inner = std::move(nested);
  }
  Json::Members members = object.members();
  const auto at =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.name == first; });
  if (at != members.end()) {
    at->value = std::move(inner);
  } else {
    members.push_back({first, std::move(inner)});
  }
  object = Json(std::move(members));
}

bool is_blank(const Json* value) {
  return value == nullptr || value->is_null() || (value->text() != nullptr && value->text()->empty());
}

std::string id_of(const Json& item) {
  const Json* id = item.find("id");
  return id != nullptr && id->text() != nullptr ? *id->text() : std::string();
}

std::size_t position(const Json& list, std::string_view id) {
  const Json::Items& items = list.items();
  const auto at = std::find_if(items.begin(), items.end(), [&](const Json& item) { return id_of(item) == id; });
  return static_cast<std::size_t>(at - items.begin());
}

// The place of an item in what the profile's reader complains of: «rules[2].», «kinds[0].fields[3].».
std::string place_of(const Call& call, std::string_view section_id, std::size_t index) {
  const Section& section = *setting_section(section_id);
  std::string place;
  if (const std::string_view form = form_of_section(section_id); !form.empty()) {
    const std::vector<KindForm>& kinds = call.profile->kinds;
    const auto at =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindForm& kind) { return wire_name(kind.kind) == form; });
    place = "kinds[" + std::to_string(at - kinds.begin()) + "].";
  }
  return place + std::string(section.member) + "[" + std::to_string(index) + "].";
}

// Errors of the reader as errors of the form; what lies outside the item is told as a whole.
void take_errors(const Error& error, const Section& section, std::string_view place, pages::SettingsState& state) {
  for (const FieldError& found : error.fields) {
    const bool inside = found.field.starts_with(place);
    const std::string name = inside ? found.field.substr(place.size()) : found.field;
    const auto field = std::find_if(section.fields.begin(), section.fields.end(),
                                    [&](const SettingField& known) { return known.name == name; });
    if (inside && field != section.fields.end()) {
      state.errors.push_back({field_id(*field), "settings.bad_value", {{"label", say(field->label)}}});
    } else {
      state.failure = "settings.breaks_others";
    }
  }
  if (error.fields.empty()) state.failure = error.key;
}

pages::SettingsState state_of(std::string_view section_id, std::string_view item_id,
                              const SettingsService::Content& content) {
  pages::SettingsState state;
  state.section_id = section_id;
  state.version = content.version;
  state.list = content.value;
  state.item_id = item_id;
  return state;
}

Reply audit_page(const Call& call, std::string_view cursor) {
  const Result<std::vector<AuditRow>> rows =
      call.context.services.settings.audit(call.session->actor, number_of(cursor, 0), kAuditPage);
  if (!rows) return remote_error(call, rows.error());
  pages::AuditState state;
  for (const AuditRow& row : *rows) {
    state.entries.push_back({row.at, row.user_name, row.area, row.subject, row.action, row.before, row.after});
  }
  if (rows->size() == kAuditPage) state.next = pages::settings_address("audit", std::to_string(rows->back().id));
  return remote_reply(call, pages::audit_view(site_of(call), state));
}

Reply section_page(const Call& call, std::string_view section_id, std::string_view item_id) {
  const Result<SettingsService::Content> content =
      call.context.services.settings.section(call.session->actor, section_id);
  if (!content) return remote_error(call, content.error());
  const Section& section = *setting_section(section_id);
  pages::SettingsState state = state_of(section_id, item_id, *content);
  if (!content->value.is_array()) {
    state.item = content->value;
    state.item_id.clear();
    return remote_reply(call, pages::settings_item_view(site_of(call), state));
  }
  if (item_id.empty()) return remote_reply(call, pages::settings_list_view(site_of(call), state));
  state.item = Json::object();
  if (item_id != pages::kNewItem) {
    const std::size_t at = position(content->value, item_id);
    if (at == content->value.items().size()) return remote_error(call, error_of_status(404));
    state.item = content->value.items()[at];
  } else if (!section.may_add) {
    return remote_error(call, error_of_status(404));
  }
  return remote_reply(call, pages::settings_item_view(site_of(call), state));
}

// The item as it would be after the form, and what is missing in it.
Json item_from(const Call& call, const Section& section, const Json& former, bool is_new,
               std::vector<FieldError>& errors) {
  Json item = former;
  for (const SettingField& field : section.fields) {
    if (field.kind == SettingKind::id && !is_new) continue;
    set_member(item, field.name, typed_value(call, field));
    if (field.required && is_blank(pages::value_of(item, field.name))) {
      errors.push_back({field_id(field), "form.write", {{"label", say(field.label)}}});
    }
  }
  if (is_new && id_of(item).empty()) set_member(item, "id", "n" + hex(random_bytes(4)));
  return item;
}

Reply form_again(const Call& call, const pages::SettingsState& state, int status) {
  return remote_reply(call, pages::settings_item_view(site_of(call), state), status);
}

Result<void> store(const Call& call, const pages::SettingsState& state, const Json& value) {
  return call.context.services.settings.replace(call.session->actor, state.section_id, value, edited_version(call),
                                                call.now);
}

Reply save(const Call& call, pages::SettingsState state) {
  const Section& section = *setting_section(state.section_id);
  const bool single = !state.list.is_array();
  const bool is_new = state.item_id == pages::kNewItem;
  const std::size_t at = single ? 0 : position(state.list, state.item_id);
  const bool known = single || is_new || at < state.list.items().size();
  if (!known || (is_new && !section.may_add)) return remote_error(call, error_of_status(404));
  const Json former = single ? state.list : is_new ? Json::object() : state.list.items()[at];
  state.item = item_from(call, section, former, is_new, state.errors);
  if (single) state.item_id.clear();
  if (!state.errors.empty()) return form_again(call, state, 422);
  Json::Items items = state.list.items();
  if (is_new) items.push_back(state.item);
  if (!single && !is_new) items[at] = state.item;
  const Result<void> stored = store(call, state, single ? state.item : Json(std::move(items)));
  if (!stored && stored.error().key == "settings.changed_meanwhile") {
    pages::SettingsState as_stored = state;
    as_stored.item = former;
    return overtaken_reply(call, pages::settings_item_view(site_of(call), state),
                           pages::settings_item_view(site_of(call), is_new ? state : as_stored));
  }
  if (!stored) {
    take_errors(stored.error(), section, single ? "" : place_of(call, state.section_id, at), state);
    return form_again(call, state, status_of(stored.error()));
  }
  if (is_new) return remote_go(call, pages::settings_address(state.section_id));
  state.done = "settings.saved";
  state.version = call.context.services.organisation.version();
  return form_again(call, state, 200);
}

Reply move_or_remove(const Call& call, pages::SettingsState state, std::string_view action) {
  const Section& section = *setting_section(state.section_id);
  Json::Items items = state.list.items();
  const std::size_t at = position(state.list, state.item_id);
  const bool allowed = action == "remove" ? section.may_add : section.ordered;
  if (!allowed || at >= items.size()) return remote_error(call, error_of_status(404));
  if (action == "remove") items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
  if (action == "up" && at > 0) std::swap(items[at], items[at - 1]);
  if (action == "down" && at + 1 < items.size()) std::swap(items[at], items[at + 1]);
  const Result<void> stored = store(call, state, Json(std::move(items)));
  if (stored) return remote_go(call, pages::settings_address(state.section_id));
  state.item = state.list.items()[at];
  take_errors(stored.error(), section, "-", state);
  return form_again(call, state, status_of(stored.error()));
}

Reply bench_page(const Call& call) {
  if (may_edit_section(call.session->actor.role, "rules")) {
    return remote_reply(call, pages::bench_view(site_of(call), {}));
  }
  return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
}

Reply try_route(const Call& call) {
  if (!may_edit_section(call.session->actor.role, "rules")) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  pages::BenchState state;
  state.query.kind = case_kind_from(call.request.field("f-kind")).value_or(CaseKind::complaint);
  state.query.category_id = typed_text(call.request, "f-category", true);
  state.query.place = typed_text(call.request, "f-place", true);
  state.query.text = typed_text(call.request, "f-text", false);
  if (call.profile->kind(state.query.kind) != nullptr) state.decision = decide_route(*call.profile, state.query);
  return remote_reply(call, pages::bench_view(site_of(call), state));
}

}  // namespace

Reply settings_page(const Call& call) {
  if (!may_open_settings(call.session->actor.role) && !may_read_audit(call.session->actor.role)) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  std::string_view rest = call.request.path;
  rest.remove_prefix(std::min(rest.size(), pages::kSettingsPath.size()));
  while (rest.starts_with('/')) rest.remove_prefix(1);
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view section_id = rest.substr(0, slash);
  const std::string_view item_id = rest.substr(std::min(slash + 1, rest.size()));
  if (section_id.empty()) return remote_reply(call, pages::settings_menu_view(site_of(call)));
  if (section_id == "users") return users_page(call, item_id);
  if (section_id == "audit") return audit_page(call, item_id);
  if (section_id == "bench") return bench_page(call);
  return section_page(call, section_id, item_id);
}

Reply post_setting(const Call& call) {
  const std::string_view section_id = call.request.path_value("section");
  const std::string_view action = call.request.path_value("action");
  if (section_id == "bench") return try_route(call);
  if (section_id == "users") return post_user(call);
  const Result<SettingsService::Content> content =
      call.context.services.settings.section(call.session->actor, section_id);
  if (!content) return remote_error(call, content.error());
  pages::SettingsState state = state_of(section_id, call.request.path_value("item"), *content);
  if (action == "save") return save(call, std::move(state));
  if (action == "up" || action == "down" || action == "remove") return move_or_remove(call, std::move(state), action);
  return remote_error(call, error_of_status(404));
}

}  // namespace hamandish::server
