#include "server/http/digest_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "server/reports/digest_report.h"
#include "shared/calendar/jalali_text.h"
#include "shared/pages/digest_page.h"
#include "shared/pages/staff_comments_page.h"

namespace hamandish::server {
namespace {

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

bool may_read(const Call& call) {
  return may_keep_news(call.session->actor.role);
}

struct Typed {
  std::string from;
  std::string to;
};

// The period as typed; errors name the fields of the page's form.
Result<DigestPeriod> period_of(const Typed& typed) {
  const std::optional<JalaliDate> from = parse_jalali(typed.from);
  const std::optional<JalaliDate> to = parse_jalali(typed.to);
  Error error = make_error(Code::invalid, "error.invalid");
  if (!from) error.fields.push_back({"digest_from", std::string(jalali_fault(typed.from, "digest.date_bad")), {}});
  if (!to) error.fields.push_back({"digest_to", std::string(jalali_fault(typed.to, "digest.date_bad")), {}});
  if (!error.fields.empty()) return error;
  const DigestPeriod period{to_day(*from), to_day(*to)};
  Result<void> fit = check_period(period);
  if (fit) return period;
  error = fit.error();
  for (FieldError& field : error.fields) field.field = "digest_" + field.field;
  return error;
}

Reply show(const Call& call, const DigestPeriod& period, const Typed& typed, std::vector<FieldError> errors) {
  Result<NewsDigest> digest = call.context.services.news.digest(call.session->actor, period);
  if (!digest) return remote_error(call, digest.error());
  const int status = errors.empty() ? 200 : 422;
  const pages::DigestState state{std::move(digest).value(), typed.from, typed.to, std::move(errors)};
  return remote_reply(call, pages::digest_view(site_of(call), state), status);
}

}  // namespace

Reply digest_page(const Call& call) {
  if (!may_read(call)) return remote_error(call, forbidden());
  const std::string_view rest = rest_of_path(call, pages::kDigestPath);
  DigestPeriod period = usual_period(call.now);
  if (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const Result<DigestPeriod> asked =
        period_of({std::string(rest.substr(0, slash)), std::string(rest.substr(std::min(slash + 1, rest.size())))});
    if (!asked) return remote_error(call, error_of_status(404));
    period = *asked;
  }
  return show(call, period, {short_date(period.from), short_date(period.to)}, {});
}

Reply post_digest_period(const Call& call) {
  if (!may_read(call)) return remote_error(call, forbidden());
  const Typed typed{typed_field(call, "digest_from"), typed_field(call, "digest_to")};
  const Result<DigestPeriod> period = period_of(typed);
  if (period) return remote_go(call, pages::digest_address(*period));
  return show(call, usual_period(call.now), typed, period.error().fields);
}

Reply get_digest_pdf(const Call& call) {
  if (!may_read(call)) return error_page(call, forbidden());
  const Result<DigestPeriod> period =
      period_of({std::string(call.request.path_value("from")), std::string(call.request.path_value("to"))});
  if (!period) return error_page(call, error_of_status(404));
  const Result<NewsDigest> digest = call.context.services.news.digest(call.session->actor, *period);
  if (!digest) return error_page(call, digest.error());
  Result<std::string> pdf =
      write_report_pdf(call.context.receipt_pdf.fonts(), digest_report(*call.profile, *digest, call.now));
  if (!pdf) return error_page(call, pdf.error());
  Reply reply;
  reply.content_type = "application/pdf";
  reply.body = std::move(pdf).value();
  const std::string name =
      std::string(call.request.path_value("from")) + "-" + std::string(call.request.path_value("to"));
  reply.set("Content-Disposition", attachment_disposition("digest-" + name + ".pdf"));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

}  // namespace hamandish::server
