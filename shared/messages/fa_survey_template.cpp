// The ready survey of satisfaction with services (shared/surveys/templates.cpp). Its axes: domain.md 1.4.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"survey_template.empty_title", "نظرسنجی تازه"},
    {"survey_template.title", "نظرسنجی رضایت از خدمات"},
    {"survey_template.lead",
     "از شما که به‌تازگی خدمتی از سازمان گرفته‌اید می‌خواهیم آن را ارزیابی کنید. پاسخ دادن کمتر از پنج دقیقه زمان می‌برد و "
     "پاسخ‌ها فقط برای بهتر شدن کار و گزارش به مردم به کار می‌رود."},
    {"survey_template.thanks",
     "از وقتی که گذاشتید سپاسگزاریم. نتیجهٔ این نظرسنجی پس از پایان آن در همین بخش منتشر می‌شود."},
    {"survey_template.information", "اطلاع‌رسانی"},
    {"survey_template.q1", "از توضیح مراحل انجام کار چقدر راضی هستید؟"},
    {"survey_template.q2", "از اعلام مدت زمان انجام کار چقدر راضی هستید؟"},
    {"survey_template.answering", "پاسخگویی"},
    {"survey_template.q3",
     "از رسیدگی به‌موقع و روشن به شکایت‌ها چقدر راضی هستید؟"},
    {"survey_template.q4", "از پاسخگویی و پیگیری کارکنان چقدر راضی هستید؟"},
    {"survey_template.q5", "از دقت کارشناسان چقدر راضی هستید؟"},
    {"survey_template.q6", "از رفتار و برخورد کارکنان چقدر راضی هستید؟"},
    {"survey_template.time", "زمان"},
    {"survey_template.q7", "از پایبندی به زمان اعلام‌شده چقدر راضی هستید؟"},
    {"survey_template.q8", "از سرعت انجام کار چقدر راضی هستید؟"},
    {"survey_template.office", "شیوهٔ کار"},
    {"survey_template.q9",
     "از تعداد دفعه‌هایی که باید پیگیری می‌کردید چقدر راضی هستید؟"},
    {"survey_template.q10", "از روشن بودن روند و مدارک لازم چقدر راضی هستید؟"},
    {"survey_template.q11", "از تسلط کارکنان بر کار خود چقدر راضی هستید؟"},
    {"survey_template.q12", "از نظم و ترتیب کارها چقدر راضی هستید؟"},
    {"survey_template.whole", "در مجموع"},
    {"survey_template.q13", "در مجموع از این خدمت چقدر راضی هستید؟"},
    {"survey_template.q14", "چه چیزی شما را ناراضی کرد؟"},
    {"survey_template.q15", "آیا درخواستی خارج از قانون از شما شد؟"},
    {"survey_template.q15_help", "پاسخ شما محرمانه می‌ماند."},
    {"survey_template.q16", "چه درخواستی و از سوی کدام بخش؟"},
    {"survey_template.q16_help",
     "اینجا نام و نشانی ننویسید. اگر می‌خواهید رسیدگی شود، از میز خدمت گزارش ثبت کنید."},
    {"survey_template.q17", "پیشنهاد شما برای بهتر شدن این خدمت چیست؟"},
    {"survey_template.person", "دربارهٔ شما"},
    {"survey_template.person_help",
     "این پرسش‌ها اختیاری است و فقط برای آمار به کار می‌رود."},
    {"survey_template.visits", "برای این کار چند بار مراجعه کردید؟"},
    {"survey_template.visits1", "مراجعه نکردم، همه‌چیز غیرحضوری بود"},
    {"survey_template.visits2", "یک بار"},
    {"survey_template.visits3", "دو یا سه بار"},
    {"survey_template.visits4", "بیش از سه بار"},
    {"survey_template.gender", "جنسیت"},
    {"survey_template.gender1", "زن"},
    {"survey_template.gender2", "مرد"},
    {"survey_template.age", "سن"},
    {"survey_template.age1", "کمتر از ۲۵ سال"},
    {"survey_template.age2", "۲۵ تا ۳۴ سال"},
    {"survey_template.age3", "۳۵ تا ۴۴ سال"},
    {"survey_template.age4", "۴۵ تا ۵۹ سال"},
    {"survey_template.age5", "۶۰ سال و بیشتر"},
    {"survey_template.school", "تحصیلات"},
    {"survey_template.school1", "زیر دیپلم"},
    {"survey_template.school2", "دیپلم"},
    {"survey_template.school3", "کاردانی یا کارشناسی"},
    {"survey_template.school4", "کارشناسی ارشد و بالاتر"},
    {"survey_template.work", "شغل"},
    {"survey_template.work1", "کشاورز یا دامدار"},
    {"survey_template.work2", "کارمند"},
    {"survey_template.work3", "آزاد"},
    {"survey_template.work4", "خانه‌دار"},
    {"survey_template.work5", "دانشجو"},
    {"survey_template.work6", "دیگر"},
};

}  // namespace

const std::span<const Message> kFaSurveyTemplate = kMessages;

}  // namespace hamandish
