// Kannel's smsbox: sendsms, delivery reports through dlr-url, messages in through the sms-service's get-url.
#include "server/channels/sms_gateways.h"

namespace hamandish::server {
namespace {

// Delivered, not delivered, refused by the centre: what is final. 4 (queued) and 8 (at the centre) are not asked for.
constexpr int kReportMask = 1 | 2 | 16;

class Kannel final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    Pairs query = {{"username", config().user},
                   {"password", config().key},
                   {"to", message.to},
                   {"text", message.text},
                   {"coding", "2"},
                   {"charset", "UTF-8"}};
    if (!config().line.empty()) query.emplace_back("from", config().line);
    if (!config().callback.empty() && !config().secret.empty()) {
      query.emplace_back("dlr-mask", std::to_string(kReportMask));
      query.emplace_back("dlr-url", config().callback + "/channels/" + config().name + "/" + config().secret +
                                        "/state?" + url_encoded(config().fields.ref) + "=" +
                                        std::to_string(message.ref) + "&" + url_encoded(config().fields.state) + "=%d");
    }
    HttpCall call;
    call.url = config().url + "/cgi-bin/sendsms?" + form_encoded(query);
    call.timeout = config().timeout;
    const HttpAnswer answer = http_call(call);
    if (answer.status == 202) return {SendState::taken, std::to_string(message.ref), {}, 0};
    if (std::optional<SendOutcome> usual = transport_outcome(answer)) return *usual;
    const std::string problem = "HTTP " + std::to_string(answer.status) + ": " + harmless(answer.body);
    // 403: who or whence is not allowed; 404: no such service. Neither is this message's fault.
    const bool ours = answer.status == 400;
    return {ours ? SendState::refused : SendState::broken, {}, problem, 0};
  }

  std::optional<Delivery> delivery_of(std::string_view code) const override {
    if (code == "1") return Delivery::delivered;
    if (code == "2") return Delivery::undelivered;
    return code == "16" ? std::optional(Delivery::undelivered) : std::nullopt;
  }
};

}  // namespace

std::unique_ptr<Gateway> make_kannel(const GatewayConfig& config) {
  return std::make_unique<Kannel>(config);
}

}  // namespace hamandish::server
