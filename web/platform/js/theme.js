// The colours of the page: as the device prefers, or as chosen in the footer. The choice is a cookie, so that the server
// writes the next page in the same colours (shared/view/theme_css.h), and an attribute of <html>, which CSS goes by.
import { call } from './app.js';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');
const year = 365 * 24 * 60 * 60;

export const chosenTheme = () => root.dataset.theme ?? '';

// {dark, contrast} of what is shown now.
export function themeNow() {
  const chosen = chosenTheme();
  return {
    dark: chosen === 'dark' || (chosen !== 'light' && dark.matches),
    contrast: chosen === 'contrast' || (!chosen && contrast.matches),
  };
}

// `change`: the colours are others.
export function watchThemes(change) {
  dark.addEventListener('change', change);
  contrast.addEventListener('change', change);
}

// name: auto, light, dark or contrast.
export function chooseTheme(name) {
  const chosen = name === 'auto' ? '' : name;
  document.cookie = `theme=${chosen};path=/;samesite=lax;max-age=${chosen ? year : 0}`;
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  call('choose_theme', [chosen]);
  dark.dispatchEvent(new Event('change'));
}
