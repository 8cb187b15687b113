// The real browser; see browser.h.
#pragma once

#include <vector>

#include "web/platform/browser.h"

namespace hamandish::web {

class WebBrowser : public Browser {
 public:
  Instant now() const override;
  std::string random_key() override;
  void go(std::string_view path) override;
  void replace(std::string_view path) override;
  void mark(std::string_view mark, bool new_entry) override;
  void later(std::function<void()> piece) override;
  void do_pieces();
  void focus(std::string_view id) override;
  void keep(std::string_view path, std::string_view name, std::string_view value) override;
  void forget_draft(std::string_view path) override;
  void forget_staff_drafts() override;
  void guard(std::string_view question) override;

 private:
  std::vector<std::function<void()>> pieces_;
};

}  // namespace hamandish::web
