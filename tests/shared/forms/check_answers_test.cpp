#include <doctest/doctest.h>

#include "shared/forms/field.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"

using namespace hamandish;

namespace {

Field field(std::string id, FieldKind kind, bool required = false) {
  Field result;
  result.id = std::move(id);
  result.kind = kind;
  result.label = "برچسب";
  result.required = required;
  return result;
}

std::string keys(const CheckedAnswers& checked) {
  std::string all;
  for (const FieldError& error : checked.errors) all += error.field + "=" + error.key + ";";
  return all;
}

const std::vector<Field> kForm = {
    field("first_name", FieldKind::name, true), field("national_id", FieldKind::national_id, true),
    field("mobile", FieldKind::mobile),         field("subject", FieldKind::line, true),
    field("body", FieldKind::text, true),
};

}  // namespace

TEST_CASE("answers that hold come back normalised, in the order of the form") {
  const CheckedAnswers checked = check_answers(kForm, {{"body", "  سطر يك\r\nسطر دو  "},
                                                       {"subject", "موضوع\nنامه"},
                                                       {"mobile", "+۹۸ ۹۱۲ ۱۲۳ ۴۵۶۷"},
                                                       {"national_id", "۰۴۹۹۳۷۰۸۹۹"},
                                                       {"first_name", " علي "}});
  CHECK(keys(checked).empty());
  CHECK(checked.answers == Answers{{"first_name", "علی"},
                                   {"national_id", "0499370899"},
                                   {"mobile", "09121234567"},
                                   {"subject", "موضوع نامه"},
                                   {"body", "سطر یک\nسطر دو"}});
}

TEST_CASE("all mistakes at once, in the order of the form, with the label for the message") {
  const CheckedAnswers checked =
      check_answers(kForm, {{"surprise", "x"}, {"body", "\u200c\u200f "}, {"mobile", "12"}, {"first_name", "a1"}});
  CHECK(keys(checked) ==
        "first_name=form.name_characters;national_id=form.write;mobile=form.mobile;subject=form.write;"
        "body=form.write;surprise=form.unknown_field;");
  for (const FieldError& error : checked.errors) {
    CAPTURE(error.key);
    CHECK(message_exists(error.key));
    CHECK(say(error.key, error.params).find('{') == std::string::npos);  // every parameter was given
  }
}

TEST_CASE("a field that may stay empty gives no answer, and a wrong answer is kept as it was meant") {
  const CheckedAnswers checked = check_answers({field("mobile", FieldKind::mobile), field("email", FieldKind::email)},
                                               {{"mobile", " "}, {"email", " a @b.ir"}});
  CHECK(keys(checked) == "email=form.email;");
  CHECK(checked.answers == Answers{{"email", "a @b.ir"}});
}

TEST_CASE("a second answer to the same field is refused") {
  const CheckedAnswers checked =
      check_answers({field("subject", FieldKind::line)}, {{"subject", "یک"}, {"subject", "دو"}});
  CHECK(keys(checked) == "subject=form.sent_twice;");
}

TEST_CASE("thousands of answers that nobody asked for end in a short list") {
  Answers answers;
  for (int i = 0; i < 100000; ++i) answers.push_back({"x" + std::to_string(i), "1"});
  CHECK(check_answers(kForm, answers).errors.size() == 50);
}

TEST_CASE("lengths count what a reader counts: scalars after normalisation, not bytes") {
  Field subject = field("subject", FieldKind::line, true);
  subject.min_length = 3;
  subject.max_length = 5;
  CHECK(keys(check_answers({subject}, {{"subject", "سلام!"}})).empty());
  CHECK(keys(check_answers({subject}, {{"subject", "  سلام  "}})).empty());
  CHECK(keys(check_answers({subject}, {{"subject", "😀😀😀"}})).empty());
  CHECK(keys(check_answers({subject}, {{"subject", "سل"}})) == "subject=form.too_short;");
  const CheckedAnswers long_one = check_answers({subject}, {{"subject", "سلام‌ها"}});
  CHECK(keys(long_one) == "subject=form.too_long;");
  CHECK(
      say(long_one.errors[0].key, long_one.errors[0].params) ==
      "برچسب حداکثر ۵ نویسه می‌تواند باشد و اکنون ۷ نویسه است. آن را "
      "کوتاه‌تر "
      "کنید.");
}

TEST_CASE("where the field says nothing, the limit of its kind holds") {
  const auto too_long = [](FieldKind kind, int length) {
    const std::string value(static_cast<std::size_t>(length), 'a');
    return keys(check_answers({field("f", kind)}, {{"f", value}})) == "f=form.too_long;";
  };
  CHECK_FALSE(too_long(FieldKind::name, kNameMax));
  CHECK(too_long(FieldKind::name, kNameMax + 1));
  CHECK(too_long(FieldKind::name, 100000));
  CHECK_FALSE(too_long(FieldKind::line, kLineMax));
  CHECK(too_long(FieldKind::line, kLineMax + 1));
  CHECK_FALSE(too_long(FieldKind::text, kTextMax));
  CHECK(too_long(FieldKind::text, kTextMax + 1));
  CHECK_FALSE(too_long(FieldKind::email, kEmailMax));
  CHECK(too_long(FieldKind::email, kEmailMax + 1));
}

TEST_CASE("bytes that are no text do no harm") {
  const CheckedAnswers checked = check_answers(kForm, {{"first_name", "\xFF\xFE"},
                                                       {"national_id", "\xC3"},
                                                       {"subject", std::string("a\0b", 3)},
                                                       {"body", "\xED\xA0\x80"}});
  CHECK(keys(checked) == "first_name=form.name_characters;national_id=form.national_id_length;");
}

TEST_CASE("set_answer replaces, answer finds") {
  Answers answers;
  CHECK(answer(answers, "a").empty());
  set_answer(answers, "a", "1");
  set_answer(answers, "b", "2");
  set_answer(answers, "a", "3");
  CHECK(answers == Answers{{"a", "3"}, {"b", "2"}});
  CHECK(answer(answers, "b") == "2");
}
