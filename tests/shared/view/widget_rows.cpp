#include "shared/view/builder.h"
#include "tests/shared/view/kind_rows.h"

namespace hamandish::tests {
namespace {

using namespace view;

template <class Change>
Node with(Node node, Change change) {
  change(node);
  return node;
}

Node day(const char* id, const char* text, const char* name) {
  return with(button(text, Tone::neutral), [&](Node& n) {
    n.id = id;
    n.help = name;
    n.value = text;
  });
}

Node month() {
  Node node = view::node(Kind::calendar, "M", {day("d1", "1", "first"), day("d2", "2", "second")}, "m");
  node.level = 6;
  node.target = "f";
  node.columns = {"شنبه"};
  node.children[0].tone = Tone::danger;
  node.children[1].current = node.children[1].checked = node.children[1].required = true;
  return node;
}

Node filter() {
  Node node = view::node(Kind::combobox, "part", {}, "c");
  node.value = "x";
  node.target = "s";
  node.level = 1;
  node.options = {{"a", "A"}, {"b", "B"}};
  return node;
}

Node steps() {
  Node node = view::node(Kind::stepper, "steps",
                         {view::node(Kind::item, "a", {}, "a"), view::node(Kind::item, "b", {}, "b")}, "s");
  node.children[0].checked = true;
  node.children[1].current = true;
  return node;
}

Node menu() {
  Node go = link("go", "/x");
  go.id = "g";
  Node remove = button("remove", Tone::danger, "remove");
  remove.id = "r";
  return view::node(Kind::menu, "more", {std::move(go), std::move(remove)}, "m");
}

std::vector<Row> field_rows() {
  return {
      {"switch", with(view::node(Kind::toggle, "sms", {}, "t"), [](Node& n) { n.checked = true; }),
       R"(<div id="t-field" class="field check toggle"><input id="t" name="t" type="checkbox" value="1" role="switch" checked>)"
       R"(<label id="t-label" for="t">sms</label></div>)"},
      {"a date with the button of its calendar",
       with(date_field("d", "day"), [](Node& n) { n.note = "calendar: day"; }),
       R"(<div id="d-field" class="field"><label id="d-label" for="d">day</label><div class="tooled short">)"
       R"(<input id="d" name="d" type="text" dir="ltr" inputmode="numeric" autocomplete="off" autocapitalize="none")"
       R"( spellcheck="false" data-max="10"><button id="d-tool" class="tool" type="button" data-intent="pick:open:d")"
       R"( aria-haspopup="dialog" aria-label="calendar: day"></button></div></div>)"},
      {"a long list with the button of its filter",
       with(view::node(Kind::select, "unit", {}, "u"),
            [](Node& n) {
              n.note = "find";
              n.options = {{"a", "A"}};
            }),
       R"(<div id="u-field" class="field"><label id="u-label" for="u">unit</label><div class="tooled">)"
       R"(<select id="u" name="u"><option value="a">A</option></select><button id="u-tool" class="tool" type="button")"
       R"( data-intent="pick:open:u" aria-haspopup="dialog" aria-label="find"></button></div></div>)"},
      {"a disabled one has none",
       with(date_field("d", "day"),
            [](Node& n) {
              n.note = "calendar";
              n.disabled = true;
            }),
       R"(<div id="d-field" class="field"><label id="d-label" for="d">day</label>)"
       R"(<input id="d" name="d" type="text" dir="ltr" inputmode="numeric" autocomplete="off" autocapitalize="none")"
       R"( spellcheck="false" data-max="10" disabled></div>)"},
      {"combobox", filter(),
       R"(<div id="c-field" class="field"><label id="c-label" for="c">part</label><input id="c" name="c" type="text")"
       R"( role="combobox" autocomplete="off" aria-autocomplete="list" dir="auto" aria-expanded="true" aria-controls="c-list")"
       R"( aria-activedescendant="c-o1" value="x"><ul id="c-list" class="options" role="listbox" aria-labelledby="c-label")"
       R"( data-for="s"><li id="c-o0" role="option" aria-selected="false" data-value="a">A</li>)"
       R"(<li id="c-o1" role="option" aria-selected="true" data-value="b">B</li></ul></div>)"},
      {"a tooltip",
       with(button("copy", Tone::neutral, "copy"),
            [](Node& n) {
              n.id = "b";
              n.help = "why";
            }),
       R"(<span id="b-tipped" class="tipped"><button id="b" type="button" data-intent="copy" aria-describedby="b-tip">copy)"
       R"(</button><span id="b-tip" role="tooltip">why</span></span>)"},
      {"what says why it is disabled can be reached",
       with(button("send", Tone::neutral),
            [](Node& n) {
              n.id = "b";
              n.help = "why";
              n.disabled = true;
            }),
       R"(<span id="b-tipped" class="tipped"><button id="b" type="button" aria-disabled="true" aria-describedby="b-tip">send)"
       R"(</button><span id="b-tip" role="tooltip">why</span></span>)"},
  };
}

}  // namespace

std::vector<Row> widget_rows() {
  std::vector<Row> rows = {
      {"chart (more in chart_test.cpp)", view::node(Kind::chart, "most", {}, "c"),
       R"(<div id="c-chart" class="chart"><div id="c" class="plot" role="img" aria-labelledby="c-text"><p id="c-text">most</p></div></div>)"},
      {"columns: the first of the children stand in the first one",
       columns({paragraph("a"), paragraph("b")}, {paragraph("c")}, "both"),
       R"(<div id="both" class="columns"><div id="both-first"><p>a</p><p>b</p></div>)"
       R"(<div id="both-second"><p>c</p></div></div>)"},
      {"skeleton", with(view::node(Kind::skeleton, "coming", {}, "s"), [](Node& n) { n.level = 2; }),
       R"(<div id="s" class="skeleton" role="status"><span id="s-text" class="quiet">coming</span><i></i><i></i></div>)"},
      {"stepper", steps(),
       R"(<ol id="s" class="steps" role="list" aria-label="steps"><li id="a" class="done" role="listitem">)"
       R"(<span id="a-text">a</span></li><li id="b" role="listitem" aria-current="step"><span id="b-text">b</span></li></ol>)"},
      {"menu", menu(),
       R"(<details id="m" class="menu"><summary id="m-summary">more</summary><ul id="m-list" role="menu")"
       R"( aria-labelledby="m-summary"><li id="g-li" role="none"><a id="g" role="menuitem" href="/x">go</a></li>)"
       R"(<li id="r-li" role="none"><button id="r" role="menuitem" class="danger" type="button" data-intent="remove">remove)"
       R"(</button></li></ul></details>)"},
      {"calendar: weeks from Saturday, one day in the tab order", month(),
       R"(<div id="m" class="calendar" role="grid" aria-label="M" data-for="f"><div role="row"><span id="m-w0" role="columnheader")"
       R"( aria-label="شنبه">ش</span></div><div role="row"><div role="gridcell"></div><div role="gridcell"></div>)"
       R"(<div role="gridcell"></div><div role="gridcell"></div><div role="gridcell"></div><div role="gridcell"></div>)"
       R"(<div role="gridcell"><button id="d1" type="button" class="danger" tabindex="-1" data-value="1" aria-label="first">1)"
       R"(</button></div></div><div role="row"><div role="gridcell" aria-selected="true"><button id="d2" type="button")"
       R"( tabindex="0" data-value="2" aria-current="date" aria-label="second">2</button></div></div></div>)"},
  };
  for (Row& row : field_rows()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace hamandish::tests
