// Every error on the wire: {error:{code, key, message, fields:[{field, key, message, params}], params}}. `message` is
// Persian, for people and for clients that know no keys; our client says the key again with the params. `detail` stays
// where it is.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/result.h"
#include "shared/json/json.h"

namespace hamandish::api {

std::string_view wire_name(Code code);
std::optional<Code> code_from(std::string_view wire_name);

Json to_json(const Error& error);
// What to_json wrote. If the body is something else (a proxy's error page), the Error is {unavailable,
// error.bad_answer}.
Error read_error(std::string_view body);

}  // namespace hamandish::api
