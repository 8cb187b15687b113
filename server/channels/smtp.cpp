// E-mail out, by SMTP.
#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "server/channels/mail.h"
#include "server/channels/mime.h"

namespace hamandish::server {
namespace {

struct Upload {
  std::string_view rest;
  bool begun = false;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& upload = *static_cast<Upload*>(from);
  upload.begun = true;
  const std::size_t bytes = std::min(size * count, upload.rest.size());
  std::memcpy(into, upload.rest.data(), bytes);
  upload.rest.remove_prefix(bytes);
  return bytes;
}

SendOutcome outcome_of(CURLcode code, long reply, bool begun) {
  if (code == CURLE_OK) return {SendState::taken, {}, {}, 0};
  const std::string problem = std::string(curl_easy_strerror(code)) + ", SMTP " + std::to_string(reply);
  if (code == CURLE_LOGIN_DENIED || reply == 530 || reply == 535) return {SendState::broken, {}, problem, 0};
  if (reply >= 500 && reply < 600) return {SendState::refused, {}, problem, 0};
  // The text was on its way and nobody said that it arrived.
  const bool lost =
      begun && (code == CURLE_OPERATION_TIMEDOUT || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING);
  return {lost ? SendState::unclear : SendState::later, {}, problem, 0};
}

class Smtp final : public Gateway {
 public:
  Smtp(const EmailConfig& email, NameOf name_of)
      : Gateway(as_gateway(*email.smtp)), smtp_(*email.smtp), boxes_(email.mailboxes), name_of_(std::move(name_of)) {}

  SendOutcome send(const Outgoing& message) override {
    Letter letter{message, from_of(message.from_unit), name_of_()};
    if (letter.message.subject.empty()) letter.message.subject = letter.from_name;
    const std::string bytes = write_mail(letter);
    Upload upload{bytes};
    // One handle keeps its connection for the letters that follow.
    CURL* curl = handle_.get();
    if (curl == nullptr) return {SendState::later, {}, "no memory", 0};
    curl_easy_reset(curl);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(curl_slist_append(nullptr, message.to.c_str()),
                                                                curl_slist_free_all);
    curl_easy_setopt(curl, CURLOPT_URL, smtp_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(smtp_.tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!smtp_.certificates.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, smtp_.certificates.c_str());
    if (!smtp_.user.empty()) {
      curl_easy_setopt(curl, CURLOPT_USERNAME, smtp_.user.c_str());
      curl_easy_setopt(curl, CURLOPT_PASSWORD, smtp_.key.c_str());
    }
    // A machine's letter has no sender to bounce to (RFC 3834 3.3): no loop can begin with it.
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, message.by_machine ? "" : letter.from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 60'000L);
    const CURLcode code = curl_easy_perform(curl);
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    SendOutcome outcome = outcome_of(code, reply, upload.begun);
    if (outcome.state == SendState::taken) outcome.gateway_id = message.message_id;
    return outcome;
  }

 private:
  static GatewayConfig as_gateway(const SmtpConfig& smtp) {
    GatewayConfig config;
    config.type = "smtp";
    config.name = "smtp";
    config.url = smtp.url;
    return config;
  }

  // From the mailbox of the unit that answers, so that replies come to it.
  std::string from_of(const std::string& unit) const {
    for (const MailboxConfig& box : boxes_) {
      if (!unit.empty() && box.unit_id == unit) return box.address;
    }
    return smtp_.from;
  }

  SmtpConfig smtp_;
  std::vector<MailboxConfig> boxes_;
  NameOf name_of_;
  std::unique_ptr<CURL, void (*)(CURL*)> handle_{curl_easy_init(), curl_easy_cleanup};
};

}  // namespace

std::unique_ptr<Gateway> make_smtp(const EmailConfig& email, NameOf name_of) {
  return std::make_unique<Smtp>(email, std::move(name_of));
}

}  // namespace hamandish::server
