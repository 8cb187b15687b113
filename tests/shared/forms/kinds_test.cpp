// One table a kind of field: what holds, what it is stored as, what is said about the rest.
#include <doctest/doctest.h>

#include "shared/forms/field.h"
#include "shared/messages/messages.h"

using namespace hamandish;

namespace {

struct Sample {
  const char* typed;
  const char* stored;  // what holds
};

Field field_of(FieldKind kind) {
  Field field;
  field.id = "f";
  field.kind = kind;
  field.label = "برچسب";
  return field;
}

CheckedAnswers check(const Field& field, std::string typed) {
  return check_answers({field}, {{"f", std::move(typed)}});
}

void holds(FieldKind kind, std::initializer_list<Sample> samples) {
  for (const Sample& sample : samples) {
    CAPTURE(sample.typed);
    const CheckedAnswers checked = check(field_of(kind), sample.typed);
    CHECK(checked.errors.empty());
    CHECK(answer(checked.answers, "f") == sample.stored);
    // What is stored holds again: a case can be read back and checked.
    CHECK(check(field_of(kind), sample.stored).answers == checked.answers);
  }
}

void refused(FieldKind kind, const char* key, std::initializer_list<const char*> typed) {
  CHECK(message_exists(key));
  for (const char* value : typed) {
    CAPTURE(value);
    const CheckedAnswers checked = check(field_of(kind), value);
    REQUIRE(checked.errors.size() == 1);
    CHECK(checked.errors[0].key == key);
  }
}

}  // namespace

TEST_CASE("each kind says in its own words that something is missing") {
  const auto said = [](FieldKind kind) {
    Field field = field_of(kind);
    field.required = true;
    const CheckedAnswers checked = check_answers({field}, {});
    REQUIRE(checked.errors.size() == 1);
    return say(checked.errors[0].key, checked.errors[0].params);
  };
  for (const FieldKind kind :
       {FieldKind::name, FieldKind::national_id, FieldKind::legal_id, FieldKind::mobile, FieldKind::landline,
        FieldKind::email, FieldKind::postal_code, FieldKind::line, FieldKind::text, FieldKind::tracking_code}) {
    CHECK(said(kind) == "برچسب را بنویسید.");
  }
  CHECK(said(FieldKind::choice) == "برچسب را انتخاب کنید.");
  CHECK(said(FieldKind::checkbox) == "برای ادامه، «برچسب» را علامت بزنید.");
  CHECK(said(FieldKind::attachments) == "دست‌کم یک پیوست بگذارید.");
}

TEST_CASE("names: letters of any script, with what joins their parts") {
  holds(FieldKind::name, {{"علي", "علی"},
                          {"محمّدرضا", "محمّدرضا"},
                          {"ولی‌زاده", "ولی‌زاده"},
                          {"میرزا آقاسی", "میرزا آقاسی"},
                          {"رؤیا", "رؤیا"},
                          {"عطاءالله", "عطاءالله"},
                          {"O'Brien-Smith", "O'Brien-Smith"},
                          {"D’Angelo", "D’Angelo"},
                          {"م. امید", "م. امید"},
                          {"Müller", "Müller"},
                          {"Иванова", "Иванова"},
                          {"李明", "李明"}});
  refused(FieldKind::name, "form.name_characters",
          {"علی۲", "Ali 2", "علی٣", "<b>علی</b>", "علی؟", "«علی»", "علی،رضا", "a@b", "😀😀", "علی❤", "--", "' '", "©©"});
  refused(FieldKind::name, "form.too_short", {"ع", "a"});
}

TEST_CASE("national number: length and check digit are told apart") {
  holds(FieldKind::national_id, {{"0499370899", "0499370899"},
                                 {"۰۷۹۰۴۱۹۹۰۴", "0790419904"},
                                 {"٠٠١٠٠٠٠٠١١", "0010000011"},
                                 {" 001-000007-0 ", "0010000070"}});
  refused(FieldKind::national_id, "form.national_id_length",
          {"1234567", "04993708999", "049937089", "04993A0899", "علی"});
  refused(FieldKind::national_id, "form.national_id_wrong",
          {"0684159415", "1234567890", "0499370898", "1111111111", "0000000000"});
}

TEST_CASE("legal identifier") {
  holds(FieldKind::legal_id, {{"10380284790", "10380284790"}, {"۱۴۰۰۷۶۵۰۹۱۲", "14007650912"}});
  refused(FieldKind::legal_id, "form.legal_id_length", {"1038028479", "103802847901", "x"});
  refused(FieldKind::legal_id, "form.legal_id_wrong", {"10380284792", "11111111111"});
}

