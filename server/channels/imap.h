// A mailbox by IMAP (RFC 3501): libcurl connects, ends TLS and signs in; the commands are ours, because what libcurl offers
// for reading marks messages as seen, and that must wait for the commit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/channels/config.h"
#include "shared/base/result.h"

namespace hamandish::server {

struct ImapFolder {
  std::int64_t validity = 0;  // another number: all UIDs are new
};

class ImapSession {
 public:
  // Unavailable with a machine's words in `detail`; never the password.
  static Result<std::unique_ptr<ImapSession>> open(const MailboxConfig& box);
  ~ImapSession();
  ImapSession(const ImapSession&) = delete;
  ImapSession& operator=(const ImapSession&) = delete;

  Result<ImapFolder> select(const std::string& folder);
  // Those above `uid`, ascending.
  Result<std::vector<std::int64_t>> uids_above(std::int64_t uid);
  Result<std::int64_t> size_of(std::int64_t uid);
  // The whole message, or its head alone; it stays unseen.
  Result<std::string> message(std::int64_t uid);
  Result<std::string> head(std::int64_t uid);
  Result<void> mark_seen(std::int64_t uid);

 private:
  struct Parts;
  struct Answer;
  explicit ImapSession(std::unique_ptr<Parts> parts);
  Result<Answer> command(const std::string& text);
  Result<std::string> fetch(std::int64_t uid, const char* what);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hamandish::server
