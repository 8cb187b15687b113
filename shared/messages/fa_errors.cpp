// What went wrong as a whole: the answers of the server that belong to no single field, and what the client says when
// there is no answer. Each says what to do now.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // The request itself
    {"error.invalid",
     "بعضی از خانه‌ها درست پر نشده است. موردهای زیر را اصلاح کنید و دوباره بفرستید."},
    {"error.malformed_json", "درخواست خوانده نشد: متن آن JSON درست نیست."},
    {"error.json_too_deep", "درخواست خوانده نشد: ساختار آن بیش از اندازه تودرتو است."},
    {"error.json_duplicate", "درخواست خوانده نشد: یک عضو در آن دو بار آمده است."},
    {"error.bad_utf8", "درخواست خوانده نشد: متن آن با کدگذاری UTF-8 نیست."},
    {"error.nul_byte", "درخواست خوانده نشد: در آن نویسهٔ تهی هست. این نویسه را بردارید و دوباره بفرستید."},
    {"error.malformed_request", "درخواست خوانده نشد. صفحه را تازه کنید و دوباره بفرستید."},
    {"json.missing", "مقدار «{name}» لازم است و فرستاده نشده است."},
    {"json.wrong_type", "نوع مقدار «{name}» درست نیست."},
    {"json.not_an_object", "به‌جای یک شیء JSON چیز دیگری فرستاده شده است."},
    {"json.unknown_member", "«{name}» در این درخواست شناخته نیست. آن را بردارید."},
    {"json.unknown_value", "مقدار «{name}» از مقدارهای پذیرفتنی نیست."},

    // Who may do what
    {"error.forbidden", "اجازهٔ این کار را ندارید. اگر باید داشته باشید، با مدیر سامانه تماس بگیرید."},

    // Cases
    {"case.changed_meanwhile",
     "این پرونده در همین میان تغییر کرده است و کار شما هنوز ثبت نشده است. تغییر را ببینید و اگر هنوز لازم است، دوباره ثبت کنید."},
    {"case.not_possible_now", "در وضعیت کنونیِ این مورد، چنین کاری شدنی نیست."},

    // Attachments
    {"upload.too_large",
     "اندازهٔ هر پیوست حداکثر {max} مگابایت است. پیوست کوچک‌تری انتخاب کنید."},
    {"upload.refused",
     "پیوست «{name}» فرستاده نمی‌شود. آن را حذف کنید یا پیوست دیگری به جای آن بگذارید."},
    {"upload.failed", "پیوست فرستاده نشد. اتصال خود را بررسی کنید و دوباره بگذارید."},

    // The server and the way to it
    {"error.internal",
     "در سامانه خطایی پیش آمد. چند دقیقهٔ دیگر دوباره تلاش کنید؛ اگر باز هم پیش آمد، با ما تماس بگیرید."},
    {"error.bad_answer", "پاسخ سامانه خوانده نشد. چند لحظهٔ دیگر دوباره تلاش کنید."},
    {"error.said", "{text}"},
    {"error.offline",
     "به اینترنت دسترسی ندارید. آنچه نوشته‌اید نگه داشته شده است؛ پس از برقراری اتصال دوباره بفرستید."},
};

}  // namespace

constinit const std::span<const Message> kFaErrors = kMessages;

}  // namespace hamandish
