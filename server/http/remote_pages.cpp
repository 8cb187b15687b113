#include "server/http/remote_pages.h"

#include "server/http/account_forms.h"
#include "server/http/calls_routes.h"
#include "server/http/channels_routes.h"
#include "server/http/context.h"
#include "server/http/digest_routes.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "server/http/reports_routes.h"
#include "server/http/settings_forms.h"
#include "server/http/staff_comments_routes.h"
#include "server/http/staff_drafts_routes.h"
#include "server/http/staff_news_routes.h"
#include "server/http/staff_surveys_routes.h"
#include "shared/pages/calls_page.h"
#include "shared/pages/channels_page.h"
#include "shared/pages/reports_page.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_comments_page.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/pages/staff_news_page.h"
#include "shared/pages/staff_surveys_page.h"
#include "shared/view/node_json.h"

namespace hamandish::server {
namespace {

bool wants_view(const Call& call) {
  return call.request.header("Accept") == kViewType;
}

// A page that answers a form cannot be asked for again: the script leaves it as it is (web/shell/boot.js).
// «taken»: what was typed has arrived, and its draft may be forgotten (web/shell/drafts.js).
Reply marked_answer(const Call& call, Reply page) {
  constexpr std::string_view kRoot = "<html";
  const std::size_t root = page.body.find(kRoot);
  if (call.request.method == "POST" && root != std::string::npos) {
    page.body.insert(root + kRoot.size(), page.status == 201 ? " data-answer=\"taken\"" : " data-answer=\"\"");
  }
  return page;
}

Reply secret(Reply reply) {
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

}  // namespace

Reply remote_reply(const Call& call, const view::Node& view, int status) {
  if (!wants_view(call)) return marked_answer(call, page_reply(call, view, status, kSecretPage));
  Json answer = Json::object({{"view", view::write_node(view)}});
  if (status == 201) answer.set("taken", true);
  return secret(json_reply(answer));
}

Reply remote_go(const Call& call, const std::string& address) {
  if (!wants_view(call)) return see_other(address);
  return secret(json_reply(Json::object({{"go", address}})));
}

Reply remote_error(const Call& call, const Error& error) {
  return wants_view(call) ? error_reply(error) : error_page(call, error);
}

Reply remote_page(const Call& call) {
  if (call.request.path.starts_with(pages::kStaffDraftsPath)) return staff_drafts_page(call);
  if (call.request.path.starts_with(pages::kStaffNewsPath)) return staff_news_page(call);
  if (call.request.path.starts_with(pages::kStaffCommentsPath)) return staff_comments_page(call);
  if (call.request.path.starts_with(pages::kDigestPath)) return digest_page(call);
  if (call.request.path.starts_with(pages::kCallsPath)) return calls_page(call);
  if (call.request.path.starts_with(pages::kChannelsPath)) return channels_page(call);
  if (call.request.path.starts_with(pages::kStaffSurveysPath)) return staff_surveys_page(call);
  if (call.request.path.starts_with(pages::kReportsPath)) return reports_page(call);
  return call.request.path.starts_with(pages::kSettingsPath) ? settings_page(call) : account_page(call);
}

}  // namespace hamandish::server
