// What new_case_controller does beside taking in and sending: what it offers while a subject is typed, and the work that
// the server asks for under load.
#include "shared/cases/routing.h"
#include "shared/directory/likely_answers.h"
#include "shared/pages/field_nodes.h"
#include "shared/text/search_key.h"
#include "shared/text/utf8.h"
#include "web/controllers/new_case_controller.h"

namespace hamandish::web {
namespace {

constexpr std::string_view kSubject = "subject";

}  // namespace

// What of the page depends on the answers beside the fields themselves.
std::string NewCaseController::shape() const {
  const Profile& profile = *context_.site.profile;
  const std::string_view category = answer(state_.answers, "category");
  const RouteQuery query{
      state_.kind, std::string(category), std::string(answer(state_.answers, "place")),
      std::string(answer(state_.answers, kSubject)) + '\n' + std::string(answer(state_.answers, "body"))};
  std::string shape = decide_route(profile, query).unit_id + '|' + std::string(category) + '|' +
                      std::string(answer(state_.answers, kPersonKindField)) + '|' + state_.same_subject;
  for (const FaqEntry* entry : likely_answers(profile, category, answer(state_.answers, kSubject))) {
    shape += '|' + entry->id;
  }
  const KindForm* form = profile.kind(state_.kind);
  for (const Field& field : form->fields) {
    const std::string_view value = answer(state_.answers, field.id);
    if (pages::is_nearly_full(field, value)) shape += '|' + std::to_string(text::count_scalars(value));
  }
  return shape;
}

void NewCaseController::find_same_subject() {
  state_.same_subject.clear();
  const std::string key = text::search_key(answer(state_.answers, kSubject));
  if (key.empty()) return;
  for (const Handover::Sent& sent : context_.handover.sent) {
    if (sent.subject_key == key) state_.same_subject = sent.tracking_code;
  }
}

// The server has more to do than people can write: it takes messages of those whose browsers have worked for it.
void NewCaseController::prove() {
  state_.proving = true;
  context_.changed();
  client_.challenge(wire_name(state_.kind), [this](Result<std::optional<proof::Challenge>> challenge) {
    if (!challenge.ok()) {
      state_.proving = false;
      return failed(challenge.error());
    }
    if (!*challenge) return register_case();
    solver_.emplace(std::move(**challenge));
    prove_on();
  });
}

void NewCaseController::prove_on() {
  constexpr std::uint32_t kTriesAtOnce = 4;  // some milliseconds of a phone
  if (std::optional<std::string> found = solver_->try_some(kTriesAtOnce)) {
    proof_ = std::move(*found);
    return register_case();
  }
  context_.browser.later([this, alive = std::weak_ptr<int>(alive_)] {
    if (!alive.expired()) prove_on();
  });
}

}  // namespace hamandish::web
