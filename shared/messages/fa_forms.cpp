// What is wrong in one field of a form, and what to do about it. {label} is the name of the field.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // Not filled in
    {"form.write", "{label} را بنویسید."},
    {"form.choose", "{label} را انتخاب کنید."},
    {"form.tick", "برای ادامه، «{label}» را علامت بزنید."},
    {"form.attach", "دست‌کم یک پیوست بگذارید."},

    // Lengths
    {"form.too_short", "{label} باید دست‌کم {min} نویسه باشد. کمی بیشتر بنویسید."},
    {"form.too_long",
     "{label} حداکثر {max} نویسه می‌تواند باشد و اکنون {count} نویسه است. آن "
     "را "
     "کوتاه‌تر "
     "کنید."},

    // One of each kind of field
    {"form.name_characters",
     "{label} فقط با حروف نوشته می‌شود. رقم‌ها و نشانه‌ها را از آن "
     "بردارید."},
    {"form.national_id_length",
     "کد ملی باید ۱۰ رقم باشد. رقم‌های کد ملی خود را دوباره بررسی "
     "کنید."},
    {"form.national_id_wrong",
     "این کد ملی درست نیست؛ شاید رقمی جابه‌جا یا اشتباه نوشته شده است. آن را با "
     "کارت "
     "ملی "
     "خود "
     "مقایسه "
     "کنید."},
    {"form.legal_id_length",
     "شناسهٔ ملی باید ۱۱ رقم باشد. رقم‌های آن را دوباره بررسی کنید."},
    {"form.legal_id_wrong",
     "این شناسهٔ ملی درست نیست؛ شاید رقمی جابه‌جا یا اشتباه نوشته شده است. آن را "
     "با "
     "آگهی "
     "ثبت "
     "مقایسه "
     "کنید."},
    {"form.mobile", "شمارهٔ تلفن همراه باید ۱۱ رقم باشد و با ۰۹ آغاز شود. شماره را دوباره بررسی کنید."},
    {"form.landline", "شمارهٔ تلفن ثابت باید با کد شهر و در مجموع ۱۱ رقم باشد، مانند \u2066۰۵۶۳۲۲۲۳۳۴۴\u2069."},
    {"form.email", "رایانامه درست نیست. آن را به این شکل بنویسید: \u2066name@example.ir\u2069"},
    {"form.postal_code",
     "کد پستی باید ۱۰ رقم باشد. رقم‌های آن را دوباره بررسی کنید."},
    {"form.not_a_choice", "{label} را از میان گزینه‌های فهرست انتخاب کنید."},
    {"form.checkbox", "مقدار «{label}» درست نیست. آن را دوباره علامت بزنید یا خالی بگذارید."},
    {"form.attachment_unknown",
     "یکی از پیوست‌ها پیدا نشد. آن را بردارید و دوباره بگذارید."},
    {"form.too_many_attachments",
     "حداکثر {max} پیوست می‌توان گذاشت و اکنون {count} پیوست هست. بعضی را "
     "بردارید."},

    // The form as a whole
    {"form.unknown_field", "«{name}» در این فرم شناخته نیست. آن را بردارید."},
    {"form.sent_twice", "«{name}» دو بار فرستاده شده است. یکی را بردارید."},
    {"form.unknown_kind", "این سازمان فرمی برای این نوع پیام ندارد. نوع پیام را از «میز خدمت» انتخاب کنید."},
    {"form.name_needed",
     "این نوع پیام بدون نام ثبت نمی‌شود. مشخصات خود را بنویسید."},
    {"form.person_and_anonymous",
     "یا مشخصات خود را بفرستید یا «بدون نام ثبت شود» را انتخاب کنید؛ هر دو با هم پذیرفته "
     "نمی‌شود."},

    // Tracking
    {"form.code_length",
     "کد رهگیری ۱۲ رقم است و بدون تلفن همراه ۱۶ رقم. رقم‌های آن را "
     "دوباره "
     "بررسی "
     "کنید."},
    {"form.code_characters",
     "کد رهگیری فقط رقم دارد. حرف‌ها و نشانه‌ها را از آن بردارید."},
    {"form.code_typo",
     "در کد رهگیری رقمی اشتباه یا جابه‌جا نوشته شده است. آن را با "
     "رسید "
     "خود "
     "مقایسه "
     "کنید."},
    {"form.mobile_last4",
     "چهار رقم آخر تلفن همراهی را بنویسید که هنگام ثبت داده‌اید."},
};

}  // namespace

constinit const std::span<const Message> kFaForms = kMessages;

}  // namespace hamandish
