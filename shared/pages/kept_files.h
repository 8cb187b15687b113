// Files in the forms of remote pages. What was chosen goes ahead of the form (POST /api/v1/uploads, or with an answer that
// has mistakes) and is kept in a hidden field beside it: «id:bytes:name id:bytes:name», names percent-encoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

struct KeptFile {
  std::string id;
  std::string name;
  std::int64_t bytes = 0;
};

// Name of the hidden field beside the field for files.
std::string kept_field(std::string_view field);
std::string write_kept(const std::vector<KeptFile>& files);

// A kept file under its field, with the button that takes it away (intent «unkeep:<field>:<file>»).
view::Node kept_item(std::string_view field, const KeptFile& file);

struct FilesField {
  std::string id;
  std::string label;
  std::string help;
  std::string accept;  // empty: what cases take
  bool multiple = true;
  std::vector<KeptFile> kept{};
};
// The field and its hidden one; the form must be multipart.
void add_files_field(view::Nodes& fields, const FilesField& field, const std::vector<FieldError>& errors);

}  // namespace hamandish::pages
