#include "server/channels/mail_text.h"

#include "server/base/random.h"
#include "server/store/cases_store.h"
#include "server/store/channels_store.h"
#include "shared/messages/messages.h"

namespace hamandish::server {

void add_threading(Reader& reader, const OutboxRow& row, const std::string& domain, Outgoing& message) {
  message.message_id = row.message_id.empty()
                           ? "<" + std::to_string(row.id) + "." + hex(random_bytes(12)) + "@" + domain + ">"
                           : row.message_id;
  if (row.message.case_id == 0) return;
  const Result<std::optional<CaseRow>> found = case_by_id(reader, row.message.case_id);
  if (!found || !*found) return;
  const CaseRow& of = **found;
  message.from_unit = of.unit_id;
  // Whoever wrote an e-mail sees the own subject again; of other cases no word leaves the house.
  const std::string words =
      of.channel == Intake::email ? say("email.reply_subject", {{"subject", of.subject}}) : say("email.plain_subject");
  message.subject = words + " [#" + of.tracking_code + "]";
  Result<std::vector<std::string>> ids = message_ids_of_case(reader, row.message.case_id);
  if (ids) message.refs = std::move(ids).value();
}

}  // namespace hamandish::server
