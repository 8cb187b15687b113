#include "server/service/settings_service.h"

#include <algorithm>

#include "server/service/cases_parts.h"
#include "server/service/clocks_service.h"
#include "server/store/cases_store.h"
#include "server/store/profile_store.h"
#include "server/store/users_store.h"
#include "shared/directory/sections.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

std::string_view first_part(std::string_view name) {
  return name.substr(0, name.find('.'));
}

// The object with one member put in place of the one of that name.
Json with_member(const Json& object, std::string_view name, const Json& value) {
  Json::Members members = object.members();
  const auto at =
      std::find_if(members.begin(), members.end(), [&](const Json::Member& member) { return member.name == name; });
  if (at != members.end()) {
    at->value = value;
  } else {
    members.push_back({std::string(name), value});
  }
  return Json(std::move(members));
}

const std::string* id_of(const Json& item) {
  const Json* id = item.find("id");
  return id != nullptr ? id->text() : nullptr;
}

const Json* item_by_id(const Json& list, std::string_view id) {
  for (const Json& item : list.items()) {
    const std::string* found = id_of(item);
    if (found != nullptr && *found == id) return &item;
  }
  return nullptr;
}

Json section_of(const Json& profile, std::string_view section_id) {
  const Section& section = *setting_section(section_id);
  if (const std::string_view kind = form_of_section(section_id); !kind.empty()) {
    const Json* form = item_by_id(*profile.find("kinds"), kind);
    const Json* fields = form != nullptr ? form->find("fields") : nullptr;
    return fields != nullptr ? *fields : Json::array();
  }
  if (!section.member.empty()) {
    const Json* list = profile.find(section.member);
    return list != nullptr ? *list : Json::array();
  }
  Json values = Json::object();
  for (const SettingField& field : section.fields) {
    const std::string name(first_part(field.name));
    const Json* value = profile.find(name);
    if (value != nullptr && values.find(name) == nullptr) values.set(name, *value);
  }
  return values;
}

Json with_section(const Json& profile, std::string_view section_id, const Json& value) {
  const Section& section = *setting_section(section_id);
  if (const std::string_view kind = form_of_section(section_id); !kind.empty()) {
    Json::Items forms = profile.find("kinds")->items();
    for (Json& form : forms) {
      const std::string* id = id_of(form);
      if (id != nullptr && *id == kind) form = with_member(form, "fields", value);
    }
    return with_member(profile, "kinds", Json(std::move(forms)));
  }
  if (!section.member.empty()) return with_member(profile, section.member, value);
  Json changed = profile;
  for (const Json::Member& member : value.members()) changed = with_member(changed, member.name, member.value);
  return changed;
}

std::string subject_of(const Section& section, const Json& item) {
  const Json* name = item.find(section.named_by);
  if (name != nullptr && name->text() != nullptr && !name->text()->empty()) return *name->text();
  const std::string* id = id_of(item);
  return id != nullptr ? *id : std::string();
}

// Only the members that differ, so that the list of changes says what changed.
Json differing(const Json& item, const Json& other) {
  Json result = Json::object();
  for (const Json::Member& member : item.members()) {
    const Json* there = other.find(member.name);
    if (there == nullptr || !(*there == member.value)) result.set(member.name, member.value);
  }
  return result;
}

AuditRow entry(std::string_view section_id, std::string subject, std::string_view action) {
  AuditRow row;
  row.area = section_id;
  row.subject = std::move(subject);
  row.action = action;
  return row;
}

std::vector<AuditRow> changes_of_list(const Section& section, std::string_view section_id, const Json& before,
                                      const Json& after) {
  std::vector<AuditRow> rows;
  for (const Json& item : after.items()) {
    const std::string* id = id_of(item);
    const Json* former = id != nullptr ? item_by_id(before, *id) : nullptr;
    if (former != nullptr && *former == item) continue;
    AuditRow row = entry(section_id, subject_of(section, item), former != nullptr ? "changed" : "added");
    if (former != nullptr) row.before = differing(*former, item).write();
    row.after = former != nullptr ? differing(item, *former).write() : item.write();
    rows.push_back(std::move(row));
  }
  for (const Json& item : before.items()) {
    const std::string* id = id_of(item);
    if (id == nullptr || item_by_id(after, *id) != nullptr) continue;
    AuditRow row = entry(section_id, subject_of(section, item), "removed");
    row.before = item.write();
    rows.push_back(std::move(row));
  }
  if (rows.empty() && !(before == after)) rows.push_back(entry(section_id, {}, "moved"));
  return rows;
}

