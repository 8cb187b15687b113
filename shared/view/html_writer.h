// Writes a view as HTML: what the server sends first and what the client's mirror is patched to. Both come from this
// one function, so a node looks the same to a screen reader before and after the take-over.
//
// DOM ids, which web/ui's placements and web/mirror rely on. ID is the node's id:
// clang-format off
//   heading, paragraph, badge, button, plain link
//                the element itself has ID and holds nothing but the text
//   revision     <p ID>; each part <span|del|ins PART>, its note before the text in a quiet span
//   prose        <p ID>; each part <span|strong PART> or <a PART>
//   quote        <blockquote ID>
//   banner       <header ID>, the organisation's name <a ID-text>
//   navigation, breadcrumb, pagination
//                <nav ID><ul ID-list class=bar|crumbs|pages>, each link in <li LINK-li>
//   list         <ul ID> or <ol ID>, class roomy if tokens.h is_roomy; a child that is no item stands in <li CHILD-li>
//   item         <li ID> with <span ID-text>, <span ID-note>, <span ID-value>, <span ID-error>, each if there is one,
//                then the children. In a timeline: text, note (when), value (detail)
//   link_grid    <ul ID>, each link <li LINK-li><a LINK><span LINK-text></a><span LINK-note>: the name is the text alone,
//                the note describes it. <a LINK> is placed over the whole tile and the note lets the mouse through
//   columns      <div ID><div ID-first>, <div ID-second>
//   fact         <div ID-fact><dt ID-term>, <dd ID>
//   table        <caption ID-caption>, <colgroup ID-cols> with classes w5..w100, <thead ID-head><tr ID-headers><th
//   ID-c0, ID-c1...>, a sortable one with <a ID-s0...>, <tbody ID-body>; a row is
//                <tr ID>, its cells <td ID-c0...> hold their child element and say their header in data-label
//   code         <div ID-code> with name <span ID-label>; <span ID data-testid=ID> with the ASCII value; and,
//                aria-hidden, <span ID-shown> with Persian digits in groups
//   notice       <div ID role=status|alert><p ID-text>, then the children
//   error_list   <div ID role=alert tabindex=-1><h2 ID-text>, <ul ID-list>, each link in <li LINK-li>
//   empty_state  <div ID> with <p ID-text>, <p ID-note>, then the children
//   progress     <div ID role=progressbar> with <span ID-text> and the bar <progress ID-bar>
//   meter        as progress with role=meter
//   tabs         <div ID> with <div ID-list role=tablist>, each link <a LINK role=tab>, and <div ID-panel role=tabpanel>;
//                without a panel as navigation
//   disclosure   <details ID><summary ID-summary>, <div ID-body>
//   chips        <ul ID>, each child in <li CHILD-li>
//   live_region  <div ID role=status|alert aria-live><p ID-text>
//   dialog       <dialog ID open data-intent><h2 ID-text>, then the children
//   picture      <figure ID-figure><img ID>, <figcaption ID-note>
//   audio        <figure ID-figure><figcaption ID-text>, <audio ID>
//   chart        <div ID-chart>: <div ID role=img> with <p ID-text> and the drawing, then the child. Series <span ID-k0...>,
//                the rows' <span ROW-name>, <span ROW-value>, an axis <span ID-y0...>
//   skeleton     <div ID role=status><span ID-text class=quiet>, <i> for each line
//   stepper      <ol ID>, each step <li STEP><span STEP-text>
//   menu         <details ID><summary ID-summary>, <ul ID-list role=menu>, each item <li ITEM-li><a|button ITEM>
//   calendar     <div ID role=grid data-for=target>, headers <span ID-w0...>, days <button DAY data-value tabindex>
//   combobox     <div ID-field> as a text field, <ul ID-list role=listbox data-for=target>, <li ID-o0... data-value>
//   toggle       as checkbox, the input with role=switch
//   form         <form ID method=post action=target>; data-intent=intent when there is one
//   group        <fieldset ID><legend ID-legend>, <p ID-help>
//   text_field, text_area, select
//                <div ID-field> with, in this order, <label ID-label> (a star beside it when required), <p ID-help>,
//                the input, textarea or select with ID and name=ID, <p ID-error>
//                with a note: input or select stands in a div together with <button ID-tool>
//   checkbox     <div ID-field> with the input ID, <label ID-label>, <p ID-help>, <p ID-error>
//   pick         <label ID-pick> round <input ID>
//   radio_group  <div ID-field role=radiogroup> with <span ID-legend>, <p ID-help>, then for each option a div with the
//                input ID, ID-1, ID-2... (name=ID) and its <label INPUT-label>, <p ID-error>
//   checkbox_group
//                <div ID role=group> with <span ID-legend>, <p ID-help>, the checkboxes, <p ID-error>
//   file_field   <div ID-field> with <label ID-label> that looks like the button, the input ID over it, <p ID-help>,
//                <ul ID-files> with an item for each file, <p ID-error>
//   button       with help: <span ID-tipped><button ID>, <span ID-tip role=tooltip>
//   button       data-intent=intent and type=button, or type=submit without an intent
// clang-format on
// Tables, lists and cells carry explicit roles, so that they keep them whatever their CSS display.
// Text and attributes are escaped; addresses are checked (escape.h); nothing in a Node can become markup or script.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/view/node.h"

namespace hamandish::view {

// HTML of the node and its children, UTF-8, no trailing newline. `page` writes its children only (the document round it
// is the shell's, web/shell/index.html).
std::string write_html(const Node& node);

// What one node wrote, or a group's legend: bytes begin..end of the whole. Those of its children follow it in the list and
// lie inside it.
struct HtmlPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool one_element = false;  // and nothing beside it
};

// The same, and what each node wrote of it (added to `parts`, in the order of the text).
std::string write_html(const Node& node, std::vector<HtmlPart>& parts);

// A plain dump, one node a line, indented: the golden files of pages and the easiest way to read a view in a test.
std::string write_text(const Node& node);

}  // namespace hamandish::view
