// The names of what a case is, where it stands and what happened to it, and of the roles of staff (domain.md 1.3).
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"kind.complaint", "شکایت"},
    {"kind.request", "درخواست"},
    {"kind.suggestion", "پیشنهاد"},
    {"kind.criticism", "انتقاد"},
    {"kind.report", "گزارش"},
    {"kind.head", "پیام به رئیس دستگاه"},
    {"kind.appreciation", "قدردانی"},

    {"state.registered", "ثبت شد"},
    {"state.in_progress", "در دست بررسی"},
    {"state.waiting_for_citizen", "نیازمند تکمیل"},
    {"state.answered", "پاسخ داده شد"},
    {"state.closed", "مختومه"},
    {"state.withdrawn", "انصراف"},
    {"state.rejected", "عدم پذیرش"},

    // Steps of a case. Those with the units' names are used where these are known.
    {"event.registered", "ثبت شد"},
    {"event.registered_to", "ثبت شد و به {to_unit} فرستاده شد"},
    {"event.referred", "به واحد دیگری ارجاع شد"},
    {"event.referred_from_to", "از {from_unit} به {to_unit} ارجاع شد"},
    {"event.noted", "یادداشت داخلی"},
    {"event.replied", "پاسخ داده شد"},
    {"event.replied_by", "{from_unit} پاسخ داد"},
    {"event.asked", "اطلاعات تکمیلی خواسته شد"},
    {"event.supplied", "اطلاعات تکمیلی رسید"},
    {"event.closed", "مختومه شد"},
    {"event.withdrawn", "نویسنده انصراف داد"},
    {"event.objected", "نویسنده به پاسخ اعتراض کرد"},
    {"event.rejected", "پذیرفته نشد"},
    {"event.escalated", "به مسئول بالاتر گزارش شد"},
    {"event.rescheduled", "مهلت پاسخ با تقویم کاری سازمان جابه‌جا شد"},
    {"event.extended", "مهلت پاسخ تمدید شد"},
    {"event.rated", "نویسنده دربارهٔ رسیدگی نظر داد"},
    {"event.assigned", "مسئول رسیدگی تعیین شد"},
    {"event.prioritised", "اولویت تغییر کرد"},
    {"event.tagged", "برچسب افزوده شد"},
    {"event.untagged", "برچسب برداشته شد"},
    {"event.returned", "مربوط به این واحد نبود و بازگردانده شد"},
    {"event.consulted", "از واحد دیگری هم‌زمان نظر خواسته شد"},
    {"event.advised", "نظر واحد رسید"},
    {"event.drafted", "پیش‌نویس پاسخ برای تأیید مدیر"},
    {"event.draft_returned", "پیش‌نویس پاسخ بازگردانده شد"},
    {"event.merged", "با پروندهٔ دیگری یکی شد"},
    {"event.linked", "به پروندهٔ دیگری پیوند خورد"},
    {"event.split", "بخشی از آن پروندهٔ جداگانه‌ای شد"},
    {"event.redacted", "بخشی از متن محرمانه شد"},

    // Of these the citizen reads as «شما».
    {"event.own_asked", "از شما اطلاعات تکمیلی خواسته شد"},
    {"event.own_supplied", "اطلاعات تکمیلی شما رسید"},
    {"event.own_withdrawn", "شما انصراف دادید"},
    {"event.own_objected", "شما به پاسخ اعتراض کردید"},
    {"event.own_rated", "شما دربارهٔ رسیدگی نظر دادید"},

    {"action.refer", "ارجاع"},
    {"action.note", "یادداشت داخلی"},
    {"action.reply", "پاسخ"},
    {"action.ask", "درخواست تکمیل"},
    {"action.supply", "تکمیل اطلاعات"},
    {"action.close", "مختومه کردن"},
    {"action.withdraw", "انصراف"},
    {"action.object", "اعتراض به پاسخ"},
    {"action.reject", "عدم پذیرش"},
    {"action.extend", "تمدید مهلت"},
    {"action.rate", "نظر دربارهٔ رسیدگی"},
    {"action.assign", "تعیین مسئول رسیدگی"},
    {"action.prioritise", "تغییر اولویت"},
    {"action.tag", "افزودن برچسب"},
    {"action.untag", "برداشتن برچسب"},
    {"action.give_back", "مربوط به این واحد نیست"},
    {"action.consult", "نظرخواهی هم‌زمان"},
    {"action.advise", "اعلام نظر واحد"},
    {"action.draft", "پیش‌نویس پاسخ"},
    {"action.return_draft", "بازگرداندن پیش‌نویس"},
    {"action.merge", "یکی کردن دو پرونده"},
    {"action.link", "پیوند دو پرونده"},
    {"action.split", "جدا کردن پرونده"},
    {"action.redact", "محرمانه کردن متن"},

    {"priority.normal", "عادی"},
    {"priority.high", "مهم"},
    {"priority.urgent", "فوری"},

    {"outcome.done", "انجام شد"},
    {"outcome.not_possible", "امکان‌پذیر نبود"},
    {"outcome.not_ours", "در صلاحیت این دستگاه نبود"},
    {"outcome.duplicate", "تکراری بود"},
    {"outcome.withdrawn", "نویسنده انصراف داد"},

    {"channel.web", "سامانه"},
    {"channel.phone", "تلفن"},
    {"channel.visit", "مراجعهٔ حضوری"},
    {"channel.letter", "نامه"},
    {"channel.sms", "پیامک"},
    {"channel.email", "رایانامه"},

    {"role.officer", "کارشناس"},
    {"role.unit_manager", "مدیر واحد"},
    {"role.head_office", "حوزهٔ ریاست"},
    {"role.public_relations", "روابط عمومی"},
    {"role.it", "فناوری اطلاعات"},
    {"role.regulations", "حقوقی و مقررات"},
    {"role.telephone_operator", "پاسخ‌گوی تلفن"},
    {"role.admin", "مدیر سامانه"},

    // For whoever writes a profile; read in the log.
    {"profile.unknown_unit", "این واحد در فهرست واحدها نیست."},
    {"profile.duplicate", "این شناسه پیش‌تر آمده است."},
    {"profile.bad_value", "این مقدار پذیرفتنی نیست."},

    {"urgency.none", "بدون مهلت"},
    {"urgency.calm", "در مهلت"},
    {"urgency.yellow", "نیمی از مهلت گذشته است"},
    {"urgency.red", "مهلت رو به پایان است"},
    {"urgency.overdue", "از مهلت گذشته است"},
};

}  // namespace

constinit const std::span<const Message> kFaCases = kMessages;

}  // namespace hamandish
