// A browser for tests: remembers what it was asked to do.
#pragma once

#include <map>
#include <vector>

#include "web/platform/browser.h"

namespace hamandish::web {

class FakeBrowser : public Browser {
 public:
  Instant now() const override { return time; }
  std::string random_key() override { return "key-" + std::to_string(++keys); }
  void go(std::string_view path) override { went.emplace_back(path); }
  void replace(std::string_view path) override { replaced.emplace_back(path); }
  void mark(std::string_view text, bool new_entry) override {
    marks.push_back(std::string(new_entry ? "new " : "") + std::string(text));
  }
  void later(std::function<void()> piece) override { pieces.push_back(std::move(piece)); }
  // Does what was put off, and what that puts off, for at most so many rounds.
  void do_pieces(int rounds) {
    for (; rounds > 0 && !pieces.empty(); --rounds) {
      const std::function<void()> piece = std::move(pieces.front());
      pieces.erase(pieces.begin());
      piece();
    }
  }
  void focus(std::string_view id) override { focused = id; }
  void forget_draft(std::string_view path) override { forgotten.emplace_back(path); }
  void keep(std::string_view path, std::string_view name, std::string_view value) override {
    kept[std::string(path) + " " + std::string(name)] = value;
  }
  void forget_staff_drafts() override { staff_drafts_forgotten = true; }
  void guard(std::string_view text) override { question = text; }

  Instant time{1795240000000};
  int keys = 0;
  std::vector<std::function<void()>> pieces;
  std::vector<std::string> went;
  std::vector<std::string> replaced;
  std::vector<std::string> marks;
  std::vector<std::string> forgotten;
  std::string focused;
  std::map<std::string, std::string> kept;
  bool staff_drafts_forgotten = false;
  std::string question;
};

}  // namespace hamandish::web
