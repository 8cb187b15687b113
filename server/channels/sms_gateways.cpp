#include "server/channels/sms_gateways.h"

#include <algorithm>

#include "shared/identity/phone.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {

std::optional<SendOutcome> transport_outcome(const HttpAnswer& answer) {
  if (answer.status == 0) {
    return SendOutcome{answer.sent ? SendState::unclear : SendState::later, {}, answer.problem, 0};
  }
  const std::string status = "HTTP " + std::to_string(answer.status);
  if (answer.status == 429) return SendOutcome{SendState::later, {}, status, answer.retry_after};
  if (answer.status >= 500) return SendOutcome{SendState::later, {}, status, answer.retry_after};
  return std::nullopt;
}

std::string harmless(std::string_view given) {
  constexpr std::size_t kMost = 120;
  const std::string words = text::ascii_digits(given.substr(0, kMost));
  std::string out;
  int digits = 0;
  for (const char byte : words) {
    const bool digit = byte >= '0' && byte <= '9';
    digits = digit ? digits + 1 : 0;
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x20) continue;
    out += digits > 4 ? '*' : byte;
  }
  while (!out.empty() && !text::valid_utf8(out)) out.pop_back();
  return out;
}

const Json* member_of(const Json* json, std::string_view name) {
  return json == nullptr ? nullptr : json->find(name);
}

std::string json_text(const Json& json, std::string_view name) {
  const Json* found = json.find(name);
  if (found == nullptr) return {};
  if (const std::string* text = found->text()) return *text;
  if (const std::optional<std::int64_t> number = found->integer()) return std::to_string(*number);
  return {};
}

Json json_of(const HttpAnswer& answer) {
  Result<Json> json = parse_json(answer.body);
  return json ? std::move(json).value() : Json();
}

Inbound inbound_sms(const GatewayConfig& config, const std::string& from, const std::string& text) {
  Inbound message;
  message.channel = Intake::sms;
  message.source = config.name;
  message.sender = parse_mobile(from).value_or(from);
  message.recipient = config.line;
  message.text = text;
  return message;
}

std::unique_ptr<Gateway> make_gateway(const GatewayConfig& config) {
  if (config.type == "console") return make_console(config);
  if (config.type == "kannel") return make_kannel(config);
  if (config.type == "kavenegar") return make_kavenegar(config);
  if (config.type == "sms_ir") return make_sms_ir(config);
  if (config.type == "meli_payamak") return make_meli_payamak(config);
  if (config.type == "iran_payamak") return make_iran_payamak(config);
  return nullptr;
}

}  // namespace hamandish::server
