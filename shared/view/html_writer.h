// Writes a view as HTML: what the server sends first and what the client's mirror is patched to. Both come from this
// one function, so a node looks the same to a screen reader before and after the take-over.
//
// DOM ids, which web/ui's placements and web/mirror rely on. `id` is the node's id:
//   field kinds   the input, select or textarea has `id` and name = id; label `id`-label; help `id`-help; error
//   `id`-error heading, paragraph, badge, button, and a plain link: the element itself has `id` and holds nothing but
//   the text link in a link_grid: <a id> with <span id-text> and <span id-note> item          <li id>; with text only,
//   the text stands in <span id-text>; in a timeline also id-note and id-value fact          <dt id-term>, <dd id>
//   table         <caption id-caption>, <th id-c0...>; a row has `id`, its cells <td id-0...> hold their child element
//   notice        <div id role><p id-text>; children after it
//   error_list    <div id role=alert tabindex=-1><h2 id-text>; the links follow in a list
//   group         <fieldset id><legend id-legend>, help id-help
//   code          <span id data-testid=id> with the ASCII value; beside it, aria-hidden, <span id-shown> with Persian
//   groups progress      <div id role=progressbar> with <span id-text> form          <form id method=post
//   action=target>; data-intent=intent when there is one button        data-intent=intent and type=button, or
//   type=submit without an intent
// Tables, lists and cells carry explicit roles, so that they keep them whatever their CSS display.
// Text and attributes are escaped; nothing in a Node can become markup.
#pragma once

#include <string>

#include "shared/view/node.h"

namespace hamandish::view {

// HTML of the node and its children, UTF-8, no trailing newline. `page` writes its children only (the document round it
// is the shell's, web/shell/index.html).
std::string write_html(const Node& node);

// A plain dump, one node a line, indented: the golden files of pages and the easiest way to read a view in a test.
std::string write_text(const Node& node);

}  // namespace hamandish::view
