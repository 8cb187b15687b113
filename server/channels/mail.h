// E-mail out and in.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/channels/gateway.h"
#include "server/channels/phone.h"
#include "server/service/services.h"
#include "server/store/database.h"

namespace hamandish::server {

// The name of the organisation, as it is now.
using NameOf = std::function<std::string()>;

// `email.smtp` must be there.
std::unique_ptr<Gateway> make_smtp(const EmailConfig& email, NameOf name_of);

// Reads what is new in a mailbox. A message is marked as seen after it was committed, the cursor (UIDVALIDITY and UID)
// moves after that; whatever is cut off in between is read again and recognised.
class MailIn {
 public:
  // All must outlive it.
  MailIn(const EmailConfig& email, Services& services, Database& database, Phone& phone)
      : email_(email), services_(services), database_(database), phone_(phone) {}

  // Safe from one thread for each mailbox.
  Result<void> look_into(const MailboxConfig& box, Instant now);

 private:
  Result<void> read_new(const MailboxConfig& box, const std::string& cursor, Instant now);
  Result<void> take(const MailboxConfig& box, std::string raw, bool whole, Instant now);

  // A message that an exchange has recorded and sent by e-mail.
  Result<void> take_voicemail(const Mail& mail, std::string raw, Instant now);

  const EmailConfig& email_;
  Services& services_;
  Database& database_;
  Phone& phone_;
};

}  // namespace hamandish::server
