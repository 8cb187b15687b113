// The words of the pages (shared/pages): titles, labels, explanations, buttons. Names of controls are fixed by the
// contract; see the note in fa_tables.h on how to write.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // Frame
    {"page.title", "{title} | {organisation}"},
    {"nav.name", "پیوندهای اصلی"},
    {"nav.skip", "رفتن به محتوای اصلی"},
    {"nav.home", "خانه"},
    {"nav.desk", "میز خدمت"},
    {"nav.track", "پیگیری"},
    {"nav.drafts", "پیش‌نویس مقررات"},
    {"nav.news", "اخبار"},
    {"nav.surveys", "نظرسنجی"},
    {"nav.contact", "تماس با ما"},
    {"nav.strategy", "راهبرد مشارکت"},
    {"nav.statistics", "آمار"},
    {"nav.staff", "ورود کارکنان"},
    {"banner.signed_in", "{name}، {unit}"},
    {"banner.account", "حساب من"},
    {"banner.settings", "تنظیمات"},
    {"banner.sign_out", "خروج"},
    {"foot.contact", "تلفن: {phone}، رایانامه: {email}"},
    {"theme.name", "رنگ صفحه"},
    {"theme.auto", "مانند دستگاه"},
    {"theme.light", "روشن"},
    {"theme.dark", "تیره"},
    {"theme.contrast", "پرتضاد"},
    // Home
    {"home.heading", "صدای شما در {organisation}"},
    {"home.lead",
     "شکایت، درخواست یا پیشنهاد خود را بنویسید، کد رهگیری بگیرید و پاسخ را همین‌جا بخوانید. نیازی به "
     "ثبت‌نام "
     "نیست."},
    {"home.write", "برای ما بنویسید"},
    {"home.track", "پاسخ خود را ببینید"},
    {"home.track_lead", "کد رهگیری را از رسید یا پیامک خود بنویسید."},
    {"home.no_web", "بدون اینترنت"},
    {"home.phone", "اگر نوشتن برایتان دشوار است، به شمارهٔ {phone} زنگ بزنید. {hours}"},
    // Service desk
    {"desk.lead",
     "نوع پیام خود را انتخاب کنید. پیام شما خودکار به واحد مسئول می‌رسد و با کد رهگیری می‌توانید روند رسیدگی "
     "و "
     "پاسخ را ببینید."},
    {"desk.kinds", "نوع پیام"},
    {"desk.advice", "پیش از نوشتن بدانید"},
    {"desk.advice_once",
     "هر موضوع را یک بار بنویسید؛ ثبت دوباره رسیدگی را تندتر "
     "نمی‌کند."},
    {"desk.advice_documents",
     "مدرک‌های لازم را پیوست کنید؛ تا پنج فایل و هر کدام تا ۱۰ "
     "مگابایت."},
    {"desk.advice_code", "کد رهگیری را نزد خود نگه دارید و به کسی ندهید."},
    {"desk.privacy", "حریم خصوصی شما"},
    // A new message
    {"form.choose_one", "یکی را انتخاب کنید"},
    {"form.person", "مشخصات شما"},
    {"form.message", "پیام شما"},
    {"form.anonymous", "بدون نام ثبت شود"},
    {"form.deadline", "حداکثر تا {days} روز کاری پس از ثبت پاسخ می‌گیرید."},
    {"form.send", "ارسال"},
    {"form.clear", "پاک کردن"},
    {"form.clear_ask", "همهٔ آنچه در این فرم نوشته‌اید پاک شود؟"},
    {"form.waiting",
     "اینترنت وصل نشد و پیام شما هنوز فرستاده نشده است. آن را روی همین دستگاه نگه داشته‌ایم و همین که اینترنت وصل شود، خودکار می‌فرستیم."},
    {"form.files_lost",
     "پیام شما هنوز فرستاده نشده است و پیوست‌هایی که بارگذاری نشده بود، با بستن صفحه از دست رفت. آن‌ها را دوباره بگذارید و «ارسال» را بزنید."},
    {"form.already_sent",
     "این فرم پیش‌تر با متن دیگری ثبت شده است. متن کنونی در فرم مانده است؛ اگر می‌خواهید جداگانه ثبت شود، دوباره «ارسال» را بزنید."},
    {"form.file_retry", "بارگذاری دوبارهٔ {name}"},
    {"offline.banner",
     "اینترنت قطع است. آنچه می‌نویسید روی همین دستگاه نگه داشته می‌شود."},
    {"waiting.elsewhere",
     "یک پیام شما به سبب قطع اینترنت هنوز فرستاده نشده است. همین که اینترنت وصل شود، خودکار فرستاده می‌شود."},
    {"waiting.open", "دیدن پیام"},
    {"waiting.sent", "پیامی که هنگام قطع اینترنت نوشته بودید، فرستاده و ثبت شد."},
    {"waiting.receipt", "دیدن رسید"},
    {"waiting.refused",
     "پیامی که هنگام قطع اینترنت نوشته بودید، پذیرفته نشد و در فرم مانده است. لطفاً آن را ببینید و اصلاح کنید."},
    {"waiting.edited", "پیام شما پیش از آخرین تغییرهایتان ثبت شده بود. متن تغییریافته در فرم مانده است."},
    {"form.sending", "در حال ارسال…"},
    {"form.progress", "{percent} درصد فرستاده شد. لطفاً این صفحه را نبندید."},
    {"form.errors_heading", "لطفاً این موردها را درست کنید:"},
    {"form.file_size", "{name} ({kilobytes} کیلوبایت)"},
    {"form.file_percent", "{percent} درصد بارگذاری شد"},
    {"form.file_remove", "حذف {name}"},
    // Receipt
    {"receipt.heading", "رسید ثبت"},
    {"receipt.lead", "پیام شما ثبت شد و به واحد مسئول رسید."},
    {"receipt.code", "کد رهگیری"},
    {"receipt.keep", "برای خواندن پاسخ، این کد و چهار رقم آخر تلفن همراهتان لازم است. کد را به کسی ندهید."},
    {"receipt.keep_alone",
     "برای خواندن پاسخ تنها همین کد لازم است و اگر گم شود راه دیگری برای پیگیری نیست. آن را به کسی ندهید."},
    {"receipt.fingerprint", "اثر انگشت متن ثبت‌شده"},
    {"receipt.chain", "نشان زنجیره ثبت"},
    {"receipt.download", "دریافت رسید"},
    {"receipt.leave",
     "آیا کد رهگیری را یادداشت کرده‌اید؟ بدون آن نمی‌توانید پاسخ "
     "را "
     "بخوانید."},
    {"receipt.pdf_fact", "{term}: {value}"},
    {"receipt.pdf_how",
     "برای آگاهی از روند رسیدگی، در درگاه سازمان صفحهٔ «پیگیری» را باز کنید و کد رهگیری بالا را بنویسید."},
    {"receipt.acknowledge", "کد را یادداشت کردم"},
    {"receipt.acknowledged",
     "سپاس از شما. با همین کد می‌توانید هر زمان روند رسیدگی را "
     "ببینید."},
    // Tracking
    {"track.heading", "پیگیری پیام"},
    {"track.lead", "کد رهگیری خود را بنویسید تا روند رسیدگی و پاسخ را ببینید."},
    {"track.form", "پیگیری با کد"},
    {"track.code", "کد رهگیری"},
    {"track.code_help", "۱۲ یا ۱۶ رقم، با فاصله یا بی‌فاصله"},
    {"track.last4", "چهار رقم آخر تلفن همراه"},
    {"track.last4_help",
     "همان شماره‌ای که هنگام ثبت نوشته‌اید. برای کد ۱۶ رقمی لازم "
     "نیست."},
    {"track.searching", "در حال جست‌وجو…"},
    {"track.answer", "پاسخ"},
    {"track.further_answer", "پاسخ بعدی"},
    {"track.answered_by", "{unit}، {when}"},
    {"track.trail", "روند رسیدگی"},
    {"track.your_text", "متن پیام شما"},
    {"track.another", "بررسی کد دیگر"},
    // Staff: login
    {"login.lead", "این بخش ویژهٔ کارکنان سازمان است. برای پیگیری پیام خود به حساب کاربری نیاز ندارید."},
    {"login.form", "ورود به سامانه"},
    {"login.username", "نام کاربری"},
    {"login.code", "رمز یک‌بارمصرف"},
    {"login.password", "گذرواژه"},
    {"login.submit", "ورود"},
    {"login.sending", "در حال ورود…"},
    // Staff: inbox
    {"inbox.heading", "کارتابل"},
    {"inbox.search", "جست‌وجو"},
    {"inbox.search_help", "بخشی از موضوع یا متن، نام فرستنده، شمارهٔ همراه یا کد رهگیری"},
    {"inbox.search_submit", "بگرد"},
    {"page.loading", "در حال آوردن صفحه…"},
    {"inbox.loading", "در حال آوردن پرونده‌ها…"},
    {"inbox.empty", "پرونده‌ای در کارتابل نیست"},
    {"inbox.empty_note",
     "هر پیامی که به واحد شما برسد، اینجا بالای فهرست دیده می‌شود."},
    {"inbox.none_found", "پرونده‌ای پیدا نشد"},
    {"inbox.none_found_note",
     "املای دیگری را بیازمایید یا بخش کوتاه‌تری از متن را بنویسید."},
    {"inbox.more", "پرونده‌های بیشتر"},
    // Staff: a case
    {"case.heading", "پرونده"},
    {"case.loading", "در حال آوردن پرونده…"},
    {"case.back", "بازگشت به کارتابل"},
    {"case.subject", "موضوع"},
    {"case.kind", "نوع"},
    {"case.sender", "فرستنده"},
    {"case.unit", "واحد رسیدگی‌کننده"},
    {"case.category", "دسته"},
    {"case.state", "وضعیت"},
    {"case.registered_at", "زمان ثبت"},
    {"case.registered_on", "تاریخ ثبت"},
    {"case.due_on", "مهلت پاسخ"},
    {"case.anonymous", "بدون نام"},
    {"case.person", "فرستندهٔ پیام"},
    {"case.text", "متن پیام"},
    {"case.attachments", "پیوست‌ها"},
    {"case.picture_of", "تصویر {name}"},
    {"case.sound_of", "صدای {name}"},
    {"case.events", "گردش پرونده"},
    {"case.event_by", "{actor}، {when}"},
    {"case.reply_heading", "پاسخ به شهروند"},
    {"case.reply_text", "متن پاسخ"},
    {"case.reply", "ثبت پاسخ"},
    {"case.refer_heading", "ارجاع به واحد دیگر"},
    {"case.refer_to", "ارجاع به"},
    {"case.refer_reason", "علت ارجاع"},
    {"case.refer", "ارجاع"},
    {"case.note_heading", "یادداشت برای همکاران"},
    {"case.note", "یادداشت داخلی"},
    {"case.note_submit", "ثبت یادداشت"},
    {"case.replied", "پاسخ ثبت شد و شهروند آن را با کد رهگیری می‌خواند."},
    {"case.referred", "پرونده ارجاع شد."},
    {"case.noted", "یادداشت ثبت شد."},
    // Contact
    {"contact.address", "نشانی"},
    {"contact.phone", "تلفن"},
    {"contact.complaints_phone", "تلفن رسیدگی به شکایات"},
    {"contact.sms", "شمارهٔ پیامک"},
    {"contact.email", "رایانامه"},
    {"contact.hours", "ساعت کار"},
    {"contact.units", "واحدها"},
    {"contact.manager", "مسئول"},
    // Strategy
    {"strategy.lead",
     "این‌ها تعهدهای {organisation} برای شنیدن صدای مردم و شریک کردن آنان "
     "در "
     "تصمیم‌هاست."},
    {"strategy.go", "رفتن به بخش «{title}»"},
    // Lists that are empty for now
    {"news.lead",
     "خبرها و اطلاعیه‌های سازمان اینجا منتشر می‌شود و می‌توانید دربارهٔ آن‌ها "
     "نظر "
     "بدهید."},
    {"news.empty", "هنوز خبری منتشر نشده است"},
    {"surveys.lead",
     "نظرسنجی‌های سازمان دربارهٔ خدمت‌ها اینجا گذاشته می‌شود."},
    {"surveys.empty", "اکنون نظرسنجی بازی نیست"},
    {"statistics.lead",
     "گزارش عملکرد سازمان در پاسخ‌گویی به مردم اینجا منتشر "
     "می‌شود."},
    {"statistics.empty", "هنوز گزارشی منتشر نشده است"},
    // Unknown address
    {"not_found.heading", "این صفحه پیدا نشد"},
    {"not_found.lead",
     "شاید نشانی کامل نوشته نشده یا صفحه جابه‌جا شده باشد. از صفحهٔ خانه به همهٔ "
     "بخش‌ها "
     "می‌رسید."},
    {"not_found.home", "رفتن به صفحهٔ خانه"},
};

}  // namespace

const std::span<const Message> kFaPages = kMessages;

}  // namespace hamandish
