#include "shared/messages/messages.h"

#include <doctest/doctest.h>

#include "shared/messages/fa_tables.h"
#include "shared/messages/size_text.h"

using namespace hamandish;

TEST_CASE("a sentence is said with its parameters, their digits Persian") {
  const std::string text = say("form.too_long", {{"label", "موضوع"}, {"max", "200"}, {"count", "231"}});
  CHECK(
      text ==
      "موضوع حداکثر ۲۰۰ نویسه می‌تواند باشد و اکنون ۲۳۱ نویسه است. آن را "
      "کوتاه‌تر "
      "کنید.");
}

TEST_CASE("digits inside a left-to-right isolate stay as they are") {
  const std::string text = say("form.write", {{"label", "12 \u2066a34\u2069 56 \u206678\u2069"}});
  CHECK(text == "۱۲ \u2066a34\u2069 ۵۶ \u206678\u2069 را بنویسید.");
  CHECK(say("form.write", {{"label", "\u2068سند 3.pdf\u2069 5"}}) == "\u2068سند 3.pdf\u2069 ۵ را بنویسید.");
  CHECK(say("form.write", {{"label", "زمین LAND-2026/77 در 12 هکتار، A4 و 7"}}) ==
        "زمین LAND-2026/77 در ۱۲ هکتار، A4 و ۷ را بنویسید.");
  CHECK(say("form.write", {{"label", "\u206678"}}) == "\u206678 را بنویسید.");
}

TEST_CASE("braces in a parameter are text, not a parameter") {
  CHECK(say("form.write", {{"label", "{label} {max}"}, {"max", "x"}}) == "{label} {max} را بنویسید.");
  CHECK(say("form.write", {{"label", "{"}}) == "{ را بنویسید.");
}

TEST_CASE("sizes of files as people say them") {
  CHECK(size_text(0) == "۱ کیلوبایت");
  CHECK(size_text(1025) == "۲ کیلوبایت");
  CHECK(size_text(1023 * 1024) == "۱٬۰۲۳ کیلوبایت");
  CHECK(size_text(1024 * 1024) == "۱ مگابایت");
  CHECK(size_text(2'400'000) == "۲٫۳ مگابایت");
  CHECK(size_text(10 * 1024 * 1024) == "۱۰ مگابایت");
}

TEST_CASE("a mistake in the program is visible and not fatal") {
  CHECK(say("no.such_key", {{"a", "b"}}) == "no.such_key");
  CHECK(say("") == "");
  CHECK_FALSE(message_exists("no.such_key"));
  CHECK_FALSE(message_exists(""));
  CHECK(say("form.write") == "{label} را بنویسید.");
}

TEST_CASE("the name of a field as what the reader does something with") {
  CHECK(as_object("نام") == "نام");
  CHECK(as_object("نظر شما") == "نظر خود");
  CHECK(as_object("شما که هستید؟") == "«شما که هستید؟»");
  CHECK(as_object("ارجاع به") == "«ارجاع به»");
}
