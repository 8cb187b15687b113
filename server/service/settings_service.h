// Changes of the organisation's profile: by section, checked by the profile's own reader, each a new version, with an
// entry in the audit for every item that changed.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/store/audit_store.h"
#include "server/store/database.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/json/json.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

class SettingsService {
 public:
  SettingsService(Organisation& organisation, Database& database) : organisation_(organisation), database_(database) {}

  // A section as it holds now, and the version that a change must name.
  struct Content {
    std::int64_t version = 0;
    Json value;  // the list, or an object with the single values of the section
  };
  // Forbidden unless the role may edit it; not found if there is no such section.
  Result<Content> section(const Actor& actor, std::string_view section_id) const;

  // When one of these sections was changed last. For everybody.
  Result<Instant> changed_at(std::initializer_list<std::string_view> section_ids) const;

  // Puts `value` in its place. Invalid with field errors whose places are those of the profile's reader («units[3].name»);
  // conflict «settings.changed_meanwhile» if `version` is not the present one; conflict «settings.unit_in_use» if a unit
  // goes that has cases or accounts. A new calendar moves the dates of all open cases in the same transaction.
  Result<void> replace(const Actor& actor, std::string_view section_id, const Json& value, std::int64_t version,
                       Instant now);

  // Forbidden for roles that may not read it. The newest first.
  Result<std::vector<AuditRow>> audit(const Actor& actor, std::int64_t before_id, int limit) const;

 private:
  Organisation& organisation_;
  Database& database_;
};

}  // namespace hamandish::server
