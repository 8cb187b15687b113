// What a channel brings in, and what becomes of it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/cases/kinds.h"

namespace hamandish::server {

enum class InboundOutcome {
  opened,     // a new case
  joined,     // to a case that was there
  status,     // asked how a case stands, and was told
  opted_out,  // «۱۱»
  opted_in,   // «۱۲»
  automatic,  // a machine wrote: kept, never answered
  too_many,   // more than a person writes in an hour: kept, not answered
  blank,      // nothing readable
  part,       // of an SMS, the rest of which is not there yet; not stored as a message
};
inline constexpr std::array kInboundOutcomes = {
    InboundOutcome::opened,    InboundOutcome::joined,   InboundOutcome::status,
    InboundOutcome::opted_out, InboundOutcome::opted_in, InboundOutcome::automatic,
    InboundOutcome::too_many,  InboundOutcome::blank,    InboundOutcome::part};
std::string_view wire_name(InboundOutcome outcome);
std::optional<InboundOutcome> inbound_outcome_from(std::string_view wire_name);

// One of several parts of an SMS (3GPP TS 23.040, 9.2.3.24.1).
struct SmsPart {
  std::string ref;  // the same for all parts of a message; used again for later messages
  int total = 1;
  int number = 1;  // from 1 to total
};

// As a gateway, a mailbox or an exchange hands it over, decoded.
struct Inbound {
  Intake channel = Intake::sms;
  std::string source;       // name of the gateway; «email» for all mailboxes, so that two copies of one mail are one
  std::string source_id;    // of the message there
  std::string sender;       // mobile or landline with ASCII digits, or e-mail in lower case
  std::string sender_name;  // may be empty
  std::string recipient;    // line or mailbox
  std::string subject;
  std::string text;                 // valid UTF-8
  std::string quoted;               // what an e-mail repeats of earlier ones
  std::string message_id{};         // of e-mail
  std::vector<std::string> refs{};  // Message-IDs that an e-mail answers to, nearest first
  bool automatic = false;
  std::string unit_id{};               // of the mailbox; empty: the routing decides
  std::optional<CaseKind> kind{};      // of the line or mailbox, unless the text says one
  std::vector<std::string> uploads{};  // tokens of files that wait (uploads_service.h)
  std::vector<std::string> refused{};  // names of files that were not taken
  std::string raw{};                   // as it came
  bool told = false;                   // the channel itself says the code to the caller
  std::optional<SmsPart> part{};       // of SMS: only a piece of a message
};

struct TakenIn {
  InboundOutcome outcome = InboundOutcome::blank;
  bool first = true;  // false: it was taken before, and nothing was done
  std::int64_t case_id = 0;
  std::string tracking_code;
};

}  // namespace hamandish::server
