#include "shared/consultations/clauses.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/consultations/clause_head.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish {
namespace {

// An item that later items may belong to.
struct OpenItem {
  bool lettered = false;
  std::string id;
  std::string name;
};

class Finder {
 public:
  void read(std::string_view line) {
    if (const std::optional<ClauseHead> head = read_clause_head(line); head && begins(*head)) {
      begin(*head);
      add(head->rest);
    } else {
      add(line);
    }
  }

  Clauses finish() {
    close();
    return std::move(clauses_);
  }
  std::size_t count() const { return clauses_.size(); }

 private:
  // What only looks like a head counts if it goes on with the numbering.
  bool begins(const ClauseHead& head) const {
    if (head.separated) return true;
    if (head.kind == ClauseKind::article) return head.number > 0 && head.number == article_number_ + 1;
    return head.kind == ClauseKind::note && head.number > 0 && head.number == note_number_ + 1;
  }

  void begin(const ClauseHead& head) {
    close();
    clause_ = Clause{};
    clause_.kind = head.kind;
    switch (head.kind) {
      case ClauseKind::article:
        return begin_article(head);
      case ClauseKind::note:
        return begin_note(head);
      default:
        return begin_item(head);
    }
  }

  void begin_article(const ClauseHead& head) {
    article_number_ = head.number;
    note_number_ = 0;
    clause_.id = head.number > 0 ? "a" + std::to_string(head.number) : "a";
    clause_.name = head.label.empty() ? say("clause.single_article") : say("clause.article", {{"number", head.label}});
    article_ = OpenItem{false, clause_.id, clause_.name};
    parent_ = article_;
    items_.clear();
  }

  void begin_note(const ClauseHead& head) {
    note_number_ = head.number;
    clause_.id = below(article_.id, head.number > 0 ? "n" + std::to_string(head.number) : "n");
    clause_.name = joined(head.label.empty() ? say("clause.lone_note") : say("clause.note", {{"number", head.label}}),
                          article_.name);
    parent_ = OpenItem{false, clause_.id, clause_.name};
    items_.clear();
  }

  // «الف» below an article, «۱» below «الف»; the next «ب» ends both.
  void begin_item(const ClauseHead& head) {
    const bool lettered = head.letter > 0;
    const auto same =
        std::find_if(items_.begin(), items_.end(), [&](const OpenItem& one) { return one.lettered == lettered; });
    items_.erase(same, items_.end());
    const OpenItem& above = items_.empty() ? parent_ : items_.back();
    const std::string mark = lettered ? "l" + std::to_string(head.letter) : "i" + text_of_label(head);
    clause_.id = below(above.id, mark);
    clause_.name = joined(say("clause.item", {{"number", head.label}}), above.name);
    items_.push_back(OpenItem{lettered, clause_.id, clause_.name});
  }

  static std::string text_of_label(const ClauseHead& head) {
    return head.number > 0 ? std::to_string(head.number) : text::ascii_digits(head.label);
  }
  static std::string below(const std::string& parent, const std::string& mark) {
    return parent.empty() ? mark : parent + "-" + mark;
  }
  static std::string joined(std::string name, const std::string& parent) {
    return parent.empty() ? name : std::move(name) + " " + parent;
  }

  void add(std::string_view line) {
    if (!lines_.empty()) lines_ += '\n';
    lines_ += line;
  }

  void close() {
    clause_.text = text::for_storage(std::exchange(lines_, {}));
    const bool is_preamble = clause_.id.empty();
    if (is_preamble && clause_.text.empty()) return;
    if (is_preamble) clause_.id = "p";
    clause_.id = unused(clause_.id);
    clauses_.push_back(clause_);
  }

  // A text may repeat one number two thousand times: no walk over what was found before.
  std::string unused(const std::string& wanted) {
    std::string id = wanted;
    for (int& again = last_again_.try_emplace(wanted, 1).first->second; !taken_.insert(id).second;)
      id = wanted + "-" + std::to_string(++again);
    return id;
  }

  Clauses clauses_;
  Clause clause_{ClauseKind::preamble, {}, {}, {}};
  std::string lines_;
  std::set<std::string> taken_;            // identifiers
  std::map<std::string, int> last_again_;  // the number that the last repeat of an identifier was given
  OpenItem article_;
  OpenItem parent_;  // of items: the article or the note
  std::vector<OpenItem> items_;
  int article_number_ = 0;
  int note_number_ = 0;
};

}  // namespace

Result<Clauses> find_clauses(std::string_view plain_text) {
  if (plain_text.size() > static_cast<std::size_t>(kMostDraftBytes))
    return make_error(Code::too_large, "draft.text_too_long");
  if (text::blank(plain_text)) return make_error(Code::invalid, "draft.text_empty");
  Finder finder;
  while (!plain_text.empty()) {
    const std::size_t end = plain_text.find('\n');
    std::string_view line = plain_text.substr(0, end);
    plain_text = end == std::string_view::npos ? std::string_view{} : plain_text.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    finder.read(line);
    if (finder.count() > static_cast<std::size_t>(kMostClauses))
      return make_error(Code::invalid, "draft.too_many_clauses");
  }
  Clauses clauses = finder.finish();
  if (clauses.size() > static_cast<std::size_t>(kMostClauses))
    return make_error(Code::invalid, "draft.too_many_clauses");
  return clauses;
}

}  // namespace hamandish
