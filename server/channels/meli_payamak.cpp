// MeliPayamak's REST interface (domain facts 4.1): user name and password in every body, one number as the answer.
#include <algorithm>
#include <charconv>

#include "server/channels/sms_gateways.h"
#include "server/channels/sms_udh.h"

namespace hamandish::server {
namespace {

constexpr const char* kUsual = "https://rest.payamak-panel.com/api/SendSMS";
constexpr std::size_t kIdDigits = 10;  // ids are long; shorter numbers say what is wrong
constexpr int kPage = 100;
constexpr std::size_t kAsked = 20;  // a call each

std::optional<Delivery> state_of(std::string_view state) {
  if (state == "1") return Delivery::delivered;
  if (state == "2" || state == "16") return Delivery::undelivered;
  return state == "27" ? std::optional(Delivery::blocked) : std::nullopt;
}

bool is_id(const std::string& value) {
  return value.size() >= kIdDigits && value.find_first_not_of("0123456789") == std::string::npos;
}

class MeliPayamak final : public Gateway {
 public:
  using Gateway::Gateway;

  SendOutcome send(const Outgoing& message) override {
    const HttpAnswer answer =
        call("SendSMS", {{"to", message.to}, {"from", config().line}, {"text", message.text}, {"isFlash", "false"}});
    if (std::optional<SendOutcome> usual = transport_outcome(answer)) return *usual;
    const Json json = json_of(answer);
    const std::string value = json_text(json, "Value");
    if (answer.status == 200 && is_id(value)) return {SendState::taken, value, {}, 0};
    if (answer.status == 200 && value.empty()) return {SendState::unclear, {}, "not an answer of this gateway", 0};
    // 7: a word that they filter; 11: not sent to this number. All else is the account's.
    const bool own = value == "7" || value == "11";
    return {own ? SendState::refused : SendState::broken, {}, "code " + harmless(value), 0};
  }

  std::size_t asked_at_once() const override { return kAsked; }
  std::vector<DeliveryNews> deliveries(const std::vector<std::string>& ids) override {
    std::vector<DeliveryNews> news;
    for (std::size_t i = 0; i < ids.size() && i < kAsked; ++i) {
      const HttpAnswer answer = call("GetDeliveries2", {{"recId", ids[i]}});
      if (answer.status != 200) break;
      if (const std::optional<Delivery> delivery = state_of(json_text(json_of(answer), "Value"))) {
        news.push_back({ids[i], *delivery});
      }
    }
    return news;
  }

  std::optional<Delivery> delivery_of(std::string_view code) const override { return state_of(code); }
  bool has_inbox() const override { return true; }

  // The newest come first, a hundred on a page; the cursor is the greatest id that was read. The first look of all takes
  // one page, later ones go back to where the last one began.
  Result<InboxLook> inbox(const std::string& cursor, Instant /*now*/) override {
    constexpr int kMostPages = 50;
    std::int64_t last = 0;
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), last);
    InboxLook look{{}, cursor};
    std::int64_t greatest = last;
    for (int page = 0; page < kMostPages; ++page) {
      const Result<int> fresh = read_page(page, last, greatest, look);
      if (!fresh) return fresh.error();
      if (*fresh < kPage || last == 0) break;
    }
    std::reverse(look.messages.begin(), look.messages.end());
    look.cursor = std::to_string(greatest);
    return look;
  }

  std::optional<std::int64_t> balance() override {
    const std::string value = json_text(json_of(call("GetCredit", {})), "Value");
    std::int64_t credit = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), credit);
    return read.ec == std::errc() ? std::optional(credit) : std::nullopt;
  }

 private:
  // How many of the page are newer than `last`.
  Result<int> read_page(int page, std::int64_t last, std::int64_t& greatest, InboxLook& look) const {
    const HttpAnswer answer = call("GetMessages", {{"location", "1"},
                                                   {"from", config().line},
                                                   {"index", std::to_string(page * kPage)},
                                                   {"count", std::to_string(kPage)}});
    const Json json = json_of(answer);
    const Json* data = json.find("Data");
    if (answer.status != 200 || data == nullptr) {
      return make_error(Code::unavailable, "error.unavailable",
                        answer.status == 0 ? answer.problem : "HTTP " + std::to_string(answer.status));
    }
    int fresh = 0;
    for (const Json& entry : data->items()) {
      const Json* id = entry.find("MsgID");
      const std::int64_t number = id == nullptr ? 0 : id->integer().value_or(0);
      if (number <= last) continue;
      ++fresh;
      greatest = std::max(greatest, number);
      Inbound message = inbound_sms(config(), json_text(entry, "Sender"), json_text(entry, "Body"));
      message.source_id = std::to_string(number);
      message.part = part_in_udh(json_text(entry, "Udh"));
      look.messages.push_back(std::move(message));
    }
    return fresh;
  }

  HttpAnswer call(const std::string& deed, Pairs form) const {
    form.emplace_back("username", config().user);
    form.emplace_back("password", config().key);
    HttpCall call;
    call.method = "POST";
    call.url = (config().url.empty() ? kUsual : config().url) + "/" + deed;
    call.headers = {"Content-Type: application/x-www-form-urlencoded"};
    call.body = form_encoded(form);
    call.timeout = config().timeout;
    return http_call(call);
  }
};

}  // namespace

std::unique_ptr<Gateway> make_meli_payamak(const GatewayConfig& config) {
  return std::make_unique<MeliPayamak>(config);
}

}  // namespace hamandish::server
