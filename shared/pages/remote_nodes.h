// What the forms of remote pages (server/http/remote_pages.h) have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/forms/field.h"
#include "shared/messages/messages.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// Each enumerator by its wire name, in the words of the message «prefix + wire name». `prefix` ends with a dot.
template <typename List>
std::vector<Choice> choices_of(const List& values, const std::string& prefix) {
  std::vector<Choice> choices;
  for (const auto value : values) {
    const std::string name(wire_name(value));
    choices.push_back({name, say(prefix + name)});
  }
  return choices;
}

// A hidden field of this name says which element has the focus when the view comes that a button without fields has asked for.
inline constexpr std::string_view kGoTo = "go-to";

// Forms that edit what others may edit too carry its version (server/http/overtaken.h).
inline constexpr std::string_view kVersionField = "version";
view::Node version_field(std::int64_t version);

// The button that sends a form.
view::Node submit(std::string id, std::string label, view::Tone tone);

// The code that was given for a comment, with a button that copies it, and where it is used: a link to `where`.
void add_comment_code(view::Nodes& content, const std::string& tracking_code, std::string where);

// Where a citizen types the code of a comment to learn what became of it: «find-comment», sent to `target`. Its field
// «comment_code» shows `code` as typed.
view::Node comment_code_form(std::string target, std::string_view code, const std::vector<FieldError>& errors);

// Above a form: the errors of its fields, and what failed as a whole (a message's key, or empty).
void add_failures(view::Nodes& content, const std::vector<FieldError>& errors, const std::string& failure);

}  // namespace hamandish::pages
