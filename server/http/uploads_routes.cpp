#include "server/http/uploads_routes.h"

#include "server/http/context.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "shared/api/routes.h"
#include "shared/api/wire_json.h"
#include "shared/json/reader.h"

namespace hamandish::server {

Reply store_upload(const Call& call) {
  const std::string name = percent_decoded(call.request.header(api::kFileNameHeader));
  if (name.find('\0') != std::string::npos) {
    return error_reply(invalid({{"attachments", "upload.no_name", {}}}));
  }
  const Result<api::AttachmentInfo> stored =
      call.context.services.uploads.store_upload(name, call.request.body, call.now);
  if (!stored) return error_reply(stored.error());
  return json_reply(api::to_json(*stored), 201);
}

}  // namespace hamandish::server
