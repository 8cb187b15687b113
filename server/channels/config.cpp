#include "server/channels/config.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "server/config.h"
#include "shared/json/reader.h"

namespace hamandish::server {
namespace {

std::optional<std::string> file_text(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

// «key», or the first lines of the file that «key_file» names.
std::string key_of(Reader& reader, const std::string& base) {
  std::string key = reader.text_or("key", "");
  const std::string name = reader.text_or("key_file", "");
  if (name.empty()) return key;
  const std::optional<std::string> text = file_text(std::filesystem::path(base) / name);
  if (!text) reader.refuse("key_file", "json.unknown_value");
  return without_line_end(text.value_or(""));
}

// A file beside the configuration, or empty.
std::string path_of(Reader& reader, const char* name, const std::string& base) {
  const std::string path = reader.text_or(name, "");
  return path.empty() ? path : (std::filesystem::path(base) / path).string();
}

// «21:30» as minutes of the day.
int minutes_of(Reader& reader, const char* name) {
  const std::string text = reader.text_or(name, "");
  if (text.empty()) return 0;
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  const bool fits = text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
  const int hour = fits ? (text[0] - '0') * 10 + (text[1] - '0') : 24;
  const int minute = fits ? (text[3] - '0') * 10 + (text[4] - '0') : 60;
  if (hour > 23 || minute > 59) {
    reader.refuse(name, "json.unknown_value");
    return 0;
  }
  return hour * 60 + minute;
}

bool is_name(const std::string& text) {
  return !text.empty() && text.size() <= 40 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
}

PushFields fields_for(const std::string& type) {
  if (type == "kavenegar") return {"from", "to", "message", "messageid", "status", "localid"};
  if (type == "sms_ir") return {"mobile", "number", "messageText", "messageId", "deliveryState", "ref"};
  if (type == "meli_payamak") return {"from", "to", "body", "msgId", "status", "ref"};
  if (type == "iran_payamak") return {"from", "to", "message", "message_id", "status", "ref"};
  return {};
}

void read_fields(Reader& reader, PushFields& fields) {
  fields.from = reader.text_or("from", fields.from);
  fields.to = reader.text_or("to", fields.to);
  fields.text = reader.text_or("text", fields.text);
  fields.id = reader.text_or("id", fields.id);
  fields.state = reader.text_or("state", fields.state);
  fields.ref = reader.text_or("ref", fields.ref);
  fields.udh = reader.text_or("udh", fields.udh);
  fields.part_ref = reader.text_or("part_ref", fields.part_ref);
  fields.part_total = reader.text_or("part_total", fields.part_total);
  fields.part_number = reader.text_or("part_number", fields.part_number);
  reader.refuse_unknown();
}

GatewayConfig read_gateway(Reader& reader, const std::string& base) {
  static const std::set<std::string> kTypes = {"kannel",       "kavenegar",    "sms_ir",
                                               "meli_payamak", "iran_payamak", "console"};
  GatewayConfig gateway;
  gateway.type = reader.text("type");
  if (kTypes.count(gateway.type) == 0) reader.refuse("type", "json.unknown_value");
  gateway.name = reader.text_or("name", gateway.type);
  if (!is_name(gateway.name)) reader.refuse("name", "json.unknown_value");
  gateway.url = reader.text_or("url", "");
  gateway.line = reader.text_or("line", "");
  gateway.user = reader.text_or("user", "");
  gateway.key = key_of(reader, base);
  gateway.secret = reader.text_or("secret", "");
  if (!gateway.secret.empty() && gateway.secret.size() < 16) reader.refuse("secret", "json.unknown_value");
  gateway.callback = reader.text_or("callback", "");
  gateway.timeout = reader.integer_or("timeout_ms", gateway.timeout);
  gateway.poll = reader.boolean_or("poll", false);
  gateway.fields = fields_for(gateway.type);
  reader.object("fields", [&](Reader& fields) { read_fields(fields, gateway.fields); });
  reader.refuse_unknown();
  return gateway;
}

CaseKind kind_or(Reader& reader, CaseKind fallback) {
  if (reader.member("kind") == nullptr) return fallback;
  return reader.word("kind", case_kind_from);
}

void read_sms(Reader& reader, SmsConfig& sms, const std::string& base) {
  sms.gateways = reader.list<GatewayConfig>("gateways", [&](Reader& gateway) { return read_gateway(gateway, base); });
  sms.stop_line = reader.boolean_or("stop_line", true);
  sms.quiet = {minutes_of(reader, "quiet_from"), minutes_of(reader, "quiet_until")};
  sms.default_kind = kind_or(reader, sms.default_kind);
  sms.unit_id = reader.text_or("unit", "");
  sms.cost_per_part = reader.integer_or("cost_per_part", 0);
  reader.refuse_unknown();
}

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  std::string rest = url.substr(scheme + 3);
  rest = rest.substr(0, rest.find('/'));
  return rest.substr(0, rest.rfind(':'));
}

// Passwords cross no net in the open.
bool read_tls(Reader& reader, const std::string& url) {
  const bool tls = reader.boolean_or("tls", true);
  if (!tls && !is_loopback(host_of(url))) reader.refuse("tls", "json.unknown_value");
  return tls;
}

MailboxConfig read_mailbox(Reader& reader, const std::string& base) {
  MailboxConfig box;
  box.name = reader.text("name");
  if (!is_name(box.name)) reader.refuse("name", "json.unknown_value");
  box.url = reader.text("url");
  box.user = reader.text("user");
  box.key = key_of(reader, base);
  box.folder = reader.text_or("folder", box.folder);
  box.address = reader.text("address");
  box.unit_id = reader.text_or("unit", "");
  box.kind = kind_or(reader, box.kind);
  box.voicemail_from = reader.text_or("voicemail_from", "");
  for (char& letter : box.voicemail_from) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  box.tls = read_tls(reader, box.url);
  box.certificates = path_of(reader, "certificates", base);
  box.timeout = reader.integer_or("timeout_ms", box.timeout);
  if (box.timeout < 100 || box.timeout > 600'000) reader.refuse("timeout_ms", "json.unknown_value");
  reader.refuse_unknown();
  return box;
}

void read_email(Reader& reader, EmailConfig& email, const std::string& base) {
  reader.object("smtp", [&](Reader& server) {
    SmtpConfig smtp;
    smtp.url = server.text("url");
    smtp.user = server.text_or("user", "");
    smtp.key = key_of(server, base);
    smtp.from = server.text("from");
    smtp.tls = read_tls(server, smtp.url);
    smtp.certificates = path_of(server, "certificates", base);
    server.refuse_unknown();
    email.smtp = smtp;
  });
  email.mailboxes = reader.list<MailboxConfig>("mailboxes", [&](Reader& box) { return read_mailbox(box, base); });
  reader.refuse_unknown();
}

void read_phone(Reader& reader, PhoneConfig& phone) {
  phone.token = reader.text_or("token", "");
  if (!phone.token.empty() && phone.token.size() < 16) reader.refuse("token", "json.unknown_value");
  phone.spool = reader.text_or("spool", "");
  phone.ffmpeg = reader.text_or("ffmpeg", phone.ffmpeg);
  phone.unit_id = reader.text_or("unit", "");
  phone.keep_days = reader.integer_or("keep_days", 0);
  if (phone.keep_days < 0 || phone.keep_days > 36'500) reader.refuse("keep_days", "json.unknown_value");
  reader.refuse_unknown();
}

void refuse_double_names(const ChannelsConfig& config, Reader& reader) {
  std::set<std::string> names = {"smtp", "phone"};
  for (const GatewayConfig& gateway : config.sms.gateways) {
    if (!names.insert(gateway.name).second) reader.refuse("sms", "json.unknown_value");
  }
  for (const MailboxConfig& box : config.email.mailboxes) {
    if (!names.insert(box.name).second) reader.refuse("email", "json.unknown_value");
  }
}

}  // namespace

Result<ChannelsConfig> read_channels_config(std::string_view json, const std::string& base) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  std::vector<FieldError> errors;
  Reader reader(*parsed, errors);
  ChannelsConfig config;
  config.public_url = reader.text_or("public_url", "");
  while (config.public_url.ends_with('/')) config.public_url.pop_back();  // paths begin with one
  config.every = reader.integer_or("every_seconds", config.every);
  if (config.every < 1 || config.every > 3600) reader.refuse("every_seconds", "json.unknown_value");
  reader.object("sms", [&](Reader& sms) { read_sms(sms, config.sms, base); });
  reader.object("email", [&](Reader& email) { read_email(email, config.email, base); });
  reader.object("phone", [&](Reader& phone) { read_phone(phone, config.phone); });
  reader.refuse_unknown();
  refuse_double_names(config, reader);
  if (!errors.empty()) return invalid(std::move(errors));
  return config;
}

Result<ChannelsConfig> load_channels_config(const std::string& file) {
  const std::optional<std::string> text = file_text(file);
  if (!text) return make_error(Code::not_found, "error.not_found", "cannot read the file of the channels");
  return read_channels_config(*text, std::filesystem::path(file).parent_path().string());
}

}  // namespace hamandish::server
