// What the server says by SMS and e-mail, and the page of the channels.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // Words with which a citizen asks by SMS how a case stands.
    {"sms.status_words", "پیگیری پی‌گیری وضعیت کد رهگیری"},
    {"sms.stop_line", "لغو۱۱"},

    // By SMS. Short: each part holds 67 letters.
    {"sms.receipt",
     "{organisation}\n{kind} شما ثبت شد.\nکد رهگیری: {code}\nمهلت پاسخ: {date}\nبرای آگاهی از وضعیت، «پیگیری» و کد را پیامک کنید."},
    {"sms.receipt_report",
     "{organisation}\nگزارش شما ثبت شد.\nکد رهگیری: {code}\nنتیجهٔ گزارش اعلام نمی‌شود."},
    {"sms.joined", "{organisation}\nپیامک شما به پروندهٔ {code} افزوده شد."},
    {"sms.status_open", "{organisation}\nپروندهٔ {code}: {state}\nمهلت پاسخ: {date}"},
    {"sms.status", "{organisation}\nپروندهٔ {code}: {state}"},
    {"sms.code_wrong", "کد رهگیری درست خوانده نشد. «پیگیری» و سپس کد ۱۲ یا ۱۶ رقمی را پیامک کنید."},
    {"sms.code_unknown",
     "پرونده‌ای با این کد برای این شماره پیدا نشد. کد را بررسی کنید و از همان شماره‌ای بپرسید که با آن پیام داده‌اید."},
    {"sms.resumed",
     "{organisation}\nاز این پس پیامک‌های اطلاع‌رسانی را دریافت می‌کنید. برای لغو، ۱۱ را پیامک کنید."},
    {"sms.replied", "{organisation}\nپاسخ پروندهٔ {code}:\n{text}"},
    {"sms.asked", "{organisation}\nدربارهٔ پروندهٔ {code}:\n{text}\nپاسخ خود را به همین شماره پیامک کنید."},

    {"email.receipt",
     "با سلام\n\n{kind} شما با موضوع «{subject}» ثبت شد.\n\nکد رهگیری: {code}\nمهلت پاسخ: {date}\n\nبرای افزودن توضیح یا مدرک، به همین رایانامه پاسخ دهید."},
    {"email.receipt_report",
     "با سلام\n\nگزارش شما ثبت شد.\n\nکد رهگیری: {code}\n\nنتیجهٔ گزارش اعلام نمی‌شود. برای افزودن توضیح یا مدرک، به همین رایانامه پاسخ دهید."},
    {"email.replied",
     "با سلام\n\nبه پیام شما با کد رهگیری {code} چنین پاسخ داده شد:\n\n{text}\n\nاگر نکته‌ای مانده است، به همین رایانامه پاسخ دهید."},
    {"email.asked",
     "با سلام\n\nبرای رسیدگی به پیام شما با کد رهگیری {code} به توضیح یا مدرک نیاز است:\n\n{text}\n\nلطفاً به همین رایانامه پاسخ دهید؛ تا رسیدن پاسخ، رسیدگی متوقف است."},
    {"email.reply_subject", "Re: {subject}"},
    {"email.plain_subject", "دربارهٔ پیام شما"},

    {"inbound.wrote_marks", "نوشت:|نوشته است:|نوشته‌اند:"},
    {"inbound.history_marks", "پیام اصلی|پیام اولیه"},
    {"inbound.too_large",
     "این رایانامه بزرگ‌تر از اندازهٔ مجاز بود و متن و پیوست‌های آن دریافت نشد. اصل آن در صندوق رایانامهٔ واحد است."},
    {"inbound.no_text", "(بدون متن)"},
    {"inbound.part_missing", " [بخشی از این پیامک نرسید] "},
    {"voicemail.from_word", "از شمارهٔ"},
    {"voicemail.box_word", "صندوق"},
    {"voicemail.length_word", "مدت"},
    {"inbound.voice_subject", "پیام صوتی، {when}"},
    {"inbound.voice_text", "پیام صوتی از شمارهٔ {caller}، {seconds} ثانیه. متن پیام هنوز نوشته نشده است."},
    {"inbound.voice_hidden", "پیام صوتی از شمارهٔ پنهان، {seconds} ثانیه. متن پیام هنوز نوشته نشده است."},
    {"inbound.voice_file", "پیام صوتی"},
    {"inbound.voice_body", "پیام صوتی؛ متن آن هنوز نوشته نشده است."},
    {"inbound.from_other", "از {sender}:\n{text}"},
    {"inbound.files_refused",
     "این پیوست‌ها پذیرفته نشد، چون نوع یا اندازهٔ آن‌ها مجاز نیست: {names}"},

    // /staff/channels
    {"channels.heading", "راه‌های ارتباطی"},
    {"channels.lead",
     "پیامک، رایانامه و تلفن: هر راه چگونه کار می‌کند و چه پیام‌هایی نرفته است."},
    {"channels.none",
     "هیچ راه ارتباطی پیکربندی نشده است. کارگزار باید با پروندهٔ پیکربندی راه‌ها اجرا شود."},
    {"channels.table", "وضعیت راه‌ها"},
    {"channels.name", "راه"},
    {"channels.state", "وضعیت"},
    {"channels.last_success", "آخرین کامیابی"},
    {"channels.last_failure", "آخرین خطا"},
    {"channels.balance", "اعتبار"},
    {"channels.works", "برقرار"},
    {"channels.fails", "{count} خطای پیاپی"},
    {"channels.paused", "متوقف"},
    {"channels.unused", "هنوز به کار نرفته"},
    {"channels.never", "هیچ‌گاه"},
    {"channels.pause", "توقف {name}"},
    {"channels.resume", "ادامهٔ {name}"},
    {"channels.switches", "توقف و ادامه"},
    {"channels.backlog", "صف ارسال"},
    {"channels.sms", "پیامک"},
    {"channels.email", "رایانامه"},
    {"channels.waiting", "{count} پیام در صف"},
    {"channels.waiting_since", "{count} پیام در صف؛ کهنه‌ترین از {when}"},
    {"channels.dead_count", "{count} پیام ارسال‌نشده"},
    {"channels.dead", "پیام‌های ارسال‌نشده"},
    {"channels.dead_none", "همهٔ پیام‌ها ارسال شده یا در صف‌اند."},
    {"channels.dead_lead",
     "این پیام‌ها پس از چند بار تلاش ارسال نشدند. علت را برطرف کنید و دوباره بفرستید."},
    {"channels.message", "پیام {id}"},
    {"channels.cause", "بابت"},
    {"channels.created", "زمان"},
    {"channels.problem", "علت"},
    {"channels.again", "ارسال دوبارهٔ پیام {id}"},
};

}  // namespace

constinit const std::span<const Message> kFaChannels = kMessages;

}  // namespace hamandish
