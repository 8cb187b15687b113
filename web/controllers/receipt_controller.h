// /desk/receipt/<token>: the code. Leaving is asked about until the person has said that the code is written down.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class ReceiptController : public Controller {
 public:
  ReceiptController(Context& context, std::string token);
  ~ReceiptController() override;

  view::Node view() const override;
  void start() override;
  bool ready() const override { return !loading_; }
  void intent(std::string_view name) override;

  const pages::ReceiptState& state() const { return state_; }

 private:
  void show(api::Receipt receipt);

  Context& context_;
  std::string token_;
  pages::ReceiptState state_;
  bool loading_ = true;
  bool found_ = false;
  Client client_;
};

}  // namespace hamandish::web
