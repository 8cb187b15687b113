// The one face of everything that takes messages away: SMS gateways and mail servers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/channels/config.h"
#include "server/store/inbound.h"
#include "server/store/outbox_store.h"

namespace hamandish::server {

// As it leaves the house. `ref` is the id of the outbox row: the same message has the same one at every try.
struct Outgoing {
  std::int64_t ref = 0;
  std::string to;
  std::string text;
  std::string message_id{};  // e-mail
  std::string subject{};
  std::vector<std::string> refs{};  // of the e-mails before it in the case, oldest first
  bool by_machine = true;           // false: a person wrote these words
  std::string from_unit{};          // id of the unit that answers
};

enum class SendState {
  taken,    // the gateway has it
  refused,  // never will: this number, this text
  later,    // has it not: down, too many, no answer; another gateway may have it
  unclear,  // may have it: no other gateway is tried, this one is asked again
  broken,   // no message goes there: wrong key, no credit; another gateway may have it
};

struct SendOutcome {
  SendState state = SendState::later;
  std::string gateway_id{};
  std::string problem{};         // a machine's words; no number, no text, no key
  std::int64_t retry_after = 0;  // seconds; 0: not said
};

struct DeliveryNews {
  std::string gateway_id;
  Delivery delivery = Delivery::unknown;
};

// What a gateway's inbox gave, and where the next look begins.
struct InboxLook {
  std::vector<Inbound> messages;
  std::string cursor;
};

class Gateway {
 public:
  explicit Gateway(GatewayConfig config) : config_(std::move(config)) {}
  virtual ~Gateway() = default;
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

  const GatewayConfig& config() const { return config_; }
  const std::string& name() const { return config_.name; }

  virtual SendOutcome send(const Outgoing& message) = 0;

  // The gateway's id of a message that a crash left open; "" if it has none. Nothing: it cannot say, or not now.
  virtual std::optional<std::string> find(std::int64_t /*ref*/) { return std::nullopt; }
  // Whether it can ever say that.
  virtual bool finds() const { return false; }
  // How many messages it is asked about in one look; 0: it cannot be asked.
  virtual std::size_t asked_at_once() const { return 0; }
  // Of those that it has news of.
  virtual std::vector<DeliveryNews> deliveries(const std::vector<std::string>& /*ids*/) { return {}; }
  // The state that a push calls so; nothing for one that is not final.
  virtual std::optional<Delivery> delivery_of(std::string_view /*code*/) const { return std::nullopt; }
  virtual bool has_inbox() const { return false; }
  // Unavailable when it cannot be read; the same messages come again until the cursor moves.
  virtual Result<InboxLook> inbox(const std::string& /*cursor*/, Instant /*now*/) { return InboxLook{}; }
  // What the last look gave was not stored: the next one must give it again.
  virtual void not_stored() {}
  // In the gateway's unit of money; nothing: it does not say.
  virtual std::optional<std::int64_t> balance() { return std::nullopt; }

 private:
  GatewayConfig config_;
};

// Null for a type that there is none of.
std::unique_ptr<Gateway> make_gateway(const GatewayConfig& config);

// One file each.
std::unique_ptr<Gateway> make_console(const GatewayConfig& config);
std::unique_ptr<Gateway> make_kannel(const GatewayConfig& config);
std::unique_ptr<Gateway> make_kavenegar(const GatewayConfig& config);
std::unique_ptr<Gateway> make_sms_ir(const GatewayConfig& config);
std::unique_ptr<Gateway> make_meli_payamak(const GatewayConfig& config);
std::unique_ptr<Gateway> make_iran_payamak(const GatewayConfig& config);

}  // namespace hamandish::server
