// Atom feeds (RFC 4287) of what the public follows: news, drafts and their steps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/routes.h"
#include "shared/base/time.h"

namespace hamandish::server {

// Addresses are paths on this site.
struct AtomEntry {
  std::string id;       // a path, unique and stable
  std::string address;  // where a person reads it
  std::string title;
  Instant published;
  Instant updated;
  std::string category;        // wire name; empty: none
  std::string category_label;  // in words
  std::string summary;         // empty: none
  std::string content;         // empty: none
};

struct AtomFeed {
  std::string title;
  std::string_view self;  // path of the feed
  std::string_view page;  // path of the page that it follows; its id too
  std::vector<AtomEntry> entries;
};

Reply atom_reply(const Call& call, const AtomFeed& feed);

}  // namespace hamandish::server
