// What goes between the server and citizens, except the new case itself (wire_new_case.cpp).
#include <algorithm>

#include "shared/api/wire_json.h"
#include "shared/api/wire_read.h"
#include "shared/json/iso_date.h"

namespace hamandish::api {
namespace {

TrailStep read_step(Reader& reader) {
  TrailStep step;
  step.kind = reader.word("kind", event_kind_from);
  step.at = reader.instant("at");
  step.from_unit = reader.text_or("from_unit", {});
  step.to_unit = reader.text_or("to_unit", {});
  step.text = reader.text_or("text", {});
  return step;
}

}  // namespace

AttachmentInfo read_attachment(Reader& reader) {
  AttachmentInfo info;
  info.id = reader.text("id");
  info.file_name = reader.text("file_name");
  info.mime = reader.text("mime");
  info.bytes = reader.integer("bytes");
  return info;
}

Json to_json(const AttachmentInfo& info) {
  return Json::object({{"id", info.id}, {"file_name", info.file_name}, {"mime", info.mime}, {"bytes", info.bytes}});
}

Result<AttachmentInfo> read_attachment_info(const Json& json) {
  return read_all<AttachmentInfo>(json, read_attachment);
}

Json to_json(const Receipt& receipt) {
  return Json::object({
      {"tracking_code", receipt.tracking_code},
      {"code_alone_suffices", receipt.code_alone_suffices},
      {"kind", wire_name(receipt.kind)},
      {"subject", receipt.subject},
      {"unit_name", receipt.unit_name},
      {"registered_at", to_json(receipt.registered_at)},
      {"due_on", to_json(receipt.due_on)},
      {"text_sha256", receipt.text_sha256},
      {"chain_head", receipt.chain_head},
      {"receipt_token", receipt.receipt_token},
      {"files", Json::array(receipt.files)},
  });
}

Result<Receipt> read_receipt(const Json& json) {
  return read_all<Receipt>(json, [](Reader& reader) {
    Receipt receipt;
    receipt.tracking_code = reader.text("tracking_code");
    receipt.code_alone_suffices = reader.boolean("code_alone_suffices");
    receipt.kind = reader.word("kind", case_kind_from);
    receipt.subject = reader.text("subject");
    receipt.unit_name = reader.text("unit_name");
    receipt.registered_at = reader.instant("registered_at");
    receipt.due_on = reader.day("due_on");
    receipt.text_sha256 = reader.text("text_sha256");
    receipt.chain_head = reader.text_or("chain_head", "");
    receipt.receipt_token = reader.text("receipt_token");
    receipt.files = reader.texts("files");
    return receipt;
  });
}

Json to_json(const Lookup& lookup) {
  return Json::object({{"tracking_code", lookup.tracking_code}, {"mobile_last4", lookup.mobile_last4}});
}

// The second factor may be absent: a code of 16 digits needs none.
Result<Lookup> read_lookup(const Json& json) {
  return read_all<Lookup>(json, [](Reader& reader) {
    Lookup lookup;
    lookup.tracking_code = reader.text("tracking_code");
    lookup.mobile_last4 = reader.text_or("mobile_last4", {});
    reader.refuse_unknown();
    return lookup;
  });
}

Json to_json(const TrailStep& step) {
  return Json::object({
      {"kind", wire_name(step.kind)},
      {"at", to_json(step.at)},
      {"from_unit", step.from_unit},
      {"to_unit", step.to_unit},
      {"text", step.text},
  });
}

Json to_json(const CitizenCase& found) {
  Json actions = Json::array();
  for (const CaseAction action : found.actions) actions.push(wire_name(action));
  return Json::object({
      {"tracking_code", found.tracking_code},
      {"kind", wire_name(found.kind)},
      {"state", wire_name(found.state)},
      {"subject", found.subject},
      {"body", found.body},
      {"unit_name", found.unit_name},
      {"registered_at", to_json(found.registered_at)},
      {"due_on", to_json(found.due_on)},
      {"trail", Json::array(found.trail)},
      {"attachments", Json::array(found.attachments)},
      {"tracking_token", found.tracking_token},
      {"actions", std::move(actions)},
  });
}

Result<CitizenCase> read_citizen_case(const Json& json) {
  return read_all<CitizenCase>(json, [](Reader& reader) {
    CitizenCase found;
    found.tracking_code = reader.text("tracking_code");
    found.kind = reader.word("kind", case_kind_from);
    found.state = reader.word("state", case_state_from);
    found.subject = reader.text("subject");
    found.body = reader.text("body");
    found.unit_name = reader.text("unit_name");
    found.registered_at = reader.instant("registered_at");
    found.due_on = reader.day("due_on");
    found.trail = reader.list<TrailStep>("trail", read_step);
    found.attachments = reader.list<AttachmentInfo>("attachments", read_attachment);
    found.tracking_token = reader.text_or("tracking_token", {});
    found.actions = reader.words<CaseAction>("actions", case_action_from);
    return found;
  });
}

Json to_json(const CitizenAction& action) {
  return Json::object({{"tracking_token", action.tracking_token},
                       {"text", action.text},
                       {"attachments", Json::array(action.attachments)},
                       {"score", action.score}});
}

Result<CitizenAction> read_citizen_action(const Json& json) {
  return read_all<CitizenAction>(json, [](Reader& reader) {
    CitizenAction action;
    action.tracking_token = reader.text("tracking_token");
    action.text = reader.text_or("text", {});
    action.attachments = reader.texts("attachments");
    action.score = static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("score", 0), 0, 100));
    reader.refuse_unknown();
    return action;
  });
}

}  // namespace hamandish::api
