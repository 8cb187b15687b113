// Kavenegar's REST interface, version 1 (domain facts 4.1). The key stands in the address, so addresses are never
// logged. `localid` is our own id: a repeated send with the same one is known by it, and a crash can ask for it.
#include "server/channels/sms_gateways.h"

namespace hamandish::server {
namespace {

constexpr const char* kUsual = "https://api.kavenegar.com";
constexpr std::size_t kMostIds = 200;  // of their 500

SendState state_of(int status) {
  switch (status) {
    case 411:  // receiver
    case 413:  // empty or too long
    case 422:  // characters
      return SendState::refused;
    case 402:
    case 409:  // cannot answer now
      return SendState::later;
    default:  // key, account, sender, credit
      return SendState::broken;
  }
}

std::optional<Delivery> state_of(std::string_view status) {
  if (status == "10") return Delivery::delivered;
  if (status == "11" || status == "6" || status == "13") return Delivery::undelivered;
  return status == "14" ? std::optional(Delivery::blocked) : std::nullopt;
}

class Kavenegar final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    Pairs form = {{"receptor", message.to}, {"message", message.text}, {"localid", std::to_string(message.ref)}};
    if (!config().line.empty()) form.emplace_back("sender", config().line);
    const HttpAnswer answer = call("sms/send.json", form);
    if (std::optional<SendOutcome> usual = transport_outcome(answer)) return *usual;
    const Json json = json_of(answer);
    const Json* entries = json.find("entries");
    if (answer.status == 200 && entries != nullptr && !entries->items().empty()) {
      const std::string id = json_text(entries->items().front(), "messageid");
      if (!id.empty()) return {SendState::taken, id, {}, 0};
    }
    // 200 with something that is no answer of theirs: it may have been taken.
    if (answer.status == 200) return {SendState::unclear, {}, "not an answer of this gateway", 0};
    return {state_of(answer.status), {}, "status " + std::to_string(answer.status), 0};
  }

  std::optional<std::string> find(std::int64_t ref) override {
    const HttpAnswer answer = call("sms/statuslocalmessageid.json", {{"localid", std::to_string(ref)}});
    if (answer.status == 404) return std::string();
    if (answer.status != 200) return std::nullopt;
    const Json json = json_of(answer);
    const Json* entries = json.find("entries");
    if (entries == nullptr || !entries->is_array()) return std::nullopt;
    for (const Json& entry : entries->items()) {
      if (json_text(entry, "status") == "100") continue;  // unknown to them
      const std::string id = json_text(entry, "messageid");
      if (!id.empty()) return id;
    }
    return std::string();
  }

  bool finds() const override { return true; }
  std::size_t asked_at_once() const override { return kMostIds; }
  std::vector<DeliveryNews> deliveries(const std::vector<std::string>& ids) override {
    std::string list;
    for (std::size_t i = 0; i < ids.size() && i < kMostIds; ++i) list += (i == 0 ? "" : ",") + ids[i];
    const HttpAnswer answer = call("sms/status.json", {{"messageid", list}});
    std::vector<DeliveryNews> news;
    if (answer.status != 200) return news;
    const Json json = json_of(answer);
    const Json* entries = json.find("entries");
    if (entries == nullptr) return news;
    for (const Json& entry : entries->items()) {
      const std::optional<Delivery> delivery = state_of(json_text(entry, "status"));
      if (delivery) news.push_back({json_text(entry, "messageid"), *delivery});
    }
    return news;
  }

  std::optional<Delivery> delivery_of(std::string_view code) const override { return state_of(code); }
  bool has_inbox() const override { return true; }

  // Reading marks messages as read there. What a crash, a lost answer or a full disk kept from being stored stands among
  // the read ones, so the first look after it takes both; a message that is known is not taken twice.
  Result<InboxLook> inbox(const std::string& cursor, Instant /*now*/) override {
    const bool all = !caught_up_;
    caught_up_ = false;
    InboxLook look{{}, cursor};
    Result<void> done = read_into(look, "0");
    if (done && all) done = read_into(look, "1");
    if (!done) return done.error();
    caught_up_ = true;
    return look;
  }
  void not_stored() override { caught_up_ = false; }

  std::optional<std::int64_t> balance() override {
    const Json json = json_of(call("account/info.json", {}));
    const Json* entries = json.find("entries");
    const Json* credit = member_of(entries, "remaincredit");
    return credit == nullptr ? std::nullopt : credit->integer();
  }

 private:
  Result<void> read_into(InboxLook& look, const std::string& read) const {
    const HttpAnswer answer = call("sms/receive.json", {{"linenumber", config().line}, {"isread", read}});
    const Json json = json_of(answer);
    const Json* entries = json.find("entries");
    if (answer.status != 200 || entries == nullptr) {
      return make_error(Code::unavailable, "error.unavailable",
                        answer.status == 0 ? answer.problem : "HTTP " + std::to_string(answer.status));
    }
    for (const Json& entry : entries->items()) {
      Inbound message = inbound_sms(config(), json_text(entry, "sender"), json_text(entry, "message"));
      message.source_id = json_text(entry, "messageid");
      if (!message.source_id.empty()) look.messages.push_back(std::move(message));
    }
    return {};
  }

  HttpAnswer call(const std::string& path, const Pairs& form) const {
    HttpCall call;
    call.method = "POST";
    call.url = (config().url.empty() ? kUsual : config().url) + "/v1/" + url_encoded(config().key) + "/" + path;
    call.headers = {"Content-Type: application/x-www-form-urlencoded"};
    call.body = form_encoded(form);
    call.timeout = config().timeout;
    return http_call(call);
  }

  bool caught_up_ = false;
};

}  // namespace

std::unique_ptr<Gateway> make_kavenegar(const GatewayConfig& config) {
  return std::make_unique<Kavenegar>(config);
}

}  // namespace hamandish::server