TEST_CASE("telephones") {
  holds(FieldKind::mobile,
        {{"0912 123 4567", "09121234567"}, {"۰۹۱۲۱۲۳۴۵۶۷", "09121234567"}, {"+989121234567", "09121234567"}});
  refused(FieldKind::mobile, "form.mobile", {"0912123456", "091212345678", "02188990000", "+97150123456", "x"});
  holds(FieldKind::landline, {{"056 3222 3344", "05632223344"}, {"۰۲۱۸۸۹۹۰۰۰۰", "02188990000"}});
  refused(FieldKind::landline, "form.landline", {"111", "32223344", "09121234567", "x"});
}

TEST_CASE("e-mail: what cannot be delivered is refused, what is odd is not") {
  holds(FieldKind::email, {{"name@example.ir", "name@example.ir"},
                           {" Name.Surname+tag@mail.example.co ", "Name.Surname+tag@mail.example.co"},
                           {"o'brien_9%x!#$&*/=?^`{|}~-@a-b.example", "o'brien_9%x!#$&*/=?^`{|}~-@a-b.example"},
                           {"a@b.xn--mgba3a4f16a", "a@b.xn--mgba3a4f16a"},
                           {"ali۱۲@example.ir", "ali12@example.ir"},
                           {"نام@example.ir", "نام@example.ir"},
                           {"\u2066name@example.ir\u2069", "name@example.ir"},
                           {"a@1.2.example", "a@1.2.example"}});
  refused(FieldKind::email, "form.email",
          {"name",
           "name@",
           "@example.ir",
           "a@b",
           "a@@example.ir",
           "a@b@example.ir",
           "a b@example.ir",
           "a@exa mple.ir",
           "a@example..ir",
           "a@.example.ir",
           "a@example.ir.",
           "a@-example.ir",
           "a@example-.ir",
           "a@exämple.ir",
           "a@مثال.ایران",
           "a@exam_ple.ir",
           ".a@example.ir",
           "a.@example.ir",
           "Ali <a@example.ir>",
           "a@example.ir, b@example.ir",
           "a@0123456789012345678901234567890123456789012345678901234567890123.ir"});
}

TEST_CASE("the code of another case: as typed from a receipt, with its check digit") {
  holds(FieldKind::tracking_code, {{"482150376922", "482150376922"},
                                   {" ۴۸۲۱-۵۰۳۷-۶۹۲۲ ", "482150376922"},
                                   {"۴۸۲۱ ۵۰۳۷ ۶۹۲۱ ۴۸۳۷", "4821503769214837"}});
  refused(FieldKind::tracking_code, "form.other_code_length", {"۱۲۳۴", "12345678901234567"});
  refused(FieldKind::tracking_code, "form.other_code_characters", {"آب1234567890", "1234-5678-901a"});
  refused(FieldKind::tracking_code, "form.other_code_typo", {"482150376923", "۴۸۱۲-۵۰۳۷-۶۹۲۲"});
}

TEST_CASE("postal code") {
  holds(FieldKind::postal_code,
        {{"1193653471", "1193653471"}, {"۱۱۹۳۶-۵۳۴۷۱", "1193653471"}, {"9717853577", "9717853577"}});
  refused(FieldKind::postal_code, "form.postal_code", {"142386473", "12", "1111111111", "abcdefghij"});
}

TEST_CASE("lines and texts take any language and symbol") {
  holds(FieldKind::line, {{"شمارهٔ نامه ۱۲/الف/1405 😀", "شمارهٔ نامه ۱۲/الف/1405 😀"}, {"a\nb", "a b"}});
  holds(FieldKind::text, {{"یک\n\nدو", "یک\n\nدو"}, {"<script>", "<script>"}});
}

TEST_CASE("a choice is one of the ids") {
  Field field = field_of(FieldKind::choice);
  field.choices = {{"land", "زمین"}, {"water", "آب"}};
  CHECK(check(field, "water").errors.empty());
  for (const char* typed : {"Water", "آب", "land water", "1"}) {
    const CheckedAnswers checked = check(field, typed);
    REQUIRE(checked.errors.size() == 1);
    CHECK(checked.errors[0].key == "form.not_a_choice");
  }
}

TEST_CASE("a checkbox is ticked or not") {
  holds(FieldKind::checkbox, {{"1", "1"}, {"on", "1"}, {"", ""}});
  refused(FieldKind::checkbox, "form.checkbox", {"0", "2", "yes", "false"});
}

TEST_CASE("attachments: at most five tokens") {
  holds(FieldKind::attachments,
        {{"abc", "abc"}, {"a b c d e", "a b c d e"}, {" a  b ", "a b"}, {"Zm9v-_1", "Zm9v-_1"}});
  refused(FieldKind::attachments, "form.too_many_attachments", {"a b c d e f"});
  refused(FieldKind::attachments, "form.attachment_unknown", {"a/b", "../x", "a,b", "الف"});
  refused(FieldKind::attachments, "form.attachment_unknown", {std::string(129, 'a').c_str()});
  Field field = field_of(FieldKind::attachments);
  field.max_length = 2;
  CHECK(check(field, "a b").errors.empty());
  CHECK(check(field, "a b c").errors.size() == 1);
}
