// What a chart reads from its table, and how its axis is rounded.
#include "shared/view/chart.h"

#include <doctest/doctest.h>

#include <utility>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"

using namespace hamandish::view;

namespace {

Node chart_of(const char* shape, std::vector<const char*> values) {
  Node table = node(Kind::table, "t", {});
  for (const char* value : values) {
    table.children.push_back(node(Kind::row, {}, {paragraph(value)}));
    table.children.back().value = value;
  }
  Node chart = node(Kind::chart, "c", {node(Kind::disclosure, "d", {std::move(table)})});
  chart.value = shape;
  return chart;
}

template <class Change>
Node with(Node node, Change change) {
  change(node);
  return node;
}

}  // namespace

TEST_CASE("a chart reads the figures of its table's rows, also behind a disclosure") {
  const Node node = chart_of("bar", {"12 40", "", "7 0", "x"});
  const Chart chart = read_chart(node);
  REQUIRE(chart.rows.size() == 2);  // a row of sums has no figures
  CHECK(chart.rows[0].sum == 52);
  CHECK(chart.rows[1].values == std::vector<std::int64_t>{7, 0});
  CHECK(chart.most == 52);
  CHECK(chart.total == 59);
  CHECK(chart_row_words(chart.rows[0]) == "۵۲");
  CHECK(read_chart(chart_of("bar", {"99999999999999999999999"})).most > 0);
  CHECK(read_chart(hamandish::view::node(Kind::chart, "c", {})).rows.empty());
}

TEST_CASE("a line chart is as high as its largest value, and the newest row comes last") {
  Node node = chart_of("line", {"30 4", "10 5", "20 6"});
  node.ordered = true;
  const Chart chart = read_chart(node);
  CHECK(chart.most == 30);
  CHECK(chart.rows.front().values.front() == 20);
  CHECK(chart_days(chart) == std::vector<std::size_t>{0, 1, 2});
  CHECK(chart_days(read_chart(chart_of("line", {"1", "2", "3", "4"}))) == std::vector<std::size_t>{0, 3});
  CHECK(chart_days(read_chart(chart_of("line", {"1"}))) == std::vector<std::size_t>{0});
}

TEST_CASE("the axis is round and holds the largest value") {
  for (const auto& [most, half] : std::vector<std::pair<std::int64_t, std::int64_t>>{
           {0, 1}, {1, 1}, {2, 1}, {3, 2}, {9, 5}, {10, 5}, {11, 10}, {41, 30}, {100, 50}, {101, 100}, {1234, 1000}}) {
    CHECK(half_axis(most) == half);
  }
}

TEST_CASE("no two series and no two parts of a ring look alike, and a tone brings its texture") {
  const Node ring = chart_of("donut", {"1", "2", "3", "4", "5", "6", "7", "8"});
  for (std::size_t a = 0; a < 8; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const ChartStyle one = chart_style(ring, a);
      const ChartStyle other = chart_style(ring, b);
      CHECK((one.tone != other.tone || one.texture != other.texture));
    }
  }
  Node bar = chart_of("bar", {"1 2 3 4"});
  bar.options = {{"success", "a"}, {"warning", "b"}, {"danger", "c"}, {"neutral", "d"}};
  for (std::size_t i = 0; i < 4; ++i) CHECK(chart_style(bar, i).texture == static_cast<Texture>(i));
  CHECK(thousandths(1, 3) == 333);
  CHECK(thousandths(1, 0) == 0);
}

TEST_CASE("a second part in the same tone has another texture") {
  Node chart = node(Kind::chart, "ا", {});
  chart.options = {{"success", "خیلی راضی"}, {"success.tube", "راضی"}, {"success.x", "دیگر"}};
  CHECK(chart_style(chart, 0).tone == Tone::success);
  CHECK(chart_style(chart, 1).tone == Tone::success);
  CHECK(chart_style(chart, 0).texture != chart_style(chart, 1).texture);
  CHECK(chart_style(chart, 2).tone != Tone::success);
}

TEST_CASE("a chart is one image, drawn in strokes from the start edge, and its table") {
  const Node chart =
      with(node(Kind::chart, "most",
                {with(node(Kind::table, "t",
                           {with(node(Kind::row, {}, {paragraph("a")}, "r"), [](Node& n) { n.value = "3 1"; }),
                            node(Kind::row, {}, {paragraph("sum")}, "s")},
                           "t"),
                      [](Node& n) { n.columns = {"A"}; })},
                "c"),
           [](Node& n) {
             n.options = {{"success", "x"}, {"warning", "y"}};
           });
  const char* html =
      R"(<div id="c-chart" class="chart"><div id="c" class="plot" role="img" aria-labelledby="c-text">)"
      R"(<p id="c-text">most</p><div class="keys"><span id="c-k0-key" class="key"><svg><g class="success">)"
      R"(<line x1="0" y1="8" x2="16" y2="8" class="solid"></line></g></svg><span id="c-k0">x</span></span>)"
      R"(<span id="c-k1-key" class="key"><svg><g class="warning"><line x1="0" y1="8" x2="16" y2="8" class="solid"></line>)"
      R"(<line x1="0" y1="8" x2="16" y2="8" class="hatch"></line></g></svg><span id="c-k1">y</span></span></div>)"
      R"(<div class="row"><span id="r-name">a</span><span id="r-value">۴</span><svg><line x1="0" y1="8" x2="100%" y2="8" class="track"></line><g class="success">)"
      R"(<line x1="0.0%" y1="8" x2="75.0%" y2="8" class="solid"></line></g>)"
      R"(<line x1="75.0%" y1="0" x2="75.0%" y2="16" class="cut"></line><g class="warning">)"
      R"(<line x1="75.0%" y1="8" x2="100.0%" y2="8" class="solid"></line>)"
      R"(<line x1="75.0%" y1="8" x2="100.0%" y2="8" class="hatch"></line></g>)"
      R"(<line x1="100.0%" y1="0" x2="100.0%" y2="16" class="cut"></line></svg></div></div>)"
      R"(<table id="t" role="table" aria-labelledby="t-caption"><caption id="t-caption">t</caption>)"
      R"(<colgroup id="t-cols"><col class="w100"></colgroup><thead id="t-head" role="rowgroup">)"
      R"(<tr id="t-headers" role="row"><th id="t-c0" role="columnheader" scope="col">A</th></tr></thead>)"
      R"(<tbody id="t-body" role="rowgroup"><tr id="r" role="row"><td id="r-c0" role="cell" data-label="A"><p>a</p></td></tr>)"
      R"(<tr id="s" role="row"><td id="s-c0" role="cell" data-label="A"><p>sum</p></td></tr></tbody></table></div>)";
  CHECK(write_html(chart) == html);
}
