// The file of `serve --channels FILE` (docs/decisions/0022): JSON, with the keys of gateways in it or in files of their
// own. Nothing of it is ever logged or shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/cases/kinds.h"

namespace hamandish::server {

// The names of the fields in what a gateway pushes to us.
struct PushFields {
  std::string from = "from";
  std::string to = "to";
  std::string text = "text";
  std::string id = "id";         // may be missing in a push: then sender, line, text and minute make one
  std::string state = "status";  // of a delivery
  std::string ref = "ref";       // of a delivery: our own id
  std::string udh = "udh";       // of a part: its user data header, as bytes or in hexadecimal
  std::string part_ref{};        // of a part, where a gateway says it in words of its own: what all of them share
  std::string part_total{};
  std::string part_number{};
};

struct GatewayConfig {
  std::string type;  // kannel, kavenegar, sms_ir, meli_payamak, iran_payamak, console
  std::string name;  // for people and addresses: ASCII, unique
  std::string url;   // base; each type has its own usual one
  std::string line;  // from where messages go
  std::string user;
  std::string key;       // password or API key
  std::string secret;    // in the address of pushes to us; empty: none are taken
  std::string callback;  // our own address as the gateway reaches it: «http://127.0.0.1:8080»
  std::int64_t timeout = 10'000;
  bool poll = false;  // read its inbox
  PushFields fields;
};

struct QuietHours {
  int from = 0;  // minutes of the day in Tehran; equal: none
  int until = 0;
};

struct SmsConfig {
  std::vector<GatewayConfig> gateways;  // in the order of trying
  bool stop_line = true;                // «لغو۱۱» at the end of what nobody asked for
  QuietHours quiet;
  CaseKind default_kind = CaseKind::suggestion;
  std::string unit_id;             // who gets what comes, as «to the head's office»; empty: the routing decides
  std::int64_t cost_per_part = 0;  // rial, for those who write; 0: not shown
};

struct MailboxConfig {
  std::string name;
  std::string url;  // imaps://host, imap://host
  std::string user;
  std::string key;
  std::string folder = "INBOX";
  std::string address;  // of the unit
  std::string unit_id;  // empty: the routing decides
  CaseKind kind = CaseKind::request;
  std::string voicemail_from;     // address of an exchange, whose letters with a sound are calls; empty: none
  bool tls = true;                // false only on loopback
  std::string certificates;       // file of the authorities to trust; empty: those of the machine
  std::int64_t timeout = 20'000;  // of silence
};

struct SmtpConfig {
  std::string url;  // smtps://host or smtp://host (STARTTLS)
  std::string user;
  std::string key;
  std::string from;  // address of what no unit sends
  bool tls = true;
  std::string certificates;
};

struct EmailConfig {
  std::optional<SmtpConfig> smtp;
  std::vector<MailboxConfig> mailboxes;
};

struct PhoneConfig {
  std::string token;  // of the HTTP call of an exchange; empty: none is taken
  std::string spool;  // directory of an Asterisk voicemail; empty: none is watched
  std::string ffmpeg = "ffmpeg";
  std::string unit_id;         // of the operators who write recordings down; empty: the routing decides
  std::int64_t keep_days = 0;  // recordings of closed cases, once they are written down; 0: for ever
};

struct ChannelsConfig {
  std::string public_url;  // https://..., for links in messages; may be empty
  SmsConfig sms;
  EmailConfig email;
  PhoneConfig phone;
  std::int64_t every = 5;  // seconds between looks at outbox and inboxes
};

// Invalid, with every mistake and its place in `detail`. `base`: directory that names of key files begin from.
Result<ChannelsConfig> read_channels_config(std::string_view json, const std::string& base);
Result<ChannelsConfig> load_channels_config(const std::string& file);

}  // namespace hamandish::server
