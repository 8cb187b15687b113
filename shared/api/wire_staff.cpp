// What goes between the server and staff about their session.
#include "shared/api/wire_json.h"
#include "shared/api/wire_read.h"

namespace hamandish::api {

Json to_json(const SignIn& sign_in) {
  Json json = Json::object({{"username", sign_in.username}, {"password", sign_in.password}});
  if (!sign_in.code.empty()) json.set("code", sign_in.code);
  return json;
}

Result<SignIn> read_sign_in(const Json& json) {
  return read_all<SignIn>(json, [](Reader& reader) {
    SignIn sign_in;
    sign_in.username = reader.text("username");
    sign_in.password = reader.text("password");
    sign_in.code = reader.text_or("code", "");
    reader.refuse_unknown();
    return sign_in;
  });
}

Json to_json(const SessionInfo& session) {
  return Json::object({
      {"username", session.username},
      {"name", session.name},
      {"role", wire_name(session.role)},
      {"unit_id", session.unit_id},
      {"unit_name", session.unit_name},
      {"csrf_token", session.csrf_token},
  });
}

Result<SessionInfo> read_session_info(const Json& json) {
  return read_all<SessionInfo>(json, [](Reader& reader) {
    SessionInfo session;
    session.username = reader.text("username");
    session.name = reader.text("name");
    session.role = reader.word("role", role_from);
    session.unit_id = reader.text_or("unit_id", {});
    session.unit_name = reader.text_or("unit_name", {});
    session.csrf_token = reader.text("csrf_token");
    return session;
  });
}

}  // namespace hamandish::api
