// For development: messages go to standard output, where whoever started the server reads them.
#include <iostream>

#include "server/channels/gateway.h"

namespace hamandish::server {
namespace {

class Console final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    std::cout << "sms to " << message.to << ": " << message.text << std::endl;
    return {SendState::taken, std::to_string(message.ref), {}, 0};
  }
  std::vector<DeliveryNews> deliveries(const std::vector<std::string>& ids) override {
    std::vector<DeliveryNews> news;
    news.reserve(ids.size());
    for (const std::string& id : ids) news.push_back({id, Delivery::delivered});
    return news;
  }
};

}  // namespace

std::unique_ptr<Gateway> make_console(const GatewayConfig& config) {
  return std::make_unique<Console>(config);
}

}  // namespace hamandish::server
