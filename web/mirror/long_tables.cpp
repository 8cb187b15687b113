#include "web/mirror/long_tables.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/view/tokens.h"

namespace hamandish::web {

using view::Kind;
using view::Node;

namespace {

constexpr std::size_t kFirstRows = 15;  // before it is known how high they are
// More than must stand there: few, so that no frame has many to make; not one, for each change costs something by itself.
constexpr std::size_t kAhead = 5;

template <class AnyNode>
AnyNode& at(AnyNode& page, const std::vector<std::size_t>& path) {
  AnyNode* node = &page;
  for (const std::size_t index : path) node = &node->children[index];
  return *node;
}

// Number of the row, from 1 on, that the element stands in; 0: in none. Ids of rows end with their index (view::finish).
std::size_t row_of(const Node& table, std::string_view element) {
  if (!element.starts_with(table.id) || element.size() <= table.id.size() + 1) return 0;
  element.remove_prefix(table.id.size() + 1);
  std::size_t index = 0;
  const auto read = std::from_chars(element.data(), element.data() + element.size(), index);
  return read.ec == std::errc() && index < table.children.size() ? index + 1 : 0;
}

Node row_at(const Node& table, std::size_t index) {
  Node row = table.children[index];
  row.level = static_cast<int>(index) + 1;
  return row;
}

}  // namespace

void LongTables::find(Node& node, std::vector<std::size_t>& path, const std::vector<Table>& before,
                      const Node& page_before) {
  if (node.kind == Kind::table && node.children.size() > kLongTable) {
    Table table;
    table.path = path;
    table.count = std::min(kFirstRows, node.children.size());
    for (const int share : view::column_shares(node)) table.columns.push_back({std::to_string(share), {}});
    for (const Table& old : before) {
      if (at(page_before, old.path).id != node.id) continue;
      table.first = std::min(old.first, node.children.size() - 1);
      table.count = std::min(old.count, node.children.size() - table.first);
      table.is_new = false;
    }
    tables_.push_back(std::move(table));
    return;
  }
  // A form sends what stands in it, and a chart is drawn from the rows of its table.
  if (node.kind == Kind::form || node.kind == Kind::chart) return;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    path.push_back(i);
    find(node.children[i], path, before, page_before);
    path.pop_back();
  }
}

Node LongTables::take(Node page) {
  const std::vector<Table> before = std::exchange(tables_, {});
  const Node page_before = std::exchange(whole_, {});
  std::vector<std::size_t> path;
  find(page, path, before, page_before);
  if (!has_any()) return page;
  whole_ = std::move(page);
  return cut();
}

void LongTables::forget() {
  tables_.clear();
  whole_ = {};
}

bool LongTables::move(std::span<const RowPlaces> places, float top, float height, std::string_view focus) {
  bool moved = false;
  wants_more_ = false;
  for (Table& table : tables_) {
    const Node& node = at(whole_, table.path);
    const auto place =
        std::find_if(places.begin(), places.end(), [&](const RowPlaces& one) { return one.table_id == node.id; });
    if (place == places.end() || place->pitch <= 0) continue;
    const auto rows = static_cast<float>(node.children.size());
    const auto row_at_y = [&](float y) {
      return static_cast<std::size_t>(std::clamp((y - place->top) / place->pitch, 0.0F, rows));
    };
    // What is seen must stand there, and half a window around it.
    const float around = table.is_new ? 0 : height / 2;
    wants_more_ = wants_more_ || table.is_new;
    table.is_new = false;
    const std::size_t needed = row_at_y(top - around);
    const std::size_t end = std::min(row_at_y(top + height + around) + 1, node.children.size());
    const std::size_t kept = row_of(node, focus);
    const bool stands = table.first <= needed && end <= table.first + table.count;
    const bool keeps = kept == table.kept || (kept > table.first && kept <= table.first + table.count);
    if (stands && keeps) continue;
    table.kept = kept;
    table.first = needed > kAhead ? needed - kAhead : 0;
    table.count = std::min(end + kAhead, node.children.size()) - table.first;
    moved = true;
  }
  return moved;
}

Node LongTables::cut() {
  std::vector<view::Nodes> rows;
  rows.reserve(tables_.size());
  for (const Table& table : tables_) rows.push_back(std::exchange(at(whole_, table.path).children, {}));
  Node page = whole_;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const Table& table = tables_[i];
    Node& from = at(whole_, table.path);
    from.children = std::move(rows[i]);
    Node& to = at(page, table.path);
    to.value = std::to_string(from.children.size());
    to.options = table.columns;
    const std::size_t end = table.first + table.count;
    const std::size_t kept = table.kept > 1 ? table.kept - 2 : 0;  // the row before the one with the focus
    const std::size_t kept_end = table.kept > 0 ? std::min(table.kept + 1, from.children.size()) : 0;
    const auto add = [&](std::size_t first, std::size_t last) {
      for (std::size_t row = first; row < last; ++row) to.children.push_back(row_at(from, row));
    };
    add(kept, std::min(kept_end, table.first));
    add(table.first, end);
    add(std::max(kept, end), kept_end);
  }
  return page;
}

std::vector<LongTables::Change> LongTables::changes(const Node& shown, const Node& next) const {
  const auto has = [](const Node& table, int number) {
    return std::any_of(table.children.begin(), table.children.end(),
                       [number](const Node& row) { return row.level == number; });
  };
  std::vector<Change> all;
  for (const Table& table : tables_) {
    const Node& before = at(shown, table.path);
    const Node& after = at(next, table.path);
    Change change{after, before};
    std::erase_if(change.came.children, [&](const Node& row) { return has(before, row.level); });
    std::erase_if(change.gone.children, [&](const Node& row) { return has(after, row.level); });
    all.push_back(std::move(change));
  }
  return all;
}

}  // namespace hamandish::web
