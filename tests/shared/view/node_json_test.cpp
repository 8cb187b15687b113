// A view that goes to the client as JSON comes out as it went in, whatever its nodes carry.
#include "shared/view/node_json.h"

#include <doctest/doctest.h>

#include "tests/support/sample_views.h"

namespace hamandish {

TEST_CASE("every kind of node survives the way to the client") {
  for (const tests::SampleView& sample : tests::sample_views()) {
    const Result<view::Node> back = view::read_node(view::write_node(sample.page));
    REQUIRE(back);
    CHECK(*back == sample.page);
  }
}

TEST_CASE("every member of a node survives the way to the client") {
  view::Node node;
  node.kind = view::Kind::table;
  node.id = "id";
  node.text = "متن";
  node.value = node.note = node.help = node.error = node.target = node.intent = "x";
  node.level = 2;
  node.tone = view::Tone::danger;
  node.required = node.checked = node.current = node.busy = node.disabled = node.ordered = true;
  node.multiple = node.multipart = node.ltr = node.quiet = true;
  node.input.ltr = true;
  node.options = {{"a", "b"}, {"", "c"}};
  node.columns = {"", "d"};
  node.sorts = {{"/?s=a", "sort:a", view::Sort::Order::descending}, {}};
  node.children = {view::Node{}};
  const Result<view::Node> back = view::read_node(view::write_node(node));
  REQUIRE(back);
  CHECK(*back == node);
}

}  // namespace hamandish
