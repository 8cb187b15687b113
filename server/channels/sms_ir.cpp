// SMS.ir, version 1 (domain facts 4.1). Numbers come as JSON numbers, without their zero; times are Unix UTC.
#include <algorithm>

#include "server/base/random.h"
#include "server/channels/sms_gateways.h"

namespace hamandish::server {
namespace {

constexpr const char* kUsual = "https://api.sms.ir";
constexpr std::size_t kAsked = 20;  // a call each

// deliveryState: 1 at the telephone, 2 not, 3 at the centre, 5 carrier, 6 on its way, 7 black-listed.
std::optional<Delivery> state_of(std::string_view state) {
  if (state == "1") return Delivery::delivered;
  if (state == "2" || state == "4") return Delivery::undelivered;
  return state == "7" ? std::optional(Delivery::blocked) : std::nullopt;
}

class SmsIr final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    Json body = Json::object({{"lineNumber", config().line}, {"messageText", message.text}});
    Json mobiles = Json::array();
    mobiles.push(message.to);
    body.set("mobiles", std::move(mobiles));
    const HttpAnswer answer = call("POST", "/v1/send/bulk", body.write());
    if (std::optional<SendOutcome> usual = transport_outcome(answer)) return *usual;
    const Json json = json_of(answer);
    const std::string status = json_text(json, "status");
    const Json* ids = member_of(json.find("data"), "messageIds");
    if (answer.status == 200 && status == "1" && ids != nullptr && !ids->items().empty()) {
      const std::optional<std::int64_t> id = ids->items().front().integer();
      // A message for a number that wants none has no id.
      if (!id) return {SendState::refused, {}, "the gateway sends nothing to this number", 0};
      return {SendState::taken, std::to_string(*id), {}, 0};
    }
    if (answer.status == 200 && status.empty()) return {SendState::unclear, {}, "not an answer of this gateway", 0};
    const std::string problem = "HTTP " + std::to_string(answer.status) + ", status " + harmless(status);
    // 103 text, 104 and 105 receivers: this message's own; all else is key, line or credit.
    const bool own = status == "103" || status == "104" || status == "105";
    return {own ? SendState::refused : SendState::broken, {}, problem, 0};
  }

  std::size_t asked_at_once() const override { return kAsked; }
  std::vector<DeliveryNews> deliveries(const std::vector<std::string>& ids) override {
    std::vector<DeliveryNews> news;
    for (std::size_t i = 0; i < ids.size() && i < kAsked; ++i) {
      const HttpAnswer answer = call("GET", "/v1/send/" + url_encoded(ids[i]), {});
      if (answer.status != 200) break;
      const Json json = json_of(answer);
      const Json* data = json.find("data");
      const std::optional<Delivery> delivery =
          data == nullptr ? std::nullopt : state_of(json_text(*data, "deliveryState"));
      if (delivery) news.push_back({ids[i], *delivery});
    }
    return news;
  }

  std::optional<Delivery> delivery_of(std::string_view code) const override { return state_of(code); }
  bool has_inbox() const override { return true; }

  Result<InboxLook> inbox(const std::string& cursor, Instant /*now*/) override {
    const HttpAnswer answer = call("GET", "/v1/receive/latest?count=100", {});
    const Json json = json_of(answer);
    const Json* data = json.find("data");
    if (answer.status != 200 || data == nullptr) {
      return make_error(Code::unavailable, "error.unavailable",
                        answer.status == 0 ? answer.problem : "HTTP " + std::to_string(answer.status));
    }
    InboxLook look{{}, cursor};
    for (const Json& entry : data->items()) {
      const std::string from = json_text(entry, "mobile");
      Inbound message = inbound_sms(config(), from, json_text(entry, "messageText"));
      // They give no id: who, when and what make one.
      message.source_id =
          from + ":" + json_text(entry, "receivedDateTime") + ":" + hex(sha256(message.text)).substr(0, 32);
      look.messages.push_back(std::move(message));
    }
    std::reverse(look.messages.begin(), look.messages.end());  // the oldest first
    return look;
  }

  std::optional<std::int64_t> balance() override {
    const Json json = json_of(call("GET", "/v1/credit", {}));
    const Json* data = json.find("data");
    if (data == nullptr) return std::nullopt;
    const std::optional<double> credit = data->number();
    return credit ? std::optional(static_cast<std::int64_t>(*credit)) : std::nullopt;
  }

 private:
  HttpAnswer call(const char* method, const std::string& path, const std::string& body) const {
    HttpCall call;
    call.method = method;
    call.url = (config().url.empty() ? kUsual : config().url) + path;
    call.headers = {"Content-Type: application/json", "Accept: application/json", "X-API-KEY: " + config().key};
    call.body = body;
    call.timeout = config().timeout;
    return http_call(call);
  }
};

}  // namespace

std::unique_ptr<Gateway> make_sms_ir(const GatewayConfig& config) {
  return std::make_unique<SmsIr>(config);
}

}  // namespace hamandish::server
