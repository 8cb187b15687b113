// The one way to fail. Every function that can fail for a reason outside the program returns Result<T>; nothing in
// shared/ or web/ throws. An error is handled once: where it is turned into an answer for a person or a log line.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/check.h"

namespace hamandish {

// What kind of failure it is; server/http/reply.cpp maps each to one HTTP status.
enum class Code { invalid, unauthorized, forbidden, not_found, conflict, too_large, busy, unavailable, internal };

// A named value for a message: say("form.too_long", {{"max", "200"}}). UTF-8, already formatted for people.
struct Param {
  std::string name;
  std::string value;
  bool operator==(const Param&) const = default;
};
using Params = std::vector<Param>;

// One field of a form that does not hold. `field` is the id of the field as in the profile and on the wire.
struct FieldError {
  std::string field;
  std::string key;  // message key, see shared/messages
  Params params;
  bool operator==(const FieldError&) const = default;
};

struct Error {
  Code code = Code::internal;
  std::string key;                 // message key for the person
  Params params;                   // for the message
  std::vector<FieldError> fields;  // all of them, in the order of the form; only with Code::invalid
  std::string detail;              // for the log only; has no JSON writer and never reaches a client
};

inline Error make_error(Code code, std::string key, std::string detail = {}) {
  return Error{code, std::move(key), {}, {}, std::move(detail)};
}

// A value or an Error. value() and error() must only be called when ok() says so; CHECK holds it.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    HAMANDISH_CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T& value() & {
    HAMANDISH_CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T&& value() && {
    HAMANDISH_CHECK(ok());
    return std::move(*std::get_if<0>(&content_));
  }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }

  const Error& error() const& {
    HAMANDISH_CHECK(!ok());
    return *std::get_if<1>(&content_);
  }
  Error&& error() && {
    HAMANDISH_CHECK(!ok());
    return std::move(*std::get_if<1>(&content_));
  }

 private:
  std::variant<T, Error> content_;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const& {
    HAMANDISH_CHECK(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace hamandish
