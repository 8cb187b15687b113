// The digest of what people say about the news, on screen. Made whole by the server.
#pragma once

#include <string>
#include <vector>

#include "shared/news/digest.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

struct DigestState {
  NewsDigest digest;
  // Of the form that asks for a period: «from» and «to» as typed; fields: digest_from, digest_to.
  std::string from;
  std::string to;
  std::vector<FieldError> errors;
};
// /staff/digest/<from>/<to>, Jalali with hyphens; `pdf`: the document.
std::string digest_address(const DigestPeriod& period, bool pdf = false);
view::Node digest_view(const Site& site, const DigestState& state);

// What the page and the PDF say alike.
std::string state_count_word(NewsCommentState state);
// In tables nothing is a dash, so that the numbers stand out.
std::string table_number(std::int64_t count);
std::string theme_word(const NewsDigest::Theme& theme);
// How many wait, if not all of them are named; else empty.
std::string waits_count(const NewsDigest& digest);
// «۸۲ درصد»
std::string useful_share(const NewsVoices& item);
std::string quote_note(const DigestComment& comment);
std::string waits_note(const DigestComment& comment, Instant now);

}  // namespace hamandish::pages