std::vector<AuditRow> changes_of(std::string_view section_id, const Json& before, const Json& after) {
  const Section& section = *setting_section(section_id);
  if (before == after) return {};
  if (after.is_array()) return changes_of_list(section, section_id, before, after);
  AuditRow row = entry(section_id, {}, "changed");
  row.before = differing(before, after).write();
  row.after = differing(after, before).write();
  return {row};
}

Result<void> check_units_gone(Reader& reader, const Profile& before, const Profile& after) {
  for (const Unit& unit : before.units) {
    if (after.unit(unit.id) != nullptr) continue;
    const Result<bool> cases = any_case_of_unit(reader, unit.id);
    if (!cases) return cases.error();
    const Result<bool> users = any_user_of_unit(reader, unit.id);
    if (!users) return users.error();
    if (*cases || *users) return make_error(Code::conflict, "settings.unit_in_use");
  }
  return {};
}

bool same_calendar(const Profile& a, const Profile& b) {
  return a.weekend == b.weekend && a.holidays == b.holidays && a.shifts == b.shifts && a.clocks == b.clocks;
}

}  // namespace

Result<SettingsService::Content> SettingsService::section(const Actor& actor, std::string_view section_id) const {
  if (setting_section(section_id) == nullptr) return make_error(Code::not_found, "error.not_found");
  if (!may_edit_section(actor.role, section_id)) return forbidden();
  const std::int64_t version = organisation_.version();
  const Result<Json> whole = parse_json(write_profile(*organisation_.profile()));
  if (!whole) return whole.error();
  return Content{version, section_of(*whole, section_id)};
}

Result<void> SettingsService::replace(const Actor& actor, std::string_view section_id, const Json& value,
                                      std::int64_t version, Instant now) {
  const Result<Content> before = section(actor, section_id);
  if (!before) return before.error();
  const std::shared_ptr<const Profile> former = organisation_.profile();
  const Result<Json> whole = parse_json(write_profile(*former));
  if (!whole) return whole.error();
  Result<Profile> profile = read_profile(with_section(*whole, section_id, value).write());
  if (!profile) return profile.error();
  const std::string content = write_profile(*profile);
  std::vector<AuditRow> changes = changes_of(section_id, before->value, value);
  if (changes.empty()) return {};
  const std::int64_t user_id = user_id_of(actor);
  Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<ProfileRow>> newest = newest_profile(transaction);
    if (!newest) return newest.error();
    if ((*newest)->version != version) return make_error(Code::conflict, "settings.changed_meanwhile");
    Result<void> step = check_units_gone(transaction, *former, *profile);
    if (step) step = insert_profile(transaction, {version + 1, now, user_id, std::string(section_id), content});
    for (AuditRow& row : changes) {
      row.at = now;
      row.user_id = user_id;
      if (step) step = insert_audit(transaction, row);
    }
    if (!step || same_calendar(*former, *profile)) return step;
    const Result<int> moved = recount_open_cases(transaction, *profile, now);
    if (!moved) return moved.error();
    return {};
  });
  if (!done) return done;
  organisation_.replace(std::move(profile).value(), version + 1);
  return {};
}

Result<std::vector<AuditRow>> SettingsService::audit(const Actor& actor, std::int64_t before_id, int limit) const {
  if (!may_read_audit(actor.role)) return forbidden();
  std::vector<AuditRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<AuditRow>> found = list_audit(reader, before_id, limit);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<Instant> SettingsService::changed_at(std::initializer_list<std::string_view> section_ids) const {
  Instant newest;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    for (const std::string_view section : section_ids) {
      const Result<Instant> at = section_changed_at(reader, section);
      if (!at) return at.error();
      newest = std::max(newest, *at);
    }
    return {};
  });
  if (!done) return done.error();
  return newest;
}

}  // namespace hamandish::server
