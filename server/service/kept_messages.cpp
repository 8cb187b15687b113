// What was kept without a case, for those who register cases for citizens. Each look is recorded.
#include "server/service/calls_service.h"
#include "server/service/cases_parts.h"
#include "server/store/kept_store.h"
#include "server/store/looks_store.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

}  // namespace

Result<std::vector<KeptMessage>> CallsService::kept(const Actor& actor, std::int64_t before, std::int64_t limit) {
  if (!may_take_calls(actor.role)) return forbidden();
  std::vector<KeptMessage> found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<KeptMessage>> rows = kept_messages(reader, before, limit);
    if (!rows) return rows.error();
    found = std::move(rows).value();
    return {};
  });
  if (!done) return done.error();
  return found;
}

Result<KeptMessage> CallsService::kept_one(const Actor& actor, std::int64_t id, Instant now) {
  if (!may_take_calls(actor.role)) return forbidden();
  KeptMessage found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<KeptMessage>> row = kept_message(reader, id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "error.not_found");
    found = std::move(**row);
    Result<std::string> raw = raw_message(reader, id);
    if (!raw) return raw.error();
    found.message.raw = std::move(raw).value();
    return {};
  });
  if (!done) return done.error();
  database_.write_later([user = user_id_of(actor), id, now](Transaction& transaction) {
    return insert_inbox_look(transaction, {user, "kept:" + std::to_string(id), 1, now});
  });
  return found;
}

}  // namespace hamandish::server
