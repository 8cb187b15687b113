#!/usr/bin/env python3
"""Compares the sizes of web/shell/style.css with shared/view/tokens.h, so that the browser and the canvas put everything
at the same places. Colours need no comparing: they are made from the same list (shared/view/theme_css.h); that the
sheet names none of its own is checked here too, and that it uses no left and right, and no siblings of plain tags."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKENS = (ROOT / 'shared/view/tokens.h').read_text(encoding='utf-8')
SHEET = "".join((ROOT / "web/shell" / name).read_text(encoding="utf-8") for name in ("style.css", "canvas.css"))
CSS = re.sub(r'/\*.*?\*/', '', SHEET, flags=re.S)


def numbers(name):
    """The numbers of a constant in tokens.h, in order."""
    found = re.search(rf'\b{name}(?:\[\d\])?\s*=?\s*(\{{.*?\}}|[\d.]+)\s*;', TOKENS, flags=re.S)
    if not found:
        sys.exit(f'tokens.h: no {name}')
    return [float(one) for one in re.findall(r'[\d.]+', found.group(1))]


def rules(css):
    """(media query or '', selector, declarations) of every rule."""
    at = 0
    for block in re.finditer(r'@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}', css):
        yield from ((('', *one)) for one in re.findall(r'([^{}]+)\{([^{}]*)\}', css[at:block.start()]))
        yield from (((block.group(1).strip(), *one)) for one in re.findall(r'([^{}]+)\{([^{}]*)\}', block.group(2)))
        at = block.end()
    yield from ((('', *one)) for one in re.findall(r'([^{}]+)\{([^{}]*)\}', css[at:]))


RULES = [(media, [part.strip() for part in re.split(r',(?![^(]*\))', selector)], declarations)
         for media, selector, declarations in rules(CSS)]


def value(selector, name, media=''):
    """The last value that the sheet gives to this property of this selector."""
    found = None
    for of_media, selectors, declarations in RULES:
        if of_media == media and selector in selectors:
            for one in declarations.split(';'):
                key, _, text = one.partition(':')
                if key.strip() == name:
                    found = text.strip()
    return found


def px(text):
    """CSS pixels of a length at the usual text size; None if it is none."""
    match = re.fullmatch(r'(-?[\d.]+)(rem|px)', text or '')
    return float(match.group(1)) * (16 if match.group(2) == 'rem' else 1) if match else None


def rem(number):
    return f'{number / 16:g}rem'.replace('0.', '.', 1) if number < 16 else f'{number / 16:g}rem'


wrong = []


def expect(selector, name, wanted, media=''):
    got = px(value(selector, name, media))
    if got != wanted:
        wrong.append(f'{media or "all"} {selector} {name}: {value(selector, name, media)}, tokens.h says {wanted:g}px')


def expect_style(selector, style, media=''):
    expect(selector, 'font-size', style[0], media)
    expect(selector, 'line-height', style[1], media)


phone, wide, cards = (numbers(name)[0] for name in ('phone_below', 'wide_from', 'cards_below'))
from_phone, from_cards, from_wide = (f'(min-width:{number:g}px)' for number in (phone, cards, wide))
body, small = numbers('body'), numbers('small')
headings, phone_headings = numbers('headings'), numbers('phone_headings')

if f'font:{rem(body[0])}/{rem(body[1])} ' not in CSS:
    wrong.append(f':root font: tokens.h says {rem(body[0])}/{rem(body[1])}')
for level in range(4):
    style = headings[2 * level:2 * level + 2]
    on_phone = phone_headings[2 * level:2 * level + 2]
    expect_style(f'h{level + 1}', on_phone)
    if style != on_phone:
        expect_style(f'h{level + 1}', style, from_phone)
for selector in ('.brand', 'caption', '.errors h2', '.empty>p:first-child', '.grid a'):
    expect_style(selector, headings[4:6])
for selector in ('.help', '.error', '.badge', 'dt', 'footer p', 'th', '.progress', 'li>[id$=-note]', 'td::before'):
    expect_style(selector, small)
expect_style('.bar a', small)
expect_style('.bar a', numbers('nav'), from_phone)
expect('.bar', 'margin-inline-start', -numbers('nav_padding_phone')[0])
expect('.bar', 'margin-inline-start', -numbers('nav_padding')[0], from_phone)
expect_style('legend', phone_headings[2:4])
expect_style('legend', headings[2:4], from_phone)
expect('input[dir=ltr]', 'max-inline-size', numbers('short_control_max')[0])
expect_style('.code>:last-child', numbers('code'))
expect('dt', 'line-height', body[1], from_phone)
if f'{numbers("term_width")[0]:g}px minmax(0,1fr)' not in CSS:
    wrong.append('the terms of facts are not as wide as term_width')
expect('main', 'gap', numbers('main_gap')[0])
expect('section', 'gap', numbers('section_gap')[0])
expect('.card', 'gap', numbers('card_gap')[0])
expect('form', 'gap', numbers('form_gap')[0])
expect('fieldset', 'gap', numbers('group_gap')[0])
expect('legend', 'margin-block-end', numbers('group_gap')[0])
expect('.field', 'gap', numbers('field_gap')[0])
expect('.field', 'max-inline-size', numbers('column_max')[0])
expect('form', 'max-inline-size', numbers('column_max')[0])
expect('input', 'min-block-size', numbers('control_height')[0])
expect('input', 'border-radius', numbers('radius_control')[0])
expect('button', 'border-radius', numbers('radius_control')[0])
expect('.card', 'border-radius', numbers('radius_card')[0])
expect(':root', '--pad', numbers('padding_phone')[0])
expect(':root', '--pad', numbers('padding_wide')[0], from_phone)
expect(':root', '--main', numbers('main_padding_phone')[0])
expect(':root', '--main', numbers('main_padding_wide')[0], from_phone)
if f'(100% - {numbers("container_max")[0]:g}px)/2' not in CSS:
    wrong.append('the container is not as wide as container_max')
ring = f'{numbers("focus_ring")[0]:g}px solid var(--accent)'
if value(':focus-visible', 'outline') != ring:
    wrong.append(f':focus-visible outline: tokens.h says {ring}')
expect(':focus-visible', 'outline-offset', numbers('focus_ring_gap')[0])
for media in (from_phone, from_cards, from_wide):
    if f'@media{media}' not in CSS:
        wrong.append(f'no @media{media}')

screen = re.sub(r'@media print\{.*', '', CSS, flags=re.S)
for colour in re.findall(r'#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(', screen):
    wrong.append(f'a colour of its own: {colour}')
for word in re.findall(r'(?<![a-z-])(?:(?:margin|padding|border|float|text-align)[-:] ?)?(?:left|right)(?![a-z-])', CSS):
    wrong.append(f'{word}: say start and end')

# At an insertion Chromium styles anew all elements round it of the tags that such rules name (decision 31).
for selector in re.findall(r'(?:^|[\s,>(}])[a-z][a-z0-9]*[+~][^,{]*', CSS):
    wrong.append(f'{selector.strip()}: a plain tag before + or ~')

for one in wrong:
    print(f'style.css: {one}')
sys.exit(1 if wrong else 0)
