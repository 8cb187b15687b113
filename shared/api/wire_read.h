// Only for the wire_*.cpp files: what they share in reading.
#pragma once

#include <utility>
#include <vector>

#include "shared/api/wire.h"
#include "shared/json/reader.h"

namespace hamandish::api {

// The struct that `read` makes of the object, or all that is wrong with it.
template <class T, class Read>
Result<T> read_all(const Json& json, Read read) {
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  T value = read(reader);
  if (!errors.empty()) return invalid(std::move(errors));
  return value;
}

AttachmentInfo read_attachment(Reader& reader);

}  // namespace hamandish::api
