// Short ways to write a view. Each returns a finished Node; pages are written as one expression that reads like the
// page's outline. Texts come from say() (shared/messages) or from data, never from literals.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/view/node.h"

namespace hamandish::view {

Node heading(int level, std::string text, std::string id = {});
Node paragraph(std::string text, Tone tone = Tone::neutral);
Node link(std::string text, std::string target);
Node section(std::string name, Nodes children, std::string id = {});
// Both hold something.
Node columns(Nodes first, Nodes second, std::string id = {});
Node card(Nodes children);
Node fact(std::string term, std::string description, bool ltr = false);
Node button(std::string text, Tone tone, std::string intent = {});
Node hidden(std::string name, std::string value);
Node actions(Nodes children);
Node notice(std::string text, Tone tone, std::string id);

// Fields that are text fields with the right keyboard: a number (any digits, no arrows), a Jalali date («۱۴۰۵/۰۸/۳۰» or
// eight digits; check it with parse_jalali), a code that was sent by SMS.
Node number_field(std::string id, std::string label);
Node date_field(std::string id, std::string label);
Node one_time_code_field(std::string id, std::string label);

// Whether a button behind the field opens its calendar or its list.
bool has_tool(const Node& field);
// Selects with at least so many options get one.
inline constexpr std::size_t kLongList = 12;

// A node of any kind with a text and children.
Node node(Kind kind, std::string text, Nodes children, std::string id = {});

// The dialog of a page, nullptr without one.
const Node* dialog_of(const Node& page);

// DOM id of a radio button: the group's own for the first, so that links to the field find it, then ID-1, ID-2.
std::string option_id(const Node& group, std::size_t index);

// Gives every node without an id one that is derived from its place («main-2-0»), so that the server and the client
// make the same ids for the same view. Two nodes with the same id and a control without a name are mistakes of a page: they
// stop the program where asserts do (Debug builds, the sanitizers' tests), and are mended elsewhere.
void finish(Node& page);

}  // namespace hamandish::view
