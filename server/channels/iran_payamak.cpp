// FarazSMS / IranPayamak (domain facts 4.1). Delivery and messages in come as pushes of the panel.
#include "server/channels/sms_gateways.h"

namespace hamandish::server {
namespace {

constexpr const char* kUsual = "https://api.iranpayamak.com";

std::optional<Delivery> state_of(std::string_view state) {
  if (state == "1" || state == "delivered") return Delivery::delivered;
  if (state == "2" || state == "16" || state == "failed" || state == "undelivered") return Delivery::undelivered;
  return state == "27" || state == "blacklist" ? std::optional(Delivery::blocked) : std::nullopt;
}

// The id stands as the data itself, or in it under one of these names.
std::string id_in(const Json& json) {
  const Json* data = json.find("data");
  if (data == nullptr) return {};
  if (data->text() != nullptr || data->integer()) return json_text(json, "data");
  const Json& holder = data->is_array() && !data->items().empty() ? data->items().front() : *data;
  for (const char* name : {"message_id", "messageId", "id", "bulk_id"}) {
    std::string id = json_text(holder, name);
    if (!id.empty()) return id;
  }
  return {};
}

class IranPayamak final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    Json recipients = Json::array();
    recipients.push(message.to);
    Json body = Json::object({{"text", message.text}, {"line_number", config().line}, {"number_format", "persian"}});
    body.set("recipients", std::move(recipients));
    HttpCall call;
    call.method = "POST";
    call.url = (config().url.empty() ? kUsual : config().url) + "/ws/v1/sms/simple";
    call.headers = {"Content-Type: application/json", "Accept: application/json", "Api-Key: " + config().key};
    call.body = body.write();
    call.timeout = config().timeout;
    const HttpAnswer answer = http_call(call);
    if (std::optional<SendOutcome> usual = transport_outcome(answer)) return *usual;
    const Json json = json_of(answer);
    const std::string status = json_text(json, "status");
    const bool good = answer.status == 200 || answer.status == 201;
    if (good && status == "success") return {SendState::taken, id_in(json), {}, 0};
    if (good && status.empty()) return {SendState::unclear, {}, "not an answer of this gateway", 0};
    const std::string problem = "HTTP " + std::to_string(answer.status) + ": " + harmless(json_text(json, "message"));
    return {answer.status == 422 ? SendState::refused : SendState::broken, {}, problem, 0};
  }

  std::optional<Delivery> delivery_of(std::string_view code) const override { return state_of(code); }
};

}  // namespace

std::unique_ptr<Gateway> make_iran_payamak(const GatewayConfig& config) {
  return std::make_unique<IranPayamak>(config);
}

}  // namespace hamandish::server
