#include "server/http/atom.h"

#include <algorithm>
#include <utility>

#include "server/http/context.h"
#include "shared/json/iso_date.h"
#include "shared/view/escape.h"

namespace hamandish::server {
namespace {

void element(std::string& xml, std::string_view name, std::string_view text) {
  xml.append("<").append(name).append(">");
  view::append_escaped(xml, text);
  xml.append("</").append(name).append(">\n");
}

void link(std::string& xml, std::string_view relation, const std::string& address) {
  xml.append("<link rel=\"").append(relation).append("\" href=\"");
  view::append_escaped(xml, address);
  xml.append("\"/>\n");
}

// Where this site is, as the reader of the feed called it.
std::string origin_of(const Call& call) {
  return std::string(call.context.settings.behind_tls ? "https://" : "http://") +
         std::string(call.request.header("Host"));
}

void add_entry(std::string& xml, const std::string& origin, const AtomEntry& entry) {
  xml += "<entry>\n";
  element(xml, "id", origin + entry.id);
  element(xml, "title", entry.title);
  element(xml, "published", iso_time(entry.published));
  element(xml, "updated", iso_time(entry.updated));
  link(xml, "alternate", origin + entry.address);
  if (!entry.category.empty()) {
    xml.append("<category term=\"").append(entry.category).append("\" label=\"");
    view::append_escaped(xml, entry.category_label);
    xml += "\"/>\n";
  }
  if (!entry.summary.empty()) element(xml, "summary", entry.summary);
  if (!entry.content.empty()) element(xml, "content", entry.content);
  xml += "</entry>\n";
}

}  // namespace

Reply atom_reply(const Call& call, const AtomFeed& feed) {
  const std::string origin = origin_of(call);
  Instant newest{0};
  for (const AtomEntry& entry : feed.entries) newest = std::max(newest, entry.updated);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\">\n";
  element(xml, "id", origin + std::string(feed.page));
  element(xml, "title", feed.title);
  element(xml, "updated", iso_time(newest));
  xml += "<author>";
  element(xml, "name", call.profile->name);
  xml += "</author>\n";
  link(xml, "self", origin + std::string(feed.self));
  link(xml, "alternate", origin + std::string(feed.page));
  for (const AtomEntry& entry : feed.entries) add_entry(xml, origin, entry);
  xml += "</feed>\n";
  Reply reply;
  reply.content_type = "application/atom+xml; charset=utf-8";
  reply.body = std::move(xml);
  reply.set("Cache-Control", "public, max-age=300");
  return reply;
}

}  // namespace hamandish::server
