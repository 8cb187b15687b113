#include "shared/pages/remote_nodes.h"

#include <utility>

#include "shared/pages/field_nodes.h"

namespace hamandish::pages {

view::Node version_field(std::int64_t version) {
  return view::hidden(std::string(kVersionField), std::to_string(version));
}

view::Node submit(std::string id, std::string label, view::Tone tone) {
  view::Node button = view::button(std::move(label), tone);
  button.id = std::move(id);
  return view::actions({std::move(button)});
}

void add_comment_code(view::Nodes& content, const std::string& tracking_code, std::string where) {
  view::Node code = view::node(view::Kind::code, say("comment.code"), {}, "comment-code");
  code.value = tracking_code;
  view::Node copy =
      view::button(say("receipt.copy"), view::Tone::neutral, "copy:comment-code:" + say("receipt.copied"));
  content.push_back(view::paragraph(say("comment.sent_lead")));
  content.push_back(std::move(code));
  content.push_back(view::actions({std::move(copy), view::link(say("comment.where_used"), std::move(where))}));
}

view::Node comment_code_form(std::string target, std::string_view code, const std::vector<FieldError>& errors) {
  view::Node field = view::node(view::Kind::text_field, say("comment.code"), {}, "comment_code");
  field.value = code;
  field.required = true;
  field.help = say("comment.code_help");
  field.error = error_text(errors, "comment_code");
  field.input.keyboard = view::Keyboard::numeric;
  field.input.ltr = true;
  view::Node button = submit("find-comment-send", say("comment.find_button"), view::Tone::neutral);
  view::Node form =
      view::node(view::Kind::form, say("comment.find"), {std::move(field), std::move(button)}, "find-comment");
  form.target = std::move(target);
  form.intent = "send:find-comment";
  return form;
}

void add_failures(view::Nodes& content, const std::vector<FieldError>& errors, const std::string& failure) {
  if (!errors.empty()) content.push_back(error_list(errors));
  if (!failure.empty()) content.push_back(view::notice(say(failure), view::Tone::danger, "failure"));
}

}  // namespace hamandish::pages
