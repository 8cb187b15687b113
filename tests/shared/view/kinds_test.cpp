// One row for each kind of node and each of its states: the Node and the HTML that it becomes. This is the promise of
// shared/view/html_writer.h to web/ui, web/mirror and the style sheet.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"
#include "shared/view/kinds.h"
#include "tests/shared/view/kind_rows.h"

using namespace hamandish::view;
using hamandish::tests::Row;

namespace {

template <class Change>
Node with(Node node, Change change) {
  change(node);
  return node;
}

Node field(Kind kind, const char* id, const char* label) {
  return node(kind, label, {}, id);
}

Node named_link(const char* id, const char* text, const char* target) {
  return with(link(text, target), [&](Node& n) { n.id = id; });
}

std::vector<Row> frame_rows() {
  return {
      {"a page is its children", node(Kind::page, "title", {paragraph("a"), paragraph("b")}), "<p>a</p><p>b</p>"},
      {"skip link", with(node(Kind::skip_link, "skip", {}, "skip"), [](Node& n) { n.target = "#main"; }),
       R"(<a id="skip" class="skip" href="#main">skip</a>)"},
      {"banner", with(node(Kind::banner, "org", {paragraph("x")}, "banner"), [](Node& n) { n.target = "/"; }),
       R"(<header id="banner"><a id="banner-text" class="brand" href="/">org</a><p>x</p></header>)"},
      {"navigation marks the open page",
       node(Kind::navigation, "links",
            {named_link("a", "home", "/"), with(named_link("b", "desk", "/desk"), [](Node& n) { n.current = true; })},
            "nav"),
       R"(<nav id="nav" aria-label="links"><ul id="nav-list" class="bar" role="list">)"
       R"(<li id="a-li" role="listitem"><a id="a" href="/">home</a></li>)"
       R"(<li id="b-li" role="listitem"><a id="b" href="/desk" aria-current="page">desk</a></li></ul></nav>)"},
      {"main", node(Kind::main, {}, {paragraph("x")}, "main"), R"(<main id="main" tabindex="-1"><p>x</p></main>)"},
      {"busy main", with(node(Kind::main, {}, {}, "main"), [](Node& n) { n.busy = true; }),
       R"(<main id="main" tabindex="-1" aria-busy="true"></main>)"},
      {"footer", node(Kind::footer, {}, {}, "foot"), R"(<footer id="foot"></footer>)"},
  };
}

std::vector<Row> block_rows() {
  return {
      {"named section is a region", section("answer", {paragraph("x")}, "s"),
       R"(<section id="s" aria-label="answer"><p>x</p></section>)"},
      {"section without a name", section({}, {}, "s"), R"(<section id="s"></section>)"},
      {"card", card({paragraph("x")}), R"(<div class="card"><p>x</p></div>)"},
      {"first heading takes focus", heading(1, "t", "title"), R"(<h1 id="title" tabindex="-1">t</h1>)"},
      {"other headings", heading(3, "t", "h"), R"(<h3 id="h">t</h3>)"},
      {"heading level too low", heading(0, "t", "h"), R"(<h1 id="h" tabindex="-1">t</h1>)"},
      {"heading level too high", heading(9, "t", "h"), R"(<h4 id="h">t</h4>)"},
      {"paragraph", paragraph("x"), "<p>x</p>"},
      {"paragraph with a tone", paragraph("x", Tone::danger), R"(<p class="danger">x</p>)"},
      {"left-to-right paragraph", with(paragraph("x"), [](Node& n) { n.ltr = true; }), R"(<p dir="ltr">x</p>)"},
      {"list", node(Kind::list, "names", {node(Kind::item, "x", {}, "i")}, "l"),
       R"(<ul id="l" class="list" role="list" aria-label="names"><li id="i" role="listitem"><span id="i-text">x</span></li></ul>)"},
      {"a list of items in several parts",
       node(Kind::list, {}, {with(node(Kind::item, "x", {}, "i"), [](Node& n) { n.note = "more"; })}, "l"),
       R"(<ul id="l" class="list roomy" role="list"><li id="i" role="listitem"><span id="i-text">x</span>)"
       R"(<span id="i-note">more</span></li></ul>)"},
      {"ordered list, and a child that is no item",
       with(node(Kind::list, {}, {named_link("a", "x", "/x")}, "l"), [](Node& n) { n.ordered = true; }),
       R"(<ol id="l" class="list" role="list"><li id="a-li" role="listitem"><a id="a" href="/x">x</a></li></ol>)"},
      {"item with children", node(Kind::item, {}, {paragraph("x")}, "i"),
       R"(<li id="i" role="listitem"><p>x</p></li>)"},
      {"link", named_link("a", "x", "/x"), R"(<a id="a" href="/x">x</a>)"},
      {"a tile's name is its text alone",
       node(Kind::link_grid, "kinds", {with(named_link("a", "x", "/x"), [](Node& n) { n.note = "more"; })}, "g"),
       R"(<ul id="g" class="grid" role="list" aria-label="kinds"><li id="a-li" role="listitem" data-name="x">)"
       R"(<a id="a" href="/x" aria-describedby="a-note"><span id="a-text">x</span></a>)"
       R"(<span id="a-note">more</span></li></ul>)"},
      {"facts", node(Kind::facts, {}, {with(fact("term", "what"), [](Node& n) { n.id = "f"; })}, "facts"),
       R"(<dl id="facts"><div id="f-fact"><dt id="f-term">term</dt><dd id="f">what</dd></div></dl>)"},
      {"left-to-right fact", with(fact("term", "a@b", true), [](Node& n) { n.id = "f"; }),
       R"(<div id="f-fact"><dt id="f-term">term</dt><dd id="f" dir="ltr">a@b</dd></div>)"},
  };
}

std::vector<Row> data_rows() {
  const Node row =
      with(node(Kind::row, {}, {paragraph("one"), paragraph("two")}, "r"), [](Node& n) { n.tone = Tone::warning; });
  return {
      {"table",
       with(node(Kind::table, "inbox", {row}, "t"),
            [](Node& n) {
              n.columns = {"A", "B"};
            }),
       R"(<table id="t" role="table" aria-labelledby="t-caption"><caption id="t-caption">inbox</caption>)"
       R"(<colgroup id="t-cols"><col class="w50"><col class="w50"></colgroup>)"
       R"(<thead id="t-head" role="rowgroup"><tr id="t-headers" role="row">)"
       R"(<th id="t-c0" role="columnheader" scope="col">A</th><th id="t-c1" role="columnheader" scope="col">B</th>)"
       R"(</tr></thead><tbody id="t-body" role="rowgroup"><tr id="r" class="warning" role="row">)"
       R"(<td id="r-c0" role="cell" data-label="A"><p>one</p></td><td id="r-c1" role="cell" data-label="B"><p>two</p></td>)"
       R"(</tr></tbody></table>)"},
      {"row with more cells than columns", row,
       R"(<tr id="r" class="warning" role="row"><td id="r-c0" role="cell"><p>one</p></td>)"
       R"(<td id="r-c1" role="cell"><p>two</p></td></tr>)"},
      {"timeline",
       node(Kind::timeline, "trail", {with(node(Kind::item, "sent", {}, "i"), [](Node& n) { n.note = "when"; })}, "t"),
       R"(<ol id="t" class="timeline" role="list" aria-label="trail"><li id="i" role="listitem">)"
       R"(<span id="i-text">sent</span><span id="i-note">when</span></li></ol>)"},
      {"code: ASCII for programs, Persian groups for the eye",
       with(node(Kind::code, "code", {}, "tracking-code"), [](Node& n) { n.value = "1234567890"; }),
       R"(<div id="tracking-code-code" class="code" role="group" aria-labelledby="tracking-code-label">)"
       R"(<span id="tracking-code-label">code</span>)"
       R"(<span id="tracking-code" data-testid="tracking-code" dir="ltr">1234567890</span>)"
       R"(<span id="tracking-code-shown" dir="ltr" aria-hidden="true">۱۲۳۴ ۵۶۷۸ ۹۰</span></div>)"},
      {"badge", with(node(Kind::badge, "new", {}, "b"), [](Node& n) { n.tone = Tone::success; }),
       R"(<span id="b" class="badge success">new</span>)"},
      {"notice", notice("saved", Tone::success, "n"),
       R"(<div id="n" class="notice success" role="status" tabindex="-1"><p id="n-text">saved</p></div>)"},
      {"notice of danger is an alert", notice("failed", Tone::danger, "n"),
       R"(<div id="n" class="notice danger" role="alert" tabindex="-1"><p id="n-text">failed</p></div>)"},
      {"error list", node(Kind::error_list, "mend these", {named_link("e", "too short", "#subject")}, "errors"),
       R"(<div id="errors" class="errors" role="alert" tabindex="-1"><h2 id="errors-text">mend these</h2>)"
       R"(<ul id="errors-list" role="list"><li id="e-li" role="listitem"><a id="e" href="#subject">too short</a></li>)"
       R"(</ul></div>)"},
      {"empty state", with(node(Kind::empty_state, "none", {}, "e"), [](Node& n) { n.note = "yet"; }),
       R"(<div id="e" class="empty"><p id="e-text">none</p><p id="e-note">yet</p></div>)"},
      {"progress", with(node(Kind::progress, "half", {}, "p"), [](Node& n) { n.value = "50"; }),
       R"(<div id="p" class="progress" role="progressbar" aria-labelledby="p-text" aria-valuemin="0" aria-valuemax="100")"
       R"( aria-valuenow="50"><span id="p-text">half</span><progress id="p-bar" max="100" value="50" aria-hidden="true">)"
       R"(</progress></div>)"},
  };
}

std::vector<Row> row_rows() {
  const auto current = [](Node n) {
    n.current = true;
    return n;
  };
  return {
      {"breadcrumb", node(Kind::breadcrumb, "path", {named_link("a", "home", "/"), paragraph("here")}, "b"),
       R"(<nav id="b" aria-label="path"><ul id="b-list" class="crumbs" role="list"><li id="a-li" role="listitem">)"
       R"(<a id="a" href="/">home</a></li><li role="listitem"><p>here</p></li></ul></nav>)"},
      {"pagination marks the open page",
       node(Kind::pagination, "pages", {current(named_link("a", "1", "?page=1"))}, "p"),
       R"(<nav id="p" aria-label="pages"><ul id="p-list" class="pages" role="list"><li id="a-li" role="listitem">)"
       R"(<a id="a" href="?page=1" aria-current="page">1</a></li></ul></nav>)"},
      {"tabs with a panel",
       node(Kind::tabs, "parts",
            {current(named_link("a", "one", "/x")),
             with(named_link("b", "two", "/y"), [](Node& n) { n.intent = "open:b"; }), paragraph("body")},
            "t"),
       R"(<div id="t" class="tabs"><div id="t-list" class="bar" role="tablist" aria-label="parts">)"
       R"(<a id="a" role="tab" href="/x" aria-selected="true" aria-controls="t-panel">one</a>)"
       R"(<a id="b" role="tab" href="/y" aria-selected="false" data-intent="open:b">two</a></div>)"
       R"(<div id="t-panel" role="tabpanel" aria-labelledby="a"><p>body</p></div></div>)"},
      {"tabs that lead to pages are a navigation",
       node(Kind::tabs, "parts", {current(named_link("a", "one", "/x"))}, "t"),
       R"(<nav id="t" aria-label="parts"><ul id="t-list" class="bar" role="list"><li id="a-li" role="listitem">)"
       R"(<a id="a" href="/x" aria-current="page">one</a></li></ul></nav>)"},
      {"disclosure, open",
       with(node(Kind::disclosure, "more", {paragraph("x")}, "d"), [](Node& n) { n.checked = true; }),
       R"(<details id="d" open><summary id="d-summary">more</summary><div id="d-body"><p>x</p></div></details>)"},
      {"chips", node(Kind::chips, "tags", {named_link("a", "urgent", "/x")}, "c"),
       R"(<ul id="c" class="chips" role="list" aria-label="tags"><li id="a-li" role="listitem">)"
       R"(<a id="a" href="/x">urgent</a></li></ul>)"},
      {"live region, still empty", node(Kind::live_region, {}, {}, "l"),
       R"(<div id="l" role="status" aria-live="polite"></div>)"},
      {"live region that interrupts",
       with(node(Kind::live_region, "lost", {}, "l"), [](Node& n) { n.tone = Tone::danger; }),
       R"(<div id="l" class="danger" role="alert" aria-live="assertive"><p id="l-text">lost</p></div>)"},
      {"live region that is heard only",
       with(node(Kind::live_region, "saved", {}, "l"), [](Node& n) { n.quiet = true; }),
       R"(<div id="l" class="quiet" role="status" aria-live="polite"><p id="l-text">saved</p></div>)"},
      {"dialog", with(node(Kind::dialog, "sure?", {paragraph("x")}, "d"), [](Node& n) { n.intent = "close"; }),
       R"(<dialog id="d" open aria-labelledby="d-text" data-intent="close"><h2 id="d-text">sure?</h2><p>x</p></dialog>)"},
      {"prose: strong words and links inside a paragraph",
       node(Kind::prose, {}, {paragraph("one "), paragraph("<two>", Tone::primary), link("three", "/3")}, "p"),
       R"(<p id="p" class="prose"><span>one </span><strong>&lt;two&gt;</strong><a href="/3">three</a></p>)"},
      {"quote: somebody else's words", node(Kind::quote, {}, {paragraph("words")}, "q"),
       R"(<blockquote id="q"><p>words</p></blockquote>)"},
      {"revision: what was removed and added is said and marked up",
       node(Kind::revision, {},
            {paragraph("thirty"), with(paragraph("<days>", Tone::danger), [](Node& n) { n.note = "removed: "; }),
             paragraph("weeks", Tone::success)},
            "r"),
       R"(<p id="r" class="revision"><span>thirty</span><del><span class="quiet">removed: </span>&lt;days&gt;</del>)"
       R"(<ins>weeks</ins></p>)"},
      {"picture",
       with(node(Kind::picture, "well", {}, "p"),
            [](Node& n) {
              n.target = "/well.png";
              n.note = "of Khur";
            }),
       R"(<figure id="p-figure" class="picture"><img id="p" src="/well.png" alt="well" loading="lazy" decoding="async">)"
       R"(<figcaption id="p-note">of Khur</figcaption></figure>)"},
      {"audio with its picture",
       with(node(Kind::audio, "call", {}, "a"),
            [](Node& n) {
              n.target = "/call.ogg";
              n.value = "/call.svg";
            }),
       R"(<figure id="a-figure" class="audio"><figcaption id="a-text">call</figcaption><img id="a-wave" src="/call.svg" alt=""><audio id="a" src="/call.ogg" preload="none" aria-labelledby="a-text" controls></audio></figure>)"},
      {"picture in its own ratio and two sizes",
       with(node(Kind::picture, "well", {}, "p"),
            [](Node& n) {
              n.target = "/large";
              n.value = "1280x853";
              n.options = {{"/small", "480w"}, {"/large", "1280w"}};
            }),
       R"(<figure id="p-figure" class="picture wide"><img id="p" src="/large" alt="well" srcset="/small 480w, /large 1280w")"
       R"( sizes="(min-width:680px) 640px, 94vw" width="1280" height="853" loading="lazy" decoding="async"></figure>)"},
      {"audio", with(node(Kind::audio, "call", {}, "a"), [](Node& n) { n.target = "/call.ogg"; }),
       R"(<figure id="a-figure" class="audio"><figcaption id="a-text">call</figcaption>)"
       R"(<audio id="a" src="/call.ogg" preload="none" aria-labelledby="a-text" controls></audio></figure>)"},
      {"meter", with(node(Kind::meter, "in time", {}, "m"), [](Node& n) { n.value = "80"; }),
       R"(<div id="m" class="progress" role="meter" aria-labelledby="m-text" aria-valuemin="0" aria-valuemax="100")"
       R"( aria-valuenow="80"><span id="m-text">in time</span><progress id="m-bar" max="100" value="80" aria-hidden="true">)"
       R"(</progress></div>)"},
      {"table whose heading says its name already, and that can be sorted",
       with(node(Kind::table, "inbox", {}, "t"),
            [](Node& n) {
              n.quiet = true;
              n.columns = {"A", "B"};
              n.sorts = {{}, {"?sort=b", "sort:b", Sort::Order::ascending}};
            }),
       R"(<table id="t" role="table" aria-labelledby="t-caption" class="sorts"><caption id="t-caption" class="quiet">inbox</caption>)"
       R"(<colgroup id="t-cols"><col class="w50"><col class="w50"></colgroup>)"
       R"(<thead id="t-head" role="rowgroup"><tr id="t-headers" role="row">)"
       R"(<th id="t-c0" role="columnheader" scope="col">A</th>)"
       R"(<th id="t-c1" role="columnheader" scope="col" aria-sort="ascending"><a id="t-s1" href="?sort=b" data-intent="sort:b">B</a></th>)"
       R"(</tr></thead><tbody id="t-body" role="rowgroup"></tbody></table>)"},
  };
}

std::vector<Row> form_rows() {
  return {
      {"form posts and checks nothing by itself",
       with(node(Kind::form, "complaint", {hidden("key", "7")}, "new-case"),
            [](Node& n) {
              n.target = "/desk/new/complaint";
              n.intent = "send-case";
              n.multipart = true;
            }),
       R"(<form id="new-case" method="post" action="/desk/new/complaint" enctype="multipart/form-data" novalidate)"
       R"( aria-label="complaint" data-intent="send-case"><input id="key" name="key" type="hidden" value="7"></form>)"},
      {"group", with(node(Kind::group, "you", {}, "g"), [](Node& n) { n.help = "why"; }),
       R"(<fieldset id="g" aria-describedby="g-help"><legend id="g-legend">you</legend>)"
       R"(<p id="g-help" class="help">why</p></fieldset>)"},
      {"actions", actions({paragraph("x")}), R"(<div class="actions"><p>x</p></div>)"},
      {"button with an intent", with(button("out", Tone::danger, "logout"), [](Node& n) { n.id = "b"; }),
       R"(<button id="b" type="button" class="danger" data-intent="logout">out</button>)"},
      {"button that submits", with(button("send", Tone::primary), [](Node& n) { n.id = "b"; }),
       R"(<button id="b" type="submit" class="primary">send</button>)"},
      {"busy button keeps the focus", with(button("send", Tone::neutral), [](Node& n) { n.busy = true; }),
       R"(<button type="submit" aria-busy="true" aria-disabled="true">send</button>)"},
      {"disabled button", with(button("send", Tone::neutral), [](Node& n) { n.disabled = true; }),
       R"(<button type="submit" disabled>send</button>)"},
      {"hidden", hidden("key", "7"), R"(<input id="key" name="key" type="hidden" value="7">)"},
  };
}

std::vector<Row> field_rows() {
  return {
      {"text field", field(Kind::text_field, "subject", "موضوع"),
       R"(<div id="subject-field" class="field"><label id="subject-label" for="subject">موضوع</label>)"
       R"(<input id="subject" name="subject" type="text" dir="auto"></div>)"},
      {"required field with help, error and all that a phone wants",
       with(field(Kind::text_field, "mobile", "تلفن همراه"),
            [](Node& n) {
              n.required = true;
              n.value = "0912";
              n.help = "help";
              n.error = "error";
              n.input.keyboard = Keyboard::telephone;
              n.input.autocomplete = "tel";
              n.input.ltr = true;
              n.input.max_length = 11;
            }),
       R"(<div id="mobile-field" class="field invalid"><label id="mobile-label" for="mobile">تلفن همراه</label>)"
       R"(<span class="star" aria-hidden="true">*</span><p id="mobile-help" class="help">help</p>)"
       R"(<input id="mobile" name="mobile" type="tel" dir="ltr" autocomplete="tel" autocapitalize="none")"
       R"( spellcheck="false" data-max="11" aria-describedby="mobile-help mobile-error" aria-invalid="true" required)"
       R"( aria-required="true" value="0912"><p id="mobile-error" class="error">error</p></div>)"},
      {"numeric field is text: no arrows, any digits",
       with(field(Kind::text_field, "national_id", "x"), [](Node& n) { n.input.keyboard = Keyboard::numeric; }),
       R"(<div id="national_id-field" class="field"><label id="national_id-label" for="national_id">x</label>)"
       R"(<input id="national_id" name="national_id" type="text" dir="auto" inputmode="numeric"></div>)"},
      {"a password never travels back",
       with(field(Kind::text_field, "password", "x"),
            [](Node& n) {
              n.input.keyboard = Keyboard::password;
              n.value = "secret";
            }),
       R"(<div id="password-field" class="field"><label id="password-label" for="password">x</label>)"
       R"(<input id="password" name="password" type="password" dir="auto"></div>)"},
      {"search field", with(field(Kind::text_field, "q", "x"), [](Node& n) { n.input.keyboard = Keyboard::search; }),
       R"(<div id="q-field" class="field"><label id="q-label" for="q">x</label>)"
       R"(<input id="q" name="q" type="search" dir="auto"></div>)"},
      {"e-mail field", with(field(Kind::text_field, "email", "x"), [](Node& n) { n.input.keyboard = Keyboard::email; }),
       R"(<div id="email-field" class="field"><label id="email-label" for="email">x</label>)"
       R"(<input id="email" name="email" type="email" dir="auto"></div>)"},
      {"disabled field", with(field(Kind::text_field, "a", "x"), [](Node& n) { n.disabled = true; }),
       R"(<div id="a-field" class="field"><label id="a-label" for="a">x</label>)"
       R"(<input id="a" name="a" type="text" dir="auto" disabled></div>)"},
      {"text area keeps a first line end",
       with(field(Kind::text_area, "body", "شرح"), [](Node& n) { n.value = "\nx"; }),
       R"(<div id="body-field" class="field"><label id="body-label" for="body">شرح</label>)"
       "<textarea id=\"body\" name=\"body\" rows=\"6\" dir=\"auto\">\n\nx</textarea></div>"},
      {"select",
       with(field(Kind::select, "category", "دسته"),
            [](Node& n) {
              n.options = {{"", "choose"}, {"a", "A"}, {"b", "B"}};
              n.value = "b";
            }),
       R"(<div id="category-field" class="field"><label id="category-label" for="category">دسته</label>)"
       R"(<select id="category" name="category"><option value="">choose</option><option value="a">A</option>)"
       R"(<option value="b" selected>B</option></select></div>)"},
      {"checkbox", with(field(Kind::checkbox, "anonymous", "x"), [](Node& n) { n.checked = true; }),
       R"(<div id="anonymous-field" class="field check"><input id="anonymous" name="anonymous" type="checkbox" value="1")"
       R"( checked><label id="anonymous-label" for="anonymous">x</label></div>)"},
      {"pick: a box in a row, named and not labelled",
       with(field(Kind::pick, "p", "x"), [](Node& n) { n.checked = true; }),
       R"(<label id="p-pick" class="pick"><input id="p" name="p" type="checkbox" value="1" aria-label="x" checked></label>)"},
      {"radio group: the first has the group's id",
       with(field(Kind::radio_group, "channel", "how?"),
            [](Node& n) {
              n.options = {{"sms", "SMS"}, {"post", "letter"}};
              n.value = "post";
              n.required = true;
              n.help = "one";
            }),
       R"(<div id="channel-field" class="field" role="radiogroup" aria-labelledby="channel-legend")"
       R"( aria-describedby="channel-help" aria-required="true"><span id="channel-legend">how?</span>)"
       R"(<span class="star" aria-hidden="true">*</span><p id="channel-help" class="help">one</p>)"
       R"(<div class="field check"><input id="channel" name="channel" type="radio" value="sms">)"
       R"(<label id="channel-label" for="channel">SMS</label></div>)"
       R"(<div class="field check"><input id="channel-1" name="channel" type="radio" value="post" checked>)"
       R"(<label id="channel-1-label" for="channel-1">letter</label></div></div>)"},
      {"checkbox group with an error",
       with(node(Kind::checkbox_group, "topics", {field(Kind::checkbox, "a", "A")}, "topics"),
            [](Node& n) { n.error = "choose"; }),
       R"(<div id="topics" class="field invalid" role="group" aria-labelledby="topics-legend")"
       R"( aria-describedby="topics-error" tabindex="-1"><span id="topics-legend">topics</span>)"
       R"(<div id="a-field" class="field check"><input id="a" name="a" type="checkbox" value="1">)"
       R"(<label id="a-label" for="a">A</label></div><p id="topics-error" class="error">choose</p></div>)"},
      {"one-time code", one_time_code_field("otp", "x"),
       R"(<div id="otp-field" class="field"><label id="otp-label" for="otp">x</label>)"
       R"(<input id="otp" name="otp" type="text" dir="ltr" inputmode="numeric" autocomplete="one-time-code")"
       R"( autocapitalize="none" spellcheck="false" data-max="6"></div>)"},
      {"file field with files",
       with(field(Kind::file_field, "attachments", "افزودن پیوست"),
            [](Node& n) {
              n.multiple = true;
              n.input.accept = ".pdf";
              n.children = {node(Kind::item, "a.pdf", {}, "file-1")};
            }),
       R"(<div id="attachments-field" class="field file">)"
       R"(<label id="attachments-label" for="attachments">افزودن پیوست</label>)"
       R"(<input id="attachments" name="attachments" type="file" multiple accept=".pdf">)"
       R"(<ul id="attachments-files" role="list" aria-labelledby="attachments-label"><li id="file-1" role="listitem">)"
       R"(<span id="file-1-text">a.pdf</span></li></ul></div>)"},
  };
}

std::vector<Row> all_rows() {
  std::vector<Row> all;
  for (const auto& rows : {frame_rows(), block_rows(), data_rows(), row_rows(), form_rows(), field_rows(),
                           hamandish::tests::widget_rows()}) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

void collect(const Node& node, std::set<Kind>& kinds) {
  kinds.insert(node.kind);
  for (const Node& child : node.children) collect(child, kinds);
}

}  // namespace

TEST_CASE("every kind is written as html_writer.h promises") {
  for (const Row& row : all_rows()) {
    CAPTURE(row.what);
    CHECK(write_html(row.node) == row.html);
    CHECK(write_html(row.node) == write_html(row.node));
  }
}

TEST_CASE("no kind is without a row in this test") {
  std::set<Kind> kinds;
  for (const Row& row : all_rows()) collect(row.node, kinds);
  CHECK(kinds.size() == static_cast<std::size_t>(kKindCount));
}
