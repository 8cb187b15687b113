// The inbox: rows, queues, saved filters.
#include "shared/api/wire_json.h"
#include "shared/api/wire_read.h"
#include "shared/json/iso_date.h"

namespace hamandish::api {
namespace {

InboxRow read_row(Reader& reader) {
  InboxRow row;
  row.id = reader.text("id");
  row.kind = reader.word("kind", case_kind_from);
  row.state = reader.word("state", case_state_from);
  row.subject = reader.text("subject");
  row.sender = reader.text_or("sender", {});
  row.category = reader.text_or("category", {});
  row.unit_name = reader.text("unit_name");
  row.registered_at = reader.instant("registered_at");
  row.due_on = reader.day("due_on");
  row.priority = reader.word("priority", priority_from);
  row.assigned_to = reader.text_or("assigned_to", {});
  row.objected = reader.boolean_or("objected", false);
  row.first_reply_late = reader.boolean_or("first_reply_late", false);
  row.tags = reader.texts("tags");
  return row;
}

QueueCount read_count(Reader& reader) {
  QueueCount count;
  count.queue = reader.word("queue", queue_from);
  count.count = reader.integer("count");
  count.exact = reader.boolean_or("exact", true);
  return count;
}

SavedFilter read_filter(Reader& reader) {
  return {reader.text_or("id", {}), reader.text("name"), reader.text("query")};
}

}  // namespace

Json to_json(const InboxRow& row) {
  return Json::object({
      {"id", row.id},
      {"kind", wire_name(row.kind)},
      {"state", wire_name(row.state)},
      {"subject", row.subject},
      {"sender", row.sender},
      {"category", row.category},
      {"unit_name", row.unit_name},
      {"registered_at", to_json(row.registered_at)},
      {"due_on", to_json(row.due_on)},
      {"priority", wire_name(row.priority)},
      {"assigned_to", row.assigned_to},
      {"objected", row.objected},
      {"first_reply_late", row.first_reply_late},
      {"tags", Json::array(row.tags)},
  });
}

Json to_json(const InboxPage& page) {
  return Json::object({{"cases", Json::array(page.cases)}, {"next", page.next}});
}

Result<InboxPage> read_inbox_page(const Json& json) {
  return read_all<InboxPage>(json, [](Reader& reader) {
    InboxPage page;
    page.cases = reader.list<InboxRow>("cases", read_row);
    page.next = reader.text_or("next", {});
    return page;
  });
}

Json to_json(const QueueCount& count) {
  return Json::object({{"queue", wire_name(count.queue)}, {"count", count.count}, {"exact", count.exact}});
}

Json to_json(const SavedFilter& filter) {
  Json json = Json::object({{"name", filter.name}, {"query", filter.query}});
  if (!filter.id.empty()) json.set("id", filter.id);
  return json;
}

Result<SavedFilter> read_saved_filter(const Json& json) {
  return read_all<SavedFilter>(json, [](Reader& reader) {
    SavedFilter filter = read_filter(reader);
    reader.refuse_unknown();
    return filter;
  });
}

namespace {

Json to_json(const DeskNotice& notice) {
  return Json::object({{"text", notice.text}, {"target", notice.target}});
}

DeskNotice read_notice(Reader& reader) {
  return {reader.text("text"), reader.text("target")};
}

}  // namespace

Json to_json(const Workbench& workbench) {
  Json notices = Json::array();
  for (const DeskNotice& notice : workbench.notices) notices.push(to_json(notice));
  return Json::object({{"queues", Json::array(workbench.queues)},
                       {"filters", Json::array(workbench.filters)},
                       {"notices", std::move(notices)}});
}

Result<Workbench> read_workbench(const Json& json) {
  return read_all<Workbench>(json, [](Reader& reader) {
    Workbench workbench;
    workbench.queues = reader.list<QueueCount>("queues", read_count);
    workbench.filters = reader.list<SavedFilter>("filters", read_filter);
    workbench.notices = reader.list<DeskNotice>("notices", read_notice);
    return workbench;
  });
}

}  // namespace hamandish::api
