#include "shared/pages/kept_files.h"

#include <utility>

#include "shared/api/routes.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {

using view::Kind;
using view::Node;

std::string kept_field(std::string_view field) {
  return std::string(field) + "_kept";
}

std::string write_kept(const std::vector<KeptFile>& files) {
  std::string value;
  for (const KeptFile& file : files) {
    if (!value.empty()) value += ' ';
    value += file.id + ':' + std::to_string(file.bytes) + ':' + api::percent_encode(file.name);
  }
  return value;
}

Node kept_item(std::string_view field, const KeptFile& file) {
  const std::string id = std::string(field) + "-" + file.id;
  Node name = view::paragraph(file.name);
  name.id = id + "-name";
  Node remove = view::button(say("form.file_remove", {{"name", text::file_name(file.name)}}), view::Tone::neutral,
                             "unkeep:" + std::string(field) + ":" + file.id);
  remove.id = id + "-remove";
  return view::node(Kind::item, {}, {std::move(name), std::move(remove)}, id);
}

void add_files_field(view::Nodes& fields, const FilesField& field, const std::vector<FieldError>& errors) {
  Node files = view::node(Kind::file_field, field.label, {}, field.id);
  files.help = field.help;
  files.error = error_text(errors, field.id);
  files.multiple = field.multiple;
  files.input.accept =
      field.accept.empty() ? ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.mp3,.wav,.ogg,.m4a" : field.accept;
  for (const KeptFile& file : field.kept) files.children.push_back(kept_item(field.id, file));
  fields.push_back(std::move(files));
  fields.push_back(view::hidden(kept_field(field.id), write_kept(field.kept)));
}

}  // namespace hamandish::pages
