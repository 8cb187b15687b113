// Demo drafts: made, opened, commented, answered and issued by the same functions that people use, in their own time.
#include <algorithm>
#include <utility>

#include "server/demo/demo_json.h"
#include "server/service/demo_accounts.h"
#include "server/service/services.h"
#include "server/store/drafts_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/json/json.h"

namespace hamandish::server {
namespace {

class Maker {
 public:
  struct People {
    std::string legal;  // user ids
    std::string head;
  };
  Maker(Services& services, People people, Instant now) : services_(services), people_(std::move(people)), now_(now) {}

  Result<void> make(const Json& demo) {
    const Json* age = demo.find("age_days");
    const std::int64_t days = age != nullptr ? age->integer().value_or(0) : 0;
    const Instant made = now_ + -(days + 2) * kDay;
    Result<std::int64_t> id = services_.drafts.create(legal(), content_of(demo), made);
    if (!id) return id.error();
    DraftsService::StepWords opening_day;
    opening_day.day = Day{to_tehran(made).day.number + 2};
    Result<void> done = take(*id, head(), DraftStep::approve, opening_day, made);
    if (!done) return done;
    const ConsultationWindow window = *services_.drafts.whole(head(), *id)->row.window;
    if (Result<int> opened = services_.drafts.run_clock(opening(window)); !opened) return opened.error();
    if (done = comment(*id, demo, window); !done) return done;
    if (phase(window, now_) != WindowPhase::over || demo.find("amended") == nullptr) return {};
    return finish(*id, demo, window);
  }

 private:
  Actor legal() const { return {people_.legal, {}, Role::regulations, {}}; }
  Actor head() const { return {people_.head, {}, Role::head_office, {}}; }

  DraftsService::Content content_of(const Json& demo) const {
    DraftsService::Content content;
    content.kind = draft_kind_from(text_of(demo, "kind")).value_or(DraftKind::circular);
    content.origin = draft_origin_from(text_of(demo, "origin")).value_or(DraftOrigin::own);
    content.title = text_of(demo, "title");
    content.purpose = text_of(demo, "purpose");
    content.affects = text_of(demo, "affects");
    content.unit_id = text_of(demo, "unit");
    if (content.unit_id.empty()) content.unit_id = services_.profile()->units.front().id;
    content.plain_text = lines_of(demo, "text");
    return content;
  }

  Result<void> take(std::int64_t id, const Actor& who, DraftStep step, const DraftsService::StepWords& words,
                    Instant at) {
    const Result<DraftsService::Whole> draft = services_.drafts.whole(who, id);
    if (!draft) return draft.error();
    return services_.drafts.take(who, id, draft->row.version, step, words, at);
  }

  Result<void> comment(std::int64_t id, const Json& demo, const ConsultationWindow& window) {
    Instant at = opening(window);
    for (const Json& one : demo.find("comments")->items()) {
      at = at + 5 * kHour;
      Answers answers;
      for (const char* name : {"body", "wording", "publication", "first_name", "last_name", "organisation"}) {
        set_answer(answers, name, text_of(one, name));
      }
      if (text_of(one, "clause").empty())
        std::erase_if(answers, [](const Answer& given) { return given.field == "wording"; });
      set_answer(answers, "commenter_group", text_of(one, "group"));
      const std::string key = "demo-" + std::to_string(at.milliseconds);
      Result<std::string> code = services_.drafts.comment(id, text_of(one, "clause"), answers, key, at);
      if (!code) return code.error();
      const Result<std::vector<DraftCommentRow>> waiting =
          services_.drafts.comments(head(), id, CommentState::waiting, 0, 1);
      if (!waiting) return waiting.error();
      if (waiting->empty()) continue;
      Result<void> shown =
          services_.drafts.moderate(head(), waiting->front().id, {CommentState::published, {}, {}}, at);
      if (!shown) return shown;
    }
    return {};
  }

  Result<void> finish(std::int64_t id, const Json& demo, const ConsultationWindow& window) {
    const Instant end = closing(window);
    if (Result<int> closed = services_.drafts.run_clock(end); !closed) return closed.error();
    const Result<std::vector<DraftsService::Answer>> groups = services_.drafts.answers(legal(), id, 0, 100);
    if (!groups) return groups.error();
    const Json::Items& comments = demo.find("comments")->items();
    for (std::size_t i = 0; i < std::min(groups->size(), comments.size()); ++i) {
      const Json* answer = comments[i].find("answer");
      if (answer == nullptr) continue;
      const DispositionRow row{1, disposition_from(text_of(*answer, "outcome")), text_of(*answer, "reason"),
                               text_of(*answer, "clause")};
      Result<void> done = services_.drafts.answer(legal(), (*groups)[i].row.id, row, end + 2 * kDay);
      if (!done) return done;
    }
    DraftsService::StepWords amended;
    amended.plain_text = lines_of(demo, "amended");
    Result<void> done = take(id, legal(), DraftStep::amend, amended, end + 3 * kDay);
    if (!done) return done;
    DraftsService::StepWords issue;
    issue.day = to_tehran(end + 5 * kDay).day;
    issue.number = text_of(demo, "number");
    return take(id, head(), DraftStep::issue, issue, end + 5 * kDay);
  }

  Services& services_;
  People people_;
  Instant now_;
};

}  // namespace

Result<void> Services::insert_demo_drafts(std::string_view json, Instant now) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  Maker::People people;
  bool fresh = false;
  Result<void> looked = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> any = any_draft(reader);
    if (!any) return any.error();
    Result<std::string> legal = demo_account(reader, "hoghoghi");
    if (!legal) return legal.error();
    Result<std::string> head = demo_account(reader, "riyasat");
    if (!head) return head.error();
    people = {std::move(legal).value(), std::move(head).value()};
    fresh = !*any && !people.legal.empty() && !people.head.empty();
    return {};
  });
  if (!looked || !fresh) return looked;
  Maker maker(*this, std::move(people), now);
  const Json* demos = parsed->find("drafts");
  for (const Json& demo : demos != nullptr ? demos->items() : Json::Items{}) {
    Result<void> made = maker.make(demo);
    if (!made) return made;
  }
  return {};
}

}  // namespace hamandish::server
