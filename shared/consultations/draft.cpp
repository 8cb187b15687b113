#include "shared/consultations/draft.h"

#include <cstddef>

#include "shared/base/wire_names.h"

namespace hamandish {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, kDraftKinds.size()> kDraftKindNames = {"circular", "by_law", "instruction",
                                                                              "plan", "rule"};
constexpr std::array<std::string_view, kDraftOrigins.size()> kDraftOriginNames = {"own", "higher_authority"};
constexpr std::array<std::string_view, kDraftStates.size()> kDraftStateNames = {
    "prepared", "approved", "open", "reviewing", "amended", "issued", "withdrawn"};
constexpr std::array<std::string_view, kClauseKinds.size()> kClauseKindNames = {"preamble", "article", "note", "item"};
constexpr std::array<std::string_view, kCommenterGroups.size()> kGroupNames = {"citizen", "expert", "professional_body",
                                                                               "officer_elsewhere"};
constexpr std::array<std::string_view, kPublications.size()> kPublicationNames = {"with_name", "without_name",
                                                                                  "not_at_all"};
constexpr std::array<std::string_view, kDispositions.size()> kDispositionNames = {"accepted", "partly", "not_accepted"};

}  // namespace

std::string_view wire_name(DraftKind kind) {
  return name_in(kDraftKindNames, kind);
}
std::string_view wire_name(DraftOrigin origin) {
  return name_in(kDraftOriginNames, origin);
}
std::string_view wire_name(DraftState state) {
  return name_in(kDraftStateNames, state);
}
std::string_view wire_name(ClauseKind kind) {
  return name_in(kClauseKindNames, kind);
}
std::string_view wire_name(CommenterGroup group) {
  return name_in(kGroupNames, group);
}
std::string_view wire_name(Publication publication) {
  return name_in(kPublicationNames, publication);
}
std::string_view wire_name(Disposition disposition) {
  return name_in(kDispositionNames, disposition);
}

std::optional<DraftKind> draft_kind_from(std::string_view wire_name) {
  return value_in<DraftKind>(kDraftKindNames, wire_name);
}
std::optional<DraftOrigin> draft_origin_from(std::string_view wire_name) {
  return value_in<DraftOrigin>(kDraftOriginNames, wire_name);
}
std::optional<DraftState> draft_state_from(std::string_view wire_name) {
  return value_in<DraftState>(kDraftStateNames, wire_name);
}
std::optional<ClauseKind> clause_kind_from(std::string_view wire_name) {
  return value_in<ClauseKind>(kClauseKindNames, wire_name);
}
std::optional<CommenterGroup> commenter_group_from(std::string_view wire_name) {
  return value_in<CommenterGroup>(kGroupNames, wire_name);
}
std::optional<Publication> publication_from(std::string_view wire_name) {
  return value_in<Publication>(kPublicationNames, wire_name);
}
std::optional<Disposition> disposition_from(std::string_view wire_name) {
  return value_in<Disposition>(kDispositionNames, wire_name);
}

}  // namespace hamandish
