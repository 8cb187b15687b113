#include "server/http/notices_routes.h"

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/pages/notices_page.h"

namespace hamandish::server {

Reply post_notices(const Call& call) {
  pages::NoticesState state;
  const std::vector<Field> fields = pages::notice_fields();
  for (const Field& field : fields) set_answer(state.answers, field.id, typed_field(call, field.id));
  const CheckedAnswers checked = check_answers(fields, state.answers);
  const auto value = [&](std::string_view id) { return std::string(answer(checked.answers, id)); };
  Error problem{Code::invalid, "error.invalid", {}, checked.errors, {}};
  if (problem.fields.empty()) {
    const Result<void> done = call.context.services.cases.choose_notices(
        {value("tracking_code"), value("mobile_last4")}, {value("way"), value("email")}, call.now);
    if (done) {
      state.answers.clear();
      state.done = true;
      return remote_reply(call, pages::notices_view(site_of(call), state));
    }
    problem = done.error();
  }
  state.errors = problem.fields;
  if (state.errors.empty()) state.failure = problem.key;
  return remote_reply(call, pages::notices_view(site_of(call), state), status_of(problem));
}

}  // namespace hamandish::server
