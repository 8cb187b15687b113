// Data that people type in the tests.

// A valid national id for any nine digits (domain rule: weights 10..2, modulo 11).
export function nationalId(nineDigits) {
  const sum = [...nineDigits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const rest = sum % 11;
  return nineDigits + String(rest < 2 ? rest : 11 - rest);
}

export const citizen = {
  'نام': 'مریم',
  'نام خانوادگی': 'ولی‌زاده',
  'کد ملی': '0499370899',
  'تلفن همراه': '09151234567',
  'رایانامه': 'maryam@mail.example',
};

export const password = 'demo-hamandish';

export function persianDigits(text) {
  return text.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]);
}

// A 1x1 PNG, as a phone would send a picture.
export const picture = {
  name: 'چاه.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
