// The list of all pages: which address opens which page, and what its title is. The server's HTML routes, the client's
// router and the site map read this one list.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

enum class PageId {
  home,
  desk,
  new_case,  // param: wire name of the kind
  receipt,   // param: receipt token
  track,     // param: tracking code as in the address, or empty
  lost_code,
  drafts,
  draft,  // param: id, perhaps with «/comment/<clause>» or «/comments/<before>»
  news,
  news_item,  // param: what follows /news/: «<id or slug>», «page/<n>», «category/<name>/<n>», «<id>/answer/<comment>» ...
  surveys,
  survey,  // param: what follows /surveys/: «<id>», «<id>/results», «<id>/link/<token>» ...
  contact,
  help,  // param: the whole path; see help_pages.h
  strategy,
  statistics,
  gallery,
  staff,       // login, then inbox
  staff_case,  // param: case id
  remote,      // made whole by the server and only shown by the client; param: the whole path
  staff_new,   // registration on behalf of a citizen
};

struct Route {
  PageId id = PageId::home;
  std::string param;
  bool operator==(const Route&) const = default;
};

// The page of an address path (no query, no fragment; percent-encoding already undone). nullopt: there is none, which
// includes /desk/new/<something that is no kind>.
std::optional<Route> match(std::string_view path);

// Pages for signed-in staff: the server answers them with the login page or an empty shell, never with case data.
bool is_staff_page(PageId id);
// Whether the page of an address path stands only in the client's program for the staff (web/programs): the staff's pages
// and the gallery. web/shell/boot.js has the same rule.
bool needs_staff_program(std::string_view path);

}  // namespace hamandish::pages
