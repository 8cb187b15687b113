#include "server/http/draft_views.h"

#include <algorithm>
#include <charconv>

#include "shared/messages/messages.h"

namespace hamandish::server {

pages::DraftSummary summary_of(const Profile& profile, const DraftRow& row) {
  const Unit* unit = profile.unit(row.unit_id);
  pages::DraftSummary summary;
  summary.id = row.id;
  summary.kind = row.kind;
  summary.origin = row.origin;
  summary.state = row.state;
  summary.title = row.title;
  summary.unit_name = unit != nullptr ? unit->name : row.unit_id;
  summary.window = row.window;
  summary.comments = row.comment_count;
  summary.issue_number = row.issue_number;
  summary.issued_on = row.issued_on;
  summary.end_reason = row.end_reason;
  return summary;
}

// A name is the clause's own part, a word and its number, and then those of what it belongs to.
std::string head_of(const Clause& clause) {
  if (clause.name.empty()) return {};
  std::string_view own = clause.name;
  if (clause.kind == ClauseKind::note && own == say("clause.lone_note")) return std::string(own) + "- ";
  const std::size_t first = own.find(' ');
  const std::size_t second = first == std::string_view::npos ? first : own.find(' ', first + 1);
  // A lone note of an article: its second word is the article's name already.
  const std::string lone = say("clause.lone_note") + " ";
  const bool is_lone = clause.kind == ClauseKind::note && clause.id.ends_with("-n");
  own = own.substr(0, is_lone ? lone.size() - 1 : second);
  if (clause.kind == ClauseKind::item && first != std::string_view::npos) own.remove_prefix(first + 1);
  return std::string(own) + "- ";
}

std::string clause_text(const Clauses& clauses, std::string_view id) {
  for (const Clause& clause : clauses) {
    if (clause.id == id) return clause.text;
  }
  return {};
}

std::vector<pages::DraftFileLink> file_links(const std::string& draft, const std::vector<AttachmentRow>& files) {
  std::vector<pages::DraftFileLink> links;
  links.reserve(files.size());
  for (const AttachmentRow& file : files) links.push_back({file.file_name, draft + "/files/" + file.id, file.bytes});
  return links;
}

std::string mark_text(const DraftMark& mark) {
  return std::string(wire_name(mark.state)) + "-" + std::to_string(mark.id);
}

std::optional<DraftMark> mark_in(std::string_view text) {
  const std::size_t dash = std::min(text.find('-'), text.size());
  const std::optional<DraftState> state = draft_state_from(text.substr(0, dash));
  const std::int64_t id = number_in(text.substr(std::min(dash + 1, text.size())));
  if (!state || id <= 0) return std::nullopt;
  return DraftMark{*state, id};
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace hamandish::server
