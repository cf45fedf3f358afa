/**
 * Languages a person may ask an interpreter for, by their own name and in
 * English, as the police are told. The most spoken in Kent and Medway by the
 * 2021 census (ONS, table TS024), those that have arrived since, and British
 * Sign Language. Anything else is written in words.
 */
export const spokenLanguages = [
  { code: 'en', own: 'English', english: 'English' },
  { code: 'sq', own: 'Shqip', english: 'Albanian' },
  { code: 'ar', own: 'العربية', english: 'Arabic' },
  { code: 'bn', own: 'বাংলা', english: 'Bengali' },
  { code: 'bfi', own: 'BSL', english: 'British Sign Language (BSL)' },
  { code: 'bg', own: 'Български', english: 'Bulgarian' },
  { code: 'yue', own: '廣東話', english: 'Cantonese' },
  { code: 'cs', own: 'Čeština', english: 'Czech' },
  { code: 'prs', own: 'دری', english: 'Dari' },
  { code: 'fa', own: 'فارسی', english: 'Farsi' },
  { code: 'fr', own: 'Français', english: 'French' },
  { code: 'el', own: 'Ελληνικά', english: 'Greek' },
  { code: 'gu', own: 'ગુજરાતી', english: 'Gujarati' },
  { code: 'hu', own: 'Magyar', english: 'Hungarian' },
  { code: 'it', own: 'Italiano', english: 'Italian' },
  { code: 'kmr', own: 'Kurmancî', english: 'Kurdish (Kurmanji)' },
  { code: 'ckb', own: 'کوردی (سۆرانی)', english: 'Kurdish (Sorani)' },
  { code: 'lv', own: 'Latviešu', english: 'Latvian' },
  { code: 'lt', own: 'Lietuvių', english: 'Lithuanian' },
  { code: 'ml', own: 'മലയാളം', english: 'Malayalam' },
  { code: 'cmn', own: '普通话', english: 'Mandarin Chinese' },
  { code: 'ne', own: 'नेपाली', english: 'Nepali' },
  { code: 'ps', own: 'پښتو', english: 'Pashto' },
  { code: 'pl', own: 'Polski', english: 'Polish' },
  { code: 'pt', own: 'Português', english: 'Portuguese' },
  { code: 'pa', own: 'ਪੰਜਾਬੀ', english: 'Punjabi' },
  { code: 'ro', own: 'Română', english: 'Romanian' },
  { code: 'ru', own: 'Русский', english: 'Russian' },
  { code: 'sk', own: 'Slovenčina', english: 'Slovak' },
  { code: 'es', own: 'Español', english: 'Spanish' },
  { code: 'tl', own: 'Tagalog', english: 'Tagalog' },
  { code: 'ta', own: 'தமிழ்', english: 'Tamil' },
  { code: 'tr', own: 'Türkçe', english: 'Turkish' },
  { code: 'uk', own: 'Українська', english: 'Ukrainian' },
  { code: 'ur', own: 'اردو', english: 'Urdu' },
] as const;

export interface SpokenLanguage {
  readonly code: string;
  readonly own: string;
  readonly english: string;
}

/** The language with this code, or null when it is not on the list. */
export function spokenLanguage(code: string): SpokenLanguage | null {
  return spokenLanguages.find((one) => one.code === code) ?? null;
}
