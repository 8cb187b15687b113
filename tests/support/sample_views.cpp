#include "tests/support/sample_views.h"

#include <utility>

#include "shared/view/builder.h"

namespace hamandish::tests {

namespace {

using namespace view;

template <class Change>
Node with(Node node, Change change) {
  change(node);
  return node;
}

Node field(Kind kind, const char* id, const char* label) {
  return node(kind, label, {}, id);
}

Node banner() {
  Node nav = node(Kind::navigation, "پیوندهای اصلی", {}, "nav");
  for (const auto& [text, target] :
       std::vector<std::pair<const char*, const char*>>{{"خانه", "/"},
                                                        {"میز خدمت", "/desk"},
                                                        {"پیگیری", "/track"},
                                                        {"پیش‌نویس مقررات", "/drafts"},
                                                        {"اخبار", "/news"},
                                                        {"نظرسنجی", "/surveys"},
                                                        {"تماس با ما", "/contact"},
                                                        {"راهبرد مشارکت", "/strategy"},
                                                        {"آمار", "/statistics"},
                                                        {"ورود کارکنان", "/staff"}}) {
    nav.children.push_back(link(text, target));
  }
  nav.children[1].current = true;
  Node result = node(
      Kind::banner, "سازمان جهاد کشاورزی خراسان جنوبی",
      {std::move(nav), with(actions({paragraph("مریم رضایی، امور اراضی"), button("خروج", Tone::neutral, "logout")}),
                            [](Node& n) { n.id = "session"; })},
      "banner");
  result.target = "/";
  return result;
}

Nodes texts() {
  return {
      heading(1, "همهٔ جزءهای صفحه", "title"),
      paragraph(
          "یک بند معمولی با نیم‌فاصله، عدد ۱۲٬۳۴۵ و واژهٔ Latin در میان آن. متن می‌شکند و ادامه "
          "می‌یابد تا فاصلهٔ خط‌ها دیده شود."),
      paragraph("کاری که انجام شد", Tone::success),
      paragraph("کاری که باید با احتیاط انجام شود", Tone::warning),
      paragraph("کاری که نشد", Tone::danger),
      heading(2, "عنوان دوم"),
      heading(3, "عنوان سوم"),
      heading(4, "عنوان چهارم"),
      node(Kind::list, "مدارک لازم", {node(Kind::item, "تصویر سند", {}), node(Kind::item, "تصویر کارت ملی", {})}),
      with(node(Kind::list, "گام‌ها", {node(Kind::item, "نوشتن پیام", {}), node(Kind::item, "گرفتن کد", {})}),
           [](Node& n) { n.ordered = true; }),
      link("پیوندی در متن", "/contact"),
      with(node(Kind::link_grid, "نوع پیام",
                {link("ثبت شکایت", "/desk/new/complaint"), link("ثبت درخواست", "/desk/new/request"),
                 link("ثبت پیشنهاد", "/desk/new/suggestion")}),
           [](Node& n) {
             n.children[0].note = "از کارکرد یا رفتاری ناراضی هستید.";
             n.children[1].note = "خدمتی یا اطلاعاتی می‌خواهید.";
           })};
}

Node table() {
  Node result = node(
      Kind::table, "کارتابل",
      {node(Kind::row, {},
            {link("آب‌بندان روستای خوسف", "/staff/cases/1"), paragraph("شکایت"),
             paragraph("۱۴۰۵/۰۸/۳۰"), with(node(Kind::badge, "دیرشده", {}), [](Node& n) { n.tone = Tone::danger; })}),
       node(Kind::row, {},
            {link("درخواست نهادهٔ دامی", "/staff/cases/2"), paragraph("درخواست"), paragraph("۱۴۰۵/۰۹/۰۲"),
             with(node(Kind::badge, "تازه", {}), [](Node& n) { n.tone = Tone::primary; })})},
      "inbox");
  result.columns = {"موضوع", "نوع", "مهلت پاسخ", "وضعیت"};
  result.children[0].tone = Tone::danger;
  return result;
}

Node timeline() {
  return node(Kind::timeline, "روند رسیدگی",
              {with(node(Kind::item, "ثبت شد و به حوزهٔ ریاست رسید", {}),
                    [](Node& n) { n.note = "شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۱:۳۰"; }),
               with(node(Kind::item, "ارجاع به امور اراضی", {}), [](Node& n) {
                 n.note = "یکشنبه ۱ آذر ۱۴۰۵، ساعت ۰۹:۱۵";
                 n.value = "برای بررسی حدود زمین.";
               })});
}

Node sortable() {
  Node pick = node(Kind::pick, "برگزیدن آب‌بندان", {}, "pick-1");
  pick.checked = true;
  Node result = node(
      Kind::table, "پرونده‌های برگزیده",
      {node(Kind::row, {}, {std::move(pick), link("آب‌بندان", "/staff/cases/1"), paragraph("۱۴۰۵/۰۸/۳۰")}),
       node(Kind::row, {},
            {node(Kind::pick, "برگزیدن نهادهٔ دامی", {}, "pick-2"), link("نهادهٔ دامی", "/staff/cases/2"),
             paragraph("۱۴۰۵/۰۹/۰۲")})},
      "sortable");
  result.quiet = true;
  result.columns = {"انتخاب", "موضوع", "مهلت پاسخ"};
  result.sorts = {{},
                  {"/staff?sort=subject", "sort:subject", Sort::Order::none},
                  {"/staff?sort=-due_on", "sort:due_on", Sort::Order::descending}};
  return result;
}

Node chart(const char* shape, const char* fact, std::vector<Option> series, std::vector<std::string> values) {
  Node figures = node(Kind::table, fact, {});
  figures.quiet = true;
  figures.columns = {"ماه", "پیام‌ها"};
  const char* names[] = {"مهر ۱۴۰۵", "آبان ۱۴۰۵ که نام بلندی دارد تا در صفحهٔ باریک بشکند و دو سطر شود", "آذر ۱۴۰۵"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    Node row = node(Kind::row, {}, {paragraph(names[i % 3]), paragraph("۱۲")});
    row.value = values[i];
    figures.children.push_back(std::move(row));
  }
  Node result =
      node(Kind::chart, fact, {node(Kind::disclosure, "همین به‌صورت جدول", {std::move(figures)})});
  result.value = shape;
  result.options = std::move(series);
  return result;
}

Nodes charts() {
  return {chart("bar", "بیشترین پیام‌ها در آبان رسید.", {{"", "پیام‌ها"}},
                {"12", "40", "0"}),
          chart("bar", "از هر ده پیام هفت پیام در مهلت پاسخ گرفت.",
                {{"success", "در مهلت"}, {"warning", "دیر"}, {"danger", "گذشته از مهلت"}, {"neutral", "در دست بررسی"}},
                {"12 3 1 0", "40 12 7 9", "7 0 0 2"}),
          chart("line", "پیام‌ها کم شده است.", {{"", "رسیده"}, {"", "پاسخ‌داده"}},
                {"120 80", "90 85", "70 70"}),
          chart("donut", "سه‌چهارم پیام‌ها از وب رسید.", {}, {"1200", "300", "100"})};
}

// A tool behind a date and a long list, a switch, a button with a tooltip.
Nodes more_fields() {
  Node day = date_field("day", "روز جلسه");
  day.help = "مانند ۱۴۰۵/۰۸/۳۰";
  day.note = "تقویم";
  Node list = field(Kind::select, "long-list", "شهرستان");
  list.options = {{"", "یکی را برگزینید"}, {"b", "بیرجند"}};
  list.note = "یافتن در فهرست";
  list.error = "شهرستان را برگزینید.";
  Node button_told = with(button("بستن پرونده", Tone::neutral, "close"), [](Node& n) {
    n.disabled = true;
    n.help = "نخست پاسخ را ثبت کنید.";
  });
  return {
      std::move(day), std::move(list),
      with(field(Kind::toggle, "by-sms",
                 "پیامک بفرست، نامی بلند که در صفحهٔ باریک دو سطر می‌شود"),
           [](Node& n) { n.checked = true; }),
      actions({std::move(button_told), button("دیگر", Tone::neutral, "more")})};
}

Nodes waiting_and_steps() {
  Node steps =
      node(Kind::stepper, "گام‌ها",
           {node(Kind::item, "نوع پیام", {}), node(Kind::item, "متن پیام و پیوست‌های آن", {}),
            node(Kind::item, "فرستادن", {})},
           "steps");
  steps.children[0].checked = true;
  steps.children[1].current = true;
  Node menu = node(
      Kind::menu, "کارهای دیگر",
      {link("ارجاع", "/staff"), with(button("حذف", Tone::danger, "remove"), [](Node& n) { n.id = "m-del"; })}, "menu");
  menu.checked = true;
  return {
      std::move(steps),    with(node(Kind::skeleton, "می‌رسد", {}, "skeleton"), [](Node& n) { n.level = 3; }),
      std::move(menu),     paragraph("زیر منوی باز"),
      paragraph("باز هم"), paragraph("و باز")};
}

// As in the dialogs, but in the flow, so that their places are compared.
Nodes pickers() {
  Node month = node(Kind::calendar, "آبان ۱۴۰۵", {}, "month");
  month.level = 5;
  month.target = "day";
  month.columns = {"شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"};
  for (const char* number : {"۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹", "۱۰"}) {
    Node day = button(number, Tone::neutral);
    day.help = std::string(number) + " آبان";
    day.value = number;
    month.children.push_back(std::move(day));
  }
  month.children[1].tone = Tone::danger;
  month.children[3].required = true;
  month.children[4].current = month.children[4].checked = true;
  Node list = field(Kind::combobox, "filter", "بخشی از نام");
  list.value = "خراس";
  list.level = 1;
  list.target = "long-list";
  list.options = {{"a", "خراسان جنوبی"}, {"b", "خراسان رضوی، که نامی بلند دارد تا در صفحهٔ باریک بشکند"}};
  return {std::move(month), std::move(list)};
}

Node tabs_with_panel() {
  Node result = node(Kind::tabs, "بخش‌های پرونده",
                     {link("متن", "/staff/cases/1"), link("گردش کار", "/staff/cases/1?tab=trail"),
                      paragraph("سه رویداد ثبت شده است.")},
                     "tabs");
  result.children[1].current = true;
  return result;
}

Nodes rows_of_links() {
  const auto current = [](Node n) {
    n.current = true;
    return n;
  };
  return {node(Kind::breadcrumb, "مسیر صفحه", {link("خانه", "/"), link("میز خدمت", "/desk"), paragraph("ثبت شکایت")}),
          node(Kind::pagination, "صفحه‌ها",
               {link("قبلی", "?page=1"), link("۱", "?page=1"), current(link("۲", "?page=2")), paragraph("…"),
                link("۱۲", "?page=12"), link("بعدی", "?page=3")}),
          tabs_with_panel(),
          node(Kind::tabs, "گزارش‌ها",
               {current(link("ماه", "/staff/reports")), link("سال", "/staff/reports?year")}),
          node(Kind::chips, "برچسب‌ها",
               {link("فوری", "/staff?tag=1"), node(Kind::badge, "تازه", {}),
                button("حذف فوری", Tone::neutral, "untag:1")})};
}

Nodes side_by_side() {
  const std::string long_text = "کنسرو و روغنی فروختند که روزهای کمی به پایان تاریخ آن مانده بود.";
  return {columns({node(Kind::facts, {}, {fact("وضعیت", "در دست بررسی")}, "told"),
                   section({}, {heading(2, "متن پیام"), card({paragraph(long_text)})})},
                  {paragraph("ستون دوم"), link("پیوند آن", "/staff"), field(Kind::text_area, "answer", "متن پاسخ")},
                  "both")};
}

Nodes opening() {
  return {
      with(node(Kind::disclosure, "جزئیات", {paragraph("این بخش از آغاز باز است."), link("بیشتر", "/desk")}, "more"),
           [](Node& n) { n.checked = true; }),
      node(Kind::disclosure, "پرسش دوم", {paragraph("پنهان")}, "closed"),
      node(Kind::live_region, "دو پرونده یافت شد.", {}, "found"),
      with(node(Kind::live_region, "نوشته ذخیره شد.", {}, "saved"), [](Node& n) { n.quiet = true; }),
      with(node(Kind::meter, "۸۰ درصد پاسخ‌ها در مهلت", {}), [](Node& n) { n.value = "80"; }),
      node(Kind::revision, {},
           {paragraph("مهلت "), with(paragraph("سی روز", Tone::danger), [](Node& n) { n.note = "برداشته شد: "; }),
            with(paragraph(" ده روز", Tone::success), [](Node& n) { n.note = "افزوده شد: "; })},
           "revision"),
      node(Kind::quote, {},
           {node(Kind::prose, {},
                 {paragraph("مهلت "), paragraph("سی روز", Tone::primary), paragraph(" است؛ "),
                  link("متن قانون", "/drafts/1"), paragraph(" را ببینید.")},
                 "prose")}),
      with(node(Kind::picture, "عکس چاه", {}, "picture"),
           [](Node& n) {
             n.target = "/icon.svg";
             n.note = "چاه روستای خور";
           }),
      with(node(Kind::audio, "صدای ضبط‌شدهٔ تماس", {}, "call"),
           [](Node& n) { n.target = "/call.ogg"; })};
}

Nodes data() {
  Nodes all = {card({heading(3, "کارت"), paragraph("متن درون کارت")}),
               node(Kind::facts, {},
                    {fact("واحد رسیدگی‌کننده", "امور اراضی"),
                     with(fact("تلفن", "۰۵۶ ۳۲۲۳ ۴۵۶۷", true), [](Node& n) { n.target = "tel:05632234567"; })}),
               table(),
               sortable(),
               section("روند رسیدگی", {heading(2, "روند رسیدگی"), timeline()}),
               with(node(Kind::code, "کد رهگیری", {}, "tracking-code"), [](Node& n) { n.value = "123456789012"; })};
  for (const Tone tone : {Tone::neutral, Tone::primary, Tone::success, Tone::warning, Tone::danger}) {
    Node badge = node(Kind::badge, "نشان", {});
    badge.tone = tone;
    all.push_back(std::move(badge));
    all.push_back(notice("یک آگاهی برای شما", tone, {}));
  }
  all.push_back(node(Kind::error_list, "لطفاً این موردها را درست کنید:",
                     {link("رقم‌های کد ملی با هم نمی‌خوانند.", "#national_id"),
                      link("موضوع را بنویسید.", "#subject")},
                     "errors"));
  all.push_back(with(node(Kind::empty_state, "پرونده‌ای نیست", {link("بازگشت", "/staff")}),
                     [](Node& n) { n.note = "هر پیام تازه اینجا دیده می‌شود."; }));
  all.push_back(with(node(Kind::progress, "۴۰ درصد فرستاده شد", {}), [](Node& n) { n.value = "40"; }));
  return all;
}

Node person_group() {
  return node(
      Kind::group, "مشخصات شما",
      {with(field(Kind::checkbox, "anonymous", "بدون نام ثبت شود"),
            [](Node& n) { n.help = "پاسخ را تنها با کد رهگیری می‌بینید."; }),
       with(field(Kind::text_field, "first_name", "نام"),
            [](Node& n) {
              n.required = true;
              n.input.autocomplete = "given-name";
            }),
       with(field(Kind::text_field, "national_id", "کد ملی"),
            [](Node& n) {
              n.required = true;
              n.value = "0012345678";
              n.help = "ده رقم، بی خط تیره";
              n.error =
                  "رقم‌های کد ملی با هم نمی‌خوانند. لطفاً دوباره از روی "
                  "کارت "
                  "بنویسید.";
              n.input.keyboard = Keyboard::numeric;
              n.input.ltr = true;
            }),
       with(field(Kind::text_field, "email", "رایانامه"),
            [](Node& n) {
              n.value = "reza@example.ir";
              n.input.keyboard = Keyboard::email;
              n.input.autocomplete = "email";
              n.input.ltr = true;
            })},
      "person");
}

Node choices_group() {
  Node answer = node(Kind::radio_group, "پاسخ را چگونه می‌گیرید؟", {}, "channel");
  answer.options = {{"sms", "پیامک"}, {"email", "رایانامه"}, {"post", "نامهٔ پستی به نشانی من"}};
  answer.value = "email";
  answer.help = "یکی را انتخاب کنید";
  answer.required = true;
  Node topics =
      node(Kind::checkbox_group, "موضوع‌های خبرنامه",
           {field(Kind::checkbox, "topic_water", "آب"), field(Kind::checkbox, "topic_land", "زمین")}, "topics");
  topics.children[0].checked = true;
  topics.error = "دست‌کم یکی را انتخاب کنید.";
  Node date = date_field("born_on", "تاریخ تولد");
  date.value = "۱۳۶۰/۰۲/۱۵";
  return node(Kind::group, "گزینه‌ها",
              {std::move(answer), std::move(topics), std::move(date), number_field("area", "مساحت به هکتار"),
               one_time_code_field("otp", "کد پیامک‌شده")},
              "choices");
}

Node message_group() {
  Node files = field(Kind::file_field, "attachments", "افزودن پیوست");
  files.multiple = true;
  files.help = "تا پنج فایل، هر کدام تا ۱۰ مگابایت";
  files.input.accept = ".pdf,.jpg";
  files.children = {
      node(Kind::item, {},
           {paragraph("سند زمین.pdf (۲۱۴ کیلوبایت)"), button("حذف سند زمین.pdf", Tone::neutral, "remove-file:1")})};
  return node(Kind::group, "پیام شما",
              {with(field(Kind::select, "category", "دسته"),
                    [](Node& n) {
                      n.required = true;
                      n.options = {{"", "یکی را انتخاب کنید"}, {"water", "آب و خاک"}, {"land", "امور اراضی"}};
                      n.value = "land";
                    }),
               with(field(Kind::text_field, "subject", "موضوع"), [](Node& n) { n.error = "موضوع را بنویسید."; }),
               with(field(Kind::text_area, "body", "شرح"), [](Node& n) { n.value = "سلام،\nآب قنات کم شده است."; }),
               std::move(files)},
              "message");
}

Nodes forms() {
  Node form = node(
      Kind::form, "ثبت شکایت",
      {hidden("idempotency_key", "7b1f"), person_group(), choices_group(), message_group(),
       actions({button("ارسال", Tone::primary), button("حذف", Tone::danger, "delete"),
                with(button("در حال ارسال…", Tone::primary), [](Node& n) { n.busy = true; }),
                with(button("بسته", Tone::neutral), [](Node& n) { n.disabled = true; }), link("بازگشت", "/desk")})},
      "new-case");
  form.target = "/desk/new/complaint";
  form.intent = "send-case";
  form.multipart = true;
  return {std::move(form)};
}

Node every_kind() {
  Nodes content;
  for (Nodes part : {texts(), rows_of_links(), data(), charts(), waiting_and_steps(), more_fields(), pickers(),
                     side_by_side(), opening(), forms()}) {
    for (Node& one : part) content.push_back(std::move(one));
  }
  Node skip = node(Kind::skip_link, "رفتن به محتوای اصلی", {}, "skip");
  skip.target = "#main";
  Node page =
      node(Kind::page, "همهٔ جزءها",
           {std::move(skip), banner(), node(Kind::main, {}, std::move(content), "main"),
            node(Kind::footer, {}, {paragraph("بیرجند، بلوار شهدا"), paragraph("تلفن: ۰۵۶ ۳۲۲۳ ۴۵۶۷")}, "foot")},
           "page");
  finish(page);
  return page;
}

}  // namespace

std::vector<SampleView> sample_views() {
  return {{"every_kind", every_kind()}};
}

}  // namespace hamandish::tests
