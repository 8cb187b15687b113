// What a draft regulation under public comment is, and the words for it. Source of the promise: domain.md 0, commitments 1
// and 2; of the kinds: there, in the words of both organisations.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

// بخشنامه، آیین‌نامه، دستورالعمل، طرح، ضابطه
enum class DraftKind { circular, by_law, instruction, plan, rule };
inline constexpr std::array kDraftKinds = {DraftKind::circular, DraftKind::by_law, DraftKind::instruction,
                                           DraftKind::plan, DraftKind::rule};

// Whose text it is, which decides how long it stays open: two weeks for the organisation's own, one month for what goes to
// a higher authority. Another length needs a reason that everybody reads.
enum class DraftOrigin { own, higher_authority };
inline constexpr std::array kDraftOrigins = {DraftOrigin::own, DraftOrigin::higher_authority};

// Where a draft stands. `open` and `reviewing` are reached by the clock alone.
enum class DraftState { prepared, approved, open, reviewing, amended, issued, withdrawn };
inline constexpr std::array kDraftStates = {DraftState::prepared,  DraftState::approved, DraftState::open,
                                            DraftState::reviewing, DraftState::amended,  DraftState::issued,
                                            DraftState::withdrawn};

// A numbered piece of a text: an article, a note below an article, an item of a list, or what stands before the first.
enum class ClauseKind { preamble, article, note, item };
inline constexpr std::array kClauseKinds = {ClauseKind::preamble, ClauseKind::article, ClauseKind::note,
                                            ClauseKind::item};

struct Clause {
  ClauseKind kind = ClauseKind::article;
  std::string id;  // unique in its text and stable under editing of other clauses: «a2», «a2-n1», «a2-n1-i3»
  std::string name;  // as people call it, Persian digits: «ماده ۲», «تبصره ۱ ماده ۲»; empty for the preamble
  std::string text;  // normalised for storage; the line ends inside are the writer's
  bool operator==(const Clause&) const = default;
};
using Clauses = std::vector<Clause>;  // in the order of the text

// Who says something about a draft: the strategies invite more than citizens (domain.md 0, commitment 10).
enum class CommenterGroup { citizen, expert, professional_body, officer_elsewhere };
inline constexpr std::array kCommenterGroups = {CommenterGroup::citizen, CommenterGroup::expert,
                                                CommenterGroup::professional_body, CommenterGroup::officer_elsewhere};

// What the author allows.
enum class Publication { with_name, without_name, not_at_all };
inline constexpr std::array kPublications = {Publication::with_name, Publication::without_name,
                                             Publication::not_at_all};

// What became of a comment.
enum class Disposition { accepted, partly, not_accepted };
inline constexpr std::array kDispositions = {Disposition::accepted, Disposition::partly, Disposition::not_accepted};

std::string_view wire_name(DraftKind kind);
std::string_view wire_name(DraftOrigin origin);
std::string_view wire_name(DraftState state);
std::string_view wire_name(ClauseKind kind);
std::string_view wire_name(CommenterGroup group);
std::string_view wire_name(Publication publication);
std::string_view wire_name(Disposition disposition);

// nullopt for a name that is none.
std::optional<DraftKind> draft_kind_from(std::string_view wire_name);
std::optional<DraftOrigin> draft_origin_from(std::string_view wire_name);
std::optional<DraftState> draft_state_from(std::string_view wire_name);
std::optional<ClauseKind> clause_kind_from(std::string_view wire_name);
std::optional<CommenterGroup> commenter_group_from(std::string_view wire_name);
std::optional<Publication> publication_from(std::string_view wire_name);
std::optional<Disposition> disposition_from(std::string_view wire_name);

}  // namespace hamandish
