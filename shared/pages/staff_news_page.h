// News for staff: the list of items, the form of one, its page with what can be done. Made whole by the server.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/kept_files.h"
#include "shared/pages/news_page.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kStaffNewsPath = "/staff/news";
// /staff/news/<id>, or one of its rooms: «edit», «do/publish/v3».
std::string staff_news_address(std::int64_t id, std::string_view room = {});

// Tabs between the items, the queue of comments and the digest. `current`: the address of the open one.
view::Node news_rooms(std::string_view current);

// What the form of an item asks: news_title, category, slug, summary, news_text, comment_rule.
std::vector<Field> news_fields();

struct StaffNewsItem {
  NewsSummary item;
  NewsState state = NewsState::draft;
  std::int64_t useful_yes = 0;
  std::int64_t useful_no = 0;
};
struct StaffNewsState {
  std::vector<StaffNewsItem> items;
  std::string older;  // address, or empty
};
view::Node staff_news_view(const Site& site, const StaffNewsState& state);

struct NewsFormState {
  std::int64_t id = 0;  // 0: a new one
  std::int64_t version = 0;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node news_form_view(const Site& site, const NewsFormState& state);

struct StaffNewsItemState {
  StaffNewsItem news;
  std::int64_t version = 0;
  std::string body;
  CommentRule comment_rule = CommentRule::before;
  std::int64_t useful_yes = 0;
  std::int64_t useful_no = 0;
  std::vector<NewsPicture> pictures;
  std::vector<KeptFile> kept;  // in the form for a picture, beside its answers alt and caption
  // Of the form that publishes: publish_day, publish_time; empty: now.
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node staff_news_item_view(const Site& site, const StaffNewsItemState& state);

}  // namespace hamandish::pages
