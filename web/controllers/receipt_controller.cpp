#include "web/controllers/receipt_controller.h"

#include "shared/messages/messages.h"
#include "shared/pages/info_pages.h"
#include "shared/pages/receipt_page.h"

namespace hamandish::web {

ReceiptController::ReceiptController(Context& context, std::string token)
    : context_(context), token_(std::move(token)), client_(context.fetch) {}

ReceiptController::~ReceiptController() {
  context_.browser.guard({});
}

view::Node ReceiptController::view() const {
  return found_ ? pages::receipt_view(context_.site, state_) : pages::not_found_view(context_.site);
}

void ReceiptController::start() {
  std::optional<api::Receipt> handed = std::exchange(context_.handover.receipt, std::nullopt);
  if (handed && handed->receipt_token == token_) {
    show(std::move(*handed));
    // Just sent and never seen before: going away now could lose the code. Not after a reload, which shows that the
    // address is at hand.
    context_.browser.guard(say("receipt.leave"));
    return;
  }
  client_.receipt(token_, [this](Result<api::Receipt> answer) {
    if (answer.ok()) show(std::move(answer).value());
    loading_ = false;
    context_.changed();
  });
}

void ReceiptController::show(api::Receipt receipt) {
  state_.receipt = std::move(receipt);
  state_.receipt.receipt_token = token_;
  found_ = true;
  loading_ = false;
}

void ReceiptController::intent(std::string_view name) {
  if (name != "acknowledge") return;
  state_.acknowledged = true;
  context_.browser.guard({});
  context_.changed();
  context_.browser.focus("acknowledged");
}

}  // namespace hamandish::web
