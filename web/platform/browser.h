// The small things that only a browser knows or can do. One face, two bodies: browser_web.cpp, and a recorder for
// tests (browser_native.h). Ids are DOM ids as in shared/view/html_writer.h.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace hamandish::web {

class Browser {
 public:
  virtual ~Browser() = default;

  virtual Instant now() const = 0;
  // 128 unguessable bits as 32 hexadecimal digits: an Idempotency-Key.
  virtual std::string random_key() = 0;

  // Opens an address of the own origin in the app, with a new entry in the history, or in place of the current one.
  // Happens after the caller has returned: the calling controller is destroyed then.
  virtual void go(std::string_view path) = 0;
  virtual void replace(std::string_view path) = 0;

  // Writes a mark into the current entry of the history, or into a new one with the same address. Who comes back to the
  // entry hands it to App::open or App::revisit. The browser may keep it on the disk: nothing secret.
  virtual void mark(std::string_view mark, bool new_entry) = 0;

  // Calls back soon, after the browser had time for everything else: for long work in small pieces.
  virtual void later(std::function<void()> piece) = 0;

  // Moves the keyboard focus after the next rendering.
  virtual void focus(std::string_view id) = 0;

  // What was typed in the forms of an address is kept on the device by web/shell/drafts.js. keep() adds a value that
  // stands in no field; it comes back through Controller::input like the others.
  virtual void keep(std::string_view path, std::string_view name, std::string_view value) = 0;
  virtual void forget_draft(std::string_view path) = 0;
  // Those of all staff pages: when someone signs out, the next person at the machine must not find them.
  virtual void forget_staff_drafts() = 0;

  // While there is a question, the browser asks before the page is left or closed. Empty: no longer.
  virtual void guard(std::string_view question) = 0;
};

}  // namespace hamandish::web
